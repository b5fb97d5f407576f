from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.film.shots.builder import scene_beats, tables

from secondunit.core.pages import Eighths
from secondunit.core.timecode import Rate
from secondunit.film.shots.coverage.draft import Draft, Rule
from secondunit.film.shots.coverage.timing import time_shots
from secondunit.film.shots.model import Framing, Size

TIMING = tables().timing
RATES = (Rate(numerator=24), Rate(numerator=24000, denominator=1001), Rate(numerator=25))


def drafts(text: str) -> list[Draft]:
    return [
        Draft(rule=Rule.PEOPLE, framing=Framing.SINGLE, size=Size.MEDIUM, beats=(beat,))
        for beat in scene_beats(f"INT. ROOM - DAY\n\n{text}\n")
    ]


@pytest.mark.parametrize("rate", RATES)
def test_speech_keeps_its_speed_whatever_the_page_says(rate: Rate) -> None:
    said = drafts("ADA\n" + "word " * 27)
    for eighths in (1, 8):
        frames = time_shots(said, Eighths(eighths), rate, TIMING)
        assert frames == (rate.frames_in(Fraction(10) + Fraction(1, 2)),)


@given(st.integers(1, 16))
def test_action_fills_the_page_within_its_bounds(eighths: int) -> None:
    acted = drafts(" ".join(f"Ada waits here and there and everywhere {n}." for n in range(8)))
    frames = time_shots(acted, Eighths(eighths), RATES[0], TIMING)
    assert all(24 * TIMING.shortest_seconds <= f <= 24 * TIMING.longest_seconds for f in frames)
    more = time_shots(acted, Eighths(eighths + 8), RATES[0], TIMING)
    assert sum(more) >= sum(frames)


def test_a_shot_without_words_still_lasts_and_a_place_longer() -> None:
    none = Draft(rule=Rule.MASTER, framing=Framing.MASTER, size=Size.WIDE)
    place = Draft(rule=Rule.ESTABLISHING, framing=Framing.ESTABLISHING, size=Size.WIDE)
    short, long = time_shots([none, place], Eighths(1), RATES[0], TIMING)
    assert 24 <= short < long
