"""Arms with hands, legs with shoes."""

from __future__ import annotations

import numpy as np

from secondunit.adapters.render.figures.hands import make_hand
from secondunit.adapters.render.figures.skeleton import Joint, Skeleton
from secondunit.adapters.render.mesh import Matter, Mesh, tube
from secondunit.film.shots.model import Pose

_SLEEVE = (0.034, 0.038, 0.034, 0.030, 0.029, 0.028, 0.027, 0.025, 0.024)
_TROUSER = (0.047, 0.053, 0.049, 0.042, 0.038, 0.038, 0.037, 0.033, 0.033)
"""Radii along a limb, as fractions of the standing height."""


def make_arms(bones: Skeleton, pose: Pose, *, holds: bool = False) -> list[Mesh]:
    """Two sleeves and two hands; what is held is in the right one."""
    meshes = []
    for side in "lr":
        shoulder, elbow, wrist = (
            bones.joints[f"{name}.{side}"] for name in ("shoulder", "elbow", "wrist")
        )
        path = _bent(shoulder, elbow, wrist)
        radii = [radius * bones.height * bones.parts.bulk for radius in _SLEEVE]
        hint = _hinge(shoulder, elbow, wrist, bones)
        meshes.append(tube(path, radii, None, hint, Matter("arms", f"arm.{side}"), sides=18))
        full = pose in {Pose.HOLD, Pose.PHONE} or holds
        grips = full and (side == "r" or pose is Pose.HOLD)
        meshes += make_hand(bones, side, pose, holds=grips)
    return meshes


def make_legs(bones: Skeleton, *, bare: bool = False) -> list[Mesh]:
    """Two trouser legs, or bare ones, and two shoes."""
    meshes = []
    for side in "lr":
        hip, knee, ankle = (bones.joints[f"{name}.{side}"] for name in ("hip", "knee", "ankle"))
        slim = 0.80 if bare else 1.0
        radii = [radius * bones.height * slim for radius in _TROUSER]
        cloth = "skin" if bare else "legs"
        path = _bent(hip, knee, ankle)
        meshes.append(
            tube(path, radii, None, bones.across["hips"], Matter(cloth, f"leg.{side}"), sides=18)
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
                Matter("feet", f"shoe.{side}"), sides=16)  # fmt: skip
    below = (mesh.points - ankle) @ up + 0.037 * height
    points = mesh.points - np.minimum(below, 0)[:, None] * up
    return Mesh(
        points=points.astype(np.float32),
        normals=mesh.normals,
        faces=mesh.faces,
        material=mesh.material,
        part=mesh.part,
    )
