"""Scripts with known labels, written down as messily as people and programs write them down."""

from __future__ import annotations

import random
import re
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondunit.film.screenplay.heading import read_heading
from secondunit.film.screenplay.model import Line, LineKind, Screenplay

S, A, C, D, P, T = "scene", "action", "cue", "dialogue", "parenthetical", "transition"
LABELS = (S, A, C, D, P, T)
ANY = "any"
"""A row that the measure leaves out: centred words, act cards, shots, title pages."""

NONE = "none"
"""A row that nobody wrote: page numbers, MORE, CONTINUED."""

Row = tuple[str, str]

_TRANSITION_SHAPE = re.compile(
    r"FADE (?:IN|OUT)[:.]?|(?:CUT|FADE) TO (?:BLACK|WHITE)[:.]?|INTERCUT(?: WITH)?[:.]?"
)
_FEW_TAILS = 3

_KINDS = {
    LineKind.HEADING: S,
    LineKind.ACTION: A,
    LineKind.GENERAL: A,
    LineKind.CUE: C,
    LineKind.DIALOGUE: D,
    LineKind.LYRIC: D,
    LineKind.PARENTHETICAL: P,
    LineKind.TRANSITION: T,
    LineKind.CENTERED: ANY,
    LineKind.ACT: ANY,
    LineKind.SHOT: ANY,
}
_WEB = {S: 10, A: 10, C: 35, D: 20, P: 27, T: 55, ANY: 30}
_FLUSH = dict.fromkeys((*LABELS, ANY), 0)
_WRAPPED = {S: 60, A: 60, C: 38, D: 35, P: 26, T: 20, ANY: 60}
_BEFORE = {S: 2, A: 1, C: 1, D: 0, P: 0, T: 1, ANY: 1}
_SLIPS = {"I": "l", "O": "0", "l": "1", "m": "rn", ".": ",", "S": "5", "e": "c", "'": "`"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """One way of writing a script down.

    Args:
        name: What it is called in the table.
        held: Never looked at while the reader was made.
        indents: Columns by label.
        widths: Characters of a row by label; None for one row a paragraph.
        before: Empty rows before a paragraph by label.
        tab: Indents are written as tabs of this width; 0 for spaces.
        jitter: Columns by which an indent may be off.
        spread: Empty rows put after every row.
        numbers: Scene numbers on both sides of headings.
        pages: Page numbers, running heads, CONTINUED and MORE between the rows.
        headings: ``upper``, ``lower``, ``title``, ``bare`` (INT and EXT left out), ``place`` (the
            time left out too) or ``mixed`` (every third one a place alone, and short).
        capitals: Action is in capitals, as in a multi-camera script.
        cues: ``upper``, ``title`` or ``colon``.
        slips: Share of letters misread as by a scanner.
        stars: Share of rows with a revision star at their end.
        centred: Cues stand around the middle.
    """

    name: str
    held: bool = False
    indents: dict[str, int] | None = None
    widths: dict[str, int] | None = None
    before: dict[str, int] | None = None
    tab: int = 0
    jitter: int = 0
    spread: int = 0
    numbers: bool = False
    pages: bool = False
    headings: str = "upper"
    capitals: bool = False
    cues: str = "upper"
    slips: float = 0.0
    stars: float = 0.0
    centred: bool = False

    @property
    def is_parted(self) -> bool:
        """Empty rows stand between some rows and not between others."""
        return self.before is None or any(self.before.values())


_ONE_BLANK = {**_BEFORE, S: 1}
_NO_BLANKS = dict.fromkeys((*LABELS, ANY), 0)
_ALL_PARTED = dict.fromkeys((*LABELS, ANY), 1)
_NARROW = {S: 0, A: 0, C: 12, D: 6, P: 9, T: 40, ANY: 15}
_SLIM = {S: 46, A: 46, C: 30, D: 28, P: 20, T: 20, ANY: 46}
_TWO = {**_FLUSH, C: 20, T: 20}
_SAME = {**_WEB, D: 10, P: 10}

MANNERS = (
    Manner(name="web columns", indents=_WEB, widths=_WRAPPED),
    Manner(name="tabs", indents={**_NARROW, C: 24, D: 8, P: 16}, tab=8),
    Manner(name="flush left"),
    Manner(name="flush left, wrapped", widths=_WRAPPED),
    Manner(name="no blank rows, columns", indents=_WEB, widths=_WRAPPED, before=_NO_BLANKS),
    Manner(name="no blank rows, flush", widths=_WRAPPED, before=_NO_BLANKS),
    Manner(name="double-spaced", indents=_WEB, widths=_WRAPPED, spread=1),
    Manner(name="pages and CONTINUED", indents=_WEB, widths=_WRAPPED, pages=True),
    Manner(name="scene numbers", indents=_WEB, widths=_WRAPPED, numbers=True),
    Manner(name="lower-case headings", indents=_WEB, widths=_WRAPPED, headings="lower"),
    Manner(name="no INT or EXT", indents=_WEB, widths=_WRAPPED, headings="bare"),
    Manner(name="jittered columns", indents=_WEB, widths=_WRAPPED, jitter=2),
    Manner(name="scanned, OCR slips", indents=_WEB, widths=_WRAPPED, slips=0.02, jitter=1),
    Manner(name="speech at the action column", indents=_SAME, widths=_WRAPPED),
    Manner(name="every paragraph parted", before=_ALL_PARTED),
    Manner(name="places alone", headings="place", before=_ONE_BLANK, widths=_WRAPPED),
    Manner(name="every third a place", headings="mixed", before=_ONE_BLANK, widths=_WRAPPED),
    Manner(name="one blank row, columns", before=_ONE_BLANK, indents=_WEB, widths=_WRAPPED),
    Manner(name="action in capitals", indents=_WEB, widths=_WRAPPED, capitals=True),
    Manner(name="narrow columns, title headings", held=True, indents=_NARROW, headings="title"),
    Manner(name="centred cues", held=True, indents=_WEB, widths=_WRAPPED, centred=True),
    Manner(name="stars and numbers", held=True, indents=_WEB, widths=_WRAPPED, stars=0.15,
           numbers=True),
    Manner(name="cues with colons", held=True, cues="colon", widths=_WRAPPED),
    Manner(name="small-letter cues", held=True, cues="title", indents=_WEB, widths=_WRAPPED),
    Manner(name="no blanks, pages, slips", held=True, indents=_NARROW, widths=_WRAPPED,
           before=_NO_BLANKS, pages=True, slips=0.01),
    Manner(name="no INT or EXT, flush", held=True, headings="bare", widths=_WRAPPED),
    Manner(name="all parted, no INT or EXT", held=True, headings="bare", before=_ALL_PARTED),
    Manner(name="all parted, every third a place", held=True, headings="mixed",
           before=_ALL_PARTED),
    Manner(name="all rows parted alike", held=True, widths=_WRAPPED, before=_NO_BLANKS, spread=1),
    Manner(name="narrow rows, no blanks", held=True, widths=_SLIM, before=_NO_BLANKS),
    Manner(name="narrow rows, every third a place", held=True, widths=_SLIM, headings="mixed",
           indents=_NARROW, before=_ONE_BLANK),
    Manner(name="places alone, tabs", held=True, headings="place", indents=_NARROW, tab=4),
    Manner(name="two columns only, no blanks", held=True, indents=_TWO, widths=_WRAPPED,
           before=_NO_BLANKS),
    Manner(name="capital action, flush", held=True, capitals=True, widths=_WRAPPED,
           before=_ONE_BLANK),
)  # fmt: skip


def write_down(script: Screenplay, manner: Manner, seed: int = 7) -> list[Row]:
    """A script as messy rows, each with its label."""
    dice = random.Random(f"{manner.name}{seed}")
    rows: list[Row] = []
    count = 0
    headings, tails = 0, heading_tails(script)
    for line, number in _lines(script):
        label = ANY if is_mistyped(line, tails) else _KINDS[line.kind]
        headings += label == S
        rows += [("", NONE)] * _before(rows, label, manner)
        for text in _wrap(_dress(line, label, manner, headings), label, manner):
            row = _place(text, label, manner, dice)
            if label == S and manner.numbers:
                row = f"{number:<4}{row[4:]:<62}{number}" if row[:4].isspace() else row
            rows.append((_soil(row, manner, dice), label))
            rows += [("", NONE)] * manner.spread
            count += 1
            if manner.pages and count % 46 == 0:
                rows += _page_turn(line, count // 46, script.title)
    return rows


def is_mistyped(line: Line, tails: Counter[str]) -> bool:
    """Action by its type alone: a transition of the trade, or in capitals and with a last part that
    three headings of the script have. Who typed it took the wrong element; it is left out."""
    text = " ".join(line.text.split())
    tail = _tail(text) if text.isupper() else ""
    shaped = tails[tail] >= _FEW_TAILS if tail else _TRANSITION_SHAPE.fullmatch(text)
    return _KINDS.get(line.kind) == A and bool(shaped)


def count_mistyped(script: Screenplay) -> int:
    """How many lines ``is_mistyped`` leaves out."""
    tails = heading_tails(script)
    return sum(is_mistyped(line, tails) for line in script.lines)


def heading_tails(script: Screenplay) -> Counter[str]:
    """How often each last part stands in the headings of a script."""
    return Counter(_tail(line.text) for line, _ in _lines(script) if _KINDS[line.kind] == S)


def _tail(text: str) -> str:
    return text.rpartition(" - ")[2].strip(" .") if " - " in text else ""


def _lines(script: Screenplay) -> Iterator[tuple[Line, str]]:
    for line in script.opening:
        if line.kind in _KINDS:
            yield line, ""
    for scene in script.scenes:
        for line in scene.lines:
            if line.kind in _KINDS and line.text.strip():
                yield line, scene.number


def _before(rows: Sequence[Row], label: str, manner: Manner) -> int:
    before = (manner.before or _BEFORE)[label]
    if label == T and manner.before is None and rows and not rows[-1][0]:
        return 0
    return before * (1 + manner.spread) if rows else 0


def _dress(line: Line, label: str, manner: Manner, turn: int) -> str:
    text = " ".join(line.text.split())
    if label == C:
        text = text.title() if manner.cues == "title" else text
        text = f"{text} ({line.extension})" if line.extension else text
        return f"{text}:" if manner.cues == "colon" else text
    if label == A and manner.capitals:
        return text.upper()
    if label == S:
        if manner.headings == "bare":
            return _without_prefix(text)
        if manner.headings == "place" or (manner.headings == "mixed" and turn % 3 == 2):
            heading = read_heading(text)
            parts = heading.set.split(" - ") if heading.int_ext else [text]
            return parts[-1] if manner.headings == "mixed" else heading.set or text
        if manner.headings in {"lower", "title"}:
            return text.lower() if manner.headings == "lower" else text.title()
    return text


def _without_prefix(text: str) -> str:
    head, dot, rest = text.partition(" ")
    return rest if dot and head[:3].upper() in {"INT", "EXT"} else text


def _wrap(text: str, label: str, manner: Manner) -> list[str]:
    if manner.widths is None:
        return [text]
    return textwrap.wrap(text, manner.widths[label], break_long_words=False) or [text]


def _place(text: str, label: str, manner: Manner, dice: random.Random) -> str:
    indent = (manner.indents or _FLUSH)[label]
    if label == C and manner.centred:
        indent = max(38 - len(text) // 2, 0)
    if indent and manner.jitter:
        indent = max(indent + dice.randint(-manner.jitter, manner.jitter), 0)
    if manner.tab:
        return "\t" * (indent // manner.tab) + text
    return " " * indent + text


def _soil(row: str, manner: Manner, dice: random.Random) -> str:
    if manner.slips:
        row = "".join(_SLIPS[c] if c in _SLIPS and dice.random() < manner.slips else c for c in row)
    if manner.stars and dice.random() < manner.stars:
        row = f"{row:<72}*"
    return row


def _page_turn(line: Line, page: int, title: str) -> Iterator[Row]:
    is_spoken = line.kind in {LineKind.DIALOGUE, LineKind.PARENTHETICAL}
    foot = " " * 35 + "(MORE)" if is_spoken else " " * 58 + "(CONTINUED)"
    yield foot, NONE
    yield from [("", NONE)] * 2
    yield f"{' ' * 10}{title[:24].upper()} - Rev. 3/12/97{' ' * 20}{page + 1}.", NONE
    yield "", NONE
    if not is_spoken:
        yield f"{' ' * 10}CONTINUED: ({page % 4 + 1})", NONE
    yield "", NONE
