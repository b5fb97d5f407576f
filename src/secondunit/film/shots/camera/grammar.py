"""The grammar of framing: sizes as spans of the body, angles, lenses, distances.

Source: landmark spans, sensors and formulas of the design page on previs, section 5.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from secondunit.core.errors import InputError
from secondunit.film.shots.model import Angle, Lens, Size

CLASSES = (
    Size.EXTREME_WIDE,
    Size.WIDE,
    Size.FULL,
    Size.COWBOY,
    Size.MEDIUM,
    Size.MEDIUM_CLOSE,
    Size.CLOSE,
    Size.EXTREME_CLOSE,
)
"""Sizes of people, widest first; an insert stands outside the order."""

ASPECTS = ("1.33", "1.66", "1.78", "1.85", "2.00", "2.20", "2.39", "9:16")
"""Delivery aspects by their trade names."""

SETUP_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Letters of set-ups: I and O are left out, a slate would read them as 1 and 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What of a body a size shows.

    Args:
        top: Landmark under the headroom.
        bottom: Landmark at the lower frame edge.
        headroom: Share of the frame height above ``top``; negative crops into it.
        footroom: Share of the frame height below ``bottom``.
    """

    top: str
    bottom: str
    headroom: float
    footroom: float = 0.0

    @property
    def filled(self) -> float:
        """Share of the frame height between the two landmarks."""
        return 1.0 - self.headroom - self.footroom


SPANS = {
    Size.EXTREME_WIDE: Span(top="crown", bottom="soles", headroom=0.52, footroom=0.33),
    Size.WIDE: Span(top="crown", bottom="soles", headroom=0.26, footroom=0.20),
    Size.FULL: Span(top="crown", bottom="soles", headroom=0.06, footroom=0.08),
    Size.COWBOY: Span(top="crown", bottom="thigh", headroom=0.065),
    Size.MEDIUM: Span(top="crown", bottom="waist", headroom=0.07),
    Size.MEDIUM_CLOSE: Span(top="crown", bottom="chest", headroom=0.07),
    Size.CLOSE: Span(top="crown", bottom="collar", headroom=0.07),
    Size.EXTREME_CLOSE: Span(top="brow", bottom="chin", headroom=0.12, footroom=0.06),
    Size.INSERT: Span(top="top", bottom="bottom", headroom=0.18, footroom=0.18),
}
"""Sizes as spans; of an insert the object's own top and bottom."""

PITCH = {
    Angle.EYE: 0.0,
    Angle.HIGH: -28.0,
    Angle.LOW: 20.0,
    Angle.OVERHEAD: -78.0,
    Angle.DUTCH: 0.0,
    Angle.WORM: 55.0,
}
"""How far the camera looks up (positive) or down at the eyes of the subject, degrees."""

DUTCH_ROLL = 12.0
"""Roll of a Dutch angle, degrees; the trade uses 5 to 25."""


def size_steps(first: Size, second: Size) -> int:
    """How many classes lie between two sizes; an insert is far from all.

    >>> size_steps(Size.MEDIUM, Size.CLOSE)
    2
    """
    if Size.INSERT in {first, second}:
        return 0 if first is second else len(CLASSES)
    return abs(CLASSES.index(first) - CLASSES.index(second))


def tighter(size: Size, steps: int = 1) -> Size:
    """The size so many classes closer (wider when negative), held at the ends of the order.

    >>> tighter(Size.MEDIUM).value, tighter(Size.CLOSE, -2).value
    ('MCU', 'MS')
    """
    if size is Size.INSERT:
        return size
    place = CLASSES.index(size) + steps
    return CLASSES[max(0, min(len(CLASSES) - 1, place))]


def read_aspect(name: str) -> float:
    """Width over height of a delivery aspect.

    Raises:
        InputError: It is none of the trade's aspects.

    >>> read_aspect("1.85")
    1.85
    """
    if name not in ASPECTS:
        raise InputError(f"“{name}” is not an aspect", remedy=f"Use one of {', '.join(ASPECTS)}.")
    if ":" in name:
        width, height = name.split(":")
        return int(width) / int(height)
    return {"1.33": 4 / 3, "1.66": 5 / 3, "1.78": 16 / 9}.get(name, float(name))


def cropped(lens: Lens, aspect: str) -> tuple[float, float]:
    """Width and height of the sensor, mm, left when the picture is cropped to an aspect.

    The squeeze widens what the sensor's width sees, so the crop is taken on the unsqueezed
    picture and given back in millimetres of the sensor.

    Raises:
        InputError: The aspect is not known, or the lens has no sensor or no focal length.
    """
    ratio = read_aspect(aspect)
    if not min(lens.focal_mm, lens.sensor_width_mm, lens.sensor_height_mm, lens.crop) > 0:
        raise InputError(
            f"a {lens.focal_mm:g} mm lens sees nothing",
            remedy="Give a focal length, a sensor and a crop above zero.",
        )
    width, height = lens.sensor_width_mm * lens.crop, lens.sensor_height_mm * lens.crop
    if ratio * height >= width * lens.squeeze:
        return width, width * lens.squeeze / ratio
    return height * ratio / lens.squeeze, height


def half_tangents(lens: Lens, aspect: str) -> tuple[float, float]:
    """Tangents of half the horizontal and half the vertical field of view after the crop.

    Source: hFOV = 2 atan(w q / 2 f), vFOV = 2 atan(h / 2 f).

    Raises:
        InputError: The aspect is not known.
    """
    width, height = cropped(lens, aspect)
    return width * lens.squeeze / (2 * lens.focal_mm), height / (2 * lens.focal_mm)


def vertical_fov(lens: Lens, aspect: str) -> float:
    """Vertical field of view, degrees, after the crop to the aspect.

    Raises:
        InputError: The aspect is not known.
    """
    return math.degrees(2 * math.atan(half_tangents(lens, aspect)[1]))


def horizontal_fov(lens: Lens, aspect: str) -> float:
    """Horizontal field of view, degrees, after the crop to the aspect and the squeeze.

    Raises:
        InputError: The aspect is not known.
    """
    return math.degrees(2 * math.atan(half_tangents(lens, aspect)[0]))


def distance(span: float, filled: float, lens: Lens, aspect: str) -> float:
    """Metres from which a span of the subject fills a share of the frame height.

    Source: d = S / (2 k tan(vFOV / 2)).

    Raises:
        InputError: The aspect is not known.

    >>> round(distance(0.80, 0.93, Lens(focal_mm=50), "1.78"), 2)
    3.07
    """
    return span / (2 * filled * half_tangents(lens, aspect)[1])


def setup_number(scene: str, position: int) -> str:
    """Shot number from the scene's number and the shot's place in it, counted from 0.

    A scene whose number ends in a letter takes a dash, so that shot A of scene 12A and shot AA
    of scene 12 stay apart.

    >>> [setup_number("12", n) for n in (0, 8, 23, 24)], setup_number("12A", 0)
    (['12A', '12J', '12Z', '12AA'], '12A-A')
    """
    letters = ""
    rest = position
    while True:
        rest, last = divmod(rest, len(SETUP_LETTERS))
        letters = SETUP_LETTERS[last] + letters
        if rest == 0:
            break
        rest -= 1
    dash = "-" if scene[-1:].isalpha() else ""
    return f"{scene}{dash}{letters}"
