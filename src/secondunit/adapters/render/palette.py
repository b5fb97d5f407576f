"""The colours of a board: warm paper, costumes, and what the light of the scene does to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Colour = tuple[float, float, float]
LEVELS = 128
"""Tones of a material's ramp."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """Paper, inks and key light of a time of day.

    Args:
        sky: Paper at the top of the sky.
        horizon: Paper at the horizon, and the haze.
        void: What is seen past an interior's missing walls.
        ground: Colour of open ground.
        lit: Multiplies what the key reaches.
        shade: Multiplies what it does not.
        set_strength: How much of a set piece's own colour shows, 0 to 1.
        ink: Colour of the lines.
        key: Direction to the key light.
        contrast: How dark the shadow side is, 0 to 1.
        depth: How light the shadow side of a figure stays, 0 to 1.
        figures: Multiplies figures alone; below 1 they stand dark before the light.
    """

    sky: Colour
    horizon: Colour
    void: Colour
    ground: Colour
    lit: Colour
    shade: Colour
    set_strength: float
    ink: Colour
    key: tuple[float, float, float]
    contrast: float
    depth: float = 0.55
    figures: float = 1.0


MOODS = {
    "day": Mood(
        sky=(222, 226, 226), horizon=(243, 240, 232), void=(238, 234, 226),
        ground=(214, 207, 193), lit=(1.0, 0.99, 0.97), shade=(0.66, 0.66, 0.70),
        set_strength=0.36, ink=(34, 31, 30), key=(0.42, 0.80, 0.44), contrast=0.9,
    ),
    "night": Mood(
        sky=(52, 60, 82), horizon=(86, 96, 118), void=(70, 76, 94),
        ground=(196, 196, 196), lit=(0.72, 0.77, 0.90), shade=(0.30, 0.34, 0.48),
        set_strength=0.30, ink=(14, 15, 22), key=(-0.50, 0.74, 0.45), contrast=1.0,
    ),
    "dawn": Mood(
        sky=(205, 210, 220), horizon=(247, 221, 200), void=(232, 224, 218),
        ground=(208, 199, 187), lit=(1.0, 0.93, 0.86), shade=(0.60, 0.60, 0.70),
        set_strength=0.34, ink=(36, 31, 34), key=(0.78, 0.40, 0.48), contrast=1.0,
    ),
    "dusk": Mood(
        sky=(158, 158, 182), horizon=(243, 190, 148), void=(206, 190, 182),
        ground=(200, 188, 176), lit=(1.0, 0.84, 0.70), shade=(0.46, 0.45, 0.58),
        set_strength=0.32, ink=(30, 25, 32), key=(-0.80, 0.36, 0.48), contrast=1.0,
    ),
}  # fmt: skip
"""By the light of a request; an unknown light is shown as day."""

PAPER: Colour = (236, 231, 221)
SKIN: Colour = (226, 190, 164)
FIXED: dict[str, Colour] = {
    "skin": SKIN,
    "eye": (250, 248, 243),
    "line": (46, 40, 40),
    "shoe": (74, 66, 62),
    "prop": (232, 216, 150),
    "box": (196, 160, 118),
    "bandage": (244, 240, 230),
    "blood": (158, 34, 30),
    "glass": (176, 200, 214),
    "tyre": (58, 56, 58),
    "metal": (150, 154, 160),
    "beak": (226, 164, 72),
}
_FIGURE = frozenset(
    {"cloth", "head", "torso", "arms", "hands", "legs", "feet", "accent", "hair", "skin", "shoe",
     "prop", "coat", "mane", "bandage", "blood", "glass", "tyre", "metal", "beak"}
)  # fmt: skip


def mood_of(light: str) -> Mood:
    """The mood of a light."""
    return MOODS.get(light, MOODS["day"])


@lru_cache(maxsize=512)
def ramp(material: str, base: Colour, mood: Mood) -> NDArray[np.uint8]:
    """``(LEVELS, 3)`` sRGB of a material, from full shade to full light.

    Figures take a marker's two tones with a soft edge; sets a flatter wash on the paper.
    """
    tone = np.linspace(0, 1, LEVELS)[:, None]
    colour = np.asarray(base, dtype=np.float64)
    lit, shade = np.asarray(mood.lit), np.asarray(mood.shade)
    if material in {"eye", "line", "hair-line"}:
        return _bytes(mood.figures * colour * (0.45 * shade + 0.55 * lit) * np.ones((LEVELS, 1)))
    if material.partition(":")[0] in _FIGURE:
        edge = np.clip((tone - 0.30) / 0.26, 0, 1)
        edge = edge * edge * (3 - 2 * edge)
        bright = colour * 0.93 + np.asarray(PAPER) * 0.07 + 26 * np.clip(tone - 0.72, 0, 1)
        deep = mood.depth + (1 - mood.depth) * (shade + 0.12)
        dark = colour * np.minimum(deep, 1) * (0.80 + 0.20 * tone)
        glow = 0.25 + 0.75 * lit
        return _bytes(mood.figures * (dark + (bright - dark) * edge) * np.minimum(glow, 1))
    wash = np.asarray(PAPER) * (1 - mood.set_strength) + colour * mood.set_strength
    if material == "ground":
        wash = np.asarray(mood.ground) * 0.75 + np.asarray(PAPER) * 0.25
    edge = np.clip((tone - 0.02) / 0.62, 0, 1)
    return _bytes(wash * (shade + 0.08) * (1 - edge) + wash * lit * edge)


def _bytes(colour: NDArray[np.float64]) -> NDArray[np.uint8]:
    return np.clip(colour + 0.5, 0, 255).astype(np.uint8)
