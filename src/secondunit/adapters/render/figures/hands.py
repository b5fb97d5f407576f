"""Hands: a palm, four fingers of three bones, a thumb; what they do goes by the pose."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from secondunit.adapters.render.figures.skeleton import Joint, Skeleton
from secondunit.adapters.render.mesh import Matter, Mesh, tube
from secondunit.film.shots.model import Pose

_FINGERS = (
    ("index", 0.150, 0.45, 0.0), ("middle", 0.050, 0.49, 3.0), ("ring", -0.050, 0.46, 6.0),
    ("little", -0.142, 0.37, 10.0),
)  # fmt: skip
"""Name, place across the palm, length, and degrees it bends more than the first: hand lengths."""

_BONES = (0.44, 0.31, 0.25)
"""Of a finger's length. Source: proportions of the phalanges in figure drawing."""

_RELAXED = (14.0, 20.0, 12.0)
_GRASP = (52.0, 62.0, 34.0)
_FIST = (78.0, 92.0, 58.0)
_STRAIGHT = (4.0, 4.0, 3.0)
_SPREAD = (2.0, 6.0, 4.0)
"""Bends of the three bones, degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Palm:
    """Axes of a hand: along the forearm, towards the thumb, towards the palm's inside."""

    wrist: Joint
    along: Joint
    thumb: Joint
    inside: Joint
    unit: float

    def at(self, along: float, thumb: float, inside: float) -> Joint:
        """A point of the hand, in hand lengths."""
        way = self.along * along + self.thumb * thumb + self.inside * inside
        return np.asarray(self.wrist + way * self.unit)


def make_hand(bones: Skeleton, side: str, pose: Pose, *, holds: bool) -> list[Mesh]:
    """A hand at the end of its forearm.

    Args:
        bones: The posed skeleton.
        side: ``l`` or ``r``.
        pose: What the figure does.
        holds: True when this hand has something in it.
    """
    palm = _palm(bones, side)
    unit = palm.unit
    body = tube(
        [palm.at(a, 0.0, c) for a, c in ((-0.10, 0), (0.06, 0), (0.28, 0), (0.46, 0.01))],
        [0.150 * unit, 0.180 * unit, 0.218 * unit, 0.200 * unit],
        [0.140 * unit, 0.120 * unit, 0.110 * unit, 0.085 * unit],
        palm.thumb, Matter("hands", f"hand.{side}"), sides=16,
    )  # fmt: skip
    meshes = [body, _thumb(palm, side, closed=holds or pose is Pose.DRIVE)]
    for name, across, length, more in _FINGERS:
        bend = _bend(name, side, pose, holds=holds)
        meshes.append(_finger(palm, (f"{name}.{side}", across, length), bend, more))
    return meshes


def _bend(name: str, side: str, pose: Pose, *, holds: bool) -> tuple[float, float, float]:
    if pose is Pose.POINT and side == "r":
        return _STRAIGHT if name == "index" else _FIST
    if pose is Pose.RUN:
        return _GRASP
    if pose in {Pose.FALL, Pose.HUG}:
        return _SPREAD
    return _GRASP if holds or pose is Pose.DRIVE else _RELAXED


def _palm(bones: Skeleton, side: str) -> _Palm:
    unit = bones.height * (0.106 if bones.parts.head < 0.15 else 0.098)
    wrist, elbow = bones.joints[f"wrist.{side}"], bones.joints[f"elbow.{side}"]
    along = (wrist - elbow) / np.linalg.norm(wrist - elbow)
    inward = -bones.across["chest"] if side == "l" else bones.across["chest"]
    thumb = np.cross(along, inward)
    thumb /= np.linalg.norm(thumb) + 1e-9
    if np.dot(thumb, np.cross(bones.across["chest"], bones.trunk)) < 0:
        thumb = -thumb
    inside = inward - along * np.dot(along, inward)
    inside /= np.linalg.norm(inside) + 1e-9
    return _Palm(wrist=wrist, along=along, thumb=thumb, inside=inside, unit=unit)


def _finger(
    palm: _Palm, shape: tuple[str, float, float], bends: tuple[float, float, float], more: float
) -> Mesh:
    """A finger from its knuckle, each bone bent further towards the palm's inside."""
    name, across, length = shape
    at = palm.at(0.45, across, 0.0)
    fan = palm.thumb * across * 0.5
    path, turn = [at - palm.along * 0.06 * palm.unit, at], 0.0
    for share, bend in zip(_BONES, bends, strict=True):
        turn += np.radians(bend + more)
        way = (palm.along + fan) * np.cos(turn) + palm.inside * np.sin(turn)
        path.append(path[-1] + way * share * length * palm.unit)
    thick = (0.052 if name.startswith("little") else 0.060) * palm.unit
    radii = [thick * 0.9, thick, thick * 0.98, thick * 0.9, thick * 0.72]
    return tube(path, radii, None, palm.thumb, Matter("hands", name), sides=9)


def _thumb(palm: _Palm, side: str, *, closed: bool) -> Mesh:
    out, turn = (0.20, 0.20) if closed else (0.30, 0.10)
    path = [
        palm.at(0.06, 0.10, 0.03),
        palm.at(0.22, 0.14 + out * 0.5, 0.06),
        palm.at(0.40, 0.12 + out * 0.75, 0.08 + turn * 0.6),
        palm.at(0.56, 0.08 + out * 0.75, 0.10 + turn),
    ]
    radii = [0.085 * palm.unit, 0.080 * palm.unit, 0.066 * palm.unit, 0.050 * palm.unit]
    return tube(path, radii, None, palm.inside, Matter("hands", f"thumb.{side}"), sides=10)
