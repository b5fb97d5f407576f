from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.film.shots.builder import make_figure, make_mark

from secondunit.film.shots.camera.body import (
    ADULT,
    facing_towards,
    facing_vector,
    hand,
    landmark,
    on_seat,
    outline,
    person_at,
)
from secondunit.film.shots.model import Build, Mark, Pose

ADA = make_figure("ADA", 1.70, Build.WOMAN)
ORDER = sorted(ADULT, key=ADULT.__getitem__)


def test_the_crown_of_a_standing_figure_is_at_its_height() -> None:
    assert landmark(ADA, make_mark("ADA", (2.0, 0.0, 1.0)), "crown") == pytest.approx(
        (2, 1.70, 1), abs=0.03
    )


@pytest.mark.parametrize("silhouette", ["hat", "bald", "bun"])
def test_the_outline_of_a_crown_takes_in_what_is_worn_on_it(silhouette: str) -> None:
    figure = replace(ADA, silhouette=silhouette)
    mark = make_mark("ADA", (0.0, 0.0, 0.0))
    above = max(y for _, y, _ in outline(figure, mark, "crown")) - landmark(ADA, mark, "crown")[1]
    assert {"hat": above > 0.02, "bald": abs(above) < 1e-6, "bun": above > 0.005}[silhouette]


def test_soles_reach_as_far_as_the_toes_and_turn_with_the_figure() -> None:
    north = outline(ADA, make_mark("ADA", (0, 0, 0), 0.0), "soles")
    east = outline(ADA, make_mark("ADA", (0, 0, 0), 90.0), "soles")
    assert max(z for _, _, z in north) > 0.15
    assert max(x for x, _, _ in east) == pytest.approx(max(z for _, _, z in north))


def test_any_other_landmark_and_any_of_an_animal_is_one_point() -> None:
    assert len(outline(ADA, make_mark("ADA", (0, 0, 0)), "waist")) == 1
    assert (
        len(outline(make_figure("DOG", 0.5, Build.ANIMAL), make_mark("DOG", (0, 0, 0)), "crown"))
        == 1
    )


@pytest.mark.parametrize("pose", [pose for pose in Pose if pose is not Pose.LIE])
@pytest.mark.parametrize("build", [Build.WOMAN, Build.MAN, Build.CHILD])
def test_landmarks_lie_above_one_another_in_every_pose(pose: Pose, build: Build) -> None:
    mark = Mark(figure="ADA", at=(0.0, 0.0, 0.0), facing=40.0, pose=pose)
    heights = [landmark(make_figure("ADA", 1.7, build), mark, name)[1] for name in ORDER]
    assert heights == sorted(heights)
    assert heights[0] == pytest.approx(0.0)


def test_who_sits_is_lower_and_who_lies_is_flat() -> None:
    def crown(pose: Pose) -> float:
        mark = Mark(figure="ADA", at=(0.0, 0.0, 0.0), facing=0.0, pose=pose)
        return landmark(ADA, mark, "crown")[1]

    assert crown(Pose.LIE) < crown(Pose.CROUCH) < crown(Pose.SIT) < crown(Pose.STAND)


def test_a_dog_looks_out_of_its_front() -> None:
    dog = make_figure("DOG", 0.5, Build.ANIMAL)
    eye = landmark(dog, make_mark("DOG", (0.0, 0.0, 0.0), 90.0), "eye")
    assert eye[0] > 0.2
    assert hand(dog, make_mark("DOG", (0.0, 0.0, 0.0), 90.0))[0] > 0.2


def test_a_hand_is_before_the_chest() -> None:
    x, y, z = hand(ADA, make_mark("ADA", (0.0, 0.0, 0.0), 0.0))
    assert z > 0.2
    assert 0.9 < y < 1.4
    assert x < 0


def test_the_face_of_who_lies_is_behind_the_feet() -> None:
    lying = Mark(figure="ADA", at=(0.0, 0.5, 0.0), facing=0.0, pose=Pose.LIE)
    assert person_at(lying)[2] < -1
    assert person_at(make_mark("ADA", (1.0, 0.0, 2.0))) == (1.0, 0.0, 2.0)


@given(st.floats(-9, 9), st.floats(-9, 9))
def test_facing_towards_a_place_looks_at_it(x: float, z: float) -> None:
    if abs(x) + abs(z) < 0.1:
        return
    way = facing_vector(facing_towards((0, 0, 0), (x, 0, z)))
    run = (x * x + z * z) ** 0.5
    assert (way[0], way[2]) == pytest.approx((x / run, z / run), abs=1e-4)


def test_the_highest_of_an_animal_is_that_of_its_kind() -> None:
    tops = {}
    for kind in ("dog", "horse", "sheep", "dragon"):
        beast = replace(make_figure("BEAST", 1.0, Build.ANIMAL), kind=kind)
        tops[kind] = landmark(beast, make_mark("BEAST", (0, 0, 0)), "crown")[1]
    assert tops["sheep"] < tops["dog"] < tops["horse"]
    assert tops["dragon"] == tops["dog"]


def test_who_sits_is_lifted_to_a_seat_of_their_height_and_to_no_table() -> None:
    ada = make_figure("ADA", 1.75)
    mark = replace(make_mark("ADA", (0, 0, 0)), pose=Pose.SIT)
    low, high = (on_seat(ada, mark, top) for top in (0.40, 0.46))
    assert high.at[1] - low.at[1] == pytest.approx(0.06)
    assert landmark(ada, high, "hip")[1] == pytest.approx(0.46 + 0.06 * 1.75, abs=1e-3)
    assert on_seat(ada, mark, 0.74) == mark
