"""Two speeches printed side by side, parted again: the left one, then the right one.

Source: Final Draft sets dual dialogue from 1.5 to 4.375 and from 4.625 to 7.5 inches with the cue
somewhere over each column; other programs move both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from secondunit.film.screenplay.columns import CHARACTER, NEAR, Columns, PageRow
from secondunit.film.screenplay.cue import read_cue
from secondunit.film.screenplay.gathered import Gathered
from secondunit.film.screenplay.margins import ScriptRow
from secondunit.film.screenplay.model import LineKind, Side

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
    near = max(columns.pitch, columns.dialogue_pitch) * _ROWS
    end = index + 1
    while end < len(rows):
        below = rows[end]
        if below.page != row.page or below.top - rows[end - 1].top >= near:
            break
        end += 1
    return end if end > index + 1 else index


def _is_name(text: str) -> bool:
    return text.isupper() and not text.rstrip().endswith("TO:") and read_cue(text) is not None


def read_dual(rows: Sequence[ScriptRow]) -> list[Gathered]:
    """The left speech, then the right one.

    Args:
        rows: As ``dual_end`` found them.
    """
    starts = Counter(round(row.runs[-1].left) for row in rows[1:] if len(row.runs) > 1) or Counter(
        [round(rows[0].runs[-1].left)]
    )
    column = max(starts, key=lambda left: (starts[left], -left))
    edge = min(column, rows[0].runs[-1].left) - CHARACTER
    found: list[Gathered] = []
    for side in Side:
        lines: list[Gathered] = []
        for row in rows:
            for part in (part for run in row.runs for part in _part(run, column)):
                if (part.left >= edge) is (side is Side.RIGHT):
                    _add(lines, part, row.place, side)
        found += lines
    return found


def _part(run: PageRow, column: float) -> Sequence[PageRow]:
    """A run cut where its words reach into the right column."""
    for index, left in enumerate(run.words):
        if abs(left - column) <= CHARACTER / 3 and run.left < column - CHARACTER:
            words = run.text.split(" ")
            at = len(" ".join(words[: index + 1]))
            right = replace(run, left=left, text=run.text[at + 1 :], words=(), emphasis=())
            return replace(run, right=left, text=run.text[:at], words=(), emphasis=()), right
    return (run,)


def _add(lines: list[Gathered], run: PageRow, place: int, side: Side) -> None:
    last = lines[-1] if lines else None
    if last is not None and (
        last.is_open or (last.kind is LineKind.DIALOGUE and run.text[:1] != "(")
    ):
        last.add((run,))
        return
    kind = LineKind.PARENTHETICAL if run.text[:1] == "(" else LineKind.DIALOGUE
    lines.append(
        Gathered(
            kind if last is not None else LineKind.CUE,
            (run,),
            place,
            rule="pdf.dual",
            confidence=0.95,
            side=side,
        )
    )
