"""Lenses, cameras, composition, motion and light: what a director says of the frame.

Lengths are metres, angles degrees, lenses and sensors millimetres, colour temperatures kelvin.
"""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.film.shots.terms import Easing, Mood

Vector = tuple[float, float, float]
"""x, y, z in metres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """A lens on a sensor; never a bare field of view.

    Args:
        focal_mm: Focal length.
        sensor_width_mm: Width of the sensor that is used.
        sensor_height_mm: Height of the sensor that is used.
        squeeze: Anamorphic squeeze, 1 for spherical (1.33, 1.5, 1.65, 1.8, 2).
        crop: Share of the sensor's width and height that is recorded, 1 for all of it.
    """

    focal_mm: float
    sensor_width_mm: float = 24.89
    sensor_height_mm: float = 18.66
    squeeze: float = 1.0
    crop: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """A solved camera: one keyframe.

    Args:
        eye: Position.
        target: What it looks at.
        roll: Degrees.
        focal_mm: Focal length at this key.
    """

    eye: Vector
    target: Vector
    roll: float
    focal_mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """Where in the frame the main subject sits; None leaves it to the grammar of the size.

    Args:
        across: Place of the main subject's face from the middle (0) to the right edge (1) or the
            left (-1); a third is 1/3.
        headroom: Share of the frame height above the subject's top.
        lead: Space on the side the subject looks to, over the space behind.
    """

    across: float | None = None
    headroom: float | None = None
    lead: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """How a move runs between its keys.

    Args:
        easing: Its speed through the shot.
        sway_degrees: Size of a hand-held camera's sway; 0 leaves it to the move.
        sway_hertz: Its main rhythm; 0 leaves it to the move.
        seed: Of the sway; the same seed, the same shake.
    """

    easing: Easing = Easing.EASE
    sway_degrees: float = 0.0
    sway_hertz: float = 0.0
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lighting:
    """The light of a shot; None and "" leave it to the scene's time of day and its set.

    Args:
        key_azimuth: Where the key stands as seen from the subject, degrees, 0 towards +z.
        key_elevation: How high it stands, degrees.
        ratio: Key and fill over fill alone, as gaffers count it (2 is one stop).
        kelvin: Colour temperature of the key.
        practicals: Pieces of the set that burn (``lamp``).
        mood: Its mood.
    """

    key_azimuth: float | None = None
    key_elevation: float | None = None
    ratio: float | None = None
    kelvin: int | None = None
    practicals: tuple[str, ...] = ()
    mood: Mood = Mood.NEUTRAL
