"""Labelling the rows of a messy script: the likeliest reading of all rows together.

Each label has a score by what the row looks like, by what the other rows of the script voted
(``votes``) and by what stands before it; the sum over the script decides, so a row in
capitals is a cue only where a speech follows. The weights are hand-set from the customs of the
trade: a speech stands under its cue, an empty row parts paragraphs, headings are in capitals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from operator import add

from secondunit.film.screenplay.plain.looks import Looks, first_names, look_at
from secondunit.film.screenplay.plain.rows import PlainRow
from secondunit.film.screenplay.plain.scores import score_rows
from secondunit.film.screenplay.plain.steps import Table, step_tables
from secondunit.film.screenplay.plain.votes import (
    LABELS,
    Ballot,
    Label,
    take_votes,
)

S, A, C, D, P, T = LABELS
_PASSES = 2
_MANY = 8_000  # rows from which the vote is taken less often; a feature has some five thousand
_WIDEST_GAP = 8  # empty rows
_BEGUN = -5.0  # a script seldom begins in the middle of a speech


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
    gaps, is_parted = _gaps(rows)
    looks = look_at(rows)
    names = first_names(looks, gaps)
    words = [look.said for look in looks]
    ballot: Ballot | None = None
    scores: list[list[float]] = []
    path: list[Label] = []
    tables: Sequence[Table] = ()
    passes = max(_PASSES - len(rows) // _MANY, 0)
    for turn in range(passes + 1):
        scores = score_rows(rows, looks, gaps, names, ballot, is_parted=is_parted)
        tables = step_tables(rows, gaps, ballot, is_parted=is_parted)
        before, path = path, _best_path(scores, tables)
        if turn == passes or path == before:
            break
        ballot = take_votes(rows, path, _sureness(path, looks, first=not turn), words, gaps)
        names = Counter(ballot.names)
    return _explain(rows, path, scores, looks, tables)


def _gaps(rows: Sequence[PlainRow]) -> tuple[list[int], bool]:
    """Gap above each row (0 none, 1 a gap, 2 a wide one), and whether gaps part paragraphs.

    Empty rows that stand between all rows alike are none; the least gap that is usual is a gap.
    """
    blanks = Counter(min(row.blanks, _WIDEST_GAP) for row in rows[1:])
    total = max(len(rows) - 1, 1)
    usual = next((least for least in range(4) if blanks[least] * 50 > total), 0)
    parted = sum(count for blank, count in blanks.items() if blank > usual)
    if parted * 12 <= total:
        return [0] * len(rows), False
    more = range(usual + 1, _WIDEST_GAP)
    unit = next((blank - usual for blank in more if blanks[blank] * 50 > total), 1)
    return [min(max(-((usual - row.blanks) // unit), 0), 2) for row in rows], True


def _best_path(
    scores: Sequence[Sequence[float]],
    tables: Sequence[Table],
) -> list[Label]:
    """The labels whose scores and neighbourhoods sum up highest (Viterbi 1967)."""
    best = [scores[0][label] + (_BEGUN if label in {D, P} else 0.0) for label in LABELS]
    back: list[list[int]] = []
    for index in range(1, len(scores)):
        table = tables[index]
        came, following = [], []
        for column, score in zip(table, scores[index], strict=True):
            options = list(map(add, best, column))
            top = max(options)
            came.append(options.index(top))
            following.append(top + score)
        back.append(came)
        best = following
    path = [best.index(max(best))]
    for came in reversed(back):
        path.append(came[path[-1]])
    return [LABELS[label] for label in reversed(path)]


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
    looks: Sequence[Looks],
    tables: Sequence[Table],
) -> list[Labelled]:
    labelled = []
    for index, (row, label) in enumerate(zip(rows, path, strict=True)):
        totals = list(scores[index])
        if index:
            column = tables[index]
            totals = [total + column[each][path[index - 1]] for each, total in enumerate(totals)]
        if index + 1 < len(rows):
            following = tables[index + 1][path[index + 1]]
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
