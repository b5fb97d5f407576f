"""A printed script read back: rows become paragraphs by the column they stand in.

Pages are stitched: what MORE and CONT'D part is one speech again. Dual dialogue is read column by
column. Nothing is guessed from a picture; a row that fits no column is action.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from secondunit.film.screenplay.columns import CHARACTER, NEAR, Columns, PageRow
from secondunit.film.screenplay.cue import split_cue
from secondunit.film.screenplay.heading import is_heading, is_omitted, read_number
from secondunit.film.screenplay.margins import ScriptRow, strip_margins
from secondunit.film.screenplay.model import LineKind, Side
from secondunit.film.screenplay.read import RawLine

SINGLE = 1.5
"""Row pitches: rows nearer than this are one paragraph."""

EMPTY = 16
"""Rows left empty at the foot of a page from which its end was forced."""

_MORE = re.compile(r"\(\s*(?:MORE|SUITE|MEHR|MÁS|MAS)\s*\)$", re.IGNORECASE)
_CONTD = re.compile(r"\(\s*CONT(?:INUED|INUING|[’'`]?D)?\.?\s*\)", re.IGNORECASE)
_ACT = re.compile(
    r"(?:END OF )?(?:ACT|TEASER|TAG|COLD OPEN(?:ING)?|PROLOGUE|EPILOGUE)\b"
    r"(?: [A-Z0-9-]+){0,2}[.:]?$"
)
_SENTENCE_END = re.compile(r"[.!?…:—][\"'”’)\]*]*$|--$")
_JOINED = frozenset({LineKind.ACTION, LineKind.DIALOGUE, LineKind.HEADING, LineKind.TRANSITION})


def read_pages(runs: Sequence[PageRow]) -> tuple[RawLine, ...]:
    """Paragraphs of a script from the words on its pages.

    Args:
        runs: All runs of words, in order of page, top and left edge.
    """
    rows, columns = strip_margins(runs)
    reader = _Reader(rows, columns)
    index = 0
    while index < len(rows):
        index = reader.read(index)
    return tuple(reader.lines)


class _Reader:
    """Reads row by row; what stands before decides what a row goes on with."""

    def __init__(self, rows: Sequence[ScriptRow], columns: Columns) -> None:
        self.lines: list[RawLine] = []
        self._rows = rows
        self._columns = columns
        self._before: ScriptRow | None = None
        self._is_broken = False  # (MORE) stands above: a speech goes on over the page
        self._spacing = max(round(columns.dialogue_pitch / columns.pitch * 2) / 2, 1.0)
        feet = sorted(a.top for a, b in pairwise(rows) if a.page != b.page)
        self._foot = feet[len(feet) * 9 // 10] if feet else 0.0

    def read(self, index: int) -> int:
        """Read the row at an index, or the dual dialogue that begins there; returns the next."""
        row = self._rows[index]
        if _MORE.match(row.text.strip()):
            self._is_broken = True
            return index + 1
        end = self._dual_end(index)
        if end > index:
            self.lines += _read_dual(self._rows[index:end])
            self._before, self._is_broken = None, False
            return end
        self._add(self._line(index), row)
        if self._ends_early(index):
            self.lines.append(RawLine(kind=LineKind.PAGE_BREAK, text="", row=row.place))
        return index + 1

    def _ends_early(self, index: int) -> bool:
        """The page was ended here on purpose: no rule leaves so much of it empty."""
        if index + 1 >= len(self._rows) or self._rows[index + 1].page == self._rows[index].page:
            return False
        last = self.lines[-1]
        if last.kind is LineKind.ACTION and not _SENTENCE_END.search(last.text):
            return False
        return self._foot - self._rows[index].top > EMPTY * self._columns.pitch

    def _add(self, line: RawLine, row: ScriptRow) -> None:
        last = self.lines[-1] if self.lines else None
        if self._is_broken and line.kind is LineKind.CUE:
            self._before = None
            return
        if last is not None and self._goes_on(last, line, row):
            self.lines[-1] = replace(last, text=_join(last.text, line.text))
        else:
            self.lines.append(line)
        self._is_broken, self._before = False, row

    def _goes_on(self, last: RawLine, line: RawLine, row: ScriptRow) -> bool:
        if last.side is not None:
            return False
        if line.kind is LineKind.DIALOGUE and last.kind is LineKind.DIALOGUE:
            return self._is_broken or self._gap(row) < self._columns.dialogue_pitch * SINGLE
        if last.kind is LineKind.PARENTHETICAL:
            return line.kind is LineKind.PARENTHETICAL and not last.text.endswith(")")
        if last.kind is not line.kind or line.kind not in _JOINED:
            return False
        if self._before is not None and row.page == self._before.page + 1:
            return line.kind is LineKind.ACTION and not _SENTENCE_END.search(last.text)
        return self._gap(row) < self._columns.pitch * SINGLE and not line.number

    def _gap(self, row: ScriptRow) -> float:
        """Points from the row above, or endless over a page."""
        if self._before is None or self._before.page != row.page:
            return float("inf")
        return row.top - self._before.top

    def _line(self, index: int) -> RawLine:
        row, columns = self._rows[index], self._columns
        text = " ".join(row.text.split()) if len(row.runs) == 1 else row.text.strip()
        place, left = row.place, row.left
        if row.number or left < columns.action + NEAR:
            return self._at_action(row, text)
        if abs(left - columns.dialogue) <= NEAR:
            return RawLine(
                kind=LineKind.DIALOGUE,
                text=text,
                row=place,
                width=columns.dialogue_width,
                spacing=self._spacing,
            )
        if text[:1] == "(" and left < columns.cue - NEAR / 2:
            return RawLine(kind=LineKind.PARENTHETICAL, text=text, row=place)
        last = self.lines[-1] if self.lines else None
        is_open = last is not None and last.kind is LineKind.PARENTHETICAL and text[:1] != "("
        if is_open and last is not None and not last.text.endswith(")") and left < columns.cue:
            return RawLine(kind=LineKind.PARENTHETICAL, text=text, row=place)
        if self._is_cue(index, text):
            cue = split_cue(text)
            return RawLine(kind=LineKind.CUE, text=cue.name, row=place, extension=cue.extension)
        if abs((left + row.right) / 2 - columns.middle) <= 2 * CHARACTER:
            kind = LineKind.ACT if _ACT.match(text) else LineKind.CENTERED
            return RawLine(kind=kind, text=text, row=place)
        if left > columns.cue + NEAR and _is_capital(text):
            return RawLine(kind=LineKind.TRANSITION, text=text, row=place)
        if abs(left - columns.parenthetical) <= NEAR:
            return RawLine(kind=LineKind.PARENTHETICAL, text=text, row=place)
        return RawLine(kind=LineKind.ACTION, text=text, row=place)

    def _at_action(self, row: ScriptRow, text: str) -> RawLine:
        """A row at the left edge: a heading, a heading's second row, or action."""
        bare, number = read_number(text)
        number = row.number or number
        if is_heading(bare) or is_omitted(bare):
            return RawLine(kind=LineKind.HEADING, text=bare, row=row.place, number=number)
        last = self.lines[-1] if self.lines else None
        is_second = last is not None and last.kind is LineKind.HEADING and _is_capital(text)
        if is_second and self._gap(row) < self._columns.pitch * SINGLE:
            return RawLine(kind=LineKind.HEADING, text=text, row=row.place)
        if row.number and _is_capital(text):
            return RawLine(kind=LineKind.HEADING, text=text, row=row.place, number=number)
        if text.isupper() and text.endswith("TO:"):
            return RawLine(kind=LineKind.TRANSITION, text=text, row=row.place)
        return RawLine(kind=LineKind.ACTION, text=text, row=row.place)

    def _is_cue(self, index: int, text: str) -> bool:
        """Capitals in the cue column, or anywhere inside with a speech directly below."""
        row, columns = self._rows[index], self._columns
        if not _is_capital(split_cue(_CONTD.sub("", text)).name) or _is_transition(text):
            return False
        follower = self._rows[index + 1] if index + 1 < len(self._rows) else None
        pitch = max(columns.dialogue_pitch, columns.pitch)
        if follower is not None and follower.page == row.page:
            is_near = follower.top - row.top < pitch * SINGLE
            speaks = columns.dialogue - NEAR <= follower.left < columns.cue - NEAR / 2
            return is_near and speaks and row.left > columns.dialogue + 2 * NEAR
        return abs(row.left - columns.cue) <= NEAR

    def _dual_end(self, index: int) -> int:
        """One past the last row of the dual dialogue that begins here, or the index itself."""
        row, columns = self._rows[index], self._columns
        if len(row.runs) != 2 or row.number:
            return index
        left, right = row.runs
        if right.left < columns.middle or not (_is_capital(left.text) and _is_capital(right.text)):
            return index
        if left.left <= columns.action + NEAR or _is_transition(right.text):
            return index
        end = index + 1
        while end < len(self._rows):
            below = self._rows[end]
            gap = below.top - self._rows[end - 1].top
            if below.page != row.page or gap >= columns.pitch * SINGLE or len(below.runs) > 2:
                break
            end += 1
        return end if end > index + 1 else index


def _read_dual(rows: Sequence[ScriptRow]) -> Iterator[RawLine]:
    """The left speech, then the right one."""
    edge = min(row.runs[1].left for row in rows if len(row.runs) == 2) - CHARACTER
    for side in Side:
        lines: list[RawLine] = []
        for row in rows:
            for run in row.runs:
                if (run.left >= edge) is (side is Side.RIGHT):
                    _add_dual(lines, run, row.place, side)
        yield from lines


def _add_dual(lines: list[RawLine], run: PageRow, place: int, side: Side) -> None:
    text = " ".join(run.text.split())
    if not lines:
        cue = split_cue(text)
        lines.append(
            RawLine(kind=LineKind.CUE, text=cue.name, row=place, side=side, extension=cue.extension)
        )
        return
    last = lines[-1]
    is_open = last.kind is LineKind.PARENTHETICAL and not last.text.endswith(")")
    if is_open or (last.kind is LineKind.DIALOGUE and text[:1] != "("):
        lines[-1] = replace(last, text=_join(last.text, text))
        return
    kind = LineKind.PARENTHETICAL if text[:1] == "(" else LineKind.DIALOGUE
    lines.append(RawLine(kind=kind, text=text, row=place, side=side))


def _join(above: str, below: str) -> str:
    """Two rows of one paragraph: a hyphen or half a dash at the end takes no space after it."""
    is_split = above.endswith("-") and (above[-2:-1].isalnum() or below.startswith("-"))
    return f"{above}{'' if is_split else ' '}{below}"


def _is_capital(text: str) -> bool:
    return text.isupper()


def _is_transition(text: str) -> bool:
    bare = text.rstrip(" .:")
    return text.isupper() and (
        text.endswith("TO:") or bare in {"FADE IN", "FADE OUT", "FADE TO BLACK", "CUT TO BLACK"}
    )
