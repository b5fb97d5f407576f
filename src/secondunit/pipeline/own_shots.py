"""What people have said of shots: those they added, and fields they fixed."""

from __future__ import annotations

from secondunit.core.decision import Verdict
from secondunit.core.ids import read_json
from secondunit.core.proposal import Item
from secondunit.film.shots.exchange.adopt import added_item
from secondunit.film.shots.model import ShotSpec
from secondunit.film.shots.shot_list import STAGE as SHOT_LIST
from secondunit.pipeline.queries import View


def added_shots(view: View) -> tuple[Item[ShotSpec], ...]:
    """Shots that people put there and have not taken back, in the order they did."""
    facts = view.office.records.facts(SHOT_LIST.key)
    newest = {fact.item: fact.verdict for fact in facts}
    added = {fact.item: fact for fact in facts if fact.verdict is Verdict.ADD}
    return tuple(
        added_item(read_json(fact.body, ShotSpec), fact.by, fact.reason)
        for item, fact in added.items()
        if newest[item] is not Verdict.REJECT
    )


def locked_shots(view: View) -> tuple[ShotSpec, ...]:
    """Shots of which people have locked a field, as they left them."""
    newest = {fact.item: fact for fact in view.office.records.facts(SHOT_LIST.key)}
    amended = [
        read_json(fact.body, ShotSpec) for fact in newest.values() if fact.verdict is Verdict.AMEND
    ]
    return tuple(shot for shot in amended if shot.locks)
