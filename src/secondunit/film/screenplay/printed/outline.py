"""The outline of a printed script, where it has one: our own prints name each scene in it.

Source: PDF 1.7 (ISO 32000-1), 12.3.3, document outline.
"""

from __future__ import annotations

from collections.abc import Iterable

_LONG = 20
"""Letters from which the first row of a longer heading is known by them."""


class Outline:
    """What an outline says of rows.

    Args:
        entries: Page, from 1, and words of each.
    """

    def __init__(self, entries: Iterable[tuple[int, str]] = ()) -> None:
        self._named: dict[int, list[str]] = {}
        for page, words in entries:
            self._named.setdefault(page, []).append(_letters(words))

    def names(self, page: int, text: str) -> bool:
        """Whether an entry that leads to a page says what a row on it says, or begins so."""
        said = _letters(text)
        return bool(said) and any(
            said == named or (len(said) >= _LONG and named.startswith(said))
            for named in self._named.get(page, ())
        )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
