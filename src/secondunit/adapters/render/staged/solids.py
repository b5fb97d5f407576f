"""Set pieces as meshes, and which of them must give way to the camera."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.mesh import Matter, Mesh, ball, block, tube
from secondunit.film.shots.model import Piece, Shape

_THIN = 0.6
"""A wild box thinner than this is a wall, which has two sides."""
_CLEAR = 0.12
"""Metres of air the camera needs round it."""


def make_piece(piece: Piece) -> list[Mesh]:
    """A set piece in world axes."""
    matter = Matter("set", piece.name or piece.shape.value)
    size = np.maximum(np.abs(np.asarray(piece.size, dtype=np.float64)), 1e-3)
    frame = turn_about_y(piece.turn)
    if piece.shape is Shape.BOX:
        return block(piece.centre, size, matter, frame)
    if piece.shape is Shape.SPHERE:
        return [ball(piece.centre, size / 2, matter, sides=20)]
    return _standing(piece, size, frame, matter)


def _standing(
    piece: Piece, size: NDArray[np.float64], frame: NDArray[np.float64], matter: Matter
) -> list[Mesh]:
    """A cylinder or a cone along y: a side and its flat ends."""
    centre = np.asarray(piece.centre, dtype=np.float64)
    half = size / 2
    top = 0.02 if piece.shape is Shape.CONE else 1.0
    rise = np.array([0.0, half[1], 0.0])
    foot, head = centre - rise, centre + rise
    shares = np.linspace(0, 1, 5)
    path = [foot + (head - foot) * t for t in shares]
    narrow = 1 + (top - 1) * shares
    side = tube(
        path, half[0] * narrow, half[2] * narrow, frame[0], matter, sides=28, round_ends=False
    )
    walls = Mesh(
        points=side.points,
        normals=side.normals,
        faces=side.faces[: -2 * 28],
        material=side.material,
        part=side.part + "/side",
    )
    discs = [_disc(foot, half, frame, matter, -1.0)]
    if piece.shape is Shape.CYLINDER:
        discs.append(_disc(head, half, frame, matter, 1.0))
    return [walls, *discs]


def _disc(
    centre: NDArray[np.float64],
    half: NDArray[np.float64],
    frame: NDArray[np.float64],
    matter: Matter,
    up: float,
) -> Mesh:
    angle = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    rim = centre + np.outer(np.cos(angle) * half[0], frame[0])
    rim = rim + np.outer(np.sin(angle) * half[2], frame[2])
    index = np.arange(28)
    faces = np.stack([np.full(28, 28), index, (index + 1) % 28], axis=1)
    return Mesh(
        points=np.concatenate([rim, [centre]]).astype(np.float32),
        normals=np.tile(np.array([0, up, 0], dtype=np.float32), (29, 1)),
        faces=faces.astype(np.int32),
        material=matter.material,
        part=f"{matter.part}/{'foot' if up < 0 else 'top'}",
    )


def turn_about_y(degrees: float) -> NDArray[np.float64]:
    """Rows: where x, y and z go when turned so that +z goes towards +x."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, 0.0, -s], [0.0, 1.0, 0.0], [s, 0.0, c]])


def in_the_way(
    piece: Piece, eyes: Sequence[NDArray[np.float64]], seen: Sequence[NDArray[np.float64]]
) -> bool:
    """True when a piece must go: the camera is in it, or it is wild and hides what is shot.

    Args:
        piece: The piece.
        eyes: Positions of the camera.
        seen: What the shot is of.
    """
    frame = turn_about_y(piece.turn)
    half = np.maximum(np.abs(np.asarray(piece.size, dtype=np.float64)) / 2, 1e-3)
    centre = np.asarray(piece.centre, dtype=np.float64)
    local_eyes = [frame @ (eye - centre) for eye in eyes]
    if any(bool(np.all(np.abs(eye) < half + _CLEAR * piece.wild)) for eye in local_eyes):
        return True
    if not piece.wild:
        return False
    targets = [frame @ (point - centre) for point in seen]
    if any(_crosses(eye, target, half) for eye in local_eyes for target in targets):
        return True
    thin = 0 if half[0] < half[2] else 2
    if 2 * half[thin] > _THIN or piece.shape is not Shape.BOX:
        return False
    return any(eye[thin] * target[thin] < 0 for eye in local_eyes for target in targets[:1])


def _crosses(
    start: NDArray[np.float64], end: NDArray[np.float64], half: NDArray[np.float64]
) -> bool:
    """True when a segment meets a box about the origin."""
    way = np.where(np.abs(end - start) < 1e-9, 1e-9, end - start)
    first, second = (-half - start) / way, (half - start) / way
    enters = float(np.max(np.minimum(first, second)))
    leaves = float(np.min(np.maximum(first, second)))
    return enters <= leaves and leaves > 0 and enters < 0.98
