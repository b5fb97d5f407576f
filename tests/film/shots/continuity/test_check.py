from dataclasses import replace

from tests.film.shots.builder import TALKERS, make_figure, make_plan, make_shot

from secondunit.core.ids import SceneId
from secondunit.film.shots.continuity.check import check_continuity, check_script
from secondunit.film.shots.model import Look

FRONT_A, FRONT_B = (0.6, 1.5, 2.0), (-0.6, 1.5, 2.0)
BEHIND_B = (-0.6, 1.5, -2.0)
FIRST, SECOND = SceneId("scene-1"), SceneId("scene-2")


def test_reverses_from_one_side_are_sound() -> None:
    shots = (make_shot("1A", FRONT_A, ("ADA",)), make_shot("1B", FRONT_B, ("BRAM",)))
    assert check_continuity(shots) == ()


def test_a_reverse_from_the_other_side_breaks_the_line_and_the_eyelines() -> None:
    shots = (make_shot("1A", FRONT_A, ("ADA",)), make_shot("1B", BEHIND_B, ("BRAM",)))
    assert [f.rule for f in check_continuity(shots)] == ["shots.line-crossed", "shots.eyeline"]


def test_scenes_are_checked_apart_and_looks_across_them() -> None:
    marks = (replace(TALKERS[0], look="coat"), TALKERS[1])
    one = make_shot("1A", FRONT_A, ("ADA",), marks=marks)
    two = replace(make_shot("2A", BEHIND_B, ("ADA",), marks=marks), scene=SECOND)
    ada = replace(make_figure("ADA"), looks=(Look(name="coat", days=(1,)),))
    found = check_script(
        (one, two), {FIRST: make_plan()}, (ada, make_figure("BRAM")), {FIRST: 1, SECOND: 2}
    )
    assert [(f.rule, f.where) for f in found if f.severity == "error"] == [
        ("shots.look", "shot 2A")
    ]
