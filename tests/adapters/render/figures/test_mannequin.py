from __future__ import annotations

import numpy as np
import pytest
from tests.adapters.render.builder import ADA, BRAM, DOG, PIP, figure

from secondunit.adapters.render.figures.mannequin import Posture, apple_box, make_body
from secondunit.film.shots.model import Build, Figure, Pose

POSES = list(Pose)


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("who", [ADA, BRAM, PIP, DOG], ids=lambda who: who.name)
def test_nobody_floats_and_nobody_sinks(pose: Pose, who: Figure) -> None:
    body = make_body(who, Posture(pose=pose))
    lowest = min(float(mesh.points[:, 1].min()) for mesh in body.meshes)
    assert lowest == pytest.approx(0, abs=1e-4)
    assert body.contacts


def test_a_standing_figure_has_its_height() -> None:
    body = make_body(figure(height=1.7, silhouette="bald"), Posture(pose=Pose.STAND))
    skull = next(mesh for mesh in body.meshes if mesh.part == "head")
    assert skull.points[:, 1].max() == pytest.approx(1.7, abs=0.03)


def test_who_sits_sits_at_the_height_of_a_chair() -> None:
    assert make_body(BRAM, Posture(pose=Pose.SIT)).seat == pytest.approx(0.44, abs=0.06)
    assert make_body(BRAM, Posture(pose=Pose.STAND)).seat == 0


def test_who_lies_is_low_and_long() -> None:
    points = np.concatenate([m.points for m in make_body(BRAM, Posture(pose=Pose.LIE)).meshes])
    assert points[:, 1].max() < 0.75
    assert np.ptp(points[:, 2]) > 1.6


def test_the_head_turns_without_the_body() -> None:
    ahead = make_body(BRAM, Posture(pose=Pose.STAND))
    left = make_body(BRAM, Posture(pose=Pose.STAND, head=(60.0, 0.0)))
    nose = {
        turn: next(mesh for mesh in body.meshes if mesh.part == "nose").points[:, 0].mean()
        for turn, body in (("ahead", ahead), ("left", left))
    }
    assert nose["left"] > nose["ahead"] + 0.05
    jacket = [next(m for m in body.meshes if m.part == "jacket") for body in (ahead, left)]
    assert np.array_equal(jacket[0].points, jacket[1].points)


def test_a_held_prop_is_in_the_hand() -> None:
    body = make_body(ADA, Posture(pose=Pose.STAND, prop="mug"))
    prop = next(mesh for mesh in body.meshes if mesh.part.startswith("prop"))
    hand = next(mesh for mesh in body.meshes if mesh.part == "hand.r")
    assert np.linalg.norm(prop.points.mean(axis=0) - hand.points.mean(axis=0)) < 0.12


def test_a_driver_has_a_wheel_and_a_caller_a_phone() -> None:
    assert any(m.part == "wheel" for m in make_body(ADA, Posture(pose=Pose.DRIVE)).meshes)
    assert any(m.part.startswith("prop") for m in make_body(ADA, Posture(pose=Pose.PHONE)).meshes)


def test_a_child_has_a_larger_head_for_its_height() -> None:
    def share(who: Figure) -> float:
        body = make_body(who, Posture(pose=Pose.STAND))
        skull = next(mesh for mesh in body.meshes if mesh.part == "head")
        return float(np.ptp(skull.points[:, 1]) / max(m.points[:, 1].max() for m in body.meshes))

    assert share(PIP) > share(BRAM) * 1.2


def test_an_apple_box_has_the_height_of_the_seat() -> None:
    points = np.concatenate([mesh.points for mesh in apple_box(0.45)])
    assert points[:, 1].max() == pytest.approx(0.45)
    assert points[:, 1].min() == pytest.approx(0.0)


@pytest.mark.parametrize("pose", [Pose.STAND, Pose.WALK, Pose.SIT, Pose.KNEEL, Pose.RUN])
@pytest.mark.parametrize("build", [Build.WOMAN, Build.MAN, Build.CHILD])
def test_the_outline_the_solver_frames_on_is_that_of_the_body(pose: Pose, build: Build) -> None:
    """Where this fails, run ``python -m benchmarks.derive_outlines``: a body has changed."""
    from secondunit.film.shots.camera.body import outline, phase_of
    from secondunit.film.shots.model import Mark

    asked = figure("ADA", build, 1.7, silhouette="cap")
    mark = Mark(figure="ADA", at=(0, 0, 0), facing=0, pose=pose)
    body = make_body(asked, Posture(pose=pose, phase=round(phase_of("ADA"), 3)))
    heights = np.concatenate([mesh.points[:, 1] for mesh in body.meshes])
    assert max(y for _, y, _ in outline(asked, mark, "crown")) == pytest.approx(
        float(heights.max()), abs=0.012
    )
    assert min(y for _, y, _ in outline(asked, mark, "soles")) == pytest.approx(0.0, abs=0.012)
