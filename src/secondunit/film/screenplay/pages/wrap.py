"""Breaking words into typed lines, as a screenplay's fixed-pitch page does.

Source: measured on pages printed by Final Draft: a line breaks at spaces and after hyphens and
dashes; spaces at its end take no room; words joined by a hard space stay together; a word longer
than the line is cut.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"(?:[^\s\-–—]|\xa0)*[\-–—]|(?:[^\s\-–—]|\xa0)+|\n|[^\S\n\xa0]+")
_SENTENCE = re.compile(r"(?:(?<![.!?…])[.!?…]+|(?<!-)-{2,}|—)[\"'”’)\]*]*(?=\s)\s*")


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
    starts = [0]
    width = max(width, 1)
    if len(text) <= width and "\n" not in text:
        return starts
    start = -1
    while start < starts[-1]:
        start = starts[-1]
        _next_line(text, width, starts)
    return starts


def _next_line(text: str, width: int, starts: list[int]) -> None:
    """Add where the line after the last one begins, if there is one.

    Words that end before the last space on a line cannot break it: they are not looked at.
    """
    start = starts[-1]
    forced = text.find("\n", start, start + width + 1)
    if forced >= 0:
        starts.append(forced + 1)
        return
    if len(text) - start <= width:
        return
    for match in _WORD.finditer(text, max(text.rfind(" ", start, start + width), start)):
        word, at = match[0], match.start()
        if word == "\n":
            starts.append(at + 1)
            return
        if not word.isspace() and match.end() - start > width + (word[-1] == "-"):
            if at > start:
                start = at
                starts.append(start)
            while match.end() - start > width:
                start += width
                starts.append(start)
            return


def count_lines(text: str, width: int) -> int:
    """How many typed lines a paragraph takes; an empty one takes one."""
    return len(wrap(text, width))


def sentence_starts(text: str) -> list[int]:
    """Where each sentence after the first begins.

    >>> sentence_starts("Go. But stay!  No")
    [4, 15]
    """
    ends = (match.end() for match in _SENTENCE.finditer(text))
    return [end for end in ends if end < len(text)]
