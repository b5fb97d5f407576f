"""What the rows of one script say about each other: columns, lengths, gaps, names and words vote.

Nothing is learned beforehand. A first reading labels what its neighbours make sure (the row under
a cue is spoken, the row under a heading is not); then each column, each row length, each gap and
each word is asked which label it went with, and the next reading heeds the answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from math import log

from secondunit.film.screenplay.plain.rows import PlainRow
from secondunit.film.screenplay.plain.words import bare_name


class Label(IntEnum):
    """What a row is."""

    HEADING = 0
    ACTION = 1
    CUE = 2
    DIALOGUE = 3
    PARENTHETICAL = 4
    TRANSITION = 5


LABELS = tuple(Label)
EVERYWHERE = (-1, -1)
"""Key of the gaps between any two labels."""

_PRIOR = 4.0  # votes that a label has everywhere before any row is asked
_MOST, _LEAST = 2.6, -3.2
_NEAR = ((0, 1.0), (-1, 0.6), (1, 0.6), (-2, 0.2), (2, 0.2))
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LENGTH_STEP = 4
_SPREAD = sum(share for _, share in _NEAR)
_NOTHING = [0.0] * len(LABELS)
_ABOVE = {
    Label.DIALOGUE: (Label.CUE, Label.PARENTHETICAL),
    Label.ACTION: (Label.HEADING, Label.TRANSITION),
}
_WIDEST = 90  # characters; rows that are longer are whole paragraphs
_ENOUGH = 12  # speeches that tell how wide speech is set


@dataclass(slots=True)
class Votes:
    """Votes of one kind, by place and label. All are cast before the first is counted.

    Args:
        spread: Neighbouring places are asked too.
    """

    spread: bool = False
    _counts: dict[int, list[float]] = field(default_factory=dict)
    _totals: list[float] = field(default_factory=lambda: [0.0] * len(LABELS))
    _known: dict[int, list[float]] = field(default_factory=dict)

    def add(self, place: int, label: Label, weight: float) -> None:
        """One row votes for what stands at its place."""
        self._totals[label] += weight
        counts = self._counts.get(place)
        if counts is None:
            counts = self._counts[place] = [0.0] * len(LABELS)
        counts[label] += weight

    def scores(self, place: int) -> list[float]:
        """How much more a place goes with each label than all places do, as a logarithm."""
        if place not in self._known:
            self._known[place] = self._count(place)
        return self._known[place]

    def _count(self, place: int) -> list[float]:
        counts = [0.0] * len(LABELS)
        for step, part in _NEAR if self.spread else _NEAR[:1]:
            for label, votes in enumerate(self._counts.get(place + step, ())):
                counts[label] += votes * part
        everything = sum(self._totals)
        if not everything or not any(counts):
            return _NOTHING
        scale = _SPREAD if self.spread else 1.0
        share = sum(counts) / (everything * scale)
        result = []
        for label in LABELS:
            expected = (self._totals[label] * scale + _PRIOR) * share
            given = counts[label] + _PRIOR * share
            result.append(min(max(log(given / expected), _LEAST), _MOST))
        return result


@dataclass(slots=True)
class WordVotes:
    """Which words go with speech and which with action, in this script."""

    said: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    _known: dict[str, float] = field(default_factory=dict)
    _odds: float = 0.0

    def add(self, words: Iterable[str], *, is_said: bool) -> None:
        """The words of a row whose kind is known."""
        (self.said if is_said else self.told).update(words)
        self._known.clear()

    def score(self, words: Iterable[str]) -> float:
        """Above 0 where a row's words are those of speech."""
        if not self._known:
            self._odds = log((self.told.total() + 200) / (self.said.total() + 200))
        total = 0.0
        for word in words:
            if word not in self._known:
                ratio = (self.said[word] + 0.5) / (self.told[word] + 0.5)
                self._known[word] = log(ratio) + self._odds
            total += self._known[word]
        return min(max(total * 0.5, -4.0), 4.0)


def words_of(text: str) -> list[str]:
    """The words of a row in small letters, and its marks that tell speech from action."""
    words = [word.replace("’", "'").casefold() for word in _WORD.findall(text)]
    return words + [mark for mark in ("?", "!", "--", "...") if mark in text]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """All that the rows of a script have voted on.

    Args:
        indents: Columns that rows begin in.
        middles: Twice the column of their middle: centred names vary in where they begin.
        lengths: How long they are.
        rights: Where they end.
        gaps: Empty rows between two labels, keyed by both.
        words: Of speech and action.
        names: How often each name stands as a cue.
        speech_width: Characters that a row of speech has at most, as far as is sure.
        speech_rows: Characters at which a row of speech is broken; endless where rows are whole
            paragraphs or too few tell.
        action_rows: The same of action.
    """

    indents: Votes
    middles: Votes
    lengths: Votes
    rights: Votes
    gaps: dict[tuple[int, int], Counter[int]]
    words: WordVotes
    names: Counter[str]
    speech_width: float
    speech_rows: float
    action_rows: float


def take_votes(
    rows: Sequence[PlainRow],
    labels: Sequence[Label],
    sure: Iterable[float],
    words: Sequence[Sequence[str]],
    gaps: Sequence[int],
) -> Ballot:
    """Ask every row.

    Args:
        rows: The writer's rows.
        labels: What each is held to be.
        sure: 0 to 1, how much each counts.
        words: Of each row, as ``words_of`` gives them.
        gaps: Above each row: 0 where it touches the row above, 1 for a gap, 2 for a wide one.
    """
    widths = {kind: _widest(rows, labels, kind) for kind in _ABOVE}
    ballot = Ballot(
        indents=Votes(spread=True),
        middles=Votes(spread=True),
        lengths=Votes(spread=True),
        rights=Votes(spread=True),
        gaps={},
        words=WordVotes(),
        names=Counter(),
        speech_width=widths[Label.DIALOGUE] + 2,
        speech_rows=_broken(widths[Label.DIALOGUE]),
        action_rows=_broken(widths[Label.ACTION]),
    )
    before: Label | None = None
    for row, label, weight, said, gap in zip(rows, labels, sure, words, gaps, strict=True):
        ballot.indents.add(row.indent, label, weight)
        ballot.middles.add(row.indent * 2 + len(row.text), label, weight)
        ballot.lengths.add(len(row.text) // _LENGTH_STEP, label, weight)
        ballot.rights.add(row.right, label, weight)
        if before is not None:
            for key in ((before, label), EVERYWHERE):
                ballot.gaps.setdefault(key, Counter())[gap] += 1
        if label is Label.CUE:
            ballot.names[bare_name(row.text)] += 1
        elif weight > 0.5 and label in {Label.DIALOGUE, Label.ACTION}:
            ballot.words.add(said, is_said=label is Label.DIALOGUE)
        before = label
    return ballot


def _widest(rows: Sequence[PlainRow], labels: Sequence[Label], kind: Label) -> float:
    """Length of the longest rows, but for a few, that surely bear a label: those that stand under
    what it follows and those on which a sentence runs on; endless where too few tell."""
    heads = _ABOVE[kind]
    lengths = sorted(
        len(row.text)
        for row, above, label in zip(rows[1:], labels, labels[1:], strict=False)
        if label is kind and (above in heads or (above is kind and row.text[:1].islower()))
    )
    return lengths[len(lengths) * 97 // 100] if len(lengths) >= _ENOUGH else float("inf")


def _broken(width: float) -> float:
    return width if width <= _WIDEST else float("inf")


def layout_scores(ballot: Ballot, row: PlainRow) -> list[float]:
    """What its column, length and end say for each label; the column counts most."""
    indent = ballot.indents.scores(row.indent)
    middle = ballot.middles.scores(row.indent * 2 + len(row.text))
    length = ballot.lengths.scores(len(row.text) // _LENGTH_STEP)
    right = ballot.rights.scores(row.right)
    return [
        1.3 * a + 0.25 * b + 0.5 * c + 0.2 * d
        for a, b, c, d in zip(indent, middle, length, right, strict=True)
    ]
