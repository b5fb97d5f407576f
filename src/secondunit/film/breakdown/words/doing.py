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
        particle = _particle(line, index, lemma, effects)
        if particle or effects.has("alone", lemma):
            kind, at = subject(line, index)
            is_stunt = kind is Kind.VEHICLE and line.lexicon.stunts.has("machine", lemma)
            if kind in {Kind.THING, Kind.VEHICLE} and at >= 0 and not is_stunt:
                noun = line.words[at]
                yield Find(
                    category=Category.SPECIAL_EFFECTS,
                    name=f"{_singular(line, noun)} {word.text.casefold()} {particle}".strip(),
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
    if word.name:
        return ""
    if not word.low.endswith("s") and word.tag != "UNC":
        return word.low if _is_plurals_verb(line, index) else ""
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


def _is_plurals_verb(line: Line, index: int) -> bool:
    """True for what a tagger takes for a noun behind a plural: the cases shatter."""
    word, before = line.words[index], line.before(index)
    stunts, effects = line.lexicon.stunts, line.lexicon.effects
    return (
        word.tag == "NN1"
        and bool(before)
        and before[0].tag == "NN2"
        and line.adjoins(index)
        and (effects.has("alone", word.low) or stunts.has("either", word.low))
    )


def _stunt(line: Line, index: int, lemma: str) -> str:
    """The rule by which a verb is a stunt, or ""."""
    stunts = line.lexicon.stunts
    if _is_passive(line, index):
        if not (stunts.has("suffers", lemma) or stunts.has("hits", lemma)):
            return ""
        kind, _ = subject(line, index)
        return "stunts.suffered" if kind in {Kind.PERSON, Kind.NOBODY} else ""
    kind, at = subject(line, index)
    nobody = kind is Kind.NOBODY
    if kind is Kind.VEHICLE and (stunts.has("machine", lemma) or stunts.has("either", lemma)):
        return "stunts.vehicle"
    if stunts.has("beast", lemma) and (kind is Kind.ANIMAL or _is_an_animal(line, at)):
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
    if _particle(line, index, lemma, stunts):
        return "stunts.verb-and-particle"
    if stunts.has("alone", lemma) and not nobody and _stands_alone(line, index):
        return "stunts.verb"
    return ""


def _is_passive(line: Line, index: int) -> bool:
    """True behind a form of to be, also that of the verb before: is shot and dragged."""
    if line.words[index].tag not in {"VVN", "VVD"}:
        return False
    before = line.before(index)
    if before and before[0].low in {*line.lexicon.grammar.conjunctions, ","}:
        for at in range(index - 2, -1, -1):
            if line.words[at].ends:
                return False
            if line.words[at].tag.startswith("VV"):
                return _is_passive(line, at)
    for word in line.before(index, 3):
        if word.low in line.lexicon.grammar.be:
            return True
        if not word.tag.startswith("AV"):
            return False
    return False


def _is_an_animal(line: Line, at: int) -> bool:
    """True for ``it`` where an animal stands before it in the sentence."""
    if at < 0 or line.words[at].low != "it":
        return False
    for index in range(at - 1, -1, -1):
        if line.words[index].ends:
            return False
        head = line.head_at(index)
        if head is not None and line.lexicon.category(head.name) is Category.ANIMALS:
            return True
    return False


def _particle(line: Line, index: int, lemma: str, doing: Doing) -> str:
    """The words close behind a verb with which it counts, or ""."""
    close = doing.close.get(lemma, ())
    behind = line.after(index, BEHIND)
    text = " " + " ".join(word.low for word in behind) + " "
    verbs = [n for n, word in enumerate(behind) if word.tag.startswith("VV")]
    limit = verbs[0] if verbs else len(behind)
    near = " " + " ".join(word.low for word in behind[: max(limit, 2)]) + " "
    for particle in close:
        if f" {particle} " in (near if " " not in particle else text):
            return particle
    return ""


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
