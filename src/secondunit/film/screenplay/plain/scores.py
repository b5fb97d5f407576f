"""How much a row of a messy script looks like each label, by itself and by what others voted.

The weights are hand-set from the customs of the trade; none is learned from any script.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import log

from secondunit.film.screenplay.plain.places import find_places
from secondunit.film.screenplay.plain.rows import PlainRow
from secondunit.film.screenplay.plain.votes import Ballot, Label, layout_scores, words_of
from secondunit.film.screenplay.plain.words import (
    bare_name,
    can_be_name,
    has_extension,
    heading_strength,
    is_act,
    is_capital,
    is_shot,
    is_transition,
)

NEVER = -30.0
"""Score of what cannot be."""

A, D = Label.ACTION, Label.DIALOGUE
_DASH = re.compile(r"\s[-–—]+\s")
_CLOSED = re.compile(r"\)[\s.…:,;-]*$")
_FEW_HEADINGS = 5
_NO_GAPS = (0.0, 0.0, 0.0)
_LONGEST_BRACKET = 12
_NAMED = re.compile(r"(?:The\s)?([A-Z][\w'’]+)(?:'s|’s)?\s(?:and\s[A-Z]\w+\s|[A-Z]\w+\s)?[a-z]")
_THIRD = re.compile(r"(?:He|She|They|The\s[a-z]+)\s(?:[a-z]+ly\s)?[a-z]{3,}s?\s?[a-z.]")
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


def first_names(looks: Sequence[Looks]) -> Counter[str]:
    """How often each row that can be a name stands; in small letters only where capitals fail."""
    names = Counter(look.name for look in looks if look.name and look.capital)
    if 50 * sum(count for count in names.values() if count > 1) > len(looks):
        return names
    return names + Counter(look.name for look in looks if look.name and look.title)


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


def score_rows(
    rows: Sequence[PlainRow],
    looks: Sequence[Looks],
    gaps: Sequence[int],
    names: Counter[str],
    ballot: Ballot | None,
    *,
    is_parted: bool,
) -> list[list[float]]:
    """Score of every label for every row."""
    scores = []
    tails = _repeated_tails(rows, looks)
    sure = [look.heading > 1 or (look.heading == 1 and look.capital) for look in looks]
    places = find_places(
        (row.text for row, is_sure in zip(rows, sure, strict=True) if is_sure), names
    )
    bare = _bareness(looks, len(rows))
    above = _gap_scores(sure, gaps) if is_parted else _NO_GAPS
    known = {word for name, count in names.items() if count > 1 for word in name.split()}
    for index, (row, look) in enumerate(zip(rows, looks, strict=True)):
        is_last = index + 1 == len(rows)
        after = 2 if is_last else gaps[index + 1]
        set_off = is_parted and bool(gaps[index] and after)
        place = 0.0
        if look.capital and look.heading < 2 and not (look.bracket or look.transition):
            place = places.score(row.text, names)
        score = [
            _heading_score(row, look, set_off=set_off)
            + (bare if look.capital and set_off else 0.0)
            + (place + above[gaps[index]] if not look.heading else min(place, 0.0))
            + (7.0 if not look.heading and _tail(row.text) in tails else 0.0),
            _action_score(look, names) - (2.0 if row.number and look.shot else 0.0),
            _cue_score(row, look, names, after, is_last=is_last, is_parted=is_parted)
            - (max(place - 2.0, 0.0) if not look.extension else 0.0),
            (0.5 * look.words if not look.capital else -0.6),
            _bracket_score(look),
            _transition_score(row, look),
        ]
        if look.heading == 3:
            score[D] -= 3.0
        if (first := _NAMED.match(row.text)) and first[1].upper() in known:
            score[A] += 1.8
            score[D] -= 1.2
        elif _THIRD.match(row.text):
            score[A] += 1.0
            score[D] -= 0.7
        if ballot is not None:
            score = [a + b for a, b in zip(score, layout_scores(ballot, row), strict=True)]
            if len(row.text) > ballot.speech_width:
                score[D] -= 2.5
            words = ballot.words.score(look.said)
            score[D] += 0.5 * words
            score[A] -= 0.5 * words
        scores.append(score)
    return scores


def _bareness(looks: Sequence[Looks], count: int) -> float:
    """How much a script lacks headings by their prefix, so that others are looked for."""
    if 150 * sum(look.heading > 1 for look in looks) >= count:
        return 0.0
    return 1.5 if 150 * sum(look.heading == 1 and look.capital for look in looks) >= count else 4.0


def _gap_scores(sure: Sequence[bool], gaps: Sequence[int]) -> tuple[float, ...]:
    """How much more each gap stands above the sure headings of a script than above other rows."""
    heads = Counter(gap for gap, is_sure in zip(gaps, sure, strict=True) if is_sure)
    rest = Counter(gap for gap in gaps if gap)
    if heads.total() < _FEW_HEADINGS:
        return _NO_GAPS
    return tuple(
        min(
            max(
                log(
                    (heads[gap] + 0.3)
                    * (rest.total() + 1)
                    / ((rest[gap] + 0.3) * (heads.total() + 1))
                ),
                -4.0,
            ),
            2.0,
        )
        if gap
        else 0.0
        for gap in range(3)
    )


def _heading_score(row: PlainRow, look: Looks, *, set_off: bool) -> float:
    score = (-6.0, 1.5, 4.5, 9.0)[look.heading]
    if row.number and look.capital and not look.transition:
        score += 7.0 if row.both else 4.5
    if not look.capital and look.heading < 2:
        score -= 0.0 if look.heading and set_off else 6.0
    return score + (1.0 if set_off and look.capital and not look.heading else 0.0)


def _tail(text: str) -> str:
    """What stands after the last dash of a row, where a heading names the time, or ""."""
    cut = _DASH.split(text)
    return cut[-1].strip(" .") if len(cut) > 1 and len(cut[-1]) < 24 else ""


def _repeated_tails(rows: Sequence[PlainRow], looks: Sequence[Looks]) -> frozenset[str]:
    """Tails that many rows in capitals share: times of day, in whatever language."""
    seen = Counter(
        tail
        for row, look in zip(rows, looks, strict=True)
        if look.capital and not look.bracket and (tail := _tail(row.text)) and tail[0].isalpha()
    )
    return frozenset(tail for tail, count in seen.items() if count > 2)


def _action_score(look: Looks, names: Counter[str]) -> float:
    score = -0.25 * look.words
    if look.capital:
        score -= 0.6
    if look.name and look.capital and names[look.name] > 1:
        score -= 1.5
    if look.bracket == 2:
        score -= 0.5
    if look.shot:
        score += 2.0
    if look.heading == 3:
        score -= 4.0
    return score


def _cue_score(
    row: PlainRow,
    look: Looks,
    names: Counter[str],
    after: int,
    *,
    is_last: bool,
    is_parted: bool,
) -> float:
    if not look.name or look.bracket or is_last:
        return NEVER / 2
    known = names[look.name]
    score = 0.5 if look.capital else -1.5 if known > 2 else -7.0
    if known > 1:
        score += 1.5 + (0.5 if known > 4 else 0.0)
    if look.extension:
        score += 3.0
    if look.heading > 1:
        score -= 7.0
    elif look.heading:
        score -= 2.0
    if look.transition:
        score -= 5.0
    if look.shot or is_act(row.text):
        score -= 3.0
    if len(look.name) > 24:
        score -= 1.5
    if is_parted and after:
        score -= 0.5
    return score


def _bracket_score(look: Looks) -> float:
    if look.bracket:
        return (0.0, 4.0, 5.0)[look.bracket]
    return 3.5 if look.goes_on else -10.0


def _transition_score(row: PlainRow, look: Looks) -> float:
    if look.transition:
        return 6.0 if look.capital else 3.5
    if look.capital and row.text.endswith(":") and len(row.text) < 24:
        return -2.0
    return -9.0
