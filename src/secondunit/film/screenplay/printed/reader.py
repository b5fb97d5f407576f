"""A printed script read back: rows become paragraphs by the column they stand in.

Pages are stitched: what MORE and CONT'D part is one speech again. Dual dialogue is read column by
column. Nothing is guessed from a picture; a row that fits no column is action.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondunit.film.screenplay.cue import split_cue
from secondunit.film.screenplay.heading import read_number
from secondunit.film.screenplay.model import LineKind, Spot
from secondunit.film.screenplay.printed.columns import Columns, PageRow
from secondunit.film.screenplay.printed.dual import dual_end, read_dual
from secondunit.film.screenplay.printed.gathered import Gathered
from secondunit.film.screenplay.printed.margins import ScriptRow, strip_margins
from secondunit.film.screenplay.printed.outline import Outline
from secondunit.film.screenplay.printed.sorting import CONTD, SINGLE, Sorted, Sorter
from secondunit.film.screenplay.printed.stitch import EMPTY, MORE, ends_sentence, learn_stitch
from secondunit.film.screenplay.printed.sung import wraps
from secondunit.film.screenplay.read import RawLine

_JOINED = frozenset({LineKind.ACTION, LineKind.DIALOGUE, LineKind.HEADING, LineKind.TRANSITION})
_SAID = frozenset({LineKind.DIALOGUE, LineKind.PARENTHETICAL, LineKind.LYRIC})
_LIKELY = 0.9
_WIDTH = 35  # characters of a row of a song where a document is too short to tell


def read_pages(
    runs: Sequence[PageRow], page: float = 612.0, outline: Iterable[tuple[int, str]] = ()
) -> tuple[RawLine, ...]:
    """Paragraphs of a script from the words on its pages.

    Args:
        runs: All runs of words, in order of page, top and left edge.
        page: Width of the paper in points.
        outline: Page, from 1, and words of each entry of the file's outline.
    """
    rows, columns = strip_margins(runs, page)
    reader = _Reader(rows, columns, Outline(outline))
    index = 0
    while index < len(rows):
        index = reader.read(index)
    return reader.close()


class _Reader:
    """Reads row by row; what stands before decides what a row goes on with."""

    def __init__(self, rows: Sequence[ScriptRow], columns: Columns, outline: Outline) -> None:
        self._lines: list[Gathered | RawLine] = []
        self._rows = rows
        self._columns = columns
        self._sorter = Sorter(rows, columns, outline)
        self._stitch = learn_stitch(rows, columns)
        self._last: Gathered | None = None
        self._before: ScriptRow | None = None  # the row that the last paragraph ends with
        self._speaker = ""
        self._is_broken = False  # (MORE) stands above: a speech goes on over the page
        self._spacing = max(round(columns.dialogue_pitch / columns.pitch * 2) / 2, 1.0)

    def close(self) -> tuple[RawLine, ...]:
        """All paragraphs."""
        house = self._sorter.house_styles
        return tuple(
            line.close(house if line.kind is LineKind.HEADING else frozenset())
            if isinstance(line, Gathered)
            else line
            for line in self._lines
        )

    def read(self, index: int) -> int:
        """Read the row at an index, or the dual dialogue that begins there; returns the next."""
        row = self._rows[index]
        if MORE.match(row.text.strip()):
            self._is_broken = True
            return index + 1
        end = dual_end(self._rows, index, self._columns)
        if end > index:
            found = read_dual(self._rows[index:end])
            self._lines += found
            self._last, self._before, self._is_broken = found[-1], None, False
            return end
        self._add(index, self._sorter.sort(index, self._last))
        if self._ends_early(index):
            self._lines.append(
                RawLine(
                    kind=LineKind.PAGE_BREAK,
                    text="",
                    row=row.place,
                    spot=Spot(page=row.page),
                    rule="pdf.early-end",
                    confidence=_LIKELY,
                )
            )
        return index + 1

    def _add(self, index: int, found: Sorted) -> None:
        row, last = self._rows[index], self._last
        if found.kind is LineKind.CUE:
            if self._repeats_cue(index):
                self._is_broken, self._before = True, None
                return
            self._speaker = _name(row.text)
        sure = self._goes_on(index, found) if last is not None else 0.0
        if last is not None and sure >= 0.5:
            last.add(row.runs, min(found.confidence, sure))
        else:
            self._open(row, found)
        self._is_broken, self._before = False, row

    def _open(self, row: ScriptRow, found: Sorted) -> None:
        line = Gathered(
            found.kind, row.runs, row.place, rule=found.rule, confidence=found.confidence
        )
        line.number = row.number if found.kind is LineKind.HEADING else ""
        if found.kind is LineKind.HEADING:
            bare, number = read_number(line.text)
            line.replace_text(bare)
            line.number = row.number or number
        elif found.kind is LineKind.DIALOGUE:
            line.width, line.spacing = self._columns.dialogue_width, self._spacing
        self._lines.append(line)
        self._last = line

    def _repeats_cue(self, index: int) -> bool:
        """A cue printed again because the page ended within a speech."""
        if self._is_broken:
            return True
        last, row = self._last, self._rows[index]
        return (
            last is not None
            and self._sorter.gap(index) == float("inf")
            and last.kind in _SAID
            and last.side is None
            and bool(CONTD.search(row.text))
            and _name(row.text) == self._speaker
            and not ends_sentence(last.text)
        )

    def _goes_on(self, index: int, found: Sorted) -> float:
        """How sure it is that a row belongs to the last paragraph."""
        last, row, kind = self._last, self._rows[index], found.kind
        if last is None or last.side is not None:
            return 0.0
        is_over = self._before is None or self._before.page != row.page
        gap = float("inf") if is_over else self._sorter.gap(index)
        if last.kind is LineKind.PARENTHETICAL:
            return 0.95 * (kind is LineKind.PARENTHETICAL and last.is_open)
        if kind is LineKind.LYRIC and last.kind is kind:
            width = self._columns.dialogue_width or _WIDTH
            return 0.9 * wraps(
                self._before.text.strip() if self._before else "", row.text.strip(), width
            )
        if kind is not last.kind or kind not in _JOINED:
            return 0.0
        if kind is LineKind.DIALOGUE:
            if self._is_broken or is_over:
                return 0.98 if self._is_broken else 0.9
            return 1.0 * (gap < self._columns.dialogue_pitch * SINGLE)
        if is_over and self._before is not None:
            if kind is not LineKind.ACTION or row.page != self._before.page + 1:
                return 0.0
            return self._stitch.goes_on(last.text, self._before, self._block(index))
        return 1.0 * (gap < self._columns.pitch * SINGLE and not row.number)

    def _block(self, index: int) -> Sequence[ScriptRow]:
        """Rows from an index up to the first gap."""
        end = index + 1
        while end < len(self._rows) and self._sorter.gap(end) < self._columns.pitch * SINGLE:
            end += 1
        return self._rows[index:end]

    def _ends_early(self, index: int) -> bool:
        """The page was ended here on purpose: no rule leaves so much of it empty."""
        row, last = self._rows[index], self._last
        if index + 1 >= len(self._rows) or self._rows[index + 1].page == row.page:
            return False
        if last is not None and last.kind is LineKind.ACTION and not ends_sentence(last.text):
            return False
        return self._stitch.foot - row.top > EMPTY * self._columns.pitch


def _name(text: str) -> str:
    return split_cue(CONTD.sub("", text)).name.casefold()
