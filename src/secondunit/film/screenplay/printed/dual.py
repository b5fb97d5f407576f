"""Two speeches printed side by side, parted again: the left one, then the right one.

Source: Final Draft sets dual dialogue from 1.5 to 4.375 and from 4.625 to 7.5 inches with the cue
somewhere over each column; other programs move both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from secondunit.film.screenplay.cue import read_cue
from secondunit.film.screenplay.model import LineKind, Side
from secondunit.film.screenplay.printed.columns import CHARACTER, NEAR, Columns, PageRow
from secondunit.film.screenplay.printed.gathered import Gathered
from secondunit.film.screenplay.printed.margins import ScriptRow
from secondunit.film.screenplay.printed.sorting import SHORT
from secondunit.film.screenplay.printed.sung import STYLE, wraps

_WIDTH = 29  # characters of a row in a column

_ROWS = 1.5  # pitches: what stands nearer is the same block


def dual_end(rows: Sequence[ScriptRow], index: int, columns: Columns) -> int:
    """One past the last row of the dual dialogue that begins at a row, or its index.

    Args:
        rows: Of the whole script.
        index: The row with two cues.
        columns: Of the script.
    """
    row = rows[index]
    if len(row.runs) != 2 or row.number:
        return index
    left, right = row.runs
    if right.left < columns.middle - NEAR or left.left <= columns.action + NEAR:
        return index
    if not all(_is_name(run.text) for run in row.runs):
        return index
    end = _block_end(rows, index, columns)
    is_last = end < len(rows) and rows[end].page != row.page
    if is_last and _stands_beside(rows[end], columns.middle - 2 * NEAR):
        return _block_end(rows, end, columns)
    return end if end > index + 1 else index


def _block_end(rows: Sequence[ScriptRow], index: int, columns: Columns) -> int:
    """One past the rows of a page that stand directly below one another."""
    near = max(columns.pitch, columns.dialogue_pitch) * _ROWS
    end = index + 1
    while end < len(rows) and rows[end].page == rows[index].page:
        if rows[end].top - rows[end - 1].top >= near:
            break
        end += 1
    return end


def _stands_beside(row: ScriptRow, edge: float) -> bool:
    """A row of two columns, or of the right one alone, in small letters as names are not."""
    runs = row.runs
    return runs[-1].left >= edge and len(runs) < 3 and not all(run.text.isupper() for run in runs)


def _is_name(text: str) -> bool:
    return text.isupper() and not text.rstrip().endswith("TO:") and read_cue(text) is not None


def read_dual(rows: Sequence[ScriptRow]) -> list[Gathered]:
    """The left speech, then the right one.

    Args:
        rows: As ``dual_end`` found them.
    """
    names = rows[0].runs
    edge = (names[0].left + names[-1].left) / 2
    beside = (row.runs[-1].left for row in rows[1:] if row.runs[-1].left >= edge)
    starts = Counter(map(round, beside)) or Counter([round(names[-1].left)])
    column = max(starts, key=lambda left: (starts[left], -left))
    found: list[Gathered] = []
    for side in Side:
        runs = [
            (row.place, part)
            for row in rows
            for run in row.runs
            for part in _part(run, column)
            if (part.left >= edge) is (side is Side.RIGHT)
        ]
        found += _speech(runs, side)
    return found


def _speech(runs: Sequence[tuple[int, PageRow]], side: Side) -> list[Gathered]:
    """One speech, its cue first; a bracket flush with what is said belongs to it."""
    lefts = [run.left for _, run in runs[1:] if run.text[:1] != "("]
    flush = min(lefts, default=0.0) + CHARACTER / 2
    lines: list[Gathered] = []
    above = ""
    for place, run in runs:
        last = lines[-1] if lines else None
        opens = last is not None and last.kind is LineKind.CUE and run.text[-1:] == ")"
        is_short = opens and len(run.text) <= SHORT
        is_aside = run.text[:1] == "(" and (run.left > flush or is_short)
        sung = any(each.style == STYLE for each in run.emphasis)
        said = LineKind.LYRIC if sung else LineKind.DIALOGUE
        goes_on = last is not None and last.kind is said and not is_aside
        if sung and goes_on:
            goes_on = wraps(above, run.text, _WIDTH)
        above = run.text
        if last is not None and (last.is_open or goes_on):
            last.add((run,))
            continue
        kind = LineKind.PARENTHETICAL if is_aside else said
        kind = LineKind.CUE if last is None else kind
        lines.append(Gathered(kind, (run,), place, rule="pdf.dual", confidence=0.95, side=side))
    return lines


def _part(run: PageRow, column: float) -> Sequence[PageRow]:
    """A run cut where its words reach into the right column."""
    for index, left in enumerate(run.words):
        if abs(left - column) <= CHARACTER / 3 and run.left < column - CHARACTER:
            words = run.text.split(" ")
            at = len(" ".join(words[: index + 1]))
            right = replace(run, left=left, text=run.text[at + 1 :], words=(), emphasis=())
            return replace(run, right=left, text=run.text[:at], words=(), emphasis=()), right
    return (run,)
