"""The light a director asks for, laid over the light of the hour: key, ratio, colour, mood."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from secondunit.adapters.render.palette import Colour, Mood
from secondunit.film.shots.model import Lighting
from secondunit.film.shots.terms import Mood as Word

BALANCE = 5600.0
"""Kelvin at which the camera is balanced: a key of this colour is white."""

USUAL_RATIO = 2.5
"""Key and fill over fill that a board shows where nobody asked for a ratio."""

SOFTENED = 0.5
"""Share of a colour cast that a board shows: it says warm or cold and stays a drawing."""

GAMMA = 2.2
"""Of the picture: a ratio of light is this root of it on paper."""

FIGURE_DEPTH = 0.55
"""How light the shadow side of a figure stays at the usual ratio, 0 to 1."""

DEPTH_A_STOP = 0.18
"""How much of that one stop of ratio takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """What a mood asks for where the spec leaves it open.

    Args:
        ratio: Key and fill over fill.
        kelvin: Of the key.
        gain: On everything, 1 for none.
        figures: On people alone, 1 for none.
    """

    ratio: float | None = None
    kelvin: float | None = None
    gain: float = 1.0
    figures: float = 1.0


PRESETS = {
    Word.NEUTRAL: Preset(),
    Word.HIGH_KEY: Preset(ratio=1.5, gain=1.06),
    Word.LOW_KEY: Preset(ratio=8.0, gain=0.78),
    Word.SILHOUETTE: Preset(ratio=16.0, gain=1.0, figures=0.30),
    Word.WARM: Preset(kelvin=3400.0),
    Word.COLD: Preset(kelvin=8500.0),
}
"""By mood. Source: lighting ratios as taught: 2 to 1 and less is high key, 8 to 1 low key."""


def asked_mood(mood: Mood, lighting: Lighting) -> Mood:
    """The mood of the hour with what was asked for; itself where nothing was.

    Args:
        mood: Of the hour.
        lighting: What was asked for; its None and neutral fields change nothing.
    """
    preset = PRESETS[lighting.mood]
    ratio = lighting.ratio if lighting.ratio is not None else preset.ratio
    kelvin = float(lighting.kelvin) if lighting.kelvin is not None else preset.kelvin
    found = mood
    if lighting.key_azimuth is not None or lighting.key_elevation is not None:
        found = replace(found, key=_key(mood, lighting))
    if kelvin is not None:
        cast = _cast(kelvin)
        found = replace(found, lit=_times(found.lit, cast))
        found = replace(found, sky=_times(found.sky, cast), void=_times(found.void, cast))
    if ratio is not None:
        down = max(ratio, 1.0) ** (-1 / GAMMA)
        stops = math.log2(max(ratio, 1.0) / USUAL_RATIO)
        found = replace(
            found,
            shade=_times(found.lit, (down, down, min(1.0, down * 1.06))),
            depth=min(0.9, max(0.04, FIGURE_DEPTH - DEPTH_A_STOP * stops)),
        )
    if preset.gain != 1.0:
        gain = (preset.gain,) * 3
        found = replace(
            found,
            lit=_times(found.lit, gain),
            shade=_times(found.shade, gain),
            sky=_times(found.sky, gain),
            void=_times(found.void, gain),
            horizon=_times(found.horizon, gain),
        )
    return found if preset.figures == 1.0 else replace(found, figures=preset.figures)


def _key(mood: Mood, lighting: Lighting) -> Colour:
    """Direction to the key; what is not asked for stays as the hour has it."""
    x, y, z = mood.key
    azimuth = math.degrees(math.atan2(x, z))
    elevation = math.degrees(math.atan2(y, math.hypot(x, z)))
    if lighting.key_azimuth is not None:
        azimuth = lighting.key_azimuth
    if lighting.key_elevation is not None:
        elevation = lighting.key_elevation
    turn, rise = math.radians(azimuth), math.radians(elevation)
    level = math.cos(rise)
    return (level * math.sin(turn), math.sin(rise), level * math.cos(turn))


def _cast(kelvin: float) -> Colour:
    """What a key of a colour does to white paper, its brightest channel 1."""
    white, key = _glow(BALANCE), _glow(min(max(kelvin, 1500.0), 15000.0))
    tint = [(a / b) ** SOFTENED for a, b in zip(key, white, strict=True)]
    most = max(tint)
    return (tint[0] / most, tint[1] / most, tint[2] / most)


def _glow(kelvin: float) -> Colour:
    """sRGB of a black body, 0 to 1, on the picture's own scale.

    Source: the Planckian locus by Kim et al. (2002), and the matrix of IEC 61966-2-1.
    """
    t = 1000.0 / kelvin
    if kelvin < 4000:
        x = -0.2661239 * t**3 - 0.2343589 * t**2 + 0.8776956 * t + 0.179910
    else:
        x = -3.0258469 * t**3 + 2.1070379 * t**2 + 0.2226347 * t + 0.240390
    if kelvin < 2222:
        y = -1.1063814 * x**3 - 1.34811020 * x**2 + 2.18555832 * x - 0.20219683
    elif kelvin < 4000:
        y = -0.9549476 * x**3 - 1.37418593 * x**2 + 2.09137015 * x - 0.16748867
    else:
        y = 3.0817580 * x**3 - 5.87338670 * x**2 + 3.75112997 * x - 0.37001483
    big_x, big_z = x / y, (1 - x - y) / y
    linear = (
        3.2404542 * big_x - 1.5371385 - 0.4985314 * big_z,
        -0.9692660 * big_x + 1.8760108 + 0.0415560 * big_z,
        0.0556434 * big_x - 0.2040259 + 1.0572252 * big_z,
    )
    red, green, blue = (max(each, 0.02) ** (1 / GAMMA) for each in linear)
    return (red, green, blue)


def _times(colour: Colour, by: Colour) -> Colour:
    return (colour[0] * by[0], colour[1] * by[1], colour[2] * by[2])
