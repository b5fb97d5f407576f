"""Skeletons: proportions of a build, and where the angles of a pose put every joint.

Body axes: x to the figure's left, y up, z forward; metres; the ground, or the seat's foot, is 0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.figures.poses import Angles
from secondunit.film.shots.camera.body import SMALL
from secondunit.film.shots.model import Build

Joint = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proportions:
    """Lengths as fractions of the standing height.

    Source: canons of figure drawing (7.5 heads for adults, 6 for children, 5 for toddlers).
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


_TODDLER = Proportions(
    head=0.205,
    shoulder_height=0.715,
    shoulder_width=0.108,
    neck=0.775,
    waist=0.56,
    hip_height=0.43,
    hip_width=0.058,
    thigh=0.195,
    shin=0.190,
    upper_arm=0.145,
    forearm=0.125,
    bulk=1.25,
)


def proportions(build: Build, height: float = 1.7) -> Proportions:
    """The proportions of a build at a standing height in metres."""
    if build is Build.CHILD:
        return _TODDLER if height < SMALL else _CHILD
    return _WOMAN if build is Build.WOMAN else _MAN


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
