"""Writing Fountain's emphasis, notes and boneyards back into a line's words.

Source: Fountain 1.1, Emphasis, Notes, Boneyard; the reverse of ``emphasis`` and ``comments``.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from secondunit.film.screenplay.emphasis import read_emphasis
from secondunit.film.screenplay.model import Emphasis, Line, LineKind

_MARKS = {"bold": "**", "italic": "*", "underline": "_"}
_ORDER = ("bold", "italic", "underline")
_LITERAL = re.compile(r"([*_])")
_EMPTY_ROW = re.compile(r"\n[^\S\n]*(?=\n)")


def merge_emphasis(text: str, emphasis: Iterable[Emphasis]) -> tuple[Emphasis, ...]:
    """The same styles said in one way: by row, spaces at the ends left aside, none touching.

    Args:
        text: The words, rows parted by ``\\n``.
        emphasis: Styled stretches of them, in any order, overlapping or not.
    """
    merged: list[Emphasis] = []
    for style in _ORDER:
        spans = sorted((each.start, each.end) for each in emphasis if each.style == style)
        at = -1
        for start, end in (piece for span in spans for piece in _trim(text, *span)):
            if merged and merged[-1].style == style and not text[at:start].strip(" "):
                start, end = merged.pop().start, max(at, end)  # noqa: PLW2901
            merged.append(Emphasis(start=start, end=end, style=style))
            at = end
    return tuple(sorted(merged, key=lambda each: (each.start, -each.end, each.style)))


def _trim(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The rows of a stretch, each without the spaces at its ends."""
    for row in re.finditer(r"[^\n]+", text[start:end]):
        bare = row[0].strip()
        if bare:
            first = start + row.start() + row[0].index(bare)
            yield first, first + len(bare)


def write_rows(line: Line, asides: Sequence[Line] = (), forced: Collection[int] = ()) -> list[str]:
    """The rows of a line with its marks, and with the comments cut out of it put back.

    Args:
        line: What is to be written.
        asides: Notes and boneyards that stood in it, by ``anchor``.
        forced: Rows whose words need a ``!`` before them.
    """
    emphasis = deque(merge_emphasis(line.text, line.emphasis))
    cuts = deque(sorted(asides, key=lambda aside: aside.anchor or 0))
    rows: list[str] = []
    start = 0
    for index, text in enumerate(line.text.split("\n")):
        end = start + len(text)
        styles, said = [], []
        while emphasis and emphasis[0].start < end:
            each = emphasis.popleft()
            styles.append(replace(each, start=each.start - start, end=each.end - start))
        pieces = _read_alike(text, styles)
        if index in forced:
            indent = len(text) - len(text.lstrip())
            pieces[indent] = "!" + pieces[indent]
        while cuts and (cuts[0].anchor or 0) <= end:
            said.append(cuts.popleft())
        start = end + 1
        if start > len(line.text):
            said += cuts
        rows.append(
            _insert(
                pieces,
                [(_place(each, end - len(text), text), write_comment(each)) for each in said],
            )
        )
    return rows


def _place(aside: Line, start: int, text: str) -> int:
    """The character of a row at which a comment stands."""
    return min(max((aside.anchor or 0) - start, 0), len(text))


def write_words(text: str) -> str:
    """Words without styles, with a backslash before what would be read as a mark.

    >>> write_words("a *b* c"), write_words("2*3*4")
    ('a \\\\*b\\\\* c', '2*3*4')
    """
    return text if read_emphasis(text).text == text else _LITERAL.sub(r"\\\1", text)


def _read_alike(text: str, styles: Sequence[Emphasis]) -> list[str]:
    """The first way of writing a row that reads back the same; without its styles if none does."""
    for kept, escapes in ((styles, False), (styles, True), ((), False), ((), True)):
        pieces = _pieces(text, kept, escapes=escapes)
        found = read_emphasis("".join(pieces))
        if found.text == text and merge_emphasis(text, found.emphasis) == tuple(kept):
            break
    return pieces


def _pieces(text: str, styles: Sequence[Emphasis], *, escapes: bool) -> list[str]:
    """For each character the marks before it and itself; last the marks at the end."""
    if not styles and not escapes:
        return [*text, ""]
    open_: list[Emphasis] = []
    pieces = []
    for at in range(len(text) + 1):
        marks = ""
        while any(each.end == at for each in open_):
            marks += _MARKS[open_[-1].style]
            open_.pop()
        reopened = [each for each in styles if each.start < at < each.end and each not in open_]
        started = [each for each in styles if each.start == at]
        for each in [*reopened, *sorted(started, key=lambda each: -each.end)]:
            marks += _MARKS[each.style]
            open_.append(each)
        character = text[at : at + 1]
        literal = escapes and character in {"*", "_"}
        pieces.append(marks + ("\\" if literal else "") + character)
    return pieces


def _insert(pieces: Sequence[str], cuts: Sequence[tuple[int, str]]) -> str:
    """Put comments before their characters; a reader takes one of two spaces around them away."""
    row: list[str] = []
    end, last = 0, ""
    for index, (at, said) in enumerate(cuts):
        if at > end:
            row += pieces[end:at]
            end, last = at, row[-1][-1:]
        is_last = index + 1 == len(cuts) or cuts[index + 1][0] > at
        space = " " if is_last and pieces[at][:1] == " " and last in {"", " "} else ""
        row += [said, space]
    return "".join([*row, *pieces[end:]])


def write_comment(aside: Line) -> str:
    """A note or boneyard in its brackets; a note's empty rows hold two spaces.

    A closing bracket inside it is parted by a space: nothing else keeps it from closing.
    """
    if aside.kind is LineKind.BONEYARD:
        return f"/* {aside.text.replace('*/', '* /')} */"
    said = aside.text.replace("]]", "] ]").replace("/*", "/ *")
    said = _EMPTY_ROW.sub("\n  ", said)
    before = " " if said[:1] == "[" else ""
    after = " " if said[-1:] == "]" else ""
    return f"[[{before}{said}{after}]]"
