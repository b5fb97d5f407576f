"""Animals on four legs. Body axes as of people; height is that of the shoulder."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from secondunit.adapters.render.figures.beasts import DOG, KINDS, Kind
from secondunit.adapters.render.mesh import Matter, Mesh, ball, tube
from secondunit.film.shots.model import Pose

_X = (1.0, 0.0, 0.0)
_EAR = ((0.11, 0.095, 0.02), (0.05, 0.04, 0.015))
_ELEPHANT_EAR = ((0.10, 0.06, 0.04), (0.30, 0.62, 0.30))
"""Half widths across and along the head, in heads, from root to tip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Animal:
    """Meshes of an animal, its head's centre, and the head's reach."""

    meshes: tuple[Mesh, ...]
    head: tuple[float, float, float]
    reach: float


def make_animal(name: str, height: float, pose: Pose, phase: float) -> Animal:
    """An animal by its name; what has no shape of its own is built like a dog."""
    words = name.casefold().split()
    kind = next((KINDS[word] for word in words if word in KINDS), DOG)
    sits = pose in {Pose.SIT, Pose.CROUCH}
    lies = pose in {Pose.LIE, Pose.FALL}
    low = 0.24 if lies else 0.80
    chest = np.array([0.0, low, kind.length * (0.34 if sits else 0.5)]) * height
    rump = np.array([0.0, 0.27 if sits else low + 0.02, -kind.length * 0.5]) * height
    meshes = [_barrel(kind, height, chest, rump)]
    for side in (-1.0, 1.0):
        meshes += _leg(kind, height, chest, side, _swing(pose, phase, side), front=True)
        meshes += _leg(kind, height, rump, side, _swing(pose, phase, -side), front=False)
    head, reach, parts = _head(kind, height, chest)
    meshes += parts
    lift = math.radians(kind.lift if not sits else min(kind.lift, 10))
    way = np.array([0.0, math.sin(lift), -math.cos(lift)])
    root = rump + np.array([0.0, 0.08, -0.14]) * height
    curl = [root + way * kind.tail * height * t + np.array([0, 0.10 * t * t * height, 0])
            for t in (0.0, 0.35, 0.7, 1.0)]  # fmt: skip
    girth = 0.055 if kind.lift > 0 else 0.085
    meshes.append(
        tube(curl, [girth * 0.8 * height, girth * height, girth * 0.8 * height, 0.02 * height],
             None, _X, Matter("coat", "tail"), sides=10)
    )  # fmt: skip
    return Animal(meshes=tuple(meshes), head=head, reach=reach)


def _barrel(kind: Kind, height: float, chest: np.ndarray, rump: np.ndarray) -> Mesh:
    girth = kind.girth * height
    path = [rump + (chest - rump) * t for t in (-0.08, 0.08, 0.35, 0.65, 0.9, 1.08)]
    belly = (0.0, 0.02, 0.05 - kind.belly, -kind.belly, -0.03, 0.0)
    lowered = [
        point + np.array([0, dip * height, 0]) for point, dip in zip(path, belly, strict=True)
    ]
    hang = kind.belly * height
    deep = [0.6 * girth, 0.92 * girth, 0.86 * girth + hang, 1.02 * girth + hang, 1.12 * girth,
            0.75 * girth]  # fmt: skip
    return tube(lowered, [0.78 * d for d in deep], deep, _X, Matter("coat", "barrel"), sides=22)


def _swing(pose: Pose, phase: float, side: float) -> float | None:
    """Angle of a leg, or None for one that is folded."""
    if pose in {Pose.WALK, Pose.RUN}:
        reach = 40.0 if pose is Pose.RUN else 22.0
        return reach * math.sin(2 * math.pi * phase) * side
    if pose in {Pose.LIE, Pose.FALL}:
        return None
    return 3.0 * side


def _leg(
    kind: Kind, height: float, root: np.ndarray, side: float, swing: float | None, *, front: bool
) -> list[Mesh]:
    """A leg from the barrel to a paw on the ground."""
    out = kind.girth * 0.62 * height * side
    name = f"{'fore' if front else 'hind'}{side:+.0f}"
    top = root + np.array([out, -0.02 * height, 0.0])
    if swing is None or (not front and root[1] < 0.5 * height):
        reach = (0.34 if front else 0.30) * height
        ground = 0.05 * height
        knee = np.array(
            [out * 1.25, max(top[1] * 0.9, ground * 2), top[2] + reach * (0.0 if front else 0.75)]
        )
        paw = np.array([out * 1.2, ground, top[2] + reach])
    else:
        angle = math.radians(swing)
        length = top[1] - 0.04 * height
        paw = top + np.array([0.0, -length * math.cos(angle) * 0.99, length * math.sin(angle)])
        bend = (0.03 if front else -0.10) * height
        knee = top + (paw - top) * 0.52 + np.array([0.0, 0.0, bend])
    thick = (0.095 if front else 0.125) * (0.7 + 0.3 * kind.limb)
    shank = height * kind.limb
    path = [top, top + (knee - top) * 0.6, knee, knee + (paw - knee) * 0.6, paw]
    radii = [thick * height, thick * 0.82 * height, 0.052 * shank, 0.042 * shank, 0.042 * shank]
    toe = paw + np.array([0.0, -0.005 * height, 0.035 * height])
    return [
        tube(path, radii, None, _X, Matter("coat", name), sides=14),
        ball(toe, np.array([0.055, 0.042, 0.075]) * shank, Matter("coat", name), sides=12),
    ]


def _head(
    kind: Kind, height: float, chest: np.ndarray
) -> tuple[tuple[float, float, float], float, list[Mesh]]:
    rise = math.radians(kind.rise)
    way = np.array([0.0, math.sin(rise), math.cos(rise)])
    base = chest + np.array([0.0, 0.05, 0.06]) * height
    poll = base + way * kind.neck * height
    unit = kind.head * height
    neck = tube(
        [base - way * 0.08 * height, base + way * 0.4 * kind.neck * height, poll],
        [0.165 * height, 0.135 * height, 0.36 * unit * 0.82],
        None, _X, Matter("coat", "neck"), sides=18,
    )  # fmt: skip
    centre = poll + np.array([0.0, 0.10, 0.12]) * unit
    down = np.array([0.0, -0.30, 0.95])
    muzzle = [
        centre + down * a * unit
        for a in (-0.12, 0.12, *(0.12 + kind.snout * b for b in (0.24, 0.46, 0.56)))
    ]
    meshes = [
        neck,
        tube(muzzle, [0.27 * unit, 0.29 * unit, 0.20 * unit, 0.145 * unit, 0.11 * unit],
             [0.28 * unit, 0.28 * unit, 0.19 * unit, 0.125 * unit, 0.09 * unit], _X,
             Matter("coat", "skull"), sides=20),
        ball(centre + (down * (0.12 + 0.62 * kind.snout) + np.array([0, 0.055, 0])) * unit,
             np.array([0.075, 0.06, 0.05]) * unit, Matter("line", "nose"), sides=12),
    ]  # fmt: skip
    for side in (-1.0, 1.0):
        eye = centre + np.array([0.215 * side, 0.09, 0.20]) * unit
        meshes.append(ball(eye, (0.036 * unit,) * 3, Matter("line", "iris"), sides=10))
        root = centre + np.array([0.19 * side, 0.22, -0.06]) * unit
        tip = root + np.array([side * kind.fan, 0.95 - 0.9 * kind.fan, -0.15]) * kind.ear * height
        wide, deep = _ELEPHANT_EAR if kind.trunk else _EAR
        meshes.append(
            tube([root, (root + tip) / 2, tip], [w * unit for w in wide], [d * unit for d in deep],
                 _X, Matter("mane", f"ear{side:+.0f}"), sides=10)
        )  # fmt: skip
        if kind.horn:
            grows = np.array([side * 0.75, 0.62, -0.2]) * kind.horn * height
            foot = root + np.array([-0.07 * side, 0.12, 0.02]) * unit
            hook = np.array([0.0, 0.30, 0.08]) * kind.horn * height
            meshes.append(
                tube([foot, foot + grows * 0.6, foot + grows * 0.8 + hook],
                     [0.075 * unit, 0.055 * unit, 0.012 * unit], None, _X,
                     Matter("bandage", f"horn{side:+.0f}"), sides=10)
            )  # fmt: skip
    if kind.trunk:
        drop = [centre + (down * a + np.array([0, -b, 0])) * unit
                for a, b in ((0.5, 0.0), (0.85, 0.35), (0.95, 0.9), (1.05, 1.6))]  # fmt: skip
        meshes.append(tube(drop, [0.17 * unit, 0.15 * unit, 0.11 * unit, 0.07 * unit], None, _X,
                           Matter("coat", "trunk"), sides=14))  # fmt: skip
    if kind.neck > 0.45 and kind.head > 0.35:
        crest = [
            poll + np.array([0, 0.10, -0.05]) * unit,
            base + way * 0.5 * kind.neck * height + np.array([0, 0.10, -0.10]) * height,
            base + np.array([0, 0.14, -0.16]) * height,
        ]
        hair = Matter("mane", "mane")
        meshes.append(tube(crest, [0.035 * height] * 3, [0.09 * height] * 3, _X, hair, sides=12))
    place = (float(centre[0]), float(centre[1]), float(centre[2]))
    return place, 0.8 * unit, meshes
