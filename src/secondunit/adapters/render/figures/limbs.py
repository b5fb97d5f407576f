"""Arms with hands, legs with shoes."""

from __future__ import annotations

import numpy as np

from secondunit.adapters.render.figures.skeleton import Joint, Skeleton
from secondunit.adapters.render.mesh import Matter, Mesh, tube
from secondunit.film.shots.model import Pose

_SLEEVE = (0.034, 0.038, 0.034, 0.030, 0.029, 0.028, 0.027, 0.025, 0.024)
_TROUSER = (0.047, 0.053, 0.049, 0.042, 0.038, 0.038, 0.037, 0.033, 0.033)
"""Radii along a limb, as fractions of the standing height."""


def make_arms(bones: Skeleton, pose: Pose) -> list[Mesh]:
    """Two sleeves and two hands."""
    meshes = []
    for side in "lr":
        shoulder, elbow, wrist = (
            bones.joints[f"{name}.{side}"] for name in ("shoulder", "elbow", "wrist")
        )
        path = _bent(shoulder, elbow, wrist)
        radii = [radius * bones.height * bones.parts.bulk for radius in _SLEEVE]
        hint = _hinge(shoulder, elbow, wrist, bones)
        meshes.append(tube(path, radii, None, hint, Matter("cloth", f"arm.{side}"), sides=18))
        points = pose is Pose.POINT and side == "r"
        meshes += _hand(bones, side, points=points)
    return meshes


def make_legs(bones: Skeleton) -> list[Mesh]:
    """Two trouser legs and two shoes."""
    meshes = []
    for side in "lr":
        hip, knee, ankle = (bones.joints[f"{name}.{side}"] for name in ("hip", "knee", "ankle"))
        radii = [radius * bones.height for radius in _TROUSER]
        path = _bent(hip, knee, ankle)
        meshes.append(
            tube(path, radii, None, bones.across["hips"], Matter("accent", f"leg.{side}"), sides=18)
        )
        meshes.append(_shoe(bones, side))
    return meshes


def _bent(start: Joint, middle: Joint, end: Joint) -> list[Joint]:
    """Nine points along a limb, the joint in the middle rounded."""
    upper, lower = middle - start, end - middle
    knuckle = middle + (lower / 2 - upper / 2) * 0.06
    return [
        start,
        start + upper * 0.25,
        start + upper * 0.62,
        start + upper * 0.88,
        knuckle,
        middle + lower * 0.12,
        middle + lower * 0.36,
        middle + lower * 0.75,
        end,
    ]


def _hinge(start: Joint, middle: Joint, end: Joint, bones: Skeleton) -> Joint:
    """An axis across both halves of a limb."""
    axis = np.cross(middle - start, end - middle)
    length = float(np.linalg.norm(axis))
    return np.asarray(axis / length) if length > 1e-6 else bones.across["chest"]


def _hand(bones: Skeleton, side: str, *, points: bool) -> list[Mesh]:
    """A mitten with a thumb; a pointing hand has a finger."""
    unit = bones.height * (0.103 if bones.parts.head < 0.15 else 0.095)
    wrist, elbow = bones.joints[f"wrist.{side}"], bones.joints[f"elbow.{side}"]
    along = (wrist - elbow) / np.linalg.norm(wrist - elbow)
    inward = -bones.across["chest"] if side == "l" else bones.across["chest"]
    flat = np.cross(along, inward)
    flat /= np.linalg.norm(flat) + 1e-9
    curl = np.cross(flat, along)
    matter = Matter("skin", f"hand.{side}")
    bend = 0.30 if points else 0.12
    palm = [wrist - along * 0.1 * unit, wrist + along * 0.22 * unit, wrist + along * 0.5 * unit,
            wrist + along * (0.72 - bend / 3) * unit + curl * bend * 0.4 * unit,
            wrist + along * (0.92 - bend) * unit + curl * bend * unit]  # fmt: skip
    thumb_out = -flat if side == "l" else flat
    if np.dot(thumb_out, np.cross(bones.across["chest"], bones.trunk)) < 0:
        thumb_out = -thumb_out
    meshes = [
        tube(palm, [0.19 * unit, 0.26 * unit, 0.28 * unit, 0.24 * unit, 0.15 * unit],
             [0.17 * unit, 0.15 * unit, 0.13 * unit, 0.11 * unit, 0.09 * unit], flat, matter,
             sides=14),
        tube([wrist + along * 0.15 * unit + thumb_out * 0.16 * unit,
              wrist + along * 0.36 * unit + thumb_out * 0.34 * unit,
              wrist + along * 0.54 * unit + thumb_out * 0.36 * unit + curl * 0.1 * unit],
             [0.11 * unit, 0.09 * unit, 0.065 * unit], None, flat,
             Matter("skin", f"thumb.{side}"), sides=10),
    ]  # fmt: skip
    if points:
        finger = [wrist + along * a * unit + thumb_out * 0.14 * unit for a in (0.4, 0.75, 1.05)]
        meshes.append(
            tube(finger, [0.09 * unit, 0.075 * unit, 0.06 * unit], None, flat,
                 Matter("skin", f"finger.{side}"), sides=10)
        )  # fmt: skip
    return meshes


def _shoe(bones: Skeleton, side: str) -> Mesh:
    """A shoe with a heel, along the foot."""
    height = bones.height
    ankle, toe = bones.joints[f"ankle.{side}"], bones.joints[f"toe.{side}"]
    along = (toe - ankle) / np.linalg.norm(toe - ankle)
    knee = bones.joints[f"knee.{side}"]
    across = np.cross(knee - ankle, along)
    across = np.cross(along, across) if np.linalg.norm(across) < 1e-6 else across
    across /= np.linalg.norm(across) + 1e-9
    up = np.cross(along, across)
    up = up if np.dot(up, knee - ankle) > 0 else -up
    rings = (
        (-0.036, -0.018, 0.022, 0.020), (-0.026, -0.013, 0.028, 0.026),
        (0.004, -0.010, 0.030, 0.030), (0.040, -0.018, 0.029, 0.021),
        (0.080, -0.024, 0.032, 0.016), (0.108, -0.026, 0.027, 0.013), (0.120, -0.027, 0.017, 0.010),
    )  # fmt: skip
    path = [ankle + along * a * height + up * b * height for a, b, _, _ in rings]
    mesh = tube(path, [w * height for *_, w, _ in rings], [d * height for *_, d in rings], across,
                Matter("shoe", f"shoe.{side}"), sides=16)  # fmt: skip
    below = (mesh.points - ankle) @ up + 0.037 * height
    points = mesh.points - np.minimum(below, 0)[:, None] * up
    return Mesh(
        points=points.astype(np.float32),
        normals=mesh.normals,
        faces=mesh.faces,
        material=mesh.material,
        part=mesh.part,
    )
