"""A candidate camera, and the ways to make one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.film.shots.camera.geometry import Aim, Box, fit, fit_at_height
from secondunit.film.shots.camera.grammar import PITCH, SPANS, half_tangents
from secondunit.film.shots.camera.setup import Rig
from secondunit.film.shots.model import Angle, Size, Vector


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A camera that frames what was asked.

    Args:
        eye: Position.
        aim: Orientation and lens.
        focal_mm: Lens.
        focus: What it is focused on.
        bias: Points against it from the way it was made: lens and angle off the first choice.
    """

    eye: Vector
    aim: Aim
    focal_mm: float
    focus: Vector
    bias: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a candidate is fitted on.

    Args:
        points: What must be in the frame; the first is the anchor across it.
        focus: What it is focused on.
        level: Height of the camera for an eye-level angle.
        anchor_x: Where the first point lies across the frame, or None to centre all.
        box: Where in the frame the points lie.
    """

    points: tuple[Vector, ...]
    focus: Vector
    level: float
    anchor_x: float | None
    box: Box


def size_box(size: Size, side: float = 0.84) -> Box:
    """The part of the frame that the landmarks of a size fill."""
    span = SPANS[size]
    return Box(side=side, top=1.0 - 2.0 * span.headroom, bottom=-1.0 + 2.0 * span.footroom)


def tangents(rig: Rig, focal_mm: float) -> tuple[float, float]:
    """Tangents of half the fields of view of a lens of the kit in the rig's aspect."""
    return half_tangents(rig.lenses.lens(focal_mm), rig.aspect)


def shoot(rig: Rig, subject: Subject, angle: Angle, view: tuple[float, float, float]) -> Candidate:
    """Fit a camera.

    Args:
        rig: For the lens kit and the aspect.
        subject: What to frame.
        angle: Eye level keeps the camera's height, any other its pitch.
        view: Azimuth, focal length, bias.
    """
    azimuth, focal, bias = view
    wide, high = tangents(rig, focal)
    aim = Aim(azimuth=azimuth % 360, pitch=PITCH[angle], wide=wide, high=high)
    if angle in {Angle.EYE, Angle.DUTCH}:
        eye, aim = fit_at_height(subject.points, aim, subject.box, subject.level, subject.anchor_x)
    else:
        eye = fit(subject.points, aim, subject.box, subject.anchor_x)
        if eye[1] < 0.25:
            eye, aim = fit_at_height(subject.points, aim, subject.box, 0.25, subject.anchor_x)
    return Candidate(eye=eye, aim=aim, focal_mm=focal, focus=subject.focus, bias=bias)


def mean(points: Sequence[Vector]) -> Vector:
    """The middle of points."""
    count = len(points)
    return (
        sum(point[0] for point in points) / count,
        sum(point[1] for point in points) / count,
        sum(point[2] for point in points) / count,
    )
