"""Birds, on two legs and in the air. Body axes as of people; height is that of the back."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from secondunit.adapters.render.figures.quadruped import Animal
from secondunit.adapters.render.mesh import Matter, Mesh, ball, tube
from secondunit.film.shots.model import Pose

_X = (1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A bird's proportions, as fractions of the height of its back.

    Args:
        leg: Length of the legs.
        neck: Length of the neck.
        girth: Half height of the body.
        beak: Length of the beak.
        tail: Length of the tail.
        wing: Length of an open wing.
        comb: True for a cock's comb.
    """

    leg: float = 0.30
    neck: float = 0.26
    girth: float = 0.33
    beak: float = 0.14
    tail: float = 0.55
    wing: float = 1.5
    comb: bool = False


_KINDS = {
    "bird": Kind(),
    "chicken": Kind(leg=0.34, neck=0.42, girth=0.36, tail=0.42, wing=0.9, comb=True),
    "duck": Kind(leg=0.20, neck=0.44, girth=0.38, beak=0.20, tail=0.30, wing=1.2),
    "goose": Kind(leg=0.28, neck=0.75, girth=0.34, beak=0.15, tail=0.25, wing=1.4),
    "eagle": Kind(leg=0.25, neck=0.20, girth=0.36, beak=0.14, tail=0.50, wing=1.9),
}


def is_bird(kind: str) -> bool:
    """True for a kind this module has the shape of."""
    return any(word in _KINDS for word in kind.casefold().split())


def make_bird(kind: str, height: float, pose: Pose, phase: float) -> Animal:
    """A bird; one that runs or falls has its wings open."""
    shape = next(_KINDS[word] for word in kind.casefold().split() if word in _KINDS)
    rests = pose in {Pose.SIT, Pose.LIE, Pose.CROUCH}
    belly = (0.02 if rests else shape.leg) + shape.girth
    body = np.array([0.0, belly, 0.0]) * height
    meshes = [_body(shape, height, body), *_tail(shape, height, body)]
    flies = pose in {Pose.RUN, Pose.FALL}
    for side in (-1.0, 1.0):
        meshes.append(_wing(shape, height, body, side, phase if flies else None))
        if not rests:
            meshes += _leg(shape, height, body, side, pose, phase)
    head, parts = _head(shape, height, body)
    centre = (float(head[0]), float(head[1]), float(head[2]))
    return Animal(meshes=(*meshes, *parts), head=centre, reach=0.2 * height)


def _body(shape: Kind, height: float, at: np.ndarray) -> Mesh:
    girth = shape.girth * height
    path = [
        at + np.array([0.0, b, a]) * height
        for a, b in ((-0.62, 0.02), (-0.36, -0.02), (0.0, -0.03), (0.32, 0.05), (0.5, 0.16))
    ]
    wide = [0.22 * girth, 0.62 * girth, 0.86 * girth, 0.74 * girth, 0.40 * girth]
    deep = [0.22 * girth, 0.72 * girth, girth, 0.86 * girth, 0.46 * girth]
    return tube(path, wide, deep, _X, Matter("coat", "barrel"), sides=20)  # fmt: skip


def _tail(shape: Kind, height: float, at: np.ndarray) -> list[Mesh]:
    lift = 0.5 if shape.comb else 0.12
    root = at + np.array([0.0, 0.02, -0.55]) * height
    way = np.array([0.0, lift, -1.0]) / math.hypot(lift, 1.0)
    path = [root + way * shape.tail * height * t for t in (0.0, 0.5, 1.0)]
    return [
        tube(path, [0.10 * height, 0.15 * height, 0.12 * height], [0.035 * height] * 3, _X,
             Matter("mane", "tail"), sides=12)
    ]  # fmt: skip


def _wing(
    shape: Kind, height: float, at: np.ndarray, side: float, beat: float | None
) -> Mesh:  # fmt: skip
    """A folded wing, or one in its beat."""
    root = at + np.array([side * shape.girth * 0.66, 0.10, 0.14]) * height
    if beat is None:
        path = [root, root + np.array([side * 0.05, -0.06, -0.35]) * height,
                root + np.array([-side * 0.06, -0.04, -0.85]) * height]  # fmt: skip
        return tube(path, [0.05 * height, 0.06 * height, 0.02 * height],
                    [0.20 * height, 0.18 * height, 0.04 * height], _X,
                    Matter("mane", f"wing{side:+.0f}"), sides=12)  # fmt: skip
    lift = math.radians(34 * math.sin(2 * math.pi * beat) + 12)
    way = np.array([side * math.cos(lift), math.sin(lift), -0.10])
    path = [root + way * shape.wing * height * t - np.array([0, 0, 0.12 * t]) * height
            for t in (0.0, 0.35, 0.75, 1.0)]  # fmt: skip
    return tube(path, [0.24 * height, 0.26 * height, 0.18 * height, 0.05 * height],
                [0.04 * height, 0.03 * height, 0.02 * height, 0.01 * height], (0.0, 0.0, 1.0),
                Matter("mane", f"wing{side:+.0f}"), sides=12)  # fmt: skip


def _leg(
    shape: Kind, height: float, at: np.ndarray, side: float, pose: Pose, phase: float
) -> list[Mesh]:
    swing = 24 * math.sin(2 * math.pi * phase) * side if pose is Pose.WALK else 0.0
    top = at + np.array([side * 0.13, -shape.girth * 0.72, -0.02]) * height
    length = top[1] - 0.02 * height
    angle = math.radians(swing)
    foot = top + np.array([0.0, -math.cos(angle), math.sin(angle)]) * length
    legs = Matter("beak", f"leg{side:+.0f}")
    meshes = [tube([top, (top + foot) / 2, foot], [0.05 * height, 0.028 * height, 0.022 * height],
                   None, _X, legs, sides=8)]  # fmt: skip
    for turn in (-0.5, 0.0, 0.5):
        toe = foot + np.array([math.sin(turn), -0.05, math.cos(turn)]) * 0.16 * height
        meshes.append(tube([foot, toe], [0.02 * height, 0.012 * height], None, _X, legs, sides=6))
    return meshes


def _head(shape: Kind, height: float, at: np.ndarray) -> tuple[np.ndarray, list[Mesh]]:
    root = at + np.array([0.0, 0.14, 0.42]) * height
    head = root + np.array([0.0, 0.92, 0.40]) * shape.neck * height
    size = 0.155 * height
    meshes = [
        tube([root, (root + head) / 2, head], [0.17 * height, 0.12 * height, 0.13 * height], None,
             _X, Matter("coat", "neck"), sides=14),
        ball(head, (0.9 * size, 0.95 * size, 1.1 * size), Matter("coat", "skull"), sides=16),
        tube([head + np.array([0, -0.01, 0.9]) * size,
              head + np.array([0, -0.12 * size, size + shape.beak * height])],
             [0.42 * size, 0.06 * size], [0.34 * size, 0.05 * size], _X,
             Matter("beak", "beak"), sides=10),
    ]  # fmt: skip
    for side in (-1.0, 1.0):
        eye = head + np.array([side * 0.74, 0.20, 0.52]) * size
        meshes.append(ball(eye, (0.16 * size,) * 3, Matter("line", "iris"), sides=10))
    if shape.comb:
        comb = [head + np.array([0, 0.95, a]) * size for a in (0.6, 0.0, -0.6)]
        meshes.append(tube(comb, [0.10 * size] * 3, [0.34 * size] * 3, _X, Matter("blood", "comb"),
                           sides=8))  # fmt: skip
    return head, meshes
