"""How high a camera stands, and how far it tips: heights and angles against a subject."""

from __future__ import annotations

from secondunit.film.shots.camera.body import landmark
from secondunit.film.shots.model import Angle, Build, Figure, Height, Mark

FLOOR = 0.1
"""Metres from the ground to the middle of a lens on a low mount."""

ABOVE_HEAD = 0.9
"""Metres above a crown from which a camera looks down on people."""

STANDING = {Height.KNEE: 0.285, Height.HIP: 0.515}
"""Shares of a standing height; of a grown-up 0.5 and 0.9 m, whatever the subject does."""

TIPS = {
    Angle.HIGH: (-60.0, -8.0),
    Angle.LOW: (5.0, 50.0),
    Angle.WORM: (45.0, 90.0),
    Angle.OVERHEAD: (-90.0, -65.0),
    Angle.EYE: (-22.0, 22.0),
    Angle.DUTCH: (-22.0, 22.0),
}
"""Degrees a camera may look up (positive) or down for its angle still to be called that.

Source: overhead -70 and beyond, high -15 to -45, low 15 to 45, worm beyond 45, eye within 5; the
ends are let out, since the frame decides the tilt: a full figure from the floor tips by 7."""

AGAINST = {
    Angle.HIGH: frozenset({Height.FLOOR, Height.KNEE, Height.HIP}),
    Angle.OVERHEAD: frozenset(set(Height) - {Height.OVERHEAD}),
    Angle.LOW: frozenset({Height.EYE, Height.OVERHEAD}),
    Angle.WORM: frozenset({Height.SHOULDER, Height.EYE, Height.OVERHEAD}),
}
"""Heights from which a standing subject cannot be seen at an angle."""


def level_of(height: Height, figure: Figure, mark: Mark) -> float:
    """Metres above the ground of the set at which a camera of a height stands.

    Floor, knee and hip are those of the subject standing; shoulder and eye those it has in its
    pose, so that somebody who sits is seen eye to eye.

    Args:
        height: As the director calls it.
        figure: The main subject.
        mark: Where it is, and what it does.
    """
    ground = mark.at[1]
    if height is Height.FLOOR:
        return ground + FLOOR
    if height in STANDING:
        share = STANDING[height] if figure.build is not Build.ANIMAL else STANDING[height] * 1.4
        return ground + share * figure.height
    if height is Height.OVERHEAD:
        return landmark(figure, mark, "crown")[1] + ABOVE_HEAD
    return landmark(figure, mark, height.value)[1]


def level_without(height: Height) -> float:
    """As :func:`level_of`, for a frame with nobody in it: heights of a grown-up, metres."""
    return {
        Height.FLOOR: FLOOR,
        Height.KNEE: 0.5,
        Height.HIP: 0.9,
        Height.SHOULDER: 1.4,
        Height.EYE: 1.6,
        Height.OVERHEAD: 2.65,
    }[height]
