"""Torsos and what is worn on them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from secondunit.adapters.render.figures.skeleton import Joint, Skeleton
from secondunit.adapters.render.mesh import Matter, Mesh, block, tube

_MAN = (
    (0.462, 0.102, 0.079), (0.530, 0.098, 0.070), (0.610, 0.085, 0.059), (0.680, 0.097, 0.066),
    (0.735, 0.112, 0.072), (0.785, 0.121, 0.066), (0.810, 0.115, 0.057), (0.827, 0.096, 0.050),
    (0.840, 0.070, 0.045), (0.850, 0.049, 0.041), (0.858, 0.040, 0.038),
)  # fmt: skip
_WOMAN = (
    (0.462, 0.106, 0.080), (0.530, 0.098, 0.069), (0.610, 0.071, 0.053), (0.665, 0.081, 0.061),
    (0.715, 0.093, 0.076), (0.772, 0.104, 0.064), (0.802, 0.103, 0.054), (0.821, 0.085, 0.046),
    (0.836, 0.060, 0.041), (0.848, 0.043, 0.037), (0.858, 0.035, 0.034),
)  # fmt: skip
"""Rings of a jacket: height, half width, half depth as fractions of the standing height."""


def make_torso(bones: Skeleton) -> list[Mesh]:
    """Jacket and hips."""
    height, parts = bones.height, bones.parts
    rings = _WOMAN if parts.bulk < 1 else _MAN
    scale = (parts.neck - parts.hip_height) / (0.845 - 0.515)
    wide = [ring[1] * height for ring in rings]
    deep = [ring[2] * height for ring in rings]
    path = [spine(bones, parts.hip_height + (ring[0] - 0.515) * scale) for ring in rings]
    jacket = tube(path, wide, deep, bones.across["chest"], Matter("torso", "jacket"), sides=28,
                  round_ends=False)  # fmt: skip
    hips = tube(
        [spine(bones, parts.hip_height + d) for d in (-0.035, 0.0, 0.05)],
        [0.088 * height, 0.093 * height, 0.078 * height],
        [0.060 * height, 0.063 * height, 0.054 * height],
        bones.across["hips"],
        Matter("legs", "hips"),
        sides=24,
    )
    neck = bones.joints["neck"]
    collar = tube(
        [neck - bones.trunk * 0.018 * height, neck + bones.trunk * 0.003 * height],
        [0.052 * height, 0.042 * height],
        None,
        bones.across["chest"],
        Matter("torso", "collar"),
        round_ends=False,
    )
    return [jacket, hips, collar]


def spine(bones: Skeleton, level: float) -> Joint:
    """A point of the bent spine at a fraction of the standing height."""
    hips, waist, neck = (bones.joints[name] for name in ("hips", "waist", "neck"))
    parts = bones.parts
    if level <= parts.hip_height:
        down = bones.trunk if bones.angles.tilt else np.array([0.0, 1.0, 0.0])
        return np.asarray(hips + down * (level - parts.hip_height) * bones.height)
    if level <= parts.waist:
        share = (level - parts.hip_height) / (parts.waist - parts.hip_height)
        return np.asarray(hips + (waist - hips) * share)
    share = (level - parts.waist) / (parts.neck - parts.waist)
    return np.asarray(waist + (neck - waist) * share)


def make_outfit(bones: Skeleton, silhouette: str) -> list[Mesh]:
    """What tells a character by its outline: coat, skirt or backpack."""
    if silhouette == "coat":
        return [_drape(bones, "torso", 0.60, 0.27, 1.16)]
    if silhouette == "skirt":
        return [_drape(bones, "legs", 0.585, 0.24, 1.36)]
    if silhouette == "backpack":
        return _backpack(bones)
    return []


def _drape(bones: Skeleton, material: str, start: float, end: float, flare: float) -> Mesh:
    """Cloth that hangs from the waist and follows the thighs."""
    height, parts = bones.height, bones.parts
    knees = (bones.joints["knee.l"] + bones.joints["knee.r"]) / 2
    hips = bones.joints["hips"]
    apart = float(np.linalg.norm(bones.joints["knee.l"] - bones.joints["knee.r"])) / 2
    along = (parts.hip_height - end) / parts.thigh
    hem = hips + (knees - hips) * along
    wide = max(0.095 * height, apart * along + 0.060 * height)
    path = [spine(bones, start), hips, hips + (hem - hips) * 0.5, hem]
    spread = float(np.ptp([bones.joints["knee.l"][2], bones.joints["knee.r"][2]])) / 2
    deep = max(0.070 * height * flare, spread * along + 0.06 * height)
    return tube(
        path,
        [0.088 * height, 0.104 * height, max(0.108 * height, wide * 0.92), wide * (flare + 1) / 2],
        [0.062 * height, 0.074 * height, 0.5 * (0.074 * height + deep), deep],
        bones.across["hips"],
        Matter(material, "drape"),
        sides=28,
        round_ends=False,
    )


def _backpack(bones: Skeleton) -> list[Mesh]:
    height = bones.height
    across, up = bones.across["chest"], bones.trunk
    back = -np.cross(across, up)
    frame = np.stack([across, up, -back])
    centre = spine(bones, bones.parts.waist + 0.10) + back * 0.115 * height
    pack = block(centre, np.array([0.19, 0.25, 0.10]) * height, Matter("accent", "pack"), frame)
    return [*pack, *(_strap(bones, out, back) for out in (-1.0, 1.0))]


def _strap(bones: Skeleton, out: float, back: Joint) -> Mesh:
    height = bones.height
    side = bones.across["chest"] * out * 0.062 * height
    levels: Sequence[tuple[float, float]] = (
        (0.66, -0.072), (0.74, -0.084), (0.80, -0.060), (0.835, 0.0), (0.80, 0.07),
    )  # fmt: skip
    scale = bones.parts.neck / 0.845
    path = [spine(bones, level * scale) + side + back * d * height for level, d in levels]
    return tube(
        path,
        [0.014 * height] * 5,
        [0.008 * height] * 5,
        bones.across["chest"],
        Matter("accent", f"strap{out:+.0f}"),
        sides=8,
    )
