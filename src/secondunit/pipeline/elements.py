"""Rename, merge, split and add elements of the breakdown, by decisions on their items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondunit.core.decision import Verdict
from secondunit.core.errors import Conflict, InputError, NotFound
from secondunit.core.fact import Fact
from secondunit.core.ids import SceneId
from secondunit.film.breakdown.memory import Addition, added_item
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.breakdown.tag import STAGE as TAG
from secondunit.film.review.sign_off import Matrix
from secondunit.pipeline.decide import Ruling, decide_each, stand_for
from secondunit.pipeline.queries import Standing, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where a change of the breakdown applies.

    Args:
        category: Only elements of this category; None for all.
        scenes: Only scenes of these numbers; empty for all.
    """

    category: Category | None = None
    scenes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who changes it, in which role, and why."""

    by: str
    role: str
    reason: str


def merge_elements(
    view: View,
    matrix: Matrix,
    names: Sequence[str],
    into: str,
    scope: Scope,
    signature: Signature,
) -> tuple[Fact, ...]:
    """Make several names one. Of one name it is a renaming.

    In each scene the first of them takes the new name, with the largest quantity; the others are
    rejected as merged. Scenes still to come are tagged with the new name.

    Raises:
        InputError: The new name is empty, or a name or reason of the person is missing.
        NotFound: No element has any of the names.
        RoleMayNotSign: The role does not sign the breakdown.
    """
    target = _name(into)
    wanted = {name.casefold() for name in names} | {target.casefold()}
    by_scene: dict[tuple[SceneId, Category], list[Standing]] = {}
    for row in _rows(view, scope):
        if row.value.name.casefold() in wanted:
            by_scene.setdefault((row.value.scene, row.value.category), []).append(row)
    rulings = [ruling for rows in by_scene.values() for ruling in _merged(rows, target, signature)]
    if not rulings:
        raise NotFound(
            f"no element is called {' or '.join(f'“{name}”' for name in names)}",
            remedy="Run secondunit decisions --stage breakdown --matching WORD.",
        )
    return decide_each(view, matrix, rulings)


def split_element(
    view: View, matrix: Matrix, name: str, into: Sequence[str], scope: Scope, signature: Signature
) -> tuple[Fact, ...]:
    """Make several elements of one: the first takes its place, the others are added.

    Raises:
        InputError: Fewer than two names are given.
        NotFound: No element has the name.
        RoleMayNotSign: The role does not sign the breakdown.
    """
    parts = tuple(dict.fromkeys(_name(part) for part in into))
    if len(parts) < 2:
        raise InputError(f"“{name}” is not split", remedy="Give two names or more with --into.")
    rows = [row for row in _rows(view, scope) if row.value.name.casefold() == name.casefold()]
    if not rows:
        raise NotFound(
            f"no element is called “{name}”",
            remedy="Run secondunit decisions --stage breakdown --matching WORD.",
        )
    rulings = []
    for row in rows:
        rulings += _merged([row], parts[0], signature)
        for part in parts[1:]:
            rulings.append(_added(view, replace(row.value, name=part), signature))
    return decide_each(view, matrix, rulings)


def add_element(
    view: View, matrix: Matrix, element: Element, signature: Signature
) -> tuple[Fact, ...]:
    """Put an element there that nobody proposed; the next run of the breakdown has it.

    Raises:
        Conflict: It is proposed already, and wants accepting.
        InputError: Its name is empty, or a name or reason of the person is missing.
        RoleMayNotSign: The role does not sign the breakdown.
    """
    new = replace(element, name=_name(element.name))
    ruling = _added(view, new, signature)
    for row in view.standing(TAG.key):
        if row.item == ruling[0].item and row.value is not None:
            raise Conflict(
                f"{ruling[0].label} is there already ({row.state.value})",
                remedy=f"Run secondunit decide accept {row.item}.",
            )
    return decide_each(view, matrix, [ruling])


def scene_of(view: View, number: str) -> SceneId:
    """The id of a scene by its number.

    Raises:
        NotFound: The script has no such scene.
    """
    for scene in view.screenplay().shot_scenes:
        if scene.number.casefold() == number.casefold():
            return scene.id
    raise NotFound(f"the script has no scene {number}", remedy="The scene list has the numbers.")


def _rows(view: View, scope: Scope) -> list[Standing]:
    scenes = {scene_of(view, number) for number in scope.scenes}
    return [
        row
        for row in view.standing(TAG.key)
        if row.proposed is not None
        and row.value is not None
        and scope.category in {None, row.value.category}
        and (not scenes or row.value.scene in scenes)
    ]


def _merged(
    rows: Sequence[Standing], target: str, signature: Signature
) -> list[tuple[Standing, Ruling]]:
    """Rulings that leave one element of that name of the rows of one scene and category."""
    first = next((row for row in rows if row.value.name == target), rows[0])
    others = [row for row in rows if row is not first]
    most = max(row.value.quantity for row in rows)
    changes = {}
    if first.value.name != target:
        changes["name"] = target
    if first.value.quantity != most:
        changes["quantity"] = str(most)
    if not changes and not others:
        return []
    rulings = [(row, _ruling(Verdict.REJECT, signature, f"merged into {target}")) for row in others]
    if changes:
        said = replace(_ruling(Verdict.AMEND, signature), changes=changes)
        rulings.insert(0, (first, said))
    return rulings


def _added(view: View, element: Element, signature: Signature) -> tuple[Standing, Ruling]:
    numbers = {scene.id: scene.number for scene in view.screenplay().shot_scenes}
    addition = Addition(element=element, by=signature.by, reason=signature.reason)
    row = stand_for(TAG.key, added_item(addition, numbers))
    return row, added_ruling(signature)


def added_ruling(signature: Signature) -> Ruling:
    """The ruling that puts an element there."""
    return _ruling(Verdict.ADD, signature)


def _ruling(verdict: Verdict, signature: Signature, why: str = "") -> Ruling:
    reason = ": ".join(part for part in (why, signature.reason) if part)
    return Ruling(verdict=verdict, by=signature.by, role=signature.role, reason=reason)


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise InputError("an element without a name", remedy="Give its name as a list prints it.")
    return name
