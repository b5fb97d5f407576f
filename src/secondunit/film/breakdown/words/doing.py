"""Verbs that make an element of the doing itself: stunts, and what special effects must make."""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.film.breakdown.lexicon import Doing
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.words.find import GAZETTEER, PHRASE, VERB, Find
from secondunit.film.breakdown.words.line import Line, Word, singulars
from secondunit.film.breakdown.words.subjects import Kind, object_of, subject

BEHIND = 6
"""Words behind a verb among which its particle is looked for."""


def find_stunts(line: Line) -> Iterator[Find]:
    """Falls, fights, crashes: what a performer must be doubled in."""
    for index, word in enumerate(line.words):
        lemma = _verb(line, index)
        if not lemma or word.hidden:
            continue
        rule = _stunt(line, index, lemma)
        if rule:
            yield _found(line, index, Category.STUNTS, lemma, (rule, VERB))
    for index in range(len(line.words)):
        head = line.head_at(index)
        if head is None or line.lexicon.heads[head.name] != "stunts":
            continue
        words = line.words[head.first : head.last + 1]
        if words[-1].is_noun or words[-1].is_loud:
            yield Find(
                category=Category.STUNTS,
                name=head.name,
                start=words[0].start,
                end=words[-1].end,
                quantity=1,
                rule="stunts.list",
                confidence=GAZETTEER,
                head=head.name,
            )


def find_effects(line: Line) -> Iterator[Find]:
    """Things that explode, shatter, collapse, catch fire or are broken by who goes through them."""
    effects = line.lexicon.effects
    for index, word in enumerate(line.words):
        lemma = _verb(line, index)
        if word.hidden or not lemma:
            continue
        if _has_particle(line, index, lemma, effects) or effects.has("alone", lemma):
            kind, at = subject(line, index)
            if kind in {Kind.THING, Kind.VEHICLE} and at >= 0:
                noun = line.words[at]
                yield Find(
                    category=Category.SPECIAL_EFFECTS,
                    name=f"{_singular(line, noun)} {word.text.casefold()}",
                    start=noun.start,
                    end=word.end,
                    quantity=1,
                    rule="special-effects.thing-does",
                    confidence=VERB,
                    head=_singular(line, noun),
                )
    yield from _breakaways(line)


def _breakaways(line: Line) -> Iterator[Find]:
    effects = line.lexicon.effects
    for index, word in enumerate(line.words):
        noun = _singular(line, word)
        if not (word.is_noun and effects.has("breakaway", noun)) or word.hidden:
            continue
        before = line.before(index, 6)
        through = [n for n, each in enumerate(before) if each.low in {"through", "travers"}]
        if through and any(_is_violent(line, each) for each in before[through[0] :]):
            yield Find(
                category=Category.SPECIAL_EFFECTS,
                name=f"breakaway {noun}",
                start=word.start,
                end=word.end,
                quantity=1,
                rule="special-effects.broken-through",
                confidence=PHRASE,
                head=noun,
            )


def _is_violent(line: Line, word: Word) -> bool:
    kinds = ("either", "person", "hits", "suffers", "machine")
    stunts, effects = line.lexicon.stunts, line.lexicon.effects
    return effects.has("violent", word.lemma) or any(stunts.has(kind, word.lemma) for kind in kinds)


def _verb(line: Line, index: int) -> str:
    """The lemma of a verb, or ""; a form in -s that the tagger takes for a plural is one when who
    does it stands right before."""
    word = line.words[index]
    if word.tag.startswith("VV"):
        return word.lemma
    if word.name or (not word.low.endswith("s") and word.tag != "UNC"):
        return ""
    for form in singulars(word.low, line.lexicon.language):
        stunts, effects = line.lexicon.stunts, line.lexicon.effects
        known = form in stunts.close or form in effects.close
        if known or any(
            form in lemmas for lemmas in (*stunts.words.values(), *effects.words.values())
        ):
            before = line.before(index)
            if before and (
                before[0].name
                or before[0].low in line.lexicon.grammar.pronouns
                or before[0].tag in {"NN1", "NN2", "AV0"}
                or before[0].low in {"and", ",", ")"}
            ):
                return form
    return ""


def _stunt(line: Line, index: int, lemma: str) -> str:
    """The rule by which a verb is a stunt, or ""."""
    stunts = line.lexicon.stunts
    if _is_passive(line, index):
        if not (stunts.has("suffers", lemma) or stunts.has("hits", lemma)):
            return ""
        kind, _ = subject(line, index)
        return "stunts.suffered" if kind in {Kind.PERSON, Kind.NOBODY} else ""
    kind, _ = subject(line, index)
    nobody = kind is Kind.NOBODY
    if kind is Kind.VEHICLE and (stunts.has("machine", lemma) or stunts.has("either", lemma)):
        return "stunts.vehicle"
    if kind is Kind.ANIMAL and stunts.has("beast", lemma):
        return "stunts.animal"
    target, _ = object_of(line, index)
    if stunts.has("hits", lemma) and target is Kind.PERSON:
        return "stunts.done-to-a-person"
    if stunts.has("either", lemma) and target is Kind.VEHICLE:
        return "stunts.done-to-a-vehicle"
    if kind is not Kind.PERSON and not nobody:
        return ""
    if stunts.has("either", lemma) or stunts.has("person", lemma):
        return "stunts.verb"
    if _has_particle(line, index, lemma, stunts):
        return "stunts.verb-and-particle"
    if stunts.has("alone", lemma) and not nobody and _stands_alone(line, index):
        return "stunts.verb"
    return ""


def _is_passive(line: Line, index: int) -> bool:
    if line.words[index].tag not in {"VVN", "VVD"}:
        return False
    for word in line.before(index, 3):
        if word.low in line.lexicon.grammar.be:
            return True
        if not word.tag.startswith("AV"):
            return False
    return False


def _has_particle(line: Line, index: int, lemma: str, doing: Doing) -> bool:
    close = doing.close.get(lemma, ())
    behind = line.after(index, BEHIND)
    text = " " + " ".join(word.low for word in behind) + " "
    verbs = [n for n, word in enumerate(behind) if word.tag.startswith("VV")]
    limit = verbs[0] if verbs else len(behind)
    near = " " + " ".join(word.low for word in behind[: max(limit, 2)]) + " "
    return any(f" {particle} " in (near if " " not in particle else text) for particle in close)


def _stands_alone(line: Line, index: int) -> bool:
    """True for He falls. / She slips, ...: nothing behind that could tame it."""
    following = line.after(index)
    return not following or following[0].low in {",", "and"}


def _singular(line: Line, word: Word) -> str:
    forms = list(singulars(word.low, line.lexicon.language))
    known = [f for f in forms if f in line.lexicon.heads or f in line.lexicon.nouns]
    return known[0] if known else forms[-1]


def _found(line: Line, index: int, category: Category, name: str, why: tuple[str, float]) -> Find:
    word = line.words[index]
    return Find(
        category=category,
        name=name,
        start=word.start,
        end=word.end,
        quantity=1,
        rule=why[0],
        confidence=why[1],
        head=name,
    )
