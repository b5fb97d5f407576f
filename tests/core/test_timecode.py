from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.core.errors import InputError
from secondunit.core.timecode import RATE_NAMES, Rate, read_rate, timecode

NTSC = Rate(numerator=30000, denominator=1001)


@pytest.mark.parametrize("name", RATE_NAMES.values())
def test_every_production_rate_is_known_by_its_name(name: str) -> None:
    assert read_rate(name).name == name


def test_an_unknown_rate_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError) as caught:
        read_rate("26")
    assert "23.976" in caught.value.remedy


@given(st.integers(0, 10**7), st.sampled_from(list(RATE_NAMES)))
def test_frames_and_seconds_convert_without_loss(frames: int, pair: tuple[int, int]) -> None:
    rate = Rate(numerator=pair[0], denominator=pair[1])
    assert rate.frames_in(rate.seconds_of(frames)) == frames


def test_durations_are_rounded_to_the_nearest_frame() -> None:
    assert Rate(numerator=24).frames_in(Fraction(1, 10)) == 2
    assert Rate(numerator=25).frames_in(Fraction(1, 50)) == 1


def test_timecode_counts_in_the_nominal_base() -> None:
    assert timecode(86400, Rate(numerator=24000, denominator=1001)) == "01:00:00:00"


@pytest.mark.parametrize(
    ("frames", "expected"),
    [
        (0, "00:00:00;00"),
        (1799, "00:00:59;29"),
        (1800, "00:01:00;02"),
        (17981, "00:09:59;29"),
        (17982, "00:10:00;00"),
        (107892, "01:00:00;00"),
    ],
)
def test_drop_frame_skips_two_numbers_a_minute_but_not_each_tenth(
    frames: int, expected: str
) -> None:
    assert timecode(frames, NTSC, drop=True) == expected
