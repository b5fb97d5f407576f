from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.film.cut.builder import cover, make_cut
from tests.film.localisation.builder import STYLE, one_shot, speech

from secondunit.core.ids import SceneId
from secondunit.core.timecode import RATE_NAMES, Frames, Rate
from secondunit.film.localisation.check import check_subtitles
from secondunit.film.localisation.model import DialogueEvent, DialogueList
from secondunit.film.localisation.timing import clock_of, time_subtitles

RATES = [Rate(numerator=pair[0], denominator=pair[1]) for pair in RATE_NAMES]


def _times(*events: DialogueEvent, lengths: tuple[int, ...] = (1000,)) -> list[tuple[int, int]]:
    cut = make_cut(*(cover(f"1-{number}", frames) for number, frames in enumerate(lengths)))
    return [(each.start, each.end) for each in time_subtitles(events, cut, STYLE)]


def test_lengths_of_time_scale_with_the_rate_and_the_gap_does_not() -> None:
    clock = clock_of(STYLE, Rate(numerator=30000, denominator=1001))
    assert (clock.shortest, clock.longest, clock.chain, clock.gap) == (25, 210, 15, 2)
    assert clock_of(STYLE, Rate(numerator=24000, denominator=1001)).shortest == 20


def test_a_subtitle_stays_as_long_as_its_speech() -> None:
    assert _times(speech(1, "Two sugars.", 100, 140)) == [(100, 140)]


def test_a_subtitle_too_short_to_read_stays_on() -> None:
    assert _times(speech(1, "Two sugars.", 100, 105)) == [(100, 120)]


def test_no_subtitle_stays_longer_than_is_allowed() -> None:
    assert _times(speech(1, "Two sugars.", 100, 400)) == [(100, 268)]


def test_a_gap_below_half_a_second_is_closed_and_a_longer_one_is_left() -> None:
    times = _times(
        speech(1, "Two sugars.", 100, 140),
        speech(2, "Two sugars.", 151, 190),
        speech(3, "Two sugars.", 202, 240),
    )
    assert times == [(100, 149), (151, 190), (202, 240)]


def test_a_subtitle_ends_two_frames_before_a_shot_change_that_its_speech_ends_on() -> None:
    assert _times(speech(1, "Two sugars.", 60, 100), lengths=(100, 200)) == [(60, 98)]


def test_a_subtitle_that_needs_to_cross_a_shot_change_stays_half_a_second_after_it() -> None:
    late = speech(1, "Two sugars.", 88, 103)
    assert _times(late, lengths=(100, 200)) == [(88, 112)]


def test_a_beginning_just_after_a_shot_change_moves_onto_it() -> None:
    assert _times(speech(1, "Two sugars.", 106, 150), lengths=(100, 200))[0][0] == 100


def test_a_beginning_just_before_a_shot_change_moves_onto_it_or_away_from_it() -> None:
    near = speech(1, "Two sugars.", 95, 150)
    off = speech(1, "Two sugars.", 90, 150)
    assert _times(near, lengths=(100, 200))[0][0] == 100
    assert _times(off, lengths=(100, 200))[0][0] == 88


def test_a_subtitle_may_begin_two_frames_late_so_that_the_one_before_can_be_read() -> None:
    times = _times(speech(1, "How. Long.", 0, 20), speech(2, "A year, they say.", 20, 80, "MINA"))
    assert times == [(0, 20), (22, 80)]


def test_no_subtitle_reaches_into_the_next_scene() -> None:
    first = speech(1, "Will I still live here, do you think?", 90, 100)
    shots = (cover("1A", 100), replace(cover("2A", 100), scene=SceneId("scene-2")))
    (alone,) = time_subtitles([first], make_cut(*shots), STYLE)
    assert (alone.start, alone.end) == (88, 98)
    assert _times(first, lengths=(100, 100)) == [(88, 135)]


@settings(max_examples=150, deadline=None)
@given(
    rate=st.sampled_from(RATES),
    speeches=st.lists(
        st.tuples(st.integers(1, 40), st.integers(12, 240), st.integers(0, 90), st.booleans()),
        min_size=1,
        max_size=12,
    ),
)
def test_whatever_is_said_no_hard_rule_is_broken(
    rate: Rate, speeches: list[tuple[int, int, int, bool]]
) -> None:
    events = []
    at = 0
    for number, (words, frames, pause, mina) in enumerate(speeches, start=1):
        text = " ".join(["bell"] * words) + "."
        length = max(frames, 4 * words)
        events.append(speech(number, text, at, at + length, "MINA" if mina else "OREN"))
        at += length + pause
    cut = one_shot(at)
    found = DialogueList(
        language="en",
        rate=rate,
        start=Frames(0),
        duration=cut.duration,
        events=tuple(events),
        subtitles=time_subtitles(events, make_cut(cover("1A", at), rate=rate), STYLE),
    )
    assert [f for f in check_subtitles(found, STYLE) if f.severity == "error"] == []
