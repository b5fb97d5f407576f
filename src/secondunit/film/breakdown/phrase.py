"""Noun phrases and verbs of a line: what is named, what is done, who does it to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from secondunit.film.breakdown.sentence import STOPS, Word

PERSON_PRONOUNS = frozenset(
    "he she they him her them we us i you who me himself herself themselves".split()
)
_BEFORE_NOUN = ("AT0", "DPS", "DT0", "CRD", "ORD", "AJ", "DTQ", "PNI")
_CLAUSE = frozenset(
    "as while when until before after because that which who where if though although since "
    "then so".split()
)


class Role(StrEnum):
    """What a noun phrase does in its clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    PLACED = "placed"
    """After a preposition."""


@dataclass(slots=True, kw_only=True)
class Phrase:
    """One noun phrase, or a name, or a pronoun.

    Args:
        first: Index of its first word.
        head: Index of its last noun.
        det: Article, possessive or number it begins with, lower case, or "".
        owner: Index of the word that owns it (``the cat's tail``), or -1.
        count: How many it says, or 0.
        role: What it does.
        preposition: Before it, or "".
        verb: Index of the verb that governs it (or that it governs, for a subject), or -1.
    """

    first: int
    head: int
    det: str = ""
    owner: int = -1
    count: int = 0
    role: Role = Role.OBJECT
    preposition: str = ""
    verb: int = -1


@dataclass(slots=True, kw_only=True)
class Doing:
    """One verb.

    Args:
        at: Index of the word.
        subject: Who does it, or None.
        target: What it is done to directly, or None.
        stop: Index where its reach ends (the next verb or the end of the clause).
    """

    at: int
    subject: Phrase | None
    target: Phrase | None = None
    stop: int = 0


@dataclass(slots=True, kw_only=True)
class Reading:
    """A line read: its words, noun phrases and verbs, in order."""

    words: Sequence[Word]
    phrases: list[Phrase]
    doings: list[Doing]


def read_phrases(words: Sequence[Word], numbers: Mapping[str, int]) -> Reading:
    """Find noun phrases and verbs and tie them together, sentence by sentence."""
    phrases: list[Phrase] = []
    doings: list[Doing] = []
    for start, stop in _sentences(words):
        _read_sentence(words, (start, stop), numbers, (phrases, doings))
    return Reading(words=words, phrases=phrases, doings=doings)


def _sentences(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    start = 0
    for index, word in enumerate(words):
        if word.text in STOPS:
            yield start, index
            start = index + 1
    if start < len(words):
        yield start, len(words)


def _read_sentence(
    words: Sequence[Word],
    span: tuple[int, int],
    numbers: Mapping[str, int],
    into: tuple[list[Phrase], list[Doing]],
) -> None:
    phrases, doings = into
    subject: Phrase | None = None
    doing: Doing | None = None
    at = span[0]
    while at < span[1]:
        phrase = _phrase_at(words, at, span[1], numbers)
        if phrase is not None:
            _place(words, phrase, doing, span)
            if phrase.role is Role.SUBJECT:
                subject, doing = phrase, None
            elif phrase.role is Role.OBJECT and doing is not None and doing.target is None:
                doing.target = phrase
            phrases.append(phrase)
            at = phrase.head + 1
            continue
        word = words[at]
        if word.is_verb and word.tag[:2] in {"VV", "VH", "VD"}:
            if doing is not None:
                doing.stop = at
            doing = Doing(at=at, subject=subject, stop=span[1])
            doings.append(doing)
            if subject is not None and subject.verb < 0:
                subject.verb = at
        elif word.lower in _CLAUSE and doing is not None:
            doing.stop = at
            doing = None
        at += 1


def _place(
    words: Sequence[Word], phrase: Phrase, doing: Doing | None, span: tuple[int, int]
) -> None:
    before = words[phrase.first - 1] if phrase.first > span[0] else None
    if before is not None and (before.tag in {"PRP", "PRF"} or before.lower in {"to", "like"}):
        phrase.role, phrase.preposition = Role.PLACED, before.lower
        phrase.verb = doing.at if doing is not None else -1
        return
    following = _next_verb(words, phrase.head + 1, span[1])
    if doing is None:
        phrase.role = Role.SUBJECT
        return
    opens = before is not None and (before.text == "," or before.lower in {"and", "but", "or"})
    if opens and following and doing.at != phrase.first - 1:
        phrase.role = Role.SUBJECT
        return
    phrase.role, phrase.verb = Role.OBJECT, doing.at


def _next_verb(words: Sequence[Word], at: int, stop: int) -> bool:
    """True when a finite verb follows directly, adverbs aside."""
    while at < stop and words[at].tag in {"AV0", "XX0"}:
        at += 1
    return at < stop and words[at].tag in {"VVZ", "VVD", "VVB", "VBZ", "VBD", "VHZ", "VM0", "VBB"}


def _phrase_at(
    words: Sequence[Word], at: int, stop: int, numbers: Mapping[str, int]
) -> Phrase | None:
    word = words[at]
    if word.tag in {"PNP", "PNX", "PNQ"} and not word.who:
        return Phrase(first=at, head=at)
    det, owner, head, index = "", -1, -1, at
    while index < stop:
        word = words[index]
        if word.who or word.is_noun:
            if head >= 0 and (word.who or words[head].who):
                break
            head = index
        elif word.tag == "POS" and head >= 0:
            owner, head = head, -1
        elif head >= 0:
            break
        elif word.tag.startswith(_BEFORE_NOUN):
            det = det or word.lower
        elif not (_is_participle(word) and _noun_follows(words, index, stop, first=index == at)):
            break
        index += 1
    if head < 0:
        if owner < 0:
            return None
        return Phrase(first=at, head=owner, det=det)
    counted = [word.lower for word in words[at:head] if not word.is_noun]
    return Phrase(first=at, head=head, det=det, owner=owner, count=count_of([*counted], numbers))


def _is_participle(word: Word) -> bool:
    return word.tag in {"VVN", "VVG", "VVD", "AV0"}


def _noun_follows(words: Sequence[Word], at: int, stop: int, *, first: bool) -> bool:
    """True where a participle or adverb stands before a noun as an adjective does."""
    if first or at + 1 >= stop:
        return False
    following = words[at + 1]
    if words[at].tag == "AV0":
        return following.tag.startswith(("AJ", "VVN"))
    return following.tag.startswith(("NN", "AJ")) and not following.who


def count_of(words: Sequence[str], numbers: Mapping[str, int]) -> int:
    """How many a run of number words says; 0 for none.

    >>> count_of(["two", "dozen"], {"two": 2, "dozen": 12})
    24
    """
    total = 0
    for word in words:
        plain = word.replace(",", "")
        if plain.isdigit():
            value = int(plain)
        elif "-" in word and all(part in numbers for part in word.split("-")):
            value = sum(numbers[part] for part in word.split("-"))
        else:
            value = numbers.get(word, 0)
        if value:
            total = total * value if total and value >= 12 else max(total, value)
    return min(total, 100_000)
