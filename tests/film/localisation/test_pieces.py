from dataclasses import replace

from tests.film.localisation.builder import STYLE, speech

from secondunit.core.timecode import Rate
from secondunit.film.localisation.model import DialogueEvent
from secondunit.film.localisation.pieces import (
    Piece,
    count_characters,
    cut_pieces,
    join_exchanges,
)
from secondunit.film.localisation.timing import clock_of

CLOCK = clock_of(STYLE, Rate(numerator=24))
LONG = "Come and live at the flat. There is a room for Grandad, too. It has a view of the road."


def _cut(*events: DialogueEvent, last: int = 1000) -> list[Piece]:
    return cut_pieces(events, {event.number: last for event in events}, STYLE, CLOCK)


def _join(*events: DialogueEvent) -> list[Piece]:
    until = {event.number: 1000 for event in events}
    return join_exchanges(cut_pieces(events, until, STYLE, CLOCK), until, STYLE, CLOCK)


def test_a_row_break_is_read_as_a_space() -> None:
    assert count_characters(("Did it", "speak?")) == 13


def test_reading_time_is_rounded_up_and_never_below_the_least() -> None:
    assert CLOCK.needed(("x" * 41,)) == 50
    assert CLOCK.needed(("No.",)) == 20


def test_pieces_share_the_time_of_their_speech_by_their_characters() -> None:
    pieces = _cut(speech(1, LONG, 100, 340))
    assert len(pieces) == 2
    assert (pieces[0].start, pieces[-1].end) == (100, 340)
    assert pieces[0].end == pieces[1].start


def test_a_speech_too_fast_to_read_is_spread_into_the_free_time_after_it() -> None:
    fast = speech(1, LONG, 100, 160)
    free = _cut(fast)[-1].end
    assert 160 < free <= 100 + sum(CLOCK.needed(p.rows) + CLOCK.gap for p in _cut(fast))
    assert _cut(fast, speech(2, "No.", 180, 200, "MINA"))[-2].end == 178
    assert _cut(fast, last=160)[-1].end == 160
    assert _cut(fast, last=170)[-1].end == 168


def test_dual_dialogue_stands_side_by_side_and_the_longer_side_goes_on_alone() -> None:
    left = replace(speech(1, LONG, 100, 340, "JUDE"), dual=True)
    right = replace(speech(2, "He can see the lamp shake.", 100, 200), dual=True)
    pieces = _cut(left, right)
    assert [piece.events for piece in pieces] == [(1, 2), (1,), (1,)]
    assert pieces[0].rows == ("-Come and live at the flat.", "-He can see the lamp shake.")
    assert pieces[1].rows == ("There is a room for Grandad, too.",)


def test_two_short_turns_share_a_subtitle_only_when_one_alone_would_flash() -> None:
    flash = _join(speech(1, "Jump!", 0, 12, "DES"), speech(2, "It's moving!", 12, 60, "JUDE"))
    assert [piece.rows for piece in flash] == [("-Jump!", "-It's moving!")]
    assert (flash[0].start, flash[0].end, flash[0].events) == (0, 60, (1, 2))
    calm = _join(speech(1, "Jump!", 0, 40, "DES"), speech(2, "It's moving!", 40, 90, "JUDE"))
    assert [piece.rows for piece in calm] == [("Jump!",), ("It's moving!",)]


def test_one_speaker_never_shares_with_himself() -> None:
    joined = _join(speech(1, "Jump!", 0, 12), speech(2, "Now!", 12, 60))
    assert [piece.rows for piece in joined] == [("Jump!",), ("Now!",)]


def test_nobody_shares_across_scenes() -> None:
    other = replace(speech(2, "It's moving!", 12, 60, "JUDE"), scene="scene-2")  # type: ignore[arg-type]  # any text stands for an id here
    assert len(_join(speech(1, "Jump!", 0, 12, "DES"), other)) == 2


def test_pieces_of_one_frame_still_begin_one_after_the_other() -> None:
    pieces = _cut(speech(1, LONG, 0, 3), last=3)
    assert pieces[1].start >= pieces[0].start + 1 + CLOCK.gap
