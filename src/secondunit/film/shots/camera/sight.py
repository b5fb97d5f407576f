"""What is in the way: camera against solids, and lines of sight against solids and bodies."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from secondunit.film.shots.model import Piece, SetPlan, Shape, Vector

CLEARANCE = 0.3
"""Least distance of a camera from what cannot be taken away, metres."""

TOUCHING = 0.2
"""Metres before somebody within which another stands beside them, and not before them."""

Points = NDArray[np.float64]


class Solids:
    """The pieces of a set as turned boxes, tested many lines at a time.

    A cylinder, cone or sphere is tested as its box, a little smaller: the corners are air.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        kept = [piece for piece in pieces if piece.centre[1] + piece.size[1] / 2 > 0.05]
        self.pieces = tuple(kept)
        shrink = [0.5 if piece.shape is Shape.BOX else 0.5 * _ROUND[piece.shape] for piece in kept]
        self._centre = np.array([piece.centre for piece in kept], dtype=float).reshape(-1, 3)
        self._half = np.array(
            [
                [side * share for side in piece.size]
                for piece, share in zip(kept, shrink, strict=True)
            ]
        ).reshape(-1, 3)
        angle = np.radians([piece.turn for piece in kept])
        self._cos, self._sin = np.cos(angle), np.sin(angle)

    def clearance(self, at: Vector) -> float:
        """Metres from a point to the nearest solid; 0 inside one; infinite with no solids."""
        if not self.pieces:
            return math.inf
        local = self._local(np.array([at], dtype=float))[0]
        gap = np.maximum(np.abs(local) - self._half, 0.0)
        return float(np.sqrt((gap**2).sum(axis=1)).min())

    def inside(self, at: Vector, margin: float) -> str:
        """Name of a solid that a point is in, or nearer to than a margin; "" when it is free."""
        if not self.pieces:
            return ""
        local = self._local(np.array([at], dtype=float))[0]
        met = np.flatnonzero((np.abs(local) < self._half + margin).all(axis=1))
        return (self.pieces[met[0]].name or "solid") if len(met) else ""

    def blocked(self, eye: Vector, targets: Sequence[Vector]) -> int:
        """How many of the targets a solid hides from the eye."""
        if not self.pieces or not targets:
            return 0
        starts = self._local(np.array([eye], dtype=float))[0][None]
        ends = self._local(np.array(targets, dtype=float))
        run = ends - starts
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            near = (-self._half - starts) / run
            far = (self._half - starts) / run
        inside = np.abs(starts) <= self._half
        low = np.where(np.isfinite(near) & np.isfinite(far), np.minimum(near, far), -np.inf)
        high = np.where(np.isfinite(near) & np.isfinite(far), np.maximum(near, far), np.inf)
        parallel = np.abs(run) < 1e-12
        low = np.where(parallel, np.where(inside, -np.inf, np.inf), low)
        high = np.where(parallel, np.where(inside, np.inf, -np.inf), high)
        enter, leave = low.max(axis=2), high.min(axis=2)
        hit = (enter < leave) & (leave > 0.0) & (enter < 0.94)
        return int(hit.any(axis=1).sum())

    def _local(self, points: Points) -> Points:
        """``(n, pieces, 3)``: points in the axes of each box."""
        away = points[:, None, :] - self._centre[None]
        x = away[..., 0] * self._cos - away[..., 2] * self._sin
        z = away[..., 0] * self._sin + away[..., 2] * self._cos
        return np.stack([x, away[..., 1], z], axis=-1)


_ROUND = {Shape.CYLINDER: 0.86, Shape.CONE: 0.6, Shape.SPHERE: 0.75}


LOW_SEAT, HIGH_SEAT = 0.25, 0.68
"""Heights between which the top of a piece is sat on, metres: over the knee's, under a table's."""


def seat_under(pieces: Sequence[Piece], x: float, z: float) -> float | None:
    """Height of what one can sit on at a place of the floor, metres; None for nothing."""
    tops = []
    for piece in pieces:
        top = piece.centre[1] + piece.size[1] / 2
        if not LOW_SEAT <= top <= HIGH_SEAT:
            continue
        turn = math.radians(piece.turn)
        across, along = x - piece.centre[0], z - piece.centre[2]
        local_x = across * math.cos(turn) - along * math.sin(turn)
        local_z = across * math.sin(turn) + along * math.cos(turn)
        if abs(local_x) < piece.size[0] / 2 and abs(local_z) < piece.size[2] / 2:
            tops.append(top)
    return max(tops, default=None)


class SetSight:
    """A set as the camera meets it: what stays, and how far the floor goes."""

    def __init__(self, plan: SetPlan) -> None:
        self.plan = plan
        self.fixed = Solids([piece for piece in plan.pieces if not piece.wild])
        self.walls = Solids([each for each in self.fixed.pieces if each.name == "wall"])

    def outside(self, at: Vector) -> float:
        """Metres by which a point lies outside the usable floor; 0 inside."""
        return max(
            0.0,
            abs(at[0]) - self.plan.width / 2 + CLEARANCE,
            abs(at[2]) - self.plan.depth / 2 + CLEARANCE,
        )


def passes_body(eye: Vector, target: Vector, feet: Vector, height: float) -> bool:
    """True when the line from the eye to the target goes through a standing body."""
    run = (target[0] - eye[0], target[2] - eye[2])
    length = run[0] ** 2 + run[1] ** 2
    if length < 1e-9:
        return False
    share = ((feet[0] - eye[0]) * run[0] + (feet[2] - eye[2]) * run[1]) / length
    if share <= 0.02 or (1.0 - share) * math.sqrt(length) < TOUCHING:
        return False
    x, z = eye[0] + share * run[0], eye[2] + share * run[1]
    y = eye[1] + share * (target[1] - eye[1])
    return math.hypot(x - feet[0], z - feet[2]) < 0.24 and feet[1] <= y <= feet[1] + height
