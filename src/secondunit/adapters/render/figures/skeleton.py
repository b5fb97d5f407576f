"""Skeletons: proportions of a build, angles of a pose, and where that puts every joint.

Body axes: x to the figure's left, y up, z forward; metres; the ground, or the seat's foot, is 0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from secondunit.film.shots.model import Build, Pose

Joint = NDArray[np.float64]
Pair = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proportions:
    """Lengths as fractions of the standing height.

    Source: adult and child canons of figure drawing (7.5 and 6 heads).
    """

    head: float = 0.132
    shoulder_height: float = 0.797
    shoulder_width: float = 0.104
    neck: float = 0.845
    waist: float = 0.61
    hip_height: float = 0.515
    hip_width: float = 0.052
    thigh: float = 0.242
    shin: float = 0.235
    upper_arm: float = 0.172
    forearm: float = 0.150
    bulk: float = 1.0


_MAN = Proportions()
_WOMAN = Proportions(shoulder_width=0.090, hip_width=0.054, bulk=0.9, neck=0.848)
_CHILD = Proportions(
    head=0.168,
    shoulder_height=0.756,
    shoulder_width=0.102,
    neck=0.805,
    waist=0.585,
    hip_height=0.48,
    thigh=0.222,
    shin=0.218,
    upper_arm=0.158,
    forearm=0.138,
    bulk=1.05,
)


def proportions(build: Build) -> Proportions:
    """The proportions of a build."""
    if build is Build.CHILD:
        return _CHILD
    return _WOMAN if build is Build.WOMAN else _MAN


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """Joints in body axes; pairs are left, right.

    Args:
        height: Standing height, metres.
        parts: Its proportions.
        angles: The pose it is in.
        joints: By name; ``shoulder``, ``elbow``, ``wrist``, ``palm``, ``hip``, ``knee``,
            ``ankle`` and ``toe`` end in ``.l`` or ``.r``.
        across: Direction to the left of hips and chest.
        trunk: Direction up the trunk.
    """

    height: float
    parts: Proportions
    angles: Angles
    joints: dict[str, Joint] = field(default_factory=dict)
    across: dict[str, Joint] = field(default_factory=dict)
    trunk: Joint = field(default_factory=lambda: np.array([0.0, 1.0, 0.0]))


def make_skeleton(height: float, parts: Proportions, pose: Angles) -> Skeleton:
    """Joints of a pose, hips at their standing height."""
    made = Skeleton(
        height=height,
        parts=parts,
        angles=pose,
        trunk=_about_x(pose.lean) @ np.array([0.0, 1.0, 0.0]),
    )
    hips = np.array([0.0, parts.hip_height * height, 0.0])
    lean = _about_x(pose.lean)
    made.joints["hips"] = hips
    made.across["hips"] = np.array([1.0, 0.0, 0.0])
    made.across["chest"] = lean @ _about_y(pose.twist) @ np.array([1.0, 0.0, 0.0])
    for name in ("waist", "shoulder_height", "neck"):
        rise = (getattr(parts, name) - parts.hip_height) * height
        bend = _about_x(pose.lean * (0.5 if name == "waist" else 1.0))
        made.joints[name.removesuffix("_height")] = hips + bend @ np.array([0.0, rise, 0.0])
    for index, side in enumerate("lr"):
        _add_leg(made, index, side)
        _add_arm(made, index, side)
    head = 1 - parts.head / 2 - parts.hip_height
    made.joints["head"] = hips + lean @ np.array([0.0, head * height, 0.012 * height])
    return _tilted(made)


def _add_leg(made: Skeleton, index: int, side: str) -> None:
    parts, height, pose = made.parts, made.height, made.angles
    out = 1.0 if side == "l" else -1.0
    hip = made.joints["hips"] + np.array([out * parts.hip_width * height, 0.0, 0.0])
    splay = _about_z(out * pose.splay[index])
    thigh = splay @ _down(pose.thigh[index])
    shin = splay @ _down(pose.thigh[index] - pose.knee[index])
    knee = hip + thigh * parts.thigh * height
    ankle = knee + shin * parts.shin * height
    pitch = min(max(pose.thigh[index] - pose.knee[index], -75.0), 25.0)
    flat = 0.35 if abs(pitch) < 50 else 0.8
    toe = splay @ _about_x(-pitch * flat) @ np.array([out * 0.12, 0.0, 1.0])
    made.joints.update(
        {
            f"hip.{side}": hip,
            f"knee.{side}": knee,
            f"ankle.{side}": ankle,
            f"toe.{side}": ankle + toe / np.linalg.norm(toe) * 0.12 * height,
        }
    )


def _add_arm(made: Skeleton, index: int, side: str) -> None:
    parts, height, pose = made.parts, made.height, made.angles
    out = 1.0 if side == "l" else -1.0
    chest = np.stack(
        [made.across["chest"], made.trunk, np.cross(made.across["chest"], made.trunk)], axis=1
    )
    upper = chest @ _about_z(out * pose.out[index]) @ _down(pose.arm[index])
    bent = _about_y(-out * pose.inward[index]) @ _down(pose.arm[index] + pose.elbow[index])
    lower = chest @ _about_z(out * pose.out[index] * 0.4) @ bent
    shoulder = made.joints["shoulder"] + made.across["chest"] * out * parts.shoulder_width * height
    elbow = shoulder + upper * parts.upper_arm * height
    wrist = elbow + lower * parts.forearm * height
    made.joints.update(
        {
            f"shoulder.{side}": shoulder,
            f"elbow.{side}": elbow,
            f"wrist.{side}": wrist,
            f"palm.{side}": wrist + lower * 0.05 * height,
        }
    )


def _tilted(made: Skeleton) -> Skeleton:
    if not made.angles.tilt:
        return made
    turn = _about_x(-made.angles.tilt)
    return replace(
        made,
        joints={name: turn @ joint for name, joint in made.joints.items()},
        across={name: turn @ axis for name, axis in made.across.items()},
        trunk=turn @ made.trunk,
    )


def _down(pitch: float) -> Joint:
    angle = math.radians(pitch)
    return np.array([0.0, -math.cos(angle), math.sin(angle)])


def _about_x(degrees: float) -> NDArray[np.float64]:
    """Turns up towards forward."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])


def _about_y(degrees: float) -> NDArray[np.float64]:
    """Turns forward towards the left."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


def _about_z(degrees: float) -> NDArray[np.float64]:
    """Turns hanging towards the left."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])
