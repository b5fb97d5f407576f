"""Time subtitles: inside their speech where that is long enough, into free time where it is not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from secondunit.core.timecode import Frames, Rate
from secondunit.film.cut.model import Cut
from secondunit.film.localisation.model import DialogueEvent, Subtitle, SubtitleStyle
from secondunit.film.localisation.segment import Setting, split_speech


def shortest(style: SubtitleStyle, rate: Rate) -> int:
    """Least frames of a subtitle at a rate: the rule is in frames at 24 and scales with time."""
    return int(rate.frames_in(Fraction(style.min_frames_24, 24)))


def longest(style: SubtitleStyle, rate: Rate) -> int:
    """Most frames of a subtitle at a rate."""
    return int(rate.frames_in(Fraction(style.max_seconds)))


def reading_frames(rows: Sequence[str], style: SubtitleStyle, rate: Rate) -> int:
    """Frames it takes to read rows at the style's speed, spaces counted, rounded up."""
    characters = sum(len(row) for row in rows) + len(rows) - 1
    exact = Fraction(characters, style.max_reading_speed) * rate.fraction
    return -(-exact.numerator // exact.denominator)


def time_subtitles(
    events: Sequence[DialogueEvent], cut: Cut, style: SubtitleStyle
) -> tuple[Subtitle, ...]:
    """Subtitles of all speeches, gaps kept, each as long as its reader needs where there is room.

    Speeches that overlap (dual dialogue) are set one after the other: a reader has one pair of
    eyes. Text is never cut to fit; what stays too fast is for ``check_subtitles`` to name.
    """
    pieces = list(_pieces(events, style))
    timed: list[Subtitle] = []
    free = 0
    for index, (event, rows, start, end) in enumerate(pieces):
        begin = max(start, free)
        wanted = max(end - start, reading_frames(rows, style, cut.rate), shortest(style, cut.rate))
        following = pieces[index + 1][2] if index + 1 < len(pieces) else int(cut.duration)
        room = max(following - style.gap_frames, end) - begin
        length = max(1, min(wanted, longest(style, cut.rate), max(room, end - begin)))
        timed.append(
            Subtitle(
                number=index + 1,
                start=Frames(begin),
                end=Frames(min(begin + length, max(int(cut.duration), begin + 1))),
                rows=rows,
                events=(event.number,),
            )
        )
        free = timed[-1].end + style.gap_frames
    return tuple(timed)


def _pieces(
    events: Sequence[DialogueEvent], style: SubtitleStyle
) -> Iterable[tuple[DialogueEvent, tuple[str, ...], int, int]]:
    """Each subtitle's speech, rows, and share of the speech's time by its characters."""
    setting = Setting(
        width=style.max_characters,
        rows=style.max_rows,
        break_before=frozenset(style.break_before),
        keep_with_next=frozenset(style.keep_with_next),
    )
    for event in events:
        split = split_speech(event.text, setting)
        sizes = [sum(map(len, rows)) + 1 for rows in split]
        whole, spent = sum(sizes), 0
        for rows, size in zip(split, sizes, strict=True):
            length = event.end - event.start
            start = event.start + length * spent // whole
            spent += size
            yield event, rows, start, event.start + length * spent // whole
