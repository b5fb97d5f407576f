"""Breaking words into typed lines, as a screenplay's fixed-pitch page does.

Source: measured on pages printed by Final Draft: a line breaks at spaces and after hyphens and
dashes; spaces at its end take no room; words joined by a hard space stay together; a word longer
than the line is cut.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"(?:[^\s\-–—]|\xa0)*[\-–—]|(?:[^\s\-–—]|\xa0)+|\n|[^\S\n\xa0]+")
_ODD = re.compile(r"[^\S \n]|[–—]")
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
    width = max(width, 1)
    if len(text) <= width and "\n" not in text:
        return [0]
    return _wrap_any(text, width) if _ODD.search(text) else _wrap_plain(text, width)


def _wrap_any(text: str, width: int) -> list[int]:
    """Word by word."""
    starts = [0]
    start = 0
    for match in _WORD.finditer(text):
        word, at = match[0], match.start()
        if word == "\n":
            start = at + 1
            starts.append(start)
        elif not word.isspace() and match.end() - start > width + (word[-1] == "-"):
            if at > start:
                start = at
                starts.append(start)
            while match.end() - start > width:
                start += width
                starts.append(start)
    return starts


def _wrap_plain(text: str, width: int) -> list[int]:
    """The same of a text without odd spaces and dashes: line by line, looking back for a break."""
    starts = [0]
    start, size = 0, len(text)
    end = text.find("\n")
    end = size if end < 0 else end
    while True:
        limit = start + width
        if end <= limit:
            if end == size:
                return starts
            start, limit = end + 1, 0
            starts.append(start)
            end = text.find("\n", start)
            end = size if end < 0 else end
            continue
        at = limit
        if text[at] == "-":
            at += 1
        elif text[at] != " ":
            at = max(text.rfind(" ", start, at), text.rfind("-", start, at), start - 1) + 1
        while at < end and text[at] == " ":
            at += 1
        if at == end:
            start = end - width
            continue
        stop = _ends_word(text, at, end)
        if at > start:
            start = at
            starts.append(start)
        while stop - start > width:
            start += width
            starts.append(start)


def _ends_word(text: str, at: int, end: int) -> int:
    """Where the word that begins at a place ends; a hyphen belongs to it."""
    space, hyphen = text.find(" ", at, end), text.find("-", at, end)
    space = end if space < 0 else space
    return space if hyphen < 0 or hyphen > space else hyphen + 1


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
