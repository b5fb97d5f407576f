"""The keypoints of a person: COCO's eighteen, as posed, with how deep each lies in the body.

Source: OpenPose 1.7, "Output format", the order of POSE_COCO: nose, neck, right arm, left arm,
right leg, left leg, eyes, ears; right and left are the person's own.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.figures.skeleton import Skeleton

_LIMBS = (
    "shoulder.r", "elbow.r", "wrist.r", "shoulder.l", "elbow.l", "wrist.l",
    "hip.r", "knee.r", "ankle.r", "hip.l", "knee.l", "ankle.l",
)  # fmt: skip
_FACE = {
    "eye.r": (-0.138, 0.012, 0.36),
    "eye.l": (0.138, 0.012, 0.36),
    "ear.r": (-0.35, -0.045, -0.03),
    "ear.l": (0.35, -0.045, -0.03),
}
"""In head axes (left, up, forward), in heads."""
_NOSE = (0.0, -0.125, 0.48)
_DEPTHS = {
    "nose": 0.012, "neck": 0.075, "shoulder": 0.055, "elbow": 0.040, "wrist": 0.034, "hip": 0.105,
    "knee": 0.046, "ankle": 0.040, "eye": 0.020, "ear": 0.032,
}  # fmt: skip
"""The most of its own body that lies before a joint seen from where it shows, by standing height:
the radius of the limb, and for hips and neck that of the clothed trunk."""


class Joint(NamedTuple):
    """One keypoint.

    Args:
        name: ``nose``, ``neck``, or a limb's joint with its side.
        at: In body axes, metres.
        deep: Metres of its own body that lie before it.
    """

    name: str
    at: tuple[float, float, float]
    deep: float


def keypoints(
    bones: Skeleton, head: NDArray[np.float64], frame: NDArray[np.float64], drop: float
) -> tuple[Joint, ...]:
    """COCO's eighteen in OpenPose's order.

    Args:
        bones: The posed skeleton.
        head: Centre of the head.
        frame: ``(3, 3)`` rows are the head's left, up and forward, in units of the head.
        drop: How far the body is set down.
    """
    found = {"nose": head + np.array(_NOSE) @ frame, "neck": _neck(bones)}
    found |= {name: bones.joints[name] for name in _LIMBS}
    found |= {name: head + np.array(place) @ frame for name, place in _FACE.items()}
    return tuple(_joint(name, at, bones.height, drop) for name, at in found.items())


def _neck(bones: Skeleton) -> NDArray[np.float64]:
    """COCO has no neck; OpenPose puts it midway between the shoulders."""
    middle: NDArray[np.float64] = (bones.joints["shoulder.l"] + bones.joints["shoulder.r"]) / 2
    return middle


def _joint(name: str, at: NDArray[np.float64], height: float, drop: float) -> Joint:
    place = (float(at[0]), float(at[1]) - drop, float(at[2]))
    return Joint(name, place, _DEPTHS[name.partition(".")[0]] * height)
