"""Sets as previs builds them: solids, places to sit, doors."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.ids import Digest
from secondunit.film.shots.optics import Vector
from secondunit.film.shots.terms import Shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One solid of a set.

    Args:
        shape: Solid; a cylinder and a cone stand along y.
        centre: Its centre.
        size: Extent along x, y, z before turning.
        turn: Degrees about y.
        colour: sRGB 0-255.
        wild: True when it may be taken away if it stands before the camera.
        name: ``wall``, ``table``, ``tree``: for ids and the plan view.
    """

    shape: Shape
    centre: Vector
    size: Vector
    turn: float
    colour: tuple[int, int, int]
    wild: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place a figure can take in a set.

    Args:
        at: Where the feet go.
        facing: Degrees; 0 looks along +z.
        name: What it is (``chair``, ``driver``, ``door``).
    """

    at: Vector
    facing: float
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPlan:
    """A simple set, the same for every scene with that heading.

    Args:
        name: The set as the heading has it.
        kind: Which part of the library it was built from (``room``, ``street``, ``woods``...).
        pieces: Its solids.
        width: Usable floor along x.
        depth: Usable floor along z.
        interior: True when it has walls and no sky.
        seats: Places to sit.
        doors: Where people come in and go out; they face into the set.
        acting: Middle of the clear floor, where people stand and talk.
        model: Content hash of the production designer's own model, which is drawn instead of the
            pieces (they stay for sight and clearance), or None.
    """

    name: str
    kind: str
    pieces: tuple[Piece, ...]
    width: float
    depth: float
    interior: bool
    seats: tuple[Spot, ...] = ()
    doors: tuple[Spot, ...] = ()
    acting: Vector = (0.0, 0.0, 0.0)
    model: Digest | None = None
