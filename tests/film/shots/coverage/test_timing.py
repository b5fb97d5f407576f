from fractions import Fraction

import pytest
from tests.film.shots.builder import scene_beats, tables

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
def test_speech_keeps_its_speed_at_every_rate(rate: Rate) -> None:
    said = drafts("Ada waits.\n\nADA\n" + "word " * 27)
    assert time_shots(said, rate, TIMING)[-1] == rate.frames_in(Fraction(10) + Fraction(1, 2))


def test_a_page_of_action_lasts_about_a_minute() -> None:
    page = "\n\n".join(["Ada waits here and there and everywhere she has been before now."] * 18)
    frames = time_shots(drafts(page), RATES[0], TIMING)
    assert 24 * 50 <= sum(frames) <= 24 * 66
    assert all(24 * TIMING.shortest_seconds <= f <= 24 * TIMING.longest_seconds for f in frames)


def test_a_longer_sentence_changes_the_length_of_no_other_shot() -> None:
    first = time_shots(drafts("Ada waits.\n\nBram comes in.\n\nAda goes."), RATES[0], TIMING)
    after = time_shots(
        drafts("Ada waits.\n\nBram comes in with all that he has got.\n\nAda goes."),
        RATES[0],
        TIMING,
    )
    assert (first[0], first[2]) == (after[0], after[2])
    assert first[1] < after[1]


def test_a_shot_without_words_still_lasts_and_a_place_longer() -> None:
    none = Draft(rule=Rule.MASTER, framing=Framing.MASTER, size=Size.WIDE)
    place = Draft(rule=Rule.ESTABLISHING, framing=Framing.ESTABLISHING, size=Size.WIDE)
    _, short, long = time_shots([none, none, place], RATES[0], TIMING)
    assert 24 <= short < long
