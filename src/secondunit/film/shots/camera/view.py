"""A candidate camera, and the ways to make one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.film.shots.camera.geometry import Aim, Box, fit, fit_at_height
from secondunit.film.shots.camera.grammar import DUTCH_ROLL, PITCH, SPANS, half_tangents
from secondunit.film.shots.camera.setup import Rig, Setup
from secondunit.film.shots.camera.stand import TIPS, level_of, level_without
from secondunit.film.shots.model import Angle, Size, Vector

LOWEST = {Angle.WORM: 0.1}
"""Metres above which a tilted camera stays; other angles :data:`LOW_TRIPOD`."""

LOW_TRIPOD = 0.25

OFF_ANGLE = 0.25
"""Points against each degree a camera of a fixed height misses its angle by."""

OFF_LEVEL = 30.0
"""Points against each metre a camera misses the height it was asked for by."""

LENS_STEP = 0.45
"""Points against each lens farther from the first choice of a size."""

FRONTAL = 0.1
"""Sine of a look to the side below which a face looks at the camera: no side leads."""

TOO_NEAR = 40.0
"""Points against a camera nearer than its lens focuses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A camera that frames what was asked.

    Args:
        eye: Position.
        aim: Orientation and lens.
        focal_mm: Lens.
        focus: What it is focused on.
        bias: Points against it from the way it was made: lens and angle off the first choice.
        subject: What it was fitted on; None where it was not.
    """

    eye: Vector
    aim: Aim
    focal_mm: float
    focus: Vector
    bias: float
    subject: Subject | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a candidate is fitted on.

    Args:
        points: What must be in the frame; the first is the anchor across it.
        focus: What it is focused on.
        level: Height of the camera for an eye-level angle.
        anchor_x: Where the first point lies across the frame, or None to centre all.
        box: Where in the frame the points lie.
        held: The level was asked for: it is kept at any angle.
    """

    points: tuple[Vector, ...]
    focus: Vector
    level: float
    anchor_x: float | None
    box: Box
    held: bool = False


def size_box(size: Size, side: float = 0.84, headroom: float | None = None) -> Box:
    """The part of the frame that the landmarks of a size fill.

    Args:
        size: Shot size.
        side: Share of half the width that a group may fill.
        headroom: Share of the frame height above; None for the grammar's own.
    """
    span = SPANS[size]
    above = span.headroom if headroom is None else headroom
    return Box(side=side, top=1.0 - 2.0 * above, bottom=-1.0 + 2.0 * span.footroom)


def level(setup: Setup, rig: Rig, usual: float) -> tuple[float, bool]:
    """Height of the camera, metres, and whether it was asked for.

    Args:
        setup: With its height, or None.
        rig: For the main subject's body.
        usual: Where nobody asked.
    """
    name = setup.subjects[0] if setup.subjects else ""
    mark, figure = setup.mark(name), rig.figures.get(name)
    if setup.height is None:
        return usual, False
    if mark is None or figure is None:
        return level_without(setup.height), True
    return level_of(setup.height, figure, rig.at_rest(mark)), True


def across(setup: Setup, usual: float | None, looks: float) -> float | None:
    """Where the face lies across the frame, -1 to 1.

    Args:
        setup: With its composition.
        usual: Where nobody asked.
        looks: How far to the right of the frame the subject looks, -1 to 1.

    Source: lead = space before the face / space behind it = (1 - xs) / (1 + xs), where s is the
    side the face looks to.
    """
    asked = setup.composition
    if asked.across is not None:
        return asked.across
    if asked.lead is not None and abs(looks) > FRONTAL:
        return math.copysign(1.0, looks) * (1.0 - asked.lead) / (1.0 + asked.lead)
    return usual


def tangents(rig: Rig, focal_mm: float) -> tuple[float, float]:
    """Tangents of half the fields of view of a lens of the kit in the rig's aspect."""
    return half_tangents(rig.lenses.lens(focal_mm), rig.aspect)


def lenses_of(rig: Rig, setup: Setup) -> list[tuple[float, float]]:
    """Lenses with the points against them; all of the kit where an angle may need any of it."""
    free = setup.height is None and setup.angle is not Angle.WORM
    choices = rig.lenses.choices(setup.size)[: 4 if free else None]
    return [(focal, LENS_STEP * place) for place, focal in enumerate(choices)]


def shoot(rig: Rig, subject: Subject, angle: Angle, view: tuple[float, float, float]) -> Candidate:
    """Fit a camera.

    Args:
        rig: For the lens kit and the aspect.
        subject: What to frame.
        angle: Eye level keeps the camera's height, any other its pitch unless a height is held.
        view: Azimuth, focal length, bias.
    """
    azimuth, focal, bias = view
    wide, high = tangents(rig, focal)
    roll = DUTCH_ROLL if angle is Angle.DUTCH else 0.0
    aim = Aim(azimuth=azimuth % 360, pitch=PITCH[angle], wide=wide, high=high, roll=roll)
    if subject.held or angle in {Angle.EYE, Angle.DUTCH}:
        eye, aim = fit_at_height(subject.points, aim, subject.box, subject.level, subject.anchor_x)
        if subject.held:
            bias += OFF_LEVEL * abs(eye[1] - subject.level)
    else:
        eye = fit(subject.points, aim, subject.box, subject.anchor_x)
        floor = LOWEST.get(angle, LOW_TRIPOD)
        if eye[1] < floor:
            eye, aim = fit_at_height(subject.points, aim, subject.box, floor, subject.anchor_x)
    if angle not in {Angle.EYE, Angle.DUTCH}:
        low, high_tip = TIPS[angle]
        bias += OFF_ANGLE * max(0.0, low - aim.pitch, aim.pitch - high_tip)
    if math.dist(eye, subject.focus) < rig.lenses.nearest_focus(focal):
        bias += TOO_NEAR
    return Candidate(
        eye=eye, aim=aim, focal_mm=focal, focus=subject.focus, bias=bias, subject=subject
    )


def fitted_to(subject: Subject, found: Candidate, angle: Angle) -> tuple[Vector, Aim]:
    """A candidate's place and aim, fitted on other points in the way it was made."""
    tilted = angle not in {Angle.EYE, Angle.DUTCH} and not subject.held
    if tilted and abs(found.aim.pitch - PITCH[angle]) < 1e-9:
        return fit(subject.points, found.aim, subject.box, subject.anchor_x), found.aim
    height = subject.level if subject.held or not tilted else found.eye[1]
    return fit_at_height(subject.points, found.aim, subject.box, height, subject.anchor_x)


def mean(points: Sequence[Vector]) -> Vector:
    """The middle of points."""
    count = len(points)
    return (
        sum(point[0] for point in points) / count,
        sum(point[1] for point in points) / count,
        sum(point[2] for point in points) / count,
    )
