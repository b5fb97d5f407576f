"""People of the action who are nobody's part: background, with how many they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondunit.film.breakdown.lexicon import OF_AGE
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.words.find import GAZETTEER, LOUD, SUREST, WORDNET, Find
from secondunit.film.breakdown.words.line import Head, Line, Word, singulars
from secondunit.film.breakdown.words.things import is_likeness, quantity


def find_people(line: Line) -> Iterator[Find]:
    """Everybody a line shows who is not a character."""
    index = 0
    while index < len(line.words):
        head = line.head_at(index)
        if head is not None and line.lexicon.heads[head.name] == "background":
            if _counts(line, head):
                yield _background(line, head, ("background.role", GAZETTEER))
            index = head.last + 1
            continue
        person = None if head is not None else _person(line, index)
        if person is not None and _counts(line, person) and _is_new(line, person):
            yield _background(line, person, ("background.wordnet", WORDNET))
        index = head.last + 1 if head is not None else index + 1


def _person(line: Line, index: int) -> Head | None:
    """A noun that WordNet takes for a person, brought in as somebody new."""
    word, lexicon = line.words[index], line.lexicon
    if word.name or word.hidden or not (word.is_noun or word.is_loud):
        return None
    for form in singulars(word.low, lexicon.language):
        if form in lexicon.people.not_roles or form in lexicon.stop:
            return None
        if lexicon.nouns.get(form) == "person":
            return Head(index, index, form)
    return None


def _counts(line: Line, head: Head) -> bool:
    """False where the words only say what somebody is, or belong to somebody's name."""
    word = line.words[head.last]
    if not (word.is_noun or word.is_loud or head.last > head.first or _is_noun_place(line, head)):
        return False
    if is_likeness(line, head.first) or _is_said_of_a_name(line, head):
        return False
    before = line.before(head.first)
    if before and word.is_loud and before[0].lemma in line.lexicon.verbs.get("reads", ()):
        return False
    following = line.after(head.last, 2)
    if following and following[0].low == "'s" and not word.is_loud:
        return False
    singular = word.low == head.name or head.last > head.first
    if singular and following and line.adjoins(head.last + 1) and _is_kind_of(line, head.last + 1):
        return False
    if following and following[0].low == "of" and head.name == "couple":
        return False
    generic = head.name.split()[-1] in line.lexicon.people.generic and head.first == head.last
    return _is_new(line, head) if generic else True


def _is_noun_place(line: Line, head: Head) -> bool:
    before = line.before(head.first)
    return not before or before[0].tag.startswith(("AT", "DPS", "CRD", "AJ"))


def _is_kind_of(line: Line, index: int) -> bool:
    """True when the next word is the thing meant: a police badge, a pilot light."""
    word, lexicon = line.words[index], line.lexicon
    if not word.is_noun or word.name or (word.tag == "NN2" and _is_verb_form(line, word)):
        return False
    forms = list(singulars(word.low, lexicon.language))
    return any(form in lexicon.heads for form in forms) and not any(
        lexicon.heads.get(form) in {"sound", "stunts"} for form in forms
    )


def _is_verb_form(line: Line, word: Word) -> bool:
    verbs = (*line.lexicon.verbs.values(), *line.lexicon.stunts.words.values())
    return any(form in lemmas for form in singulars(word.low, "en") for lemmas in verbs)


def _is_new(line: Line, head: Head) -> bool:
    """True for somebody in capitals, in a number, with an indefinite article or as a plural that
    no definite word points at."""
    if any(word.is_loud for word in line.words[head.first : head.last + 1]):
        return True
    for word in line.before(head.first, 3):
        if word.low in line.lexicon.grammar.definite:
            return False
        if word.low in line.lexicon.people.numbers or word.low.isdigit():
            return True
        if word.low in line.lexicon.grammar.articles:
            return True
        if not word.tag.startswith(("AJ", "NN")):
            break
    return line.words[head.last].low != head.name


def _is_said_of_a_name(line: Line, head: Head) -> bool:
    """True for her maid, PRUE; for OGILVY (50), astronomer; for is a nurse."""
    following = line.after(head.last, 3)
    for at, word in enumerate(following, start=head.last + 1):
        if not line.adjoins(at):
            break
        if word.name:
            return True
        if not word.is_loud:
            break
    following = following[:2]
    if len(following) == 2 and following[0].low == "," and following[1].name:
        before = line.before(head.first)
        if before and before[0].low in line.lexicon.grammar.definite:
            return True
    if line.words[head.last].low != head.name:
        return False
    before = [w for w in line.before(head.first, 4) if not w.tag.startswith("AJ")]
    if before and before[0].low in line.lexicon.grammar.articles:
        before = before[1:]
        if before and before[0].low in line.lexicon.grammar.be:
            return True
    return len(before) > 1 and before[0].low == "," and (before[1].name or before[1].low == ")")


def _background(line: Line, head: Head, why: tuple[str, float]) -> Find:
    rule, sure = why
    words = line.words[head.first : head.last + 1]
    if any(word.is_loud for word in words):
        sure = min(SUREST, sure + LOUD)
    many = quantity(line, head.first)
    if many == 1 and words[-1].low != head.name.split()[-1]:
        many = 2
    kinds = line.lexicon.people.minor_words
    return Find(
        category=Category.BACKGROUND,
        name=head.name,
        start=words[0].start,
        end=words[-1].end,
        quantity=many,
        rule=rule,
        confidence=sure,
        head=head.name,
        minor=any(word in kinds for word in head.name.split())
        or _are_children(line, words[-1].end),
    )


def _are_children(line: Line, end: int) -> bool:
    """True where an age under 18 is said of people close behind: bridesmaids, six years old."""
    ages = line.lexicon.ages
    if not ages.years_old:
        return False
    spelled = "|".join(sorted(ages.spelled, key=len, reverse=True)) or "(?!)"
    said = re.match(
        rf"[^.!?()]{{0,30}}?\b(\d{{1,2}}|{spelled})[- ]{ages.years_old}(?=\s*[.,;)]|$)"
        rf"|\s*\((?:aged )?(\d{{1,2}})\b(?!s)",
        line.text[end:],
        re.IGNORECASE,
    )
    if said is None:
        return False
    word = (said.group(1) or said.group(2)).casefold()
    age = int(word) if word.isdigit() else ages.spelled[word]
    return age < OF_AGE
