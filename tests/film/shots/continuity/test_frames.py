from dataclasses import replace

from tests.film.shots.builder import (
    TALKERS,
    make_figure,
    make_plan,
    make_rig,
    make_setup,
    make_shot,
)

from secondunit.core.finding import Severity
from secondunit.film.shots.camera.solve import solve_camera
from secondunit.film.shots.continuity.frames import check_frames
from secondunit.film.shots.model import Camera, Framing, ShotSpec, Size

CAST = {name: make_figure(name) for name in ("ADA", "BRAM")}


def over_shoulder() -> ShotSpec:
    """Ada over Bram's shoulder, as the solver frames it."""
    setup = make_setup(Framing.OVER_SHOULDER, Size.MEDIUM, ("ADA", "BRAM"), TALKERS)
    solved = solve_camera(setup, make_rig(*CAST.values(), plan=make_plan()))
    spec = make_shot("1A", (0, 0, 0), ("ADA", "BRAM"), framing=Framing.OVER_SHOULDER)
    return replace(spec, camera=solved.keys)


def test_an_over_shoulder_as_the_solver_frames_it_is_sound() -> None:
    assert list(check_frames((over_shoulder(),), CAST)) == []


def test_a_camera_on_the_line_behind_a_head_hides_the_face() -> None:
    key = Camera(eye=(1.5, 1.62, 0.0), target=(-0.75, 1.62, 0.0), roll=0.0, focal_mm=40.0)
    found = list(check_frames((replace(over_shoulder(), camera=(key,)),), CAST))
    assert found[0].severity is Severity.ERROR
    assert found[0].message == "BRAM hides the face of ADA"


def test_a_shoulder_that_is_hardly_in_frame_is_a_warning_with_its_share() -> None:
    key = Camera(eye=(0.9, 1.6, 2.5), target=(-0.75, 1.6, 0.0), roll=0.0, focal_mm=85.0)
    found = list(check_frames((replace(over_shoulder(), camera=(key,)),), CAST))
    assert [f.rule for f in found] == ["shots.shoulder"]
    assert "0 % of the width" in found[0].message


def test_a_single_with_its_nose_at_the_edge_wants_lead_room() -> None:
    key = Camera(eye=(0.0, 1.6, 3.0), target=(-1.1, 1.6, 0.0), roll=0.0, focal_mm=50.0)
    short = replace(make_shot("1A", (0, 0, 0), ("ADA",)), camera=(key,))
    roomy = replace(short, camera=(replace(key, target=(-0.4, 1.6, 0.0)),))
    assert [f.rule for f in check_frames((short,), CAST)] == ["shots.lead-room"]
    assert list(check_frames((roomy,), CAST)) == []


def test_somebody_who_is_no_figure_and_the_far_end_of_a_call_are_not_checked() -> None:
    assert list(check_frames((over_shoulder(),), {})) == []
    assert list(check_frames((replace(over_shoulder(), place="OFFICE"),), CAST)) == []


def test_who_stands_before_another_in_a_frame_of_both_is_told_with_what_to_do() -> None:
    behind = make_shot("1A", (4.0, 1.6, 0.0), ("ADA", "BRAM"), framing=Framing.TWO_SHOT)
    (found,) = check_frames((behind,), CAST)
    assert found.message.startswith("BRAM stands before ADA, whom the shot is to show")
    assert "a shot of their own" in found.remedy
    beside = make_shot("1A", (0.0, 1.6, 4.0), ("ADA", "BRAM"), framing=Framing.MASTER)
    assert list(check_frames((beside,), CAST)) == []
