"""The production lexicon: what people have said of elements, kept for scenes still to come.

A rejected or renamed element is decided on in its own scene. Here is what follows for the others:
what was turned down wherever it was proposed is not proposed again, and what was given another
name is proposed under that name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from secondunit.core.decision import Verdict
from secondunit.core.evidence import Evidence, from_person, from_rule
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import ItemId, SceneId
from secondunit.core.proposal import Item
from secondunit.film.breakdown.model import Category, Element, element_id, element_label

Name = tuple[Category, str]
"""What an element is, whatever its scene."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One decision on one element.

    Args:
        verdict: What was decided.
        element: As it was proposed, or added.
        amended: As it was amended, for amend.
        by: Who decided.
        reason: Why.
    """

    verdict: Verdict
    element: Element
    amended: Element | None = None
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A name that was turned down wherever it was proposed."""

    category: Category
    name: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """A name that stands for another one in this production."""

    category: Category
    name: str
    to_category: Category
    to_name: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """An element that a person put there."""

    element: Element
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """The production lexicon.

    Args:
        rejected: Not to be proposed again.
        renamed: To be proposed under another name.
        added: Put there by people, by scene.
        decided: Items of rejected and renamed names that have a decision of their own, which they
            keep.
    """

    rejected: tuple[Rejection, ...] = ()
    renamed: tuple[Renaming, ...] = ()
    added: tuple[Addition, ...] = ()
    decided: tuple[ItemId, ...] = ()


EMPTY = Memory()
"""Of a production whose people have said nothing yet."""


def remember(said: Iterable[Said], open_names: Collection[Name] = ()) -> Memory:
    """Make the lexicon of a production from all its decisions.

    Args:
        said: Every decision on the breakdown, oldest first.
        open_names: Names that still wait for a person in some scene; they are not taken as
            turned down.
    """
    newest: dict[ItemId, Said] = {}
    for each in said:
        newest.pop(element_id(each.element), None)
        newest[element_id(each.element)] = each
    of_name: dict[Name, list[Said]] = {}
    for each in newest.values():
        of_name.setdefault((each.element.category, each.element.name), []).append(each)
    rejected = tuple(
        Rejection(category=name[0], name=name[1], by=own[-1].by)
        for name, own in of_name.items()
        if name not in open_names and all(each.verdict is Verdict.REJECT for each in own)
    )
    renamed = tuple(
        renaming for own in of_name.values() if (renaming := _renaming(own[-1])) is not None
    )
    special = {(each.category, each.name) for each in rejected}
    special |= {(each.category, each.name) for each in renamed}
    return Memory(
        rejected=rejected,
        renamed=renamed,
        added=tuple(
            Addition(element=each.element, by=each.by, reason=each.reason)
            for each in newest.values()
            if each.verdict is Verdict.ADD
        ),
        decided=tuple(
            item
            for item, each in newest.items()
            if (each.element.category, each.element.name) in special
        ),
    )


def recall(
    items: Sequence[Item[Element]], memory: Memory, numbers: dict[SceneId, str]
) -> tuple[list[Item[Element]], list[Finding]]:
    """Lay the lexicon over what the tagger found.

    Args:
        items: As found.
        memory: The production lexicon.
        numbers: Scene numbers by id, of the scenes to be shot.

    Returns:
        The items to propose, in no particular order, and one note for each name passed over.
    """
    rejected = {(each.category, each.name): each for each in memory.rejected}
    renamed = {(each.category, each.name): each for each in memory.renamed}
    kept: dict[ItemId, Item[Element]] = {}
    turned: list[Item[Element]] = []
    passed: dict[Name, list[str]] = {}
    for item in items:
        name = (item.fact.category, item.fact.name)
        if item.id in memory.decided:
            kept[item.id] = item
        elif name in renamed:
            turned.append(_under(item, renamed[name], numbers))
        elif name in rejected:
            passed.setdefault(name, []).append(numbers.get(item.fact.scene, "?"))
        else:
            kept[item.id] = item
    additions = (added_item(each, numbers) for each in memory.added)
    for item in (*turned, *(item for item in additions if item.fact.scene in numbers)):
        kept.setdefault(item.id, item)
    return list(kept.values()), list(_passed_over(passed, rejected))


def added_item(addition: Addition, numbers: dict[SceneId, str]) -> Item[Element]:
    """The item of an element that a person put there."""
    element = addition.element
    return Item(
        id=element_id(element),
        label=element_label(element, numbers.get(element.scene, "?")),
        fact=element,
        evidence=(from_person(addition.by, addition.reason),),
        confidence=1.0,
    )


def _renaming(said: Said) -> Renaming | None:
    before, after = said.element, said.amended
    if said.verdict is not Verdict.AMEND or after is None:
        return None
    if (before.category, before.name) == (after.category, after.name):
        return None
    return Renaming(
        category=before.category,
        name=before.name,
        to_category=after.category,
        to_name=after.name,
        by=said.by,
    )


def _under(item: Item[Element], renaming: Renaming, numbers: dict[SceneId, str]) -> Item[Element]:
    element = replace(item.fact, category=renaming.to_category, name=renaming.to_name)
    reason: Evidence = from_rule(
        f"production lexicon: “{renaming.name}” is “{renaming.to_name}”", renaming.by
    )
    return replace(
        item,
        id=element_id(element),
        label=element_label(element, numbers.get(element.scene, "?")),
        fact=element,
        evidence=(*item.evidence, reason),
    )


def _passed_over(
    passed: dict[Name, list[str]], rejected: dict[Name, Rejection]
) -> Iterator[Finding]:
    for (category, name), scenes in passed.items():
        yield Finding(
            severity=Severity.NOTE,
            rule="breakdown.turned-down",
            where=f"scene {', '.join(dict.fromkeys(scenes))}",
            message=(
                f"“{name}” ({category.value}) was found and not proposed:"
                f" {rejected[category, name].by} rejected it everywhere before"
            ),
            remedy="Add it with secondunit breakdown add, if it is wanted here.",
        )
