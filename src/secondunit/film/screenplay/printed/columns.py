"""The columns of a printed script, learned from each document by where its rows begin.

Source: industry layout on US Letter: action at 1.5 inches, dialogue at 2.5, parentheticals at 3,
cues at 3.5; every house moves them, so none of these numbers is relied on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from secondunit.film.screenplay.heading import is_heading
from secondunit.film.screenplay.model import Emphasis

NEAR = 9.0
"""Points within which a row stands in a column."""

CHARACTER = 7.2
"""Width of a typed character in points, where a document is too short to tell."""

_MARGIN = 72.0  # the usual one on the right
_DOUBLE = 2.6  # heights of type from which rows are paragraphs, however they are spaced
_BIN = 3
_FEW = 3  # parentheticals in a column of their own that make it one
_ENOUGH = 60  # rows from which a column's width is taken as learned


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A run of words on a page, no wide gap inside; a printed row has one or several.

    Args:
        page: From 1.
        left: Left edge in points.
        right: Right edge in points.
        top: Distance of the row's foot from the top of the page in points.
        text: The words.
        height: Of the type in points.
        words: Left edge of every word after the first.
        emphasis: Styled stretches of ``text``.
    """

    page: int
    left: float
    right: float
    top: float
    text: str
    height: float = 12.0
    words: tuple[float, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What a document's rows agree on, in points.

    Args:
        action: Left edge of action and headings.
        dialogue: Left edge of dialogue.
        parenthetical: Left edge of parentheticals.
        cue: Left edge of cues.
        right: Right edge of the widest column.
        pitch: From one row of action to the next.
        dialogue_width: Characters of its longest rows, or None where too few tell.
        dialogue_pitch: From one row of dialogue to the next (double in a multi-camera script).
        page: Width of the paper.
        cue_middle: Where cues have their middle when they are centred, or None.
        has_asides: Parentheticals have a column of their own.
    """

    action: float
    dialogue: float
    parenthetical: float
    cue: float
    right: float
    pitch: float
    dialogue_width: int | None
    dialogue_pitch: float
    page: float = 612.0
    cue_middle: float | None = None
    has_asides: bool = True

    @property
    def middle(self) -> float:
        """Half way between the edges: where centred rows have their middle."""
        return (self.action + self.right) / 2

    def is_middle(self, left: float, right: float) -> bool:
        """True for a row centred between the edges, on the paper, or in its usual margins.

        Args:
            left: Its left edge in points.
            right: Its right edge.
        """
        place = (left + right) / 2
        middles = (self.middle, self.page / 2, (self.action + self.page - _MARGIN) / 2)
        return min(abs(place - middle) for middle in middles) <= 1.25 * CHARACTER


def learn_columns(rows: Sequence[PageRow], page: float = 612.0) -> Columns:
    """Vote for the columns.

    Action stands where headings do, dialogue is the commonest to its right in mixed case;
    cues stand furthest in, parentheticals between. Where all is in capitals, a cue is what has
    space above it and a row further left directly below.

    Args:
        rows: First runs of the rows of the whole script, page numbers and scene numbers aside.
        page: Width of the paper in points.
    """
    action = _action(rows)
    mixed = [r for r in rows if r.left > action + 40 and r.text[:1] != "("]
    inner = _votes(r for r in mixed if not r.text.isupper())
    if not inner or _is_loud(rows):
        inner, heads = _speeches(rows, action)
        dialogue = _winner(inner, action + 72)
    else:
        dialogue = _winner(inner, action + 72)
        heads = [r for r in rows if r.left > dialogue + 25 and r.text.isupper()]
    cue = _winner(_votes(heads), dialogue + 72)
    brackets = _votes(r for r in rows if r.text[:1] == "(" and dialogue + 10 < r.left < cue - 10)
    flush = sum(r.text[:1] == "(" and abs(r.left - dialogue) <= NEAR for r in rows)
    said = _pitch(rows, dialogue, 12.0)
    rights = sorted(r.right for r in rows if abs(r.left - action) <= NEAR)
    return Columns(
        action=action,
        dialogue=dialogue,
        parenthetical=_winner(brackets, (dialogue + cue) / 2),
        cue=cue,
        right=rights[len(rights) * 98 // 100] if rights else action + 432,
        pitch=min(_pitch(rows, action, 12.0), said),
        dialogue_width=_width([r for r in rows if abs(r.left - dialogue) <= NEAR]),
        dialogue_pitch=said,
        page=page,
        cue_middle=_cue_middle(heads, cue),
        has_asides=max(brackets.values(), default=0) >= min(flush / 2, _FEW),
    )


def _action(rows: Sequence[PageRow]) -> float:
    """Where headings begin, or the leftmost of the common edges."""
    heads = _votes(row for row in rows if is_heading(row.text))
    if heads:
        return _winner(heads, 108.0)
    votes = _votes(rows)
    most = max(votes.values(), default=0)
    return min((edge for edge, count in votes.items() if count * 6 >= most), default=108.0)


def _is_loud(rows: Sequence[PageRow]) -> bool:
    """Nearly everything is in capitals."""
    return sum(row.text.isupper() for row in rows) > 0.9 * len(rows)


def _speeches(rows: Sequence[PageRow], action: float) -> tuple[Counter[float], list[PageRow]]:
    """Votes for dialogue, and the cues, by the shape of a speech alone."""
    usual = _pitch(rows, action, 12.0) * 1.5
    heads: list[PageRow] = []
    said: list[PageRow] = []
    above: PageRow | None = None
    speaks = False
    for row, below in pairwise(rows):
        stands_off = above is None or above.page != row.page or row.top - above.top > usual
        is_near = row.page == below.page and below.top - row.top <= usual
        if stands_off and is_near and action + 40 < below.left < row.left - NEAR:
            heads.append(row)
            speaks = True
        speaks = speaks and is_near
        if speaks and below.text[:1] != "(":
            said.append(below)
        above = row
    return _votes(said), heads


def _cue_middle(heads: Sequence[PageRow], cue: float) -> float | None:
    """The middle of centred cues; None where they share their left edge, as is usual."""
    flush = sum(abs(row.left - cue) <= NEAR / 2 for row in heads)
    middle = _winner(_votes([replace(r, left=(r.left + r.right) / 2) for r in heads]), 0.0)
    centred = sum(abs((row.left + row.right) / 2 - middle) <= NEAR / 2 for row in heads)
    return middle if centred > 3 and centred > 1.5 * flush else None


def _votes(rows: Iterable[PageRow]) -> Counter[float]:
    """How many rows begin near each edge; an edge counts with the one next to it."""
    near: Counter[int] = Counter(int(row.left // _BIN) for row in rows)
    merged: Counter[float] = Counter()
    for edge, count in near.items():
        if count >= near[edge - 1] and count > near[edge + 1]:
            total = count + near[edge - 1] + near[edge + 1]
            merged[edge * _BIN + _BIN / 2] = total
    return merged


def _winner(votes: Counter[float], otherwise: float) -> float:
    return max(sorted(votes), key=lambda edge: votes[edge], default=otherwise)


def _width(rows: Sequence[PageRow]) -> int | None:
    """Characters in the longest rows of a column, the odd one that hangs over left aside."""
    if len(rows) < _ENOUGH:
        return None
    lengths = sorted(len(row.text) for row in rows)
    return lengths[len(lengths) * 99 // 100]


def _pitch(rows: Sequence[PageRow], column: float, otherwise: float) -> float:
    """The least of the common distances between two rows of one column."""
    gaps = Counter(
        round(b.top - a.top)
        for a, b in pairwise(rows)
        if a.page == b.page
        and 6 < b.top - a.top < _DOUBLE * b.height
        and abs(a.left - column) <= NEAR
        and abs(b.left - column) <= NEAR
    )
    most = max(gaps.values(), default=0)
    return float(min((gap for gap, count in gaps.items() if count * 4 >= most), default=otherwise))
