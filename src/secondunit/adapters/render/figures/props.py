"""What figures hold: simple solids of the right size."""

from __future__ import annotations

import numpy as np

from secondunit.adapters.render.figures.skeleton import Joint, Skeleton
from secondunit.adapters.render.mesh import Matter, Mesh, block, tube

_ROUND = {
    "bat": (0.025, 0.70), "bottle": (0.035, 0.26), "broom": (0.016, 1.2), "can": (0.033, 0.12),
    "candle": (0.015, 0.2), "cane": (0.012, 0.85), "cup": (0.04, 0.10), "flashlight": (0.025, 0.22),
    "glass": (0.035, 0.13), "jar": (0.045, 0.15), "knife": (0.012, 0.28), "lantern": (0.07, 0.24),
    "microphone": (0.025, 0.2), "mug": (0.042, 0.10), "pen": (0.006, 0.15), "rope": (0.05, 0.2),
    "stick": (0.014, 0.8), "sword": (0.015, 0.95), "thermos": (0.042, 0.28),
    "torch": (0.025, 0.24), "umbrella": (0.02, 0.85), "whistle": (0.014, 0.05),
}  # fmt: skip
_FLAT = {
    "bag": (0.32, 0.26, 0.12), "book": (0.15, 0.22, 0.03), "box": (0.30, 0.20, 0.22),
    "camera": (0.15, 0.11, 0.10), "card": (0.09, 0.06, 0.004), "envelope": (0.22, 0.11, 0.005),
    "file": (0.23, 0.30, 0.02), "gun": (0.04, 0.13, 0.19), "key": (0.03, 0.07, 0.006),
    "lead": (0.02, 0.02, 0.3), "leash": (0.02, 0.02, 0.3), "letter": (0.15, 0.21, 0.004),
    "map": (0.42, 0.30, 0.004), "newspaper": (0.30, 0.40, 0.02), "paper": (0.21, 0.29, 0.004),
    "phone": (0.064, 0.132, 0.011), "photo": (0.15, 0.10, 0.004), "radio": (0.07, 0.18, 0.04),
    "suitcase": (0.55, 0.40, 0.18), "tablet": (0.18, 0.25, 0.01), "walkie": (0.06, 0.16, 0.035),
}  # fmt: skip
_UNKNOWN = (0.11, 0.08, 0.05)
"""Width, height and depth of a thing the renderer has no shape for: it lies in one hand."""


def make_prop(name: str, bones: Skeleton) -> list[Mesh]:
    """A thing in the right hand; a phone in :attr:`Pose.PHONE` is at the ear by the arm's bend."""
    words = name.casefold().replace("-", " ").split()
    palm, wrist = bones.joints["palm.r"], bones.joints["wrist.r"]
    along = (palm - wrist) / np.linalg.norm(palm - wrist)
    centre = palm + along * 0.012 * bones.height
    matter = Matter("prop", "prop")
    for word in words:
        if word in _ROUND:
            radius, length = _ROUND[word]
            return [_rod(centre, radius, length, bones, matter)]
    size = next((_FLAT[word] for word in words if word in _FLAT), _UNKNOWN)
    forward = np.cross(bones.across["chest"], bones.trunk)
    if bones.angles.elbow[1] > 120:  # at the ear: in line with the forearm
        frame, matter = _frame(along, forward), Matter("shoe", "prop")
    else:
        frame = _frame(np.array([0.0, 1.0, 0.0]) * 0.94 - forward * 0.34, forward)
    lift = frame[1] * (size[1] / 2 - 0.02 if size[1] < 0.3 else -size[1] / 2)
    return block(centre + lift * 0.6, size, matter, frame)


def make_wheel(bones: Skeleton) -> list[Mesh]:
    """A steering wheel between the hands."""
    left, right = bones.joints["palm.l"], bones.joints["palm.r"]
    middle = (left + right) / 2
    across = (left - right) / np.linalg.norm(left - right)
    radius = max(float(np.linalg.norm(left - right)) / 2, 0.15)
    rise = np.array([0.0, 0.88, -0.47])
    turn = np.linspace(0, 2 * np.pi, 25)
    ring = [middle + radius * (np.cos(a) * across + np.sin(a) * rise) for a in turn]
    wheel = tube(ring, [0.014] * 25, None, np.cross(across, rise), Matter("line", "wheel"), sides=8,
                 round_ends=False)  # fmt: skip
    return [wheel]


def _rod(centre: Joint, radius: float, length: float, bones: Skeleton, matter: Matter) -> Mesh:
    forward = np.cross(bones.across["chest"], bones.trunk)
    lean = np.array([0.0, 1.0, 0.0]) + (0.5 * forward if length > 0.5 else 0.0)
    lean /= np.linalg.norm(lean)
    low = -0.25 if length > 0.5 else -0.4
    ends = [centre + lean * length * share for share in (low, low + 0.5, low + 1)]
    return tube(ends, [radius] * 3, None, bones.across["chest"], matter, sides=14, round_ends=False)


def _frame(up: Joint, forward: Joint) -> Joint:
    up = up / np.linalg.norm(up)
    side = np.cross(up, forward)
    side /= np.linalg.norm(side) + 1e-9
    return np.stack([side, up, np.cross(side, up)])
