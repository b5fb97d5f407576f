"""Labelling the rows of a messy script: the likeliest reading of all rows together.

Each label has a score by what the row looks like, by what the other rows of the script voted
(``votes``) and by what stands before it; the sum over the script decides, so a row in
capitals is a cue only where a speech follows. The weights are hand-set from the customs of the
trade: a speech stands under its cue, an empty row parts paragraphs, headings are in capitals.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from secondunit.film.screenplay.plain.rows import PlainRow
from secondunit.film.screenplay.plain.scores import Looks, first_names, look_at, score_rows
from secondunit.film.screenplay.plain.votes import (
    EVERYWHERE,
    LABELS,
    Ballot,
    Label,
    gap_of,
    take_votes,
)

S, A, C, D, P, T = LABELS
_PASSES = 2
_MANY = 8_000  # rows from which the vote is taken less often; a feature has some five thousand
_GOES_ON = 3  # the step from a row to one that its sentence runs on to; 0 to 2 are gaps
_BREAKING = 5.0
_BEGUN = -5.0  # a script seldom begins in the middle of a speech
_OPEN_END = re.compile(r"[\w,’']$")

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A row with its label.

    Args:
        row: The row.
        label: What it is.
        rule: What spoke most for it (``plain.column``, ``plain.prefix``).
        confidence: 0 to 1, from how much the next best label falls behind.
    """

    row: PlainRow
    label: Label
    rule: str
    confidence: float


def label_rows(rows: Sequence[PlainRow]) -> list[Labelled]:
    """Label every row of the writer's.

    Args:
        rows: What ``rows.script_rows`` gave.
    """
    if not rows:
        return []
    usual, is_parted = _spacing(rows)
    looks = look_at(rows)
    gaps = [gap_of(row, usual) if is_parted else 0 for row in rows]
    steps = [
        gap if gap or not index or not _goes_on(rows[index - 1].text, row.text) else _GOES_ON
        for index, (row, gap) in enumerate(zip(rows, gaps, strict=True))
    ]
    names = first_names(looks)
    words = [look.said for look in looks]
    ballot: Ballot | None = None
    scores: list[list[float]] = []
    path: list[Label] = []
    tables: list[list[list[float]]] = []
    passes = max(_PASSES - len(rows) // _MANY, 0)
    for turn in range(passes + 1):
        scores = score_rows(rows, looks, gaps, names, ballot, is_parted=is_parted)
        tables = _tables(is_parted=is_parted, ballot=ballot)
        before, path = path, _best_path(scores, steps, tables)
        if turn == passes or path == before:
            break
        ballot = take_votes(rows, path, _sureness(path, looks, first=not turn), words, usual)
        names = Counter(ballot.names)
    return _explain(rows, path, scores, steps, looks, tables)


def _spacing(rows: Sequence[PlainRow]) -> tuple[int, bool]:
    """Empty rows that stand between all rows alike, and whether empty rows part paragraphs."""
    blanks = Counter(min(row.blanks, 5) for row in rows[1:])
    total = max(len(rows) - 1, 1)
    usual = next((least for least in range(4) if blanks[least] * 50 > total), 0)
    parted = sum(count for blank, count in blanks.items() if blank > usual)
    return usual, parted * 12 > total


def _best_path(
    scores: Sequence[Sequence[float]],
    steps: Sequence[int],
    tables: Sequence[Sequence[Sequence[float]]],
) -> list[Label]:
    """The labels whose scores and neighbourhoods sum up highest (Viterbi 1967)."""
    best = [scores[0][label] + (_BEGUN if label in {D, P} else 0.0) for label in LABELS]
    back: list[list[int]] = []
    for index in range(1, len(scores)):
        table = tables[steps[index]]
        came, following = [], []
        for label in LABELS:
            column = table[label]
            options = [best[old] + column[old] for old in LABELS]
            top = max(options)
            came.append(options.index(top))
            following.append(top + scores[index][label])
        back.append(came)
        best = following
    path = [best.index(max(best))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return [LABELS[label] for label in reversed(path)]


def _tables(*, is_parted: bool, ballot: Ballot | None) -> list[list[list[float]]]:
    """For each gap: for each label, the score of every label before it."""
    if not is_parted:
        table = [[_UNPARTED[old][new] for old in LABELS] for new in LABELS]
        return [table, table, table, _going_on(table)]
    tables = []
    for gap, base in enumerate((_TOUCHING, _PARTED, _PARTED)):
        table = [
            [base[old][new] + _gap_vote(ballot, old, new, gap) for old in LABELS] for new in LABELS
        ]
        tables.append(table)
    return [*tables, _going_on(tables[0])]


def _going_on(table: Sequence[Sequence[float]]) -> list[list[float]]:
    """The scores where a sentence runs on from the row above: its label seldom changes."""
    return [
        [
            score - (_BREAKING if old is not new and old in {A, D} and new is not P else 0.0)
            for old, score in zip(LABELS, column, strict=True)
        ]
        for new, column in zip(LABELS, table, strict=True)
    ]


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


def _sureness(path: Sequence[Label], looks: Sequence[Looks], *, first: bool) -> list[float]:
    """How much each row counts in a vote: after the first reading mostly those made sure by what
    stands above them."""
    sure = []
    before: Label | None = None
    for label, look in zip(path, looks, strict=True):
        certain = (
            label in {C, P, T}
            or (label is S and look.heading > 1)
            or (label is D and before in {C, P})
            or (label is A and before in {S, T})
        )
        sure.append(1.0 if certain or not first else 0.3)
        before = label
    return sure


def _explain(
    rows: Sequence[PlainRow],
    path: Sequence[Label],
    scores: Sequence[Sequence[float]],
    steps: Sequence[int],
    looks: Sequence[Looks],
    tables: Sequence[Sequence[Sequence[float]]],
) -> list[Labelled]:
    labelled = []
    for index, (row, label) in enumerate(zip(rows, path, strict=True)):
        totals = list(scores[index])
        if index:
            column = tables[steps[index]]
            totals = [total + column[each][path[index - 1]] for each, total in enumerate(totals)]
        if index + 1 < len(rows):
            following = tables[steps[index + 1]][path[index + 1]]
            totals = [total + following[each] for each, total in enumerate(totals)]
        rest = sum(exp(min(total - totals[label], 30.0)) for total in totals)
        labelled.append(
            Labelled(
                row=row,
                label=label,
                rule=_rule(label, looks[index]),
                confidence=round(min(1.0 / rest, 0.99), 3),
            )
        )
    return labelled


def _rule(label: Label, look: Looks) -> str:
    """What speaks most for a label."""
    if label is S:
        return "plain.prefix" if look.heading > 1 else "plain.heading-in-capitals"
    if label is C:
        return "plain.extension" if look.extension else "plain.name-over-speech"
    if label is P:
        return "plain.bracket" if look.bracket or look.goes_on else "plain.column"
    if label is T:
        return "plain.transition"
    return "plain.under-cue" if label is D else "plain.action"
