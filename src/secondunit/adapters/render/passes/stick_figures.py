"""Stick figures: keypoints drawn as pose-conditioned generators were taught to read them.

Source: OpenPose's COCO rendering: 17 limbs and 18 joints in the colours of the wheel, the limbs at
six tenths of their strength.
"""

from __future__ import annotations

import math

import numpy as np

from secondunit.adapters.render.passes.pose import Hidden, Person
from secondunit.ports.renderer import Picture

_LIMBS = (
    (1, 2), (1, 5), (2, 3), (3, 4), (5, 6), (6, 7), (1, 8), (8, 9), (9, 10), (1, 11), (11, 12),
    (12, 13), (1, 0), (0, 14), (14, 16), (0, 15), (15, 17),
)  # fmt: skip
_COLOURS = (
    (255, 0, 0), (255, 85, 0), (255, 170, 0), (255, 255, 0), (170, 255, 0), (85, 255, 0),
    (0, 255, 0), (0, 255, 85), (0, 255, 170), (0, 255, 255), (0, 170, 255), (0, 85, 255),
    (0, 0, 255), (85, 0, 255), (170, 0, 255), (255, 0, 255), (255, 0, 170), (255, 0, 85),
)  # fmt: skip
_STICK = 4 / 512
"""Half the width of a limb, and the radius of a joint, by the shorter side of the frame."""
_FINE = 2
"""Drawn so many times larger, then made smaller: smooth edges."""
_SHOWN = frozenset({Hidden.BY_NOTHING, Hidden.BY_ITSELF})
"""What is behind another thing is not drawn: the generator would draw it in front."""


def draw_people(people: list[Person], width: int, height: int) -> Picture:
    """``(h, w, 3)``: limbs and joints on black, the farthest figure first."""
    from PIL import Image, ImageDraw

    canvas = Image.new("RGB", (width * _FINE, height * _FINE))
    pen = ImageDraw.Draw(canvas)
    reach = max(_STICK * min(width, height), 1.0) * _FINE
    for person in people:
        shown = [hidden in _SHOWN for hidden in person.hidden]
        places = [(x * _FINE, y * _FINE) for x, y in person.places.tolist()]
        for (first, second), colour in zip(_LIMBS, _COLOURS, strict=False):
            if shown[first] and shown[second]:
                shade = tuple(channel * 6 // 10 for channel in colour)
                pen.polygon(_stick(places[first], places[second], reach), fill=shade)
        for (x, y), seen, colour in zip(places, shown, _COLOURS, strict=True):
            if seen:
                pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour)
    return np.asarray(canvas.resize((width, height), Image.Resampling.BOX))


def _stick(
    start: tuple[float, float], end: tuple[float, float], reach: float
) -> list[tuple[float, float]]:
    """An ellipse from joint to joint, as OpenPose draws a limb."""
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    half = math.dist(start, end) / 2
    turn = math.atan2(end[1] - start[1], end[0] - start[0])
    points = []
    for step in range(32):
        angle = 2 * math.pi * step / 32
        along, across = half * math.cos(angle), reach * math.sin(angle)
        points.append(
            (
                x + along * math.cos(turn) - across * math.sin(turn),
                y + along * math.sin(turn) + across * math.cos(turn),
            )
        )
    return points
