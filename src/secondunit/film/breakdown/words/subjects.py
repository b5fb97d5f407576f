"""Who or what does a verb: looked for backward from it, within its sentence."""

from __future__ import annotations

from enum import StrEnum

from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.words.line import Line, singulars


class Kind(StrEnum):
    """What a noun phrase stands for."""

    PERSON = "person"
    VEHICLE = "vehicle"
    ANIMAL = "animal"
    THING = "thing"
    NOBODY = "nobody"


def subject(line: Line, verb: int) -> tuple[Kind, int]:
    """What does a verb, and the index of its noun; NOBODY and -1 where no noun is before it.

    After ``and`` or a comma it is the subject of the verb before. A noun behind a preposition is
    passed over: in ``a man in a coat falls`` the man falls.
    """
    at = verb - 1
    words = line.words
    while at >= 0 and not words[at].ends:
        word = words[at]
        if word.low in line.lexicon.grammar.conjunctions or word.low == ",":
            earlier = _verb_before(line, at)
            if earlier >= 0:
                at = earlier - 1
                continue
        kind = kind_of(line, at)
        if kind is not Kind.NOBODY and not _is_circumstance(line, at):
            return kind, at
        at -= 1
    return Kind.NOBODY, -1


def object_of(line: Line, verb: int) -> tuple[Kind, int]:
    """What a verb is done to: the first noun close behind it that no preposition sets aside."""
    words = line.words
    for at in range(verb + 1, min(verb + 6, len(words))):
        word = words[at]
        if word.ends or word.low in line.lexicon.grammar.prepositions or word.low == ",":
            break
        kind = kind_of(line, at)
        if kind is not Kind.NOBODY:
            following = line.after(at)
            if following and following[0].low == "'s":
                continue
            if word.low in {"his", "her", "their"} or (
                word.low == "her" and following and following[0].is_noun
            ):
                continue
            return kind, at
    return Kind.NOBODY, -1


def kind_of(line: Line, index: int) -> Kind:
    """What one word stands for; NOBODY for one that is no noun, pronoun or name."""
    word, lexicon = line.words[index], line.lexicon
    if word.hidden:
        return Kind.NOBODY
    if word.name:
        return Kind.PERSON
    if word.low in lexicon.grammar.pronouns:
        following = line.after(index)
        is_owner = word.low == "her" and bool(following) and following[0].is_noun
        return Kind.NOBODY if is_owner else Kind.PERSON
    if word.low in {"it", "which", "that"}:
        return Kind.THING if word.low == "it" else Kind.NOBODY
    if not word.is_noun:
        return Kind.NOBODY
    for form in singulars(word.low, lexicon.language):
        category = lexicon.category(form)
        if category is Category.BACKGROUND or form in lexicon.people.generic:
            return Kind.PERSON
        if form in lexicon.people.not_roles:
            return Kind.PERSON
        if category is Category.ANIMALS:
            return Kind.ANIMAL
        if category is Category.VEHICLES:
            return Kind.VEHICLE
        if category is None and lexicon.nouns.get(form) == "person" and form not in lexicon.stop:
            return Kind.PERSON
    return Kind.THING


def _verb_before(line: Line, index: int) -> int:
    for at in range(index - 1, -1, -1):
        if line.words[at].ends:
            return -1
        word = line.words[at]
        if word.tag.startswith("VV") and word.tag != "VVG" and not word.hidden:
            return at
    return -1


def _is_circumstance(line: Line, index: int) -> bool:
    """True for a noun behind a preposition."""
    for word in line.before(index, 4):
        if word.low in line.lexicon.grammar.prepositions:
            return True
        if not word.tag.startswith(("AJ", "NN", "AT", "DPS", "DT", "CRD")):
            return False
        if word.low in line.lexicon.grammar.articles:
            continue
    return False
