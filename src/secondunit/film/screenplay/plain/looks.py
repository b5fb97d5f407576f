"""What each row of a messy script looks like by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from secondunit.film.screenplay.plain.rows import PlainRow
from secondunit.film.screenplay.plain.votes import words_of
from secondunit.film.screenplay.plain.words import (
    bare_name,
    can_be_name,
    has_extension,
    heading_strength,
    is_capital,
    is_shot,
    is_stage,
    is_transition,
)

_CLOSED = re.compile(r"\)[\s.…:,;-]*$")
_LONGEST_BRACKET = 12
_SPEECH_WORDS = re.compile(
    r"\b(?:I|I'(?:m|ll|ve|d)|you|your|you're|yeah|okay|hey|my|me|we're|don't|can't|let's|won't)\b",
    re.IGNORECASE,
)
_ACTION_WORDS = re.compile(r"\b(?:camera|we see|his|her|he|she|they|their|looks?|turns?)\b", re.I)


@dataclass(frozen=True, slots=True)
class Looks:
    """What a row looks like, asked once."""

    heading: int
    transition: bool
    capital: bool
    title: bool
    name: str
    extension: bool
    bracket: int  # 2 opens and closes, 1 opens, 0 no bracket
    goes_on: bool  # inside a bracket opened above
    shot: bool
    stage: bool  # tells of what is done as only action does
    words: float
    said: tuple[str, ...]


def look_at(rows: Sequence[PlainRow]) -> list[Looks]:
    """What each row looks like by itself."""
    looks = []
    inside = 0  # rows left of a bracket opened above
    for index, row in enumerate(rows):
        text = row.text
        goes_on, inside = inside > 0, max(inside - 1, 0)
        bracket = 0
        if text[:1] == "(" and not goes_on:
            inside = _bracket_rows(rows, index)
            bracket = 2 if _CLOSED.search(text) else int(inside > 0)
        look = _look(text)
        if bracket or goes_on:
            look = replace(look, bracket=bracket, goes_on=goes_on)
        looks.append(look)
    return looks


@lru_cache(maxsize=8192)
def _look(text: str) -> Looks:
    """What a row looks like whatever stands around it; many rows of a script are the same."""
    name = bare_name(text) if can_be_name(text) else ""
    return Looks(
        heading=heading_strength(text),
        transition=is_transition(text),
        capital=is_capital(name_part(text)),
        title=name_part(text).istitle(),
        name=name,
        extension=bool(name) and has_extension(text),
        bracket=0,
        goes_on=False,
        shot=is_shot(text),
        stage=is_stage(text),
        words=_word_hint(text),
        said=tuple(words_of(text)),
    )


def _bracket_rows(rows: Sequence[PlainRow], index: int) -> int:
    """Rows after this one until its bracket closes; 0 where it closes here, or never."""
    if ")" in rows[index].text:
        return 0
    for count in range(1, min(_LONGEST_BRACKET, len(rows) - index)):
        row = rows[index + count]
        if row.blanks > 1 + rows[index + 1].blanks or row.text[:1] == "(":
            return 0
        if ")" in row.text:
            return count
    return 0


def first_names(looks: Sequence[Looks], gaps: Sequence[int]) -> Counter[str]:
    """How often each row that can be a name stands; in small letters only where capitals fail.

    Where most of those that come again touch the row below, the others are no names.

    Args:
        looks: Of each row.
        gaps: Above each row, 0 where it touches the row above.
    """
    capitals = [index for index, look in enumerate(looks) if look.name and look.capital]
    names = Counter(looks[index].name for index in capitals)
    touching = Counter(
        looks[index].name for index in capitals if index + 1 < len(looks) and not gaps[index + 1]
    )
    if 10 * _again(touching) > 7 * _again(names):
        names = touching
    if 50 * _again(names) > len(looks):
        return names
    return names + Counter(look.name for look in looks if look.name and look.title)


def _again(names: Counter[str]) -> int:
    return sum(count for count in names.values() if count > 1)


def name_part(text: str) -> str:
    """A row without its brackets, which may be in small letters under a name in capitals."""
    head, bracket, _ = text.partition("(")
    return head if bracket and head.strip() else text


def _word_hint(text: str) -> float:
    """Above 0 where English words of speech stand, below 0 for those of action."""
    text = text.replace("’", "'")
    said = len(_SPEECH_WORDS.findall(text)) + ("?" in text) + 0.5 * ("!" in text)
    told = len(_ACTION_WORDS.findall(text))
    return min(max(0.7 * (said - 0.6 * told), -1.5), 2.0)
