"""Rules and model side by side: both agree is likely, one alone is to be checked.

What the rules found keeps its evidence whatever the model says, so that turning the pass on or off
makes no decision stale; agreement shows in the confidence, which no decision binds to. What the
model alone found quotes the script and names the answer it came from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from secondunit.core.evidence import EvidenceKind, ScriptSpan, from_answer, from_script
from secondunit.core.ids import SceneId
from secondunit.core.proposal import Item
from secondunit.film.breakdown.assist.judge import Found, Reason, Refusal
from secondunit.film.breakdown.assist.names import forms, head_forms
from secondunit.film.breakdown.assist.table import Belief
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.model import Category, Element, element_id, element_label

RULE = "assist.quoted by"
"""Rule of the words that a model quotes; its key follows."""

HEADINGS = frozenset({Category.SET, Category.LOCATION})
"""Categories that the model is not asked about."""


class Lane(StrEnum):
    """How an item is to be looked at."""

    LIKELY = "likely"
    CHECK = "check"
    IMPLIED = "implied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the model's items come from.

    Args:
        model: Who answered, in words for the evidence.
        instructions: Digest of how it was asked.
        numbers: Scene numbers by id.
    """

    model: str
    instructions: str
    numbers: dict[SceneId, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What rules and model come to together.

    Args:
        items: Of the scenes asked about, in no particular order.
        agreed: Items that both found.
        added: Items that only the model found.
        refused: Claims that a rule contradicts, by scene.
    """

    items: tuple[Item[Element], ...]
    agreed: int
    added: int
    refused: tuple[tuple[SceneId, Refusal], ...]


def lane_of(item: Item[Element], belief: Belief) -> Lane:
    """The lane of an item of the breakdown."""
    if item.fact.implied:
        return Lane.IMPLIED
    return Lane.LIKELY if (item.confidence or 0.0) >= belief.agreed else Lane.CHECK


def is_of_model(item: Item[Element]) -> bool:
    """True for an item that only a model found."""
    return any(each.kind is EvidenceKind.ANSWER for each in item.evidence)


def merge(
    items: Sequence[Item[Element]],
    found: Sequence[Found],
    asked: Collection[SceneId],
    source: Source,
    *,
    lexicon: Lexicon,
    belief: Belief,
) -> Merged:
    """Lay what the model found over what the rules found.

    Args:
        items: As the rules propose them.
        found: What the guard let through.
        asked: Scenes whose answer could be read; elsewhere nothing changes.
        source: Where the model's items come from.
        lexicon: The words of the language.
        belief: Confidences.
    """
    by_scene: dict[SceneId, list[Item[Element]]] = {}
    for item in items:
        by_scene.setdefault(item.fact.scene, []).append(item)
    agreed: set[str] = set()
    disputed: set[str] = set()
    alone: dict[str, list[Found]] = {}
    refused: list[tuple[SceneId, Refusal]] = []
    for each in found:
        own = by_scene.get(each.element.scene, [])
        if match := [item for item in own if _is_same(item, each, lexicon)]:
            agreed.update(item.id for item in match)
        elif match := [item for item in own if _is_elsewhere(item, each, lexicon)]:
            disputed.update(item.id for item in match)
            refusal = Refusal(reason=Reason.OTHER_CATEGORY, name=each.element.name)
            refused.append((each.element.scene, refusal))
        else:
            alone.setdefault(element_id(each.element), []).append(each)
    weighed = [_weigh(item, agreed, disputed, asked, belief) for item in items]
    added = [_item(group, source, belief) for group in alone.values()]
    return Merged(
        items=(*weighed, *added), agreed=len(agreed), added=len(added), refused=tuple(refused)
    )


def _is_same(item: Item[Element], found: Found, lexicon: Lexicon) -> bool:
    """True where both mean one thing: one category, and one name or one head in one place."""
    mine, theirs = item.fact, found.element
    if mine.category is not theirs.category:
        return False
    called = forms(theirs.name, lexicon.language)
    if called & (forms(mine.name, lexicon.language) | forms(mine.called, lexicon.language)):
        return True
    return _is_one_thing(item, found, lexicon)


def _is_elsewhere(item: Item[Element], found: Found, lexicon: Lexicon) -> bool:
    """True where a rule has read the same words as something of another category."""
    if item.fact.category in HEADINGS or item.fact.category is found.element.category:
        return False
    if item.fact.implied != found.element.implied:
        return False
    return _is_one_thing(item, found, lexicon)


def _is_one_thing(item: Item[Element], found: Found, lexicon: Lexicon) -> bool:
    spans = (each.span for each in item.evidence if each.span is not None)
    heads = head_forms(item.fact.name, lexicon) & head_forms(found.element.name, lexicon)
    return bool(heads) and any(_overlap(span, found.span) for span in spans)


def _overlap(one: ScriptSpan, other: ScriptSpan) -> bool:
    return one.line == other.line and one.start < other.end and other.start < one.end


def _weigh(
    item: Item[Element],
    agreed: Collection[str],
    disputed: Collection[str],
    asked: Collection[SceneId],
    belief: Belief,
) -> Item[Element]:
    confidence = item.confidence
    if confidence is None or item.fact.scene not in asked or item.fact.category in HEADINGS:
        return item
    if item.id in agreed:
        return replace(item, confidence=max(confidence, belief.agreed))
    if confidence >= belief.sure and item.id not in disputed:
        return item
    return replace(item, confidence=min(confidence, belief.rule_alone))


def _item(group: Iterable[Found], source: Source, belief: Belief) -> Item[Element]:
    several = list(group)
    element = replace(
        several[0].element,
        quantity=max(each.element.quantity for each in several),
        implied=all(each.element.implied for each in several),
    )
    most = belief.model_implied if element.implied else belief.model_alone
    spans = [from_script(each.span, f"{RULE} {source.model}") for each in several]
    return Item(
        id=element_id(element),
        label=element_label(element, source.numbers.get(element.scene, "?")),
        fact=element,
        evidence=(*spans, from_answer(source.instructions, f"text model {source.model}")),
        confidence=round(min(most, max(each.confidence for each in several)), 2),
    )
