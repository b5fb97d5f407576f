from dataclasses import replace

import pytest
from tests.film.shots.builder import make_shot

from secondunit.film.shots.camera.body import facing_towards
from secondunit.film.shots.continuity.cuts import azimuth, check_jumps, check_reverses
from secondunit.film.shots.model import Camera, Framing, Size

FRONT_A, FRONT_B = (0.6, 1.5, 2.0), (-0.6, 1.5, 2.0)


def test_a_jump_cut_is_a_warning_and_thirty_degrees_or_two_sizes_are_none() -> None:
    first = make_shot("1A", FRONT_A, ("ADA",))
    near = (0.7, 1.5, 2.0)
    (found,) = check_jumps((first, make_shot("1B", near, ("ADA",))))
    assert "turns 2° and changes size by 0" in found.message
    assert not list(check_jumps((first, make_shot("1B", near, ("ADA",), size=Size.CLOSE))))
    assert not list(check_jumps((first, make_shot("1B", (-0.9, 1.5, 2.4), ("ADA",)))))


def test_a_detail_or_another_subject_never_jumps() -> None:
    first = make_shot("1A", FRONT_A, ("ADA",))
    insert = make_shot("1B", FRONT_A, ("ADA",), framing=Framing.INSERT, size=Size.INSERT)
    assert not list(check_jumps((first, insert)))
    assert not list(check_jumps((first, make_shot("1B", FRONT_A, ("BRAM",)))))


def test_two_frames_of_the_same_two_jump_whoever_is_named_first() -> None:
    first = make_shot("1A", (0.0, 1.5, 3.0), ("ADA", "BRAM"), framing=Framing.TWO_SHOT)
    second = make_shot("1B", (0.1, 1.5, 3.0), ("BRAM", "ADA"), framing=Framing.TWO_SHOT)
    assert [f.rule for f in check_jumps((first, second))] == ["shots.jump-cut"]
    assert not list(check_jumps((first, make_shot("1B", FRONT_B, ("BRAM", "ADA")))))


def test_matched_reverses_raise_nothing_and_another_lens_is_noted() -> None:
    ada, bram = make_shot("1A", FRONT_A, ("ADA",)), make_shot("1B", FRONT_B, ("BRAM",))
    assert not list(check_reverses((ada, bram)))
    key = replace(bram.camera[0], focal_mm=85.0)
    (found,) = check_reverses((ada, replace(bram, camera=(key,))))
    assert "50 against 85 mm" in found.message


def test_a_reverse_taken_from_far_off_the_eyeline_is_noted() -> None:
    ada = make_shot("1A", FRONT_A, ("ADA",))
    bram = make_shot("1B", (0.7, 1.5, 2.0), ("BRAM",))
    (found,) = check_reverses((ada, bram))
    assert "off the eyeline" in found.message


def test_a_reverse_one_size_closer_marks_a_turn_and_two_sizes_closer_is_noted() -> None:
    ada = make_shot("1A", FRONT_A, ("ADA",))
    closer = make_shot("1B", FRONT_B, ("BRAM",), size=Size.MEDIUM_CLOSE)
    close = make_shot("1B", FRONT_B, ("BRAM",), size=Size.CLOSE)
    assert not list(check_reverses((ada, closer)))
    assert [f.rule for f in check_reverses((ada, close))] == ["shots.reverse-unmatched"]


def test_the_azimuth_of_a_camera_is_where_it_stands_from_what_it_sees() -> None:
    key = Camera(eye=FRONT_A, target=(-0.75, 1.5, 0.0), roll=0.0, focal_mm=50.0)
    assert azimuth(key) == pytest.approx(facing_towards((-0.75, 0, 0), FRONT_A))
