"""Where the words of a script put a garment on or take it off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache

from secondunit.film.shots.cast.look_table import LookTable

BETWEEN = 4
"""Words between what is done and the garment: takes off her old red woollen coat."""


class Change(Enum):
    """What is done with a garment where it is named."""

    NONE = auto()
    ON = auto()
    OFF = auto()


def change_at(text: str, start: int, end: int, table: LookTable) -> Change:
    """What a sentence does with the garment that it names.

    Args:
        text: The paragraph.
        start: Where the garment begins.
        end: Where it ends.
        table: The words.

    >>> table = LookTable(put_on=("puts on",), taken_off=("takes off",))
    >>> text = "She takes off her red hat and puts her coat on."
    >>> change_at(text, 22, 25, table), change_at(text, 39, 43, table)
    (<Change.OFF: 3>, <Change.ON: 2>)
    """
    sentence = re.split(r"[.!?;,]", text[:start])[-1]
    after = re.match(r" (on|off)\b", text[end:])
    for change, words in ((Change.OFF, table.taken_off), (Change.ON, table.put_on)):
        whole, apart = _patterns(words)
        if whole is not None and whole.search(sentence):
            return change
        way = "off" if change is Change.OFF else "on"
        if apart is not None and after is not None and after[1] == way and apart.search(sentence):
            return change
    return Change.NONE


def changes_told(text: str, table: LookTable) -> Iterator[tuple[re.Match[str], str, Change]]:
    """Every garment of a paragraph that is put on or taken off, and what it is called."""
    for found in _garments(tuple(table.garments)).finditer(text):
        change = change_at(text, found.start(), found.end(), table)
        if change is not Change.NONE:
            yield found, found[1].casefold(), change


@lru_cache(maxsize=4)
def _garments(words: Sequence[str]) -> re.Pattern[str]:
    longest = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(longest) or '$^'})(?:e?s)?\b", re.I)


@lru_cache(maxsize=4)
def _patterns(words: Sequence[str]) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """What is done right before the garment; and what is done with its on or off after it."""
    gap = rf"(?: (?!and\b|with\b)[\w’'-]+){{0,{BETWEEN}}} $"
    parted = [word.removesuffix(" on").removesuffix(" off") for word in words if " o" in word]
    return tuple(
        re.compile(rf"\b(?:{'|'.join(map(re.escape, some))}){gap}", re.I) if some else None
        for some in (words, parted)
    )  # type: ignore[return-value]  # a tuple of two, since there are two
