from dataclasses import replace

import pytest
from tests.film.shots.builder import make_shot, tables

from secondunit.film.shots.limits.glass import check_aspect, check_lens
from secondunit.film.shots.model import Camera, Lens, Move, ShotSpec

SHOT = make_shot("1A", (2.0, 1.55, 2.0), ("ADA",))


def zoomed(first: float, last: float) -> ShotSpec:
    key = Camera(eye=(0, 1.5, 4), target=(0, 1.5, 0), roll=0, focal_mm=first)
    return replace(
        SHOT,
        lens=Lens(focal_mm=first),
        camera=(key, replace(key, focal_mm=last)),
        move=Move.ZOOM_IN,
    )


def test_only_the_aspects_of_the_trade_pass() -> None:
    assert list(check_aspect(SHOT)) == []
    assert "2.39" in next(iter(check_aspect(replace(SHOT, aspect="2.4")))).remedy


def test_a_zoom_needs_a_zoom_that_holds_both_ends() -> None:
    assert list(check_lens(zoomed(50, 100), tables())) == []
    (found,) = check_lens(zoomed(15, 135), tables())
    assert "a prime cannot zoom" in found.message


def test_a_focal_length_between_the_primes_asks_for_a_zoom_or_is_doubted() -> None:
    only_primes = replace(tables(), lenses=replace(tables().lenses, zooms=()))
    shot = replace(zoomed(47, 47), move=Move.STATIC, camera=zoomed(47, 47).camera[:1])
    assert list(check_lens(shot, tables())) == []
    assert [each.severity.value for each in check_lens(shot, only_primes)] == ["warning"]


@pytest.mark.parametrize("name", sorted(tables().sensors))
def test_every_sensor_of_the_table_is_known(name: str) -> None:
    sensor = tables().sensors[name]
    lens = Lens(focal_mm=50, sensor_width_mm=sensor.width_mm, sensor_height_mm=sensor.height_mm)
    assert list(check_lens(replace(SHOT, lens=lens), tables())) == []


def test_a_sensor_that_no_camera_has_lists_those_there_are() -> None:
    (found,) = check_lens(replace(SHOT, lens=Lens(focal_mm=50, sensor_width_mm=20)), tables())
    assert "ALEXA 35" in found.remedy


def test_a_length_that_is_no_number_is_named_before_anything_else() -> None:
    (found,) = check_lens(replace(SHOT, lens=Lens(focal_mm=float("nan"))), tables())
    assert found.where.endswith("lens.focal_mm")


def test_the_distance_and_the_closest_focus_are_both_said() -> None:
    key = Camera(eye=(0, 1.5, 0.5), target=(0, 1.5, 0), roll=0, focal_mm=85)
    (found,) = check_lens(replace(SHOT, camera=(key,), lens=Lens(focal_mm=85)), tables())
    assert "0.50 m away" in found.message
    assert "0.85 m" in found.message
