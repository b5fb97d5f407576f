"""A designer's set as meshes, and which of its parts give way to the camera."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.mesh import Floats, Mesh
from secondunit.adapters.render.palette import Colour
from secondunit.adapters.render.staged.solids import in_the_way
from secondunit.core.ids import Digest
from secondunit.film.shots.model import Piece, Shape

WILD = ("wall", "wild", "ceiling", "roof", "window", "door")
"""Beginnings of the names of parts that may be taken away; and of those that throw no shadow."""
_GROUNDS = ("floor", "ground", "terrain", "road")


@dataclass(frozen=True, kw_only=True, eq=False)
class DesignedPart:
    """One object of a designer's model, in world axes.

    Args:
        name: As the designer called it; one that begins with a word of :data:`WILD` is wild.
        points: ``(n, 3)`` metres.
        faces: ``(m, 3)``.
        colour: sRGB, 0-255.
        place: Its place in the model, from 1; 0 where that is not known.
    """

    name: str
    points: Floats
    faces: NDArray[np.int32]
    colour: Colour
    place: int = 0

    @property
    def wild(self) -> bool:
        """True when it may be taken away before the camera."""
        return self.name.casefold().startswith(WILD)

    @property
    def casts(self) -> bool:
        """True when it throws shadows."""
        return not self.wild and not self.name.casefold().startswith(_GROUNDS)

    @cached_property
    def mesh(self) -> Mesh:
        """Its surface, each triangle with corners of its own so that edges stay sharp."""
        corner = self.points[self.faces]
        flat = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
        flat /= np.linalg.norm(flat, axis=1, keepdims=True) + 1e-12
        return Mesh(
            points=corner.reshape(-1, 3).astype(np.float32),
            normals=np.repeat(flat, 3, axis=0).astype(np.float32),
            faces=np.arange(3 * len(self.faces), dtype=np.int32).reshape(-1, 3),
            material="set",
            part=self.name,
        )

    @cached_property
    def box(self) -> Piece:
        """The box round it."""
        low, high = self.points.min(axis=0), self.points.max(axis=0)
        x, y, z = (float(each) for each in (low + high) / 2)
        wide, tall, deep = (float(each) for each in high - low)
        return Piece(
            shape=Shape.BOX,
            centre=(x, y, z),
            size=(wide, tall, deep),
            turn=0.0,
            colour=(200, 200, 200),
            wild=self.wild,
            name=self.name,
        )


class Designs(Protocol):
    """Where designers' models come from."""

    def parts(self, model: Digest) -> tuple[DesignedPart, ...]:
        """The parts of a model, by its content hash."""


def parts_left(
    parts: Sequence[DesignedPart],
    eyes: Sequence[NDArray[np.float64]],
    seen: Sequence[NDArray[np.float64]],
) -> tuple[DesignedPart, ...]:
    """The parts that stay: wild ones go where they hide what is shot; nothing else does.

    Args:
        parts: The model.
        eyes: Positions of the camera.
        seen: What the shot is of.
    """
    return tuple(part for part in parts if not part.wild or not in_the_way(part.box, eyes, seen))
