"""What the pass came to, as findings: what agreed, what is new, what was refused, what failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId
from secondunit.film.breakdown.assist.judge import SAYS, Reason, Refusal

FAMILY = "assist."
"""How the rules of all findings of the pass begin."""

NAMES = 3
"""Refused names shown of each reason: the answers keep the rest."""

SCENES = 8
"""Scene numbers shown of each finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What the pass came to.

    Args:
        model: Who answered.
        scenes: Scenes it was to be asked about.
        agreed: Items that both rules and model found.
        added: Items that only the model found.
        repaired: Quotes that stood elsewhere in their line.
        refused: What was not taken, by scene.
        failures: Scene number and reason of each ask without an answer.
    """

    model: str
    scenes: int
    agreed: int
    added: int
    repaired: int
    refused: tuple[tuple[SceneId, Refusal], ...]
    failures: tuple[tuple[str, str], ...]


def findings(tally: Tally, numbers: Mapping[SceneId, str]) -> Iterator[Finding]:
    """The tally in words, one finding a reason."""
    if tally.failures:
        missing = [number for number, _ in tally.failures]
        yield Finding(
            severity=Severity.WARNING,
            rule=f"{FAMILY}unanswered",
            where=_where(missing),
            message=(
                f"text model {tally.model} was not heard on {len(missing)} of {tally.scenes} "
                f"scenes, which have what the rules found: {tally.failures[0][1]}"
            ),
            remedy="Run produce again to ask once more: only what has no answer is asked.",
        )
    if len(tally.failures) < tally.scenes:
        places = "place" if tally.repaired == 1 else "places"
        yield Finding(
            severity=Severity.NOTE,
            rule=f"{FAMILY}heard",
            where="breakdown",
            message=(
                f"text model {tally.model}: {tally.agreed} elements agreed, {tally.added} of its "
                f"own to be checked, {tally.repaired} quotes put in their right {places}"
            ),
            remedy="Look at its own: secondunit breakdown heard.",
        )
    for reason in Reason:
        own = [(scene, each) for scene, each in tally.refused if each.reason is reason]
        if own:
            yield _refused(reason, own, numbers)


def _refused(
    reason: Reason, own: list[tuple[SceneId, Refusal]], numbers: Mapping[SceneId, str]
) -> Finding:
    count = sum(each.count for _, each in own)
    names = Counter(each.name for _, each in own if each.name)
    shown = ", ".join(f"“{name}”" for name, _ in names.most_common(NAMES))
    more = ", ..." if len(names) > NAMES else ""
    noun = "item" if count == 1 else "items"
    return Finding(
        severity=Severity.NOTE,
        rule=f"{FAMILY}{reason.value}",
        where=_where(numbers.get(scene, "?") for scene, _ in own),
        message=f"{count} {noun} of the text model refused: {SAYS[reason]}"
        + (f" ({shown}{more})" if shown else ""),
        remedy="Nothing to do; add an element by hand where it is wanted after all.",
    )


def _where(scenes: Iterable[str]) -> str:
    several = list(dict.fromkeys(scenes))
    more = f" and {len(several) - SCENES} more" if len(several) > SCENES else ""
    return f"scene {', '.join(several[:SCENES])}{more}"
