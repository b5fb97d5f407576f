from __future__ import annotations

from dataclasses import replace

import pytest
from tests.film.shots.builder import TALKERS, list_shots, make_figure, make_plan, make_shot, tables

from secondunit.core.finding import Finding, Severity, blocking
from secondunit.core.timecode import Frames
from secondunit.film.shots.feasible import check_spec, is_feasible
from secondunit.film.shots.model import (
    Angle,
    Camera,
    Composition,
    Height,
    Key,
    Lens,
    Mark,
    Motion,
    Move,
    Piece,
    Shape,
    ShotSpec,
    Size,
)

CAST = (make_figure("ADA", 1.66), make_figure("BRAM", 1.82))
GOOD = make_shot("1A", (2.0, 1.55, 2.0), ("ADA",))


def found(shot: ShotSpec, **plan: object) -> tuple[Finding, ...]:
    return check_spec(shot, replace(make_plan(), **plan), CAST, tables())  # type: ignore[arg-type] # test


def test_a_plain_medium_shot_can_be_made() -> None:
    assert found(GOOD) == ()
    assert is_feasible(GOOD, make_plan(), CAST, tables())


def test_proposals_hold_no_impossible_shot() -> None:
    from tests.film.shots.builder import make_inputs

    from secondunit.film.shots.stage_plan import plan_stage

    inputs = make_inputs()
    stage = plan_stage(inputs.screenplay, inputs.elements, inputs.tables, inputs.library)
    for shot in list_shots():
        plan = stage.sets[stage.set_of[shot.scene]]
        assert blocking(check_spec(shot, plan, stage.figures, tables())) == ()


IMPOSSIBLE: dict[str, ShotSpec] = {
    "aspect": replace(GOOD, aspect="1.5"),
    "lens.focal_mm": replace(GOOD, lens=Lens(focal_mm=0.0)),
    "lens.sensor_width_mm": replace(GOOD, lens=Lens(focal_mm=50, sensor_width_mm=30.0)),
    "lens.squeeze": replace(GOOD, lens=Lens(focal_mm=50, squeeze=3.0)),
    "lens.crop": replace(GOOD, lens=Lens(focal_mm=50, crop=1.2)),
    "composition.across": replace(GOOD, composition=Composition(across=1.2)),
    "composition.lead": replace(GOOD, composition=Composition(across=0.3, lead=2.0)),
    "composition.headroom": replace(GOOD, composition=Composition(headroom=0.9)),
    "height": replace(GOOD, angle=Angle.HIGH, height=Height.FLOOR),
    "subjects": replace(GOOD, subjects=("CY",)),
    "marks": replace(GOOD, marks=(*TALKERS, TALKERS[0])),
    "marks.gaze": replace(GOOD, marks=(replace(TALKERS[0], gaze="NOBODY"), TALKERS[1])),
    "duration": replace(GOOD, duration=Frames(0)),
    "motion.sway_degrees": replace(GOOD, motion=Motion(sway_degrees=40)),
    "move": replace(GOOD, move=Move.FOLLOW),
    "camera": replace(
        GOOD, camera=(Camera(eye=(4, 0.5, 4), target=(0, 1, 0), roll=0, focal_mm=50),)
    ),
}
BLOCK = Piece(
    shape=Shape.BOX, centre=(4, 0.5, 4), size=(1, 1, 1), turn=0, colour=(9, 9, 9), name="crate"
)


@pytest.mark.parametrize("field", IMPOSSIBLE)
def test_each_impossible_field_is_named_with_a_remedy(field: str) -> None:
    errors = [
        each
        for each in check_spec(
            IMPOSSIBLE[field], replace(make_plan(), pieces=(BLOCK,)), CAST, tables()
        )
        if each.severity is Severity.ERROR
    ]
    assert [each.where for each in errors] == [f"shot 1A, {field}"]
    assert all(each.remedy and each.message for each in errors)


def test_a_camera_nearer_than_its_lens_focuses_is_an_error() -> None:
    near = Camera(eye=(-0.4, 1.5, 0.1), target=(-0.75, 1.5, 0), roll=0, focal_mm=100)
    (finding,) = found(replace(GOOD, camera=(near,), lens=Lens(focal_mm=100)))
    assert "focuses" in finding.message


def test_a_low_angle_that_looks_down_is_no_low_angle() -> None:
    down = Camera(eye=(2, 3.5, 2), target=(-0.75, 1.5, 0), roll=0, focal_mm=50)
    (finding,) = found(replace(GOOD, camera=(down,), angle=Angle.LOW))
    assert finding.where == "shot 1A, angle"


def test_a_height_the_frame_cannot_keep_is_an_error() -> None:
    (finding,) = found(replace(GOOD, height=Height.KNEE))
    assert finding.where == "shot 1A, height"
    assert "0.47 m" in finding.message


def test_a_way_through_a_table_is_doubted_and_one_round_it_is_not() -> None:
    table = replace(BLOCK, centre=(0.0, 0.4, 0.0), size=(0.8, 0.8, 0.8), name="table")
    walker = Mark(figure="ADA", at=(-2, 0, 0), facing=90, to=(2, 0, 0))
    shot = replace(GOOD, marks=(walker, TALKERS[1]), duration=Frames(96))
    (finding,) = found(shot, pieces=(table,))
    assert "through the table" in finding.message
    round_it = (Key(share=0.5, at=(0, 0, 1.5)), Key(share=1.0, at=(2, 0, 0)))
    led = replace(shot, marks=(replace(walker, to=None, keys=round_it), TALKERS[1]))
    assert found(led, pieces=(table,)) == ()


def test_a_mark_outside_a_room_is_an_error() -> None:
    away = replace(GOOD, marks=(replace(TALKERS[0], at=(9, 0, 0)), TALKERS[1]))
    (finding,) = found(away, interior=True, width=6.0)
    assert "outside" in finding.message


def test_a_shot_too_short_for_its_push_says_how_long_it_takes() -> None:
    first = Camera(eye=(0, 1.5, 9), target=(0, 1.5, 0), roll=0, focal_mm=50)
    last = replace(first, eye=(0, 1.5, 2))
    shot = replace(GOOD, camera=(first, last), move=Move.PUSH_IN, duration=Frames(24))
    (finding,) = found(shot)
    assert "2.8 s" in finding.message


def test_a_wall_that_stays_blocks_and_a_wild_one_does_not() -> None:
    wall = Piece(
        shape=Shape.BOX, centre=(0.6, 1.3, 1.0), size=(6, 2.6, 0.1), turn=0, colour=(9, 9, 9),
        name="wall",
    )  # fmt: skip
    (finding,) = found(GOOD, pieces=(wall,))
    assert "wall that stays" in finding.message
    assert found(GOOD, pieces=(replace(wall, wild=True),)) == ()


def test_without_tables_and_set_only_the_words_are_judged() -> None:
    assert check_spec(replace(GOOD, lens=Lens(focal_mm=14)), None, CAST) == ()


def test_an_extreme_close_up_crops_and_may() -> None:
    tight = replace(GOOD, size=Size.EXTREME_CLOSE, composition=Composition(headroom=-0.05))
    assert found(tight) == ()
