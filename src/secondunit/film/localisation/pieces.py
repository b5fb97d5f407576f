"""Speeches cut into subtitles' worth, each with the time in which it is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from secondunit.core.ids import SceneId
from secondunit.core.timecode import Rate
from secondunit.film.localisation.model import DialogueEvent, SubtitleStyle
from secondunit.film.localisation.segment import Pace, Setting, setting_of, split_speech

SHARED = 2
"""What it costs, in frames of shortened reading, to let two speakers share a subtitle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A style's lengths of time in frames of one rate.

    Args:
        rate: The rate.
        speed: Characters a second.
        shortest: Least frames of a subtitle.
        longest: Most frames of a subtitle.
        gap: Least frames between two.
        chain: A gap below this is closed.
        near: How far from a shot change is clear of it.
        pull: This close before a shot change, a beginning moves to it.
        late: How late a subtitle may begin.
    """

    rate: Rate
    speed: int
    shortest: int
    longest: int
    gap: int
    chain: int
    near: int
    pull: int
    late: int

    def needed(self, rows: Sequence[str]) -> int:
        """Frames to read rows at the style's speed, spaces counted, and never below the least."""
        exact = Fraction(count_characters(rows), self.speed) * self.rate.fraction
        return max(self.shortest, -(-exact.numerator // exact.denominator))


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One subtitle before it is timed.

    Args:
        events: Speeches it carries.
        rows: Its rows.
        start: When its words begin.
        end: When they end.
        speaker: Who speaks; "" when two do.
        scene: Where.
    """

    events: tuple[int, ...]
    rows: tuple[str, ...]
    start: int
    end: int
    speaker: str
    scene: SceneId


def count_characters(rows: Sequence[str]) -> int:
    """Characters of a subtitle as a reader counts them, a row break as one space."""
    return sum(map(len, rows)) + len(rows) - 1


def cut_pieces(
    events: Sequence[DialogueEvent],
    until: Mapping[int, int],
    style: SubtitleStyle,
    clock: Clock,
) -> list[Piece]:
    """Every speech in pieces that fit; both sides of a dual dialogue side by side.

    A speech said faster than it can be read is spread into the free time after it.

    Args:
        events: In the order of the cut.
        until: How far each may reach.
        style: The rules.
        clock: The rules in frames.
    """
    pieces: list[Piece] = []
    turns = list(_turns(events))
    for index, turn in enumerate(turns):
        start = turn[0].start
        end = max(int(event.end) for event in turn)
        last = max(until[event.number] for event in turn)
        if index + 1 < len(turns):
            last = min(last, turns[index + 1][0].start)
        texts = _texts(turn, style, clock)
        sizes = [count_characters(rows) + 1 for _, rows in texts]
        need = sum(clock.needed(rows) + clock.gap for _, rows in texts)
        span = max(end - start, min(need, last - start))
        end = end if span == end - start else start + span - clock.gap
        whole, spent = sum(sizes), 0
        for (numbers, rows), size in zip(texts, sizes, strict=True):
            begin = start + span * spent // whole
            spent += size
            speaker = turn[0].speaker if len(turn) == 1 else ""
            pieces.append(
                Piece(
                    events=numbers,
                    rows=rows,
                    start=begin,
                    end=end if spent == whole else start + span * spent // whole,
                    speaker=speaker,
                    scene=turn[0].scene,
                )
            )
    return _apart(pieces, clock)


def join_exchanges(
    pieces: Sequence[Piece], until: Mapping[int, int], style: SubtitleStyle, clock: Clock
) -> list[Piece]:
    """Let two speakers share a subtitle, a row each, where one alone could not be read in time.

    The cheapest choice over the whole list: what is missing of each subtitle's reading time, plus
    a charge for every sharing.
    """
    count = len(pieces)
    costs = [0] * (count + 1)
    paired = [False] * count
    for index in range(count - 1, -1, -1):
        costs[index] = _missing(pieces[index], pieces, index + 1, until, clock) + costs[index + 1]
        both = _shared(pieces, index, style, clock)
        if both is not None:
            cost = SHARED + _missing(both, pieces, index + 2, until, clock) + costs[index + 2]
            if cost < costs[index]:
                costs[index], paired[index] = cost, True
    joined = []
    index = 0
    while index < count:
        both = _shared(pieces, index, style, clock) if paired[index] else None
        joined.append(both or pieces[index])
        index += 1 if both is None else 2
    return joined


def _turns(events: Sequence[DialogueEvent]) -> Iterator[tuple[DialogueEvent, ...]]:
    """Single speeches, and the speeches of one dual dialogue together."""
    turn: list[DialogueEvent] = []
    for event in events:
        together = turn and event.dual and turn[-1].dual and event.start < turn[0].end
        if turn and not (together and event.scene == turn[0].scene):
            yield tuple(turn)
            turn = []
        turn.append(event)
    if turn:
        yield tuple(turn)


def _texts(
    turn: tuple[DialogueEvent, ...], style: SubtitleStyle, clock: Clock
) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    """Rows of each subtitle of a turn, with the speeches they are of."""
    speakers = tuple(dict.fromkeys(event.speaker for event in turn))
    if len(speakers) != 2 or style.max_rows < 2:
        setting = setting_of(style, rows=style.max_rows)
        return [
            ((event.number,), rows)
            for event in turn
            for rows in split_speech(event.text, setting, _pace(event, clock))
        ]
    margin = max(len(style.first_speaker), len(style.second_speaker))
    setting = setting_of(style, rows=1, margin=margin)
    sides = [_side(turn, speaker, setting, clock) for speaker in speakers]
    texts: list[tuple[tuple[int, ...], tuple[str, ...]]] = []
    for index in range(max(map(len, sides))):
        here = [side[index] for side in sides if index < len(side)]
        if len(here) == 2:
            rows = _marked(here[0][1], here[1][1], style)
            texts.append(((here[0][0], here[1][0]), rows))
        else:
            texts.append(((here[0][0],), (here[0][1],)))
    return texts


def _side(
    turn: tuple[DialogueEvent, ...], speaker: str, setting: Setting, clock: Clock
) -> list[tuple[int, str]]:
    return [
        (event.number, rows[0])
        for event in turn
        if event.speaker == speaker
        for rows in split_speech(event.text, setting, _pace(event, clock))
    ]


def _pace(event: DialogueEvent, clock: Clock) -> Pace:
    return Pace(frames=event.end - event.start, shortest=clock.shortest, longest=clock.longest)


def _apart(pieces: list[Piece], clock: Clock) -> list[Piece]:
    """Begin each at least one frame and the gap after the one before begins."""
    apart: list[Piece] = []
    for piece in pieces:
        least = apart[-1].start + 1 + clock.gap if apart else 0
        start = max(piece.start, least)
        apart.append(replace(piece, start=start, end=max(piece.end, start + 1)))
    return apart


def _shared(
    pieces: Sequence[Piece], index: int, style: SubtitleStyle, clock: Clock
) -> Piece | None:
    """Two neighbouring speakers' single rows in one subtitle, or None when they may not share."""
    if index + 1 >= len(pieces) or style.max_rows < 2:
        return None
    first, second = pieces[index], pieces[index + 1]
    one_row = len(first.rows) == len(second.rows) == 1
    if not one_row or "" in {first.speaker, second.speaker} or first.scene != second.scene:
        return None
    if second.start - first.end > clock.shortest:
        return None
    rows = _marked(first.rows[0], second.rows[0], style)
    if first.speaker == second.speaker or max(map(len, rows)) > style.max_characters:
        return None
    return Piece(
        events=first.events + second.events,
        rows=rows,
        start=first.start,
        end=second.end,
        speaker="",
        scene=first.scene,
    )


def _marked(first: str, second: str, style: SubtitleStyle) -> tuple[str, str]:
    return style.first_speaker + first, style.second_speaker + second


def _missing(
    piece: Piece, pieces: Sequence[Piece], following: int, until: Mapping[int, int], clock: Clock
) -> int:
    """Frames of reading time a piece lacks before the next one begins."""
    room = max(until[event] for event in piece.events) - piece.start
    if following < len(pieces):
        room = min(room, pieces[following].start - clock.gap - piece.start)
    missing = max(0, clock.needed(piece.rows) - room)
    return missing + 10 * max(0, piece.end - piece.start - clock.longest)
