"""Breaking words into typed lines, as a screenplay's fixed-pitch page does.

Source: measured on pages printed by Final Draft: a line breaks at spaces and after hyphens and
dashes; spaces at its end take no room; words joined by a hard space stay together; a word longer
than the line is cut.
"""

from __future__ import annotations

import re
from functools import lru_cache

_GAP, _DASH = r"[^\S\xa0]", "[-–—]"
_SENTENCE = re.compile(r"(?:(?<![.!?…])[.!?…]+|(?<!-)-{2,}|—)[\"'”’)\]*]*(?=\s)\s*")


@lru_cache(maxsize=128)
def _typed_line(width: int) -> re.Pattern[str]:
    """The longest beginning of a row that a typed line holds, and the spaces after it.

    A hyphen may hang over; what has nowhere to break is cut.
    """
    breaks = rf"(?:(?={_GAP}|\Z)|(?<={_GAP}|{_DASH}))"
    return re.compile(rf"(?:.{{{width}}}-|.{{1,{width}}}{breaks}|.{{{width}}}){_GAP}*", re.DOTALL)


def wrap(text: str, width: int) -> list[int]:
    r"""Where each typed line of a paragraph begins.

    Args:
        text: The paragraph; ``\n`` in it forces a new line.
        width: Characters a line holds.

    Returns:
        Character positions, the first 0.

    >>> wrap("one two", 7), wrap("one two", 6), wrap("well-known", 6)
    ([0], [0, 4], [0, 5])
    """
    width = max(width, 1)
    if "\n" not in text:
        return [0] if len(text) <= width else _wrap_row(text, width)
    starts, at = [], 0
    for row in text.split("\n"):
        starts += [at + start for start in _wrap_row(row, width)] if len(row) > width else [at]
        at += len(row) + 1
    return starts


def _wrap_row(row: str, width: int) -> list[int]:
    return [match.start() for match in _typed_line(width).finditer(row)]


def count_lines(text: str, width: int) -> int:
    """How many typed lines a paragraph takes; an empty one takes one."""
    if "\n" in text:
        return len(wrap(text, width))
    return len(_typed_line(max(width, 1)).findall(text)) if len(text) > width else 1


def sentence_starts(text: str) -> list[int]:
    """Where each sentence after the first begins.

    >>> sentence_starts("Go. But stay!  No")
    [4, 15]
    """
    ends = (match.end() for match in _SENTENCE.finditer(text))
    return [end for end in ends if end < len(text)]
