"""Practicals: lamps of the set that burn, and what they light."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.compiled import compiled
from secondunit.adapters.render.light.tone import Seen, Skin
from secondunit.adapters.render.mesh import Floats
from secondunit.film.shots.lamps import lamps_named
from secondunit.film.shots.model import Lighting, SetPlan

REACH = 1.3
"""Metres from a lamp at which its light is half as strong."""

STRENGTH = 0.85
"""How much brighter than its own tone a surface facing a lamp from nearby is."""

WARMTH = (1.0, 0.78, 0.40)
"""Share of a lamp's light in red, green and blue: tungsten against the camera's balance."""

BURNING = (255.0, 240.0, 196.0)
"""sRGB of what burns."""


def lamps_of(plan: SetPlan, lighting: Lighting) -> Floats:
    """``(n, 6)`` middle and half size of each piece that burns, metres."""
    found = lamps_named(plan, lighting.practicals)
    rows = [(*piece.centre, *(max(side, 0.02) / 2 for side in piece.size)) for piece in found]
    return np.array(rows, dtype=np.float32).reshape(-1, 6)


@compiled
def light_lamps(
    skin: Skin, seen: Seen, lamps: Floats, colours: NDArray[np.uint8], dark: NDArray[np.uint8]
) -> None:
    """Brighten what lamps reach, and let them burn.

    Args:
        skin: The scene.
        seen: The samples.
        lamps: From :func:`lamps_of`.
        colours: ``(n, 3)`` sRGB, changed.
        dark: ``(n,)`` shadow of each sample, changed.
    """
    for sample in range(len(seen.face)):
        face = seen.face[sample]
        if face < 0:
            continue
        way, far = seen.rays[sample], seen.distance[sample]
        spot = (
            seen.eye[0] + way[0] * far, seen.eye[1] + way[1] * far, seen.eye[2] + way[2] * far,
        )  # fmt: skip
        normal = skin.flat[face]
        turned = normal[0] * way[0] + normal[1] * way[1] + normal[2] * way[2]
        side = -1.0 if turned > 0 else 1.0
        gain = 0.0
        burns = False
        for lamp in range(len(lamps)):
            away_x, away_y = lamps[lamp, 0] - spot[0], lamps[lamp, 1] - spot[1]
            away_z = lamps[lamp, 2] - spot[2]
            if (
                abs(away_x) < lamps[lamp, 3] + 0.01
                and abs(away_y) < lamps[lamp, 4] + 0.01
                and abs(away_z) < lamps[lamp, 5] + 0.01
                and not skin.figure[skin.part[face]]
            ):
                burns = True
            square = away_x * away_x + away_y * away_y + away_z * away_z
            reach = math.sqrt(square) + 1e-6
            cosine = side * (normal[0] * away_x + normal[1] * away_y + normal[2] * away_z) / reach
            gain += max(0.15, cosine) / (1 + square / (REACH * REACH))
        if burns:
            for channel in range(3):
                colours[sample, channel] = int(BURNING[channel])
            dark[sample] = 0
            continue
        gain *= STRENGTH
        for channel in range(3):
            base = float(colours[sample, channel])
            lit = base * (1 + gain * WARMTH[channel]) + 40 * gain * WARMTH[channel]
            colours[sample, channel] = int(min(lit, 250.0) if lit > base else base)
        dark[sample] = int(dark[sample] / (1 + 2 * gain))
