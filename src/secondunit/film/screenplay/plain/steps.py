"""What a label says of the next: by the gap between two rows and by where paragraphs end.

A row that is broken to fit the page leaves no room for the word after it; a row that leaves room
ends its paragraph, and of paragraphs a speech mostly has one. The weights are hand-set from the
customs of the trade.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log

from secondunit.film.screenplay.plain.rows import PlainRow, are_whole
from secondunit.film.screenplay.plain.votes import EVERYWHERE, LABELS, Ballot, Label

Table = Sequence[Sequence[float]]
"""For each label: the score of every label before it."""

S, A, C, D, P, T = LABELS
_BREAKING = 5.0
_OPEN_END = re.compile(r"[\w,’']$")
_Step = tuple[int, bool, bool, bool, bool]
# gap; its sentence goes on; full as speech; full as action; both in capitals

_TOUCHING = {
    S: {S: -2.0, A: -0.3, C: -2.0, D: -12.0, P: -9.0, T: -3.0},
    A: {S: -3.0, A: 0.0, C: -2.2, D: -12.0, P: -8.0, T: -3.0},
    C: {S: -12.0, A: -9.0, C: -9.0, D: 0.0, P: 0.0, T: -12.0},
    D: {S: -3.0, A: -3.2, C: -2.2, D: 0.0, P: -0.5, T: -3.0},
    P: {S: -7.0, A: -5.0, C: -6.0, D: 0.0, P: -1.5, T: -7.0},
    T: {S: -0.3, A: -1.0, C: -2.5, D: -12.0, P: -9.0, T: -3.0},
}
_PARTED = {
    S: {S: -1.5, A: 0.0, C: -0.7, D: -10.0, P: -8.0, T: -2.0},
    A: {S: -0.5, A: -0.3, C: -0.3, D: -9.0, P: -7.0, T: -0.5},
    C: {S: -10.0, A: -6.0, C: -6.0, D: -2.5, P: -2.5, T: -10.0},
    D: {S: -0.5, A: -0.3, C: 0.0, D: -3.5, P: -3.0, T: -0.5},
    P: {S: -6.0, A: -4.0, C: -5.0, D: -2.5, P: -4.0, T: -6.0},
    T: {S: 0.0, A: -0.5, C: -1.0, D: -10.0, P: -8.0, T: -2.0},
}
_UNPARTED = {
    S: {S: -2.0, A: 0.0, C: -1.0, D: -10.0, P: -9.0, T: -2.0},
    A: {S: -0.5, A: 0.0, C: -0.5, D: -10.0, P: -8.0, T: -0.5},
    C: {S: -12.0, A: -9.0, C: -9.0, D: 0.0, P: 0.0, T: -12.0},
    D: {S: -0.5, A: -1.3, C: -0.2, D: 0.0, P: -0.5, T: -0.7},
    P: {S: -7.0, A: -5.0, C: -6.0, D: 0.0, P: -1.5, T: -7.0},
    T: {S: 0.0, A: -0.5, C: -1.0, D: -10.0, P: -9.0, T: -2.0},
}
"""Score of a label after another: rows that touch, rows parted, scripts without empty rows."""


def step_tables(
    rows: Sequence[PlainRow], gaps: Sequence[int], ballot: Ballot | None, *, is_parted: bool
) -> list[Table]:
    """For each row how well each label follows each label of the row above.

    Args:
        rows: The writer's rows.
        gaps: Above each: 0 for none, 1 for an empty row, 2 for more.
        ballot: What the rows voted, or None before they did.
        is_parted: Empty rows part paragraphs in this script.
    """
    known: dict[_Step, Table] = {}
    breaks = _Breaks(ballot, is_whole=are_whole(rows))
    tables = []
    for index, (row, gap) in enumerate(zip(rows, gaps, strict=True)):
        above = rows[index - 1] if index else row
        step = _step(above, row, gap if is_parted else 0, breaks)
        if step not in known:
            known[step] = _table(step, ballot, breaks, is_parted=is_parted)
        tables.append(known[step])
    return tables


class _Breaks:
    """Characters at which rows are broken.

    Args:
        ballot: What the rows voted, or None before they did.
        is_whole: Rows are whole paragraphs.
    """

    def __init__(self, ballot: Ballot | None, *, is_whole: bool) -> None:
        endless = float("inf")
        self.is_known = is_whole or ballot is not None
        self.speech = endless if is_whole or ballot is None else ballot.speech_rows
        self.action = endless if is_whole or ballot is None else ballot.action_rows


def _step(above: PlainRow, row: PlainRow, gap: int, breaks: _Breaks) -> _Step:
    goes_on = not gap and _goes_on(above.text, row.text)
    if not breaks.is_known:
        return gap, goes_on, True, False, False
    capital = not gap and above.text.isupper() and row.text.isupper()
    end = len(above.text) + 1 + len(row.text.split(maxsplit=1)[0])
    return gap, goes_on, end > breaks.speech, end > breaks.action, capital


def _table(step: _Step, ballot: Ballot | None, breaks: _Breaks, *, is_parted: bool) -> Table:
    gap, goes_on, full_speech, full_action, capital = step
    base = _UNPARTED if not is_parted else _PARTED if gap else _TOUCHING
    vote = ballot if is_parted else None
    table = [[base[old][new] + _gap_vote(vote, old, new, gap) for old in LABELS] for new in LABELS]
    if goes_on:
        for old, new in ((A, D), (D, A)):
            table[new][old] -= _BREAKING
        for old in (A, D):
            for new in (S, C, T):
                table[new][old] -= _BREAKING
    if full_action and capital:
        table[S][S] += 6.0
        table[A][S] -= 2.0
    if not breaks.is_known or is_parted:
        return table
    if not full_speech and not goes_on:
        table[D][D] -= 2.5
        table[A][D] += 0.8
    if full_speech:
        table[A][D] -= 0.7
    if full_action:
        table[A][A] += 0.5
        table[C][A] -= 1.0
    return table


def _goes_on(above: str, text: str) -> bool:
    """A sentence runs on from one row to the next."""
    if text[:1].islower():
        return not above.endswith((":", ")"))
    return bool(_OPEN_END.search(above)) and not above.isupper()


def _gap_vote(ballot: Ballot | None, old: Label, new: Label, gap: int) -> float:
    """How much more this gap stands between two labels, here, than between any."""
    if ballot is None:
        return 0.0
    counts = ballot.gaps.get((old, new))
    if not counts:
        return 0.0
    everywhere = ballot.gaps[EVERYWHERE]
    here = (counts[gap] + 1) / (counts.total() + 3)
    usual = (everywhere[gap] + 1) / (everywhere.total() + 3)
    return min(max(0.5 * log(here / usual), -1.5), 1.0)
