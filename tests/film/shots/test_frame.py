from __future__ import annotations

from dataclasses import replace

import pytest
from tests.film.shots.builder import TALKERS, make_figure, make_plan, make_rig, make_shot, tables

from secondunit.core.errors import InputError
from secondunit.core.finding import blocking
from secondunit.film.shots.camera.body import landmark, outline
from secondunit.film.shots.camera.geometry import aim_of, project
from secondunit.film.shots.camera.grammar import half_tangents
from secondunit.film.shots.camera.stand import TIPS, level_of
from secondunit.film.shots.feasible import check_spec
from secondunit.film.shots.frame import frame_spec
from secondunit.film.shots.model import (
    Angle,
    Composition,
    Easing,
    Framing,
    Height,
    Key,
    Lens,
    Mark,
    Move,
    ShotSpec,
    Size,
)

CAST = (make_figure("ADA", 1.66), make_figure("BRAM", 1.82))
SPEC = make_shot("1A", (0.0, 0.0, 0.0), ("ADA",))
ALONE = replace(SPEC, marks=(replace(TALKERS[0], gaze=""),))


def framed(spec: ShotSpec) -> ShotSpec:
    return frame_spec(spec, make_rig(*CAST))


def seen(spec: ShotSpec, name: str, part: str, key: int = 0) -> tuple[float, float]:
    """Where a landmark of a figure falls: across and up the frame of a key."""
    mark = next(each for each in spec.marks if each.figure == name)
    figure = next(each for each in CAST if each.name == name)
    camera = spec.camera[key]
    lens = replace(spec.lens, focal_mm=camera.focal_mm)
    aim = aim_of(camera, *half_tangents(lens, spec.aspect))
    across = project(landmark(figure, mark, part), camera.eye, aim)[0]
    heights = [project(at, camera.eye, aim)[1] for at in outline(figure, mark, part)]
    return across, max(heights)


@pytest.mark.parametrize("height", [Height.HIP, Height.SHOULDER, Height.EYE, Height.OVERHEAD])
def test_a_camera_stands_at_the_height_it_was_asked_for(height: Height) -> None:
    spec = framed(replace(SPEC, height=height))
    assert spec.camera[0].eye[1] == pytest.approx(level_of(height, CAST[0], TALKERS[0]), abs=1e-3)
    assert seen(spec, "ADA", "waist")[1] == pytest.approx(-1, abs=2e-3)


@pytest.mark.parametrize("angle", [Angle.LOW, Angle.HIGH, Angle.WORM])
def test_an_angle_tips_the_camera_as_far_as_its_name_says(angle: Angle) -> None:
    spec = framed(replace(SPEC, angle=angle, size=Size.CLOSE, lens=Lens(focal_mm=25)))
    aim = aim_of(spec.camera[0], 1.0, 1.0)
    low, high = TIPS[angle]
    assert low <= aim.pitch <= high
    assert blocking(check_spec(spec, make_plan(), CAST)) == ()


@pytest.mark.parametrize("across", [-0.4, 0.0, 1 / 3])
def test_the_face_lies_where_the_composition_puts_it(across: float) -> None:
    spec = framed(replace(SPEC, composition=Composition(across=across, headroom=0.2)))
    assert list(seen(spec, "ADA", "crown")) == pytest.approx([across, 0.6], abs=1e-3)


@pytest.mark.parametrize("lead", [1.5, 2.0, 3.0])
def test_lead_room_is_on_the_side_of_the_look(lead: float) -> None:
    spec = framed(replace(SPEC, composition=Composition(lead=lead)))
    face = seen(spec, "ADA", "crown")[0]
    ahead = seen(spec, "BRAM", "crown")[0] - face
    before = 1 - face if ahead > 0 else 1 + face
    assert before / (2 - before) == pytest.approx(lead, rel=0.01)


@pytest.mark.parametrize(
    "lens",
    [
        Lens(focal_mm=40, sensor_width_mm=36.0, sensor_height_mm=24.0),
        Lens(focal_mm=75, squeeze=2.0),
        Lens(focal_mm=32, crop=0.6),
    ],
)
def test_the_lens_given_is_used_on_its_own_sensor(lens: Lens) -> None:
    spec = framed(replace(SPEC, lens=lens, aspect="2.39"))
    assert spec.camera[0].focal_mm == lens.focal_mm
    assert seen(spec, "ADA", "waist")[1] == pytest.approx(-1, abs=2e-3)


def test_a_dutch_angle_frames_along_its_tilt() -> None:
    spec = framed(replace(SPEC, angle=Angle.DUTCH))
    assert spec.camera[0].roll != 0
    assert seen(spec, "ADA", "waist")[1] == pytest.approx(-1, abs=2e-3)


@pytest.mark.parametrize(
    ("move", "landmark_at_the_edge"),
    [
        (Move.PUSH_IN, "chest"), (Move.PULL_OUT, "thigh"), (Move.ZOOM_IN, "chest"),
        (Move.ZOOM_OUT, "thigh"), (Move.DOLLY_ZOOM, "waist"), (Move.ARC, "waist"),
        (Move.CRANE, "waist"),
    ],
)  # fmt: skip
def test_a_move_ends_on_a_framing_as_exact_as_its_first(
    move: Move, landmark_at_the_edge: str
) -> None:
    spec = framed(replace(ALONE, move=move))
    assert len(spec.camera) == 2
    assert seen(spec, "ADA", landmark_at_the_edge, -1)[1] == pytest.approx(-1, abs=2e-3)
    assert seen(spec, "ADA", "crown", -1)[1] == pytest.approx(0.865, abs=6e-3)


def test_a_zoom_keeps_its_place_and_a_dolly_zoom_goes_against_its_lens() -> None:
    zoom = framed(replace(ALONE, move=Move.ZOOM_IN)).camera
    assert zoom[0].eye == zoom[1].eye
    assert zoom[1].focal_mm > zoom[0].focal_mm
    first, last = framed(replace(ALONE, move=Move.DOLLY_ZOOM)).camera
    nearer = abs(last.eye[0] + 0.75) + abs(last.eye[2]) < abs(first.eye[0] + 0.75) + abs(
        first.eye[2]
    )
    assert nearer is (last.focal_mm < first.focal_mm)


def test_a_whip_ends_on_who_is_looked_at() -> None:
    spec = framed(replace(SPEC, move=Move.WHIP))
    assert spec.camera[0].eye == spec.camera[1].eye
    assert seen(spec, "BRAM", "crown", -1)[0] == pytest.approx(0, abs=1e-3)


def test_a_pedestal_goes_straight_up_and_a_roll_stays_where_it_is() -> None:
    first, last = framed(replace(ALONE, move=Move.PEDESTAL)).camera
    assert last.eye[1] - first.eye[1] == pytest.approx(last.target[1] - first.target[1])
    assert (last.eye[0], last.eye[2]) == (first.eye[0], first.eye[2])
    first, last = framed(replace(ALONE, move=Move.ROLL)).camera
    assert (first.eye, first.target) == (last.eye, last.target)
    assert abs(last.roll) == pytest.approx(15)


def test_a_follow_frames_its_figure_at_every_corner_of_the_path() -> None:
    path = (Key(share=0.5, at=(3, 0, 0)), Key(share=1.0, at=(3, 0, 2)))
    walker = Mark(figure="ADA", at=(0, 0, 0), facing=90, keys=path)
    spec = framed(replace(SPEC, marks=(walker,), move=Move.FOLLOW, size=Size.FULL))
    assert len(spec.camera) == 3
    assert spec.motion.easing is Easing.LINEAR
    moved = [b - a for a, b in zip(spec.camera[0].eye, spec.camera[1].eye, strict=True)]
    assert moved == pytest.approx([3, 0, 0], abs=0.05)


def test_a_point_of_view_stands_in_the_eyes_of_who_looks() -> None:
    spec = framed(replace(SPEC, framing=Framing.POV))
    eye = spec.camera[0].eye
    assert abs(eye[0] - 0.75) < 0.2
    assert seen(spec, "ADA", "crown")[1] == pytest.approx(0.86, abs=1e-3)


def test_a_move_with_no_place_to_end_is_a_finding_and_not_a_still() -> None:
    spec = replace(framed(SPEC), move=Move.FOLLOW)
    (found,) = blocking(check_spec(spec, make_plan(), CAST, tables()))
    assert found.where == "shot 1A, move"


def test_a_broken_lens_and_an_unknown_aspect_are_refused() -> None:
    with pytest.raises(InputError, match="lens"):
        framed(replace(SPEC, lens=Lens(focal_mm=0)))
    with pytest.raises(InputError, match="aspect"):
        framed(replace(SPEC, aspect="1.5"))
