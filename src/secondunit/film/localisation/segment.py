"""Break a speech into subtitles and rows, by the least total cost over all ways to break it.

Source: the break rules common to timed-text style guides: after punctuation, before a conjunction
or a preposition; never between an article and its noun, a first and a last name, a subject pronoun
and its verb, a verb and its auxiliary or negation; the upper row not longer than the lower one
where there is a choice; one row where it fits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.film.localisation.model import SubtitleStyle

_STRONG = re.compile(r"[.!?…]['’\"”)\]]*$")
_WEAK = re.compile(r"[,;:–—-]['’\"”)\]]*$")
_EDGES = ",.;:!?'\"’‘“”…()[]–—-"
# Costs on one scale. A further subtitle costs as much as a poor break between two (3 x 18), so a
# speech is broken at a full stop gladly, at a comma where needed, inside a phrase when it must.
_TIGHT = 100
_NAME = 70
_PLAIN = 40
_LINKED = 18
_PAUSE = 8
_SUBTITLE = 60
_LONE_WORD = 30
_TOO_LONG = 130
_FAR = 10**9


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How subtitles of one language are set.

    Args:
        width: Characters in a row.
        rows: Rows in a subtitle.
        break_before: Words before which a row may well begin (conjunctions, prepositions).
        keep_with_next: Words that must not end a row (articles, possessives, pronouns, titles),
            in lower case; an abbreviation with its full stop (``mrs.``).
    """

    width: int
    rows: int
    break_before: frozenset[str]
    keep_with_next: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast a speech is said, so that no subtitle of it stays too short or too long.

    Args:
        frames: Length of the speech.
        shortest: Least frames of a subtitle.
        longest: Most frames of a subtitle.
    """

    frames: int
    shortest: int
    longest: int


def setting_of(style: SubtitleStyle, *, rows: int, margin: int = 0) -> Setting:
    """The setting of a style, with so many rows, each ``margin`` characters narrower."""
    return Setting(
        width=style.max_characters - margin,
        rows=rows,
        break_before=frozenset(style.break_before),
        keep_with_next=frozenset(style.keep_with_next),
    )


def break_cost(before: str, after: str, setting: Setting) -> int:
    """How much a break between two words hurts: 0 after a full stop, 100 inside a tight pair."""
    if before.casefold() in setting.keep_with_next:
        return _TIGHT
    if _STRONG.search(before):
        return 0
    if _WEAK.search(before):
        return _PAUSE
    if _bare(before) in setting.keep_with_next:
        return _TIGHT
    if before[:1].isupper() and after[:1].isupper():
        return _NAME
    return _LINKED if _bare(after) in setting.break_before else _PLAIN


def rows_of(words: Sequence[str], setting: Setting) -> tuple[str, ...] | None:
    """The best way to set words in one subtitle, or None when they do not fit.

    One row where it fits; else the cheapest breaks, the lower row longer on a tie.
    """
    return _rows(tuple(words), setting, setting.rows)[1]


def split_speech(
    text: str, setting: Setting, pace: Pace | None = None
) -> tuple[tuple[str, ...], ...]:
    """Break a speech into subtitles, each a tuple of rows.

    A word longer than a row is cut at the row's width, so that nothing is lost.

    Args:
        text: The speech; line breaks count as spaces.
        setting: How subtitles of its language are set.
        pace: How fast it is said; None where that does not matter.
    """
    words = [part for word in text.split() for part in _fit(word, setting.width)]
    count = len(words)
    whole = sum(map(len, words))
    costs = [0, *[_FAR] * count]
    chosen: list[tuple[int, tuple[str, ...]]] = [(0, ())] * (count + 1)
    for end in range(1, count + 1):
        size = 0
        for start in range(end - 1, -1, -1):
            size += len(words[start])
            if size > setting.width * setting.rows:
                break
            hurt, rows = _rows(tuple(words[start:end]), setting, setting.rows)
            if rows is None:
                continue
            cost = costs[start] + _SUBTITLE + hurt // 4 + _time_cost(size, whole, pace)
            if end < count:
                cost += 3 * break_cost(words[end - 1], words[end], setting)
            if count > 3 and end - start == 1:
                cost += _LONE_WORD
            if cost < costs[end]:
                costs[end], chosen[end] = cost, (start, rows)
    pieces = []
    at = count
    while at > 0:
        at, rows = chosen[at][0], chosen[at][1]
        pieces.append(rows)
    return tuple(reversed(pieces))


def _rows(
    words: tuple[str, ...], setting: Setting, rows: int
) -> tuple[int, tuple[str, ...] | None]:
    """Least cost of setting words in at most so many rows, and how."""
    text = " ".join(words)
    if len(text) <= setting.width:
        return 0, (text,)
    best: tuple[int, tuple[str, ...] | None] = (_FAR, None)
    if rows < 2 or len(text) > (setting.width + 1) * rows:
        return best
    for at in range(1, len(words)):
        upper = " ".join(words[:at])
        if len(upper) > setting.width:
            break
        cost, lower = _rows(words[at:], setting, rows - 1)
        if lower is None:
            continue
        shape = abs(len(lower[0]) - len(upper)) + (6 if len(upper) > len(lower[0]) else 0)
        cost += 4 * break_cost(words[at - 1], words[at], setting) + shape
        if cost < best[0]:
            best = (cost, (upper, *lower))
    return best


def _time_cost(size: int, whole: int, pace: Pace | None) -> int:
    """What it costs that a subtitle would stay too short, or longer than is allowed.

    Too long costs less than a break inside a phrase: a slow speech is broken at its pauses only.
    """
    if pace is None:
        return 0
    frames = pace.frames * size // whole
    missing = max(0, pace.shortest - frames)
    return _SUBTITLE * missing // pace.shortest + min(_TOO_LONG, max(0, frames - pace.longest))


def _bare(word: str) -> str:
    return word.casefold().replace("’", "'").strip(_EDGES)


def _fit(word: str, width: int) -> list[str]:
    return [word[at : at + width] for at in range(0, len(word), width)]
