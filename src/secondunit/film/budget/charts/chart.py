"""Charts of accounts as templates: which account holds which kind of cost, in whose numbering."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.errors import InputError
from secondunit.film.budget.model import Nature, Section
from secondunit.film.budget.reading import read_toml

FILE = "charts.toml"
ANYTHING = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartAccount:
    """One account of a chart.

    Args:
        code: As printed; unique within the chart.
        title: As printed.
        section: Which block of a theatrical top sheet it belongs to.
        category: Title of its block, where the chart has blocks of its own.
        kinds: Kinds of account it holds; ``*`` for all that no account before it holds.
        natures: Only lines of these natures; none of them: all.
    """

    code: str
    title: str
    section: Section
    category: str = ""
    kinds: tuple[str, ...] = (ANYTHING,)
    natures: tuple[Nature, ...] = ()

    def holds(self, kind: str, nature: Nature) -> bool:
        """Whether a line of this nature in an account of this kind belongs here."""
        return (kind in self.kinds or ANYTHING in self.kinds) and (
            not self.natures or nature in self.natures
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart of accounts; the first account that holds a line is its account.

    Args:
        key: By which it is asked for.
        title: As printed.
        source: Where the numbering comes from.
        accounts: In the order in which they are tried.
        verify: Nobody has confirmed it.
    """

    key: str
    title: str
    source: str
    accounts: tuple[ChartAccount, ...]
    verify: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """The data file of charts as read."""

    source: str
    version: int
    checked_on: str
    charts: tuple[Chart, ...]

    def chart(self, key: str) -> Chart:
        """The chart of that key.

        Raises:
            InputError: There is none.
        """
        for chart in self.charts:
            if chart.key == key:
                return chart
        raise InputError(
            f"there is no chart of accounts “{key}”",
            remedy=f"Use one of {', '.join(chart.key for chart in self.charts)}.",
        )


def read_charts(text: str) -> Charts:
    """Read the data file of charts.

    Raises:
        InputError: It is not TOML, a field is wrong, or a code or key stands twice.
    """
    found = read_toml(text, Charts, FILE)
    _require_once([chart.key for chart in found.charts], "charts.key")
    for chart in found.charts:
        _require_once([a.code for a in chart.accounts], f"chart “{chart.key}”: accounts.code")
    return found


def _require_once(names: list[str], place: str) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(
            f"{FILE}: {place} “{', '.join(twice)}” stands twice", remedy="Keep one of them."
        )
