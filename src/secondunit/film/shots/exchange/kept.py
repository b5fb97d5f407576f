"""What people fixed or added stays in every later proposal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from secondunit.core.evidence import from_fact
from secondunit.core.ids import ItemId, LineId, ShotId
from secondunit.core.proposal import Item
from secondunit.film.shots.exchange.reframe import Stand, asks_for_camera, reframe
from secondunit.film.shots.model import ShotSpec
from secondunit.film.shots.spec import shot_label

RULE = "shots.locked: a person fixed fields of this shot before its lines changed"

Stands = Callable[[ShotSpec], Stand]
"""Where a shot is taken."""


def keep_locks(
    items: Sequence[Item[ShotSpec]], locked: Sequence[ShotSpec], stands: Stands
) -> list[Item[ShotSpec]]:
    """Carry locked fields over to the shot that took the place of one whose lines changed.

    A shot that is still proposed as it was needs nothing: what the person made of it stands.

    Args:
        items: The proposal.
        locked: Shots with locks, as people left them.
        stands: Where a shot is taken, for cameras that move with a locked field.
    """
    made = list(items)
    there = {item.fact.id for item in items}
    taken = {shot.id for shot in locked}
    for shot in locked:
        if shot.id in there:
            continue
        place = _successor(made, shot, taken)
        if place is None:
            continue
        item = made[place]
        fixed = {name: getattr(shot, name) for name in shot.locks if name != "camera"}
        fact = replace(item.fact, **fixed, locks=shot.locks)
        here = {mark.figure for mark in fact.marks}
        if not set(fact.subjects) <= here:
            fact = replace(fact, subjects=item.fact.subjects)
        if "camera" in shot.locks:
            fact = replace(fact, camera=shot.camera)
        elif asks_for_camera(item.fact, fact):
            scene = [each.fact for each in made if each.fact.scene == fact.scene]
            fact = replace(reframe(fact, scene, stands(fact)), locks=shot.locks)
        made[place] = replace(
            item,
            label=shot_label(fact),
            fact=fact,
            evidence=(*item.evidence, from_fact(shot.id, RULE)),
            former=(ItemId(shot.id), *item.former),
        )
        taken.add(fact.id)
    return made


def with_added(
    items: Sequence[Item[ShotSpec]], added: Sequence[Item[ShotSpec]], lines: set[LineId]
) -> list[Item[ShotSpec]]:
    """Put in the shots of people's own, each after the last shot of the line it begins with.

    Args:
        items: The proposal.
        added: Their shots.
        lines: Lines of the draft in force; a shot none of whose lines is left goes.
    """
    made = list(items)
    for item in added:
        covers = tuple(line for line in item.fact.covers if line in lines)
        scene = [n for n, each in enumerate(made) if each.fact.scene == item.fact.scene]
        if not covers or not scene:
            continue
        kept = item if covers == item.fact.covers else _recovered(item, covers)
        shared = [n for n in scene if set(made[n].fact.covers) & set(covers)]
        made.insert((shared or scene)[-1] + 1, kept)
    return made


def _recovered(item: Item[ShotSpec], covers: tuple[LineId, ...]) -> Item[ShotSpec]:
    return replace(item, fact=replace(item.fact, covers=covers))


def _successor(items: Sequence[Item[ShotSpec]], shot: ShotSpec, taken: set[ShotId]) -> int | None:
    """Place of the shot that covers most of its lines, of the same subject if one does."""
    lines = set(shot.covers)
    best: tuple[int, int, int] | None = None
    for place, item in enumerate(items):
        fact = item.fact
        shared = len(lines & set(fact.covers))
        if fact.scene != shot.scene or not shared or fact.id in taken:
            continue
        same = fact.subjects[:1] == shot.subjects[:1] and fact.place == shot.place
        rank = (int(same), shared, -place)
        if best is None or rank > best:
            best = rank
    return -best[2] if best is not None and best[0] else None
