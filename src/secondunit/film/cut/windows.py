"""When each speech can be heard in a cut: the script's order laid over the cut's shots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from secondunit.core.ids import LineId, ShotId
from secondunit.film.cut.model import Cut
from secondunit.film.screenplay.model import SPOKEN, Line, Screenplay, Side
from secondunit.film.shots.model import ShotSpec

BREATH = Fraction(4, 3)
"""What a speech takes beyond its words, in words: about half a second at speaking speed."""

Window = tuple[int, int]
"""First frame in the cut, and one past the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """What is heard at one time: one spoken line, or both sides of a dual dialogue."""

    left: tuple[Line, ...]
    right: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.left + self.right

    @property
    def words(self) -> int:
        return max(_words(self.left), _words(self.right))


@dataclass(slots=True, kw_only=True)
class _Block:
    """Neighbouring shots that cover the same speeches: they share one stretch of time.

    Args:
        start: First frame.
        end: One past the last.
        order: Turns (by place in the script) and other covered lines, with their words.
        turns: The turns among them.
    """

    start: int
    end: int
    order: dict[tuple[int, int], Fraction]
    turns: set[int]


def find_windows(
    screenplay: Screenplay, shots: Sequence[ShotSpec], cut: Cut
) -> dict[LineId, Window]:
    """The window of every spoken line that a shot of the cut covers, in the order of the cut.

    A speech covered by several shots in a row runs over all of them. Speeches (and actions) that
    share a shot share its time by their words, a breath counted to each speech, in the order of
    the script. The two sides of a
    dual dialogue begin together. Otherwise no two windows overlap.

    Args:
        screenplay: The script.
        shots: With the lines each covers.
        cut: Where each shot stands.
    """
    turns = tuple(_turns(screenplay))
    places = _places(screenplay)
    owner = {line.id: index for index, turn in enumerate(turns) for line in turn.lines}
    blocks = _blocks(turns, owner, places, _covering(shots, cut))
    spans = _order(_spans(blocks))
    return {
        line: window
        for index, start, end in spans
        for line, window in _shared(turns[index], start, end)
    }


def _turns(screenplay: Screenplay) -> Iterator[_Turn]:
    """Spoken lines in order; a left side takes the right side that follows it."""
    left: list[Line] = []
    right: list[Line] = []
    scenes = [scene.lines for scene in screenplay.shot_scenes]
    for lines in (screenplay.opening, *scenes):
        for line in lines:
            if line.kind not in SPOKEN or not line.text.strip():
                continue
            if line.side is Side.RIGHT and left:
                right.append(line)
                continue
            if left and (right or line.side is not Side.LEFT):
                yield _Turn(left=tuple(left), right=tuple(right))
                left, right = [], []
            if line.side is Side.LEFT:
                left.append(line)
            else:
                yield _Turn(left=(line,))
        if left:
            yield _Turn(left=tuple(left), right=tuple(right))
            left, right = [], []


def _places(screenplay: Screenplay) -> dict[LineId, int]:
    lines = [line.id for line in screenplay.opening]
    lines += [line.id for scene in screenplay.shot_scenes for line in scene.lines]
    return {line: place for place, line in enumerate(lines)}


def _covering(shots: Sequence[ShotSpec], cut: Cut) -> Iterator[tuple[int, int, ShotSpec]]:
    known: Mapping[ShotId, ShotSpec] = {shot.id: shot for shot in shots}
    for clip in cut.clips:
        if clip.shot in known and clip.duration > 0:
            yield clip.record_in, clip.record_in + clip.duration, known[clip.shot]


def _blocks(
    turns: Sequence[_Turn],
    owner: Mapping[LineId, int],
    places: Mapping[LineId, int],
    covering: Iterable[tuple[int, int, ShotSpec]],
) -> list[_Block]:
    first = [min(places[line.id] for line in turn.lines) for turn in turns]
    blocks: list[_Block] = []
    for start, end, shot in covering:
        here = {owner[line] for line in shot.covers if line in owner}
        order = {(first[turn], turn): turns[turn].words + BREATH for turn in here}
        for span in shot.spans:
            if span.line in places and span.line not in owner:
                key = (places[span.line], -1)
                order[key] = order.get(key, Fraction(0)) + len(span.quote.split())
        last = blocks[-1] if blocks else None
        if last is not None and last.end == start and len(here & last.turns) > 1:
            last.end = end
            last.turns |= here
            last.order |= order
        else:
            blocks.append(_Block(start=start, end=end, order=order, turns=here))
    return blocks


def _spans(blocks: Sequence[_Block]) -> Iterator[tuple[int, int, int]]:
    """Each turn with its first frame and one past its last, before they are put in order."""
    runs: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        for turn in block.turns:
            run = runs.setdefault(turn, [])
            if not run or (run[-1] == index - 1 and blocks[run[-1]].end == block.start):
                run.append(index)
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for index, block in enumerate(blocks):
        weights = {
            key: _weight(key, weight, index, runs, blocks) for key, weight in block.order.items()
        }
        whole = sum(weights.values()) or Fraction(1)
        spent = Fraction(0)
        for key in sorted(weights):
            begin = block.start + int((block.end - block.start) * spent / whole)
            spent += weights[key]
            if key[1] >= 0 and weights[key]:
                starts.setdefault(key[1], begin)
                ends[key[1]] = block.start + int((block.end - block.start) * spent / whole)
    for turn in sorted(starts):
        yield turn, starts[turn], ends[turn]


def _weight(
    key: tuple[int, int],
    words: Fraction,
    index: int,
    runs: Mapping[int, Sequence[int]],
    blocks: Sequence[_Block],
) -> Fraction:
    """Words of a covered line in one block: those of a speech are spread over its whole run."""
    if key[1] < 0:
        return words
    run = runs[key[1]]
    if index not in run:
        return Fraction(0)
    whole = sum(blocks[each].end - blocks[each].start for each in run)
    return words * (blocks[index].end - blocks[index].start) / whole


def _order(spans: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """By time, none reaching into the next, each at least one frame."""
    ordered = sorted(spans, key=lambda span: (span[1], span[0]))
    placed: list[tuple[int, int, int]] = []
    free = 0
    for index, (turn, begin, finish) in enumerate(ordered):
        start = max(begin, free)
        limit = ordered[index + 1][1] if index + 1 < len(ordered) else finish
        end = max(start + 1, min(finish, max(limit, begin + 1)))
        placed.append((turn, start, end))
        free = end
    return placed


def _shared(turn: _Turn, start: int, end: int) -> Iterator[tuple[LineId, Window]]:
    """The lines of one turn: both sides begin at its start, the wordier one fills it."""
    for side in (turn.left, turn.right):
        spent = 0
        at = start
        for line in side:
            spent += _words((line,))
            until = max(at + 1, start + (end - start) * spent // turn.words)
            yield line.id, (at, until)
            at = until


def _words(lines: Sequence[Line]) -> int:
    return sum(max(1, len(line.text.split())) for line in lines)
