"""Poses as angles of joints."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from secondunit.film.shots.camera.body import STOOP
from secondunit.film.shots.model import Pose

Pair = tuple[float, float]
"""Left, right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Angles:
    """A pose in degrees; pairs are left, right.

    Args:
        lean: Of the trunk, forward.
        twist: Of the shoulders against the hips, to the left.
        thigh: Forward from hanging.
        splay: Of the thighs, outward.
        knee: Bend.
        arm: Upper arm forward from hanging.
        out: Upper arm sideways.
        elbow: Bend.
        inward: Forearm across the body.
        nod: Of the head, forward.
        tilt: Of the whole body backward, about the feet (90 lies on its back).
    """

    lean: float = 0.0
    twist: float = 0.0
    thigh: Pair = (2.0, -2.0)
    splay: Pair = (4.0, 4.0)
    knee: Pair = (3.0, 5.0)
    arm: Pair = (4.0, -3.0)
    out: Pair = (9.0, 9.0)
    elbow: Pair = (14.0, 18.0)
    inward: Pair = (8.0, 8.0)
    nod: float = 0.0
    tilt: float = 0.0


_POSES: dict[Pose, Angles] = {
    Pose.STAND: Angles(),
    Pose.SIT: Angles(
        lean=3, thigh=(86, 88), splay=(9, 9), knee=(84, 92), arm=(28, 24), elbow=(52, 56),
        inward=(16, 16),
    ),
    Pose.DRIVE: Angles(
        lean=-8, thigh=(78, 80), splay=(8, 8), knee=(58, 62), arm=(48, 48), out=(10, 10),
        elbow=(38, 38), inward=(14, 14),
    ),
    Pose.KNEEL: Angles(
        lean=6, thigh=(88, -4), splay=(8, 6), knee=(92, 88), arm=(34, 6), elbow=(48, 22), nod=8
    ),
    Pose.CROUCH: Angles(
        lean=40, thigh=(112, 104), splay=(16, 16), knee=(132, 128), arm=(58, 62),
        out=(10, 10), elbow=(44, 40), inward=(18, 18), nod=-24,
    ),
    Pose.LIE: Angles(
        thigh=(3, 14), splay=(6, 8), knee=(4, 26), arm=(2, 8), out=(18, 14), elbow=(12, 46),
        inward=(4, 42), tilt=90,
    ),
    Pose.POINT: Angles(arm=(2, 82), out=(9, 8), elbow=(16, 4), inward=(8, 0), twist=8),
    Pose.HOLD: Angles(arm=(22, 24), out=(10, 10), elbow=(74, 76), inward=(26, 26), nod=6),
    Pose.PHONE: Angles(arm=(6, 54), out=(9, 15), elbow=(20, 150), inward=(8, -18), nod=3),
    Pose.HUG: Angles(
        lean=6, arm=(52, 72), out=(30, 22), elbow=(34, 30), inward=(92, 96), nod=2,
        thigh=(-3, 5), knee=(4, 8),
    ),
    Pose.FALL: Angles(
        lean=-6, thigh=(58, 6), splay=(14, 10), knee=(38, 20), arm=(74, 38), out=(46, 66),
        elbow=(26, 34), inward=(0, 0), nod=12, tilt=34,
    ),
}  # fmt: skip


def stride(*, running: bool, phase: float) -> Angles:
    """The angles of a walk or run; ``phase`` counts whole steps of both legs, 0 to 1."""
    swing = math.sin(2 * math.pi * phase)
    lift = math.cos(2 * math.pi * phase)
    if running:
        return Angles(
            lean=14,
            twist=-9 * swing,
            thigh=(14 + 42 * swing, 14 - 42 * swing),
            splay=(2, 2),
            knee=(34 + 50 * max(lift, 0) + 26 * max(-swing, 0),
                  34 + 50 * max(-lift, 0) + 26 * max(swing, 0)),
            arm=(-6 - 46 * swing, -6 + 46 * swing),
            elbow=(88, 88),
            inward=(16, 16),
            nod=-8,
        )  # fmt: skip
    return Angles(
        lean=3,
        twist=-6 * swing,
        thigh=(4 + 25 * swing, 4 - 25 * swing),
        splay=(2, 2),
        knee=(8 + 34 * max(lift, 0) + 10 * max(-swing, 0),
              8 + 34 * max(-lift, 0) + 10 * max(swing, 0)),
        arm=(2 - 26 * swing, 2 + 26 * swing),
        out=(8, 8),
        elbow=(22 - 8 * swing, 22 + 8 * swing),
    )  # fmt: skip


def angles(pose: Pose, phase: float, *, holds: bool) -> Angles:
    """The angles of a pose; a figure with something in its hand raises the right one."""
    if pose in {Pose.WALK, Pose.RUN}:
        found = stride(running=pose is Pose.RUN, phase=phase)
    else:
        found = _POSES[pose]
    if holds and pose in {Pose.STAND, Pose.WALK, Pose.SIT, Pose.KNEEL, Pose.CROUCH}:
        return replace(
            found,
            arm=(found.arm[0], 26.0),
            elbow=(found.elbow[0], 78.0),
            inward=(found.inward[0], 14.0),
        )
    return found


def stooped(found: Angles) -> Angles:
    """The same pose as the old hold it: bent a little at the hips and knees, the head forward."""
    return replace(
        found,
        lean=found.lean + STOOP,
        nod=found.nod + 3,
        thigh=(found.thigh[0] + 7, found.thigh[1] + 7),
        knee=(found.knee[0] + 14, found.knee[1] + 14),
        arm=(found.arm[0] - 4, found.arm[1] - 4),
        elbow=(found.elbow[0] + 8, found.elbow[1] + 8),
    )
