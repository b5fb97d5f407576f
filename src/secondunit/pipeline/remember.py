"""Read the production lexicon back from the journal."""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.core.decision import Decision
from secondunit.core.ids import read_json
from secondunit.film.breakdown.memory import EMPTY, Memory, Said, remember
from secondunit.film.breakdown.model import Element
from secondunit.film.breakdown.tag import STAGE as TAG
from secondunit.pipeline.queries import OPEN, View


def breakdown_memory(view: View) -> Memory:
    """What people of this production have said of its elements.

    Decisions made before the journal kept what was proposed say nothing here; they hold in their
    own scenes as before.
    """
    said = tuple(_said(view))
    if not said:
        return EMPTY
    waiting = {
        (row.value.category, row.value.name)
        for row in view.standing(TAG.key)
        if row.state in OPEN and row.value is not None
    }
    return remember(said, waiting)


def _said(view: View) -> Iterator[Said]:
    for entry in view.office.records.journal():
        if entry.kind != "decision":
            continue
        decision = read_json(entry.body, Decision)
        if decision.stage == TAG.key and decision.proposed:
            yield Said(
                verdict=decision.verdict,
                element=read_json(decision.proposed, Element),
                amended=read_json(decision.amended, Element) if decision.amended else None,
                by=decision.by,
                reason=decision.reason,
            )
