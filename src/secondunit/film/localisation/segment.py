"""Break a speech into subtitles and rows, by the least total cost over all ways to break it.

Source: the break rules common to timed-text style guides: after punctuation, before a conjunction
or a preposition; never between an article and its noun, a title and a name, a subject pronoun and
its verb; the upper row not longer than the lower one where there is a choice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_STRONG = re.compile(r"[.!?…]['’\")\]]*$")
_WEAK = re.compile(r"[,;:–—-]['’\")\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How subtitles of one language are set.

    Args:
        width: Characters in a row.
        rows: Rows in a subtitle.
        break_before: Words before which a row may well begin (conjunctions, prepositions).
        keep_with_next: Words that must not end a row (articles, possessives, pronouns, titles).
    """

    width: int
    rows: int
    break_before: frozenset[str]
    keep_with_next: frozenset[str]


def break_cost(before: str, after: str, setting: Setting) -> int:
    """How much a break between two words hurts: 0 after a full stop, 100 inside a tight pair."""
    if _STRONG.search(before):
        return 0
    if _WEAK.search(before):
        return 8
    bare = before.casefold().strip(",.;:!?'\"’…")
    if bare in setting.keep_with_next:
        return 100
    return 18 if after.casefold().strip("'\"’") in setting.break_before else 40


def rows_of(words: Sequence[str], setting: Setting) -> tuple[str, ...] | None:
    """The best way to set words in one subtitle, or None when they do not fit.

    One row where it fits; else the cheapest break, the lower row longer on a tie.
    """
    text = " ".join(words)
    if len(text) <= setting.width:
        return (text,)
    if setting.rows < 2:
        return None
    best: tuple[int, tuple[str, str]] | None = None
    for at in range(1, len(words)):
        upper, lower = " ".join(words[:at]), " ".join(words[at:])
        if max(len(upper), len(lower)) > setting.width:
            continue
        shape = abs(len(lower) - len(upper)) + (6 if len(upper) > len(lower) else 0)
        cost = 4 * break_cost(words[at - 1], words[at], setting) + shape
        if best is None or cost < best[0]:
            best = (cost, (upper, lower))
    return None if best is None else best[1]


def split_speech(text: str, setting: Setting) -> tuple[tuple[str, ...], ...]:
    """Break a speech into subtitles, each a tuple of rows.

    A word longer than a row is cut at the row's width, so that nothing is lost.

    Args:
        text: The speech; line breaks count as spaces.
        setting: How subtitles of its language are set.
    """
    words = [part for word in text.split() for part in _fit(word, setting.width)]
    count = len(words)
    costs = [0, *[10**9] * count]
    chosen = [0] * (count + 1)
    chosen_rows: list[tuple[str, ...]] = [()] * (count + 1)
    for end in range(1, count + 1):
        for start in range(end - 1, -1, -1):
            if sum(map(len, words[start:end])) > setting.width * setting.rows:
                break
            rows = rows_of(words[start:end], setting)
            if rows is None:
                continue
            last = 0 if end == count else 3 * break_cost(words[end - 1], words[end], setting)
            short = 30 if count > 3 and end - start == 1 else 0
            cost = costs[start] + 60 + last + short
            if cost < costs[end]:
                costs[end], chosen[end], chosen_rows[end] = cost, start, rows
    pieces = []
    at = count
    while at > 0:
        pieces.append(chosen_rows[at])
        at = chosen[at]
    return tuple(reversed(pieces))


def _fit(word: str, width: int) -> list[str]:
    return [word[at : at + width] for at in range(0, len(word), width)]
