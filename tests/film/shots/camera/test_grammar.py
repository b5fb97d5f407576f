import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.core.errors import InputError
from secondunit.film.shots.camera.grammar import (
    ASPECTS,
    SPANS,
    cropped,
    distance,
    half_tangents,
    horizontal_fov,
    read_aspect,
    setup_number,
    size_steps,
    tighter,
    vertical_fov,
)
from secondunit.film.shots.model import Lens, Size


def test_a_waist_shot_on_a_fifty_is_taken_from_three_metres() -> None:
    assert distance(0.80, 0.93, Lens(focal_mm=50), "1.78") == pytest.approx(3.07, abs=0.01)


def test_the_sensor_is_cropped_in_height_for_a_wide_picture_and_in_width_for_a_tall_one() -> None:
    lens = Lens(focal_mm=50, sensor_width_mm=24.89, sensor_height_mm=18.66)
    assert cropped(lens, "2.39") == pytest.approx((24.89, 24.89 / 2.39))
    assert cropped(lens, "9:16") == pytest.approx((18.66 * 9 / 16, 18.66))


def test_a_squeeze_of_two_sees_twice_as_wide() -> None:
    flat = Lens(focal_mm=50, sensor_width_mm=20, sensor_height_mm=20)
    scope = Lens(focal_mm=50, sensor_width_mm=20, sensor_height_mm=20, squeeze=2.0)
    assert half_tangents(scope, "2.00")[0] == pytest.approx(2 * half_tangents(flat, "2.00")[0])
    assert half_tangents(scope, "2.00")[1] == pytest.approx(0.2)


@given(
    st.floats(min_value=12, max_value=200),
    st.sampled_from(ASPECTS),
    st.sampled_from([1.0, 1.33, 1.8, 2.0]),
)
def test_the_picture_has_the_shape_of_its_aspect(focal: float, aspect: str, squeeze: float) -> None:
    wide, high = half_tangents(Lens(focal_mm=focal, squeeze=squeeze), aspect)
    assert wide / high == pytest.approx(read_aspect(aspect))


@given(st.floats(min_value=12, max_value=200))
def test_a_longer_lens_sees_less_from_farther_away(focal: float) -> None:
    near, far = Lens(focal_mm=focal), Lens(focal_mm=focal * 1.5)
    assert vertical_fov(far, "1.85") < vertical_fov(near, "1.85")
    assert horizontal_fov(near, "1.85") > vertical_fov(near, "1.85")
    assert distance(0.8, 0.9, far, "1.85") == pytest.approx(1.5 * distance(0.8, 0.9, near, "1.85"))


def test_an_unknown_aspect_is_refused_with_the_list() -> None:
    with pytest.raises(InputError) as caught:
        read_aspect("1.5")
    assert "2.39" in caught.value.remedy


def test_sizes_are_counted_in_classes() -> None:
    assert size_steps(Size.WIDE, Size.MEDIUM) == 3
    assert size_steps(Size.INSERT, Size.CLOSE) >= 2
    assert tighter(Size.MEDIUM, 2) is Size.CLOSE
    assert tighter(Size.EXTREME_WIDE, -1) is Size.EXTREME_WIDE
    assert tighter(Size.INSERT) is Size.INSERT


def test_a_figure_in_an_extreme_wide_is_at_most_fifteen_per_cent_high() -> None:
    assert 0.05 <= SPANS[Size.EXTREME_WIDE].filled <= 0.15 + 1e-9


@given(st.integers(min_value=0, max_value=2000))
def test_numbers_of_a_scene_never_repeat_and_never_hold_i_or_o(position: int) -> None:
    number = setup_number("12", position)
    assert number != setup_number("12", position + 1)
    assert not set(number) & {"I", "O"}


def test_scene_12a_and_scene_12_cannot_share_a_number() -> None:
    twelve = {setup_number("12", n) for n in range(700)}
    assert twelve.isdisjoint(setup_number("12A", n) for n in range(700))
