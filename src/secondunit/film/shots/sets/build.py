"""Simple sets from the words of a heading; the same heading always gives the same set."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from secondunit.core.ids import digest
from secondunit.film.screenplay.model import IntExt
from secondunit.film.shots.model import Piece, SetPlan, Shape, Spot, Vector
from secondunit.film.shots.sets.library import Part, SetKind, SetLibrary

WALL_THICKNESS = 0.12
GROUND_HALF = 45.0
"""Half the extent of open ground, metres: farther than any camera of a shot looks at."""


WINDOW_SILL, WINDOW_HEIGHT = 0.95, 1.2
"""Metres, where the room is high enough."""


class Patch(NamedTuple):
    """A part of a wall: offset along it, width, bottom, height, how far it stands out; metres."""

    offset: float
    wide: float
    low: float
    high: float
    thick: float


class Variation:
    """Numbers from 0 to 1 that depend only on a name and on how many were drawn before."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._drawn = 0

    def draw(self) -> float:
        """The next number."""
        self._drawn += 1
        return int(digest([self._name, self._drawn])[:8], 16) / 0xFFFFFFFF

    def between(self, low: float, high: float) -> float:
        """The next number, scaled."""
        return low + (high - low) * self.draw()


def find_kind(name: str, int_ext: IntExt | None, library: SetLibrary) -> str:
    """The set of the library that fits a heading.

    The last part of the heading says most (``BELL HOUSE - KITCHEN`` is a kitchen), and in a part
    the last word that is known (``HOTEL BAR`` is a bar).

    Args:
        name: The set as the heading has it.
        int_ext: Inside or outside; None when the heading does not say.
        library: The sets there are.
    """
    parts = [part for part in re.split(r"\s+-\s+|/|\(|,", name.lower()) if part.strip()]
    if int_ext is IntExt.BOTH and (found := _match(parts, library, interior=True)) == "car":
        return found
    sides = [True, False] if int_ext in {None, IntExt.INT} else [False]
    for interior in sides:
        if found := _match(parts, library, interior=interior):
            return found
    return "room" if int_ext in {None, IntExt.INT} else "open"


def _match(parts: list[str], library: SetLibrary, *, interior: bool) -> str:
    for part in reversed(parts):
        best = (-1, -1)
        found = ""
        for key, kind in library.sets.items():
            if kind.interior is not interior:
                continue
            for keyword in kind.keywords:
                hits = list(_said(keyword).finditer(part))
                if hits and (hits[-1].end(), len(keyword)) > best:
                    best, found = (hits[-1].end(), len(keyword)), key
        if found:
            return found
    return ""


@cache
def _said(keyword: str) -> re.Pattern[str]:
    """A keyword in the words of a heading, in singular or plural."""
    return re.compile(rf"\b{re.escape(keyword)}(?:s|es)?\b")


def build_set(name: str, int_ext: IntExt | None, library: SetLibrary) -> SetPlan:
    """The set of a heading, built from parts.

    Two sets of one kind differ a little: mirrored or not, another shade, things shifted.

    Args:
        name: The set as the heading has it.
        int_ext: Inside or outside; None when the heading does not say.
        library: Parts and sets.
    """
    key = find_kind(name, int_ext, library)
    kind = library.sets[key]
    vary = Variation(name)
    mirror = key != "car" and vary.draw() < 0.5
    shade = vary.between(0.90, 1.08)
    pieces = list(_shell(kind, library, shade))
    seats: list[Spot] = []
    for part_name, x, z, turn in kind.places:
        wide = library.parts[part_name]
        loose = 0.06 if wide.seats and key != "car" else 0.0
        at = (x + vary.between(-loose, loose), 0.0, z + vary.between(-loose, loose))
        pieces += _place(wide, at, turn, library)
        seats += _seats(wide, at, turn)
    for part_name, count, nearest, farthest in kind.scatter:
        for _ in range(count):
            # Nothing grows between the audience and the players: 40 degrees each side of +z.
            angle, away = vary.between(0.7, 2 * math.pi - 0.7), vary.between(nearest, farthest)
            at = (away * math.sin(angle), 0.0, away * math.cos(angle))
            if kind.ground and abs(at[0]) < 4.5:
                at = (math.copysign(4.5 + abs(at[0]), at[0]), 0.0, at[2])
            pieces += _place(library.parts[part_name], at, vary.between(0, 360), library)
    plan = SetPlan(
        name=name,
        kind=key,
        pieces=tuple(pieces),
        width=kind.width,
        depth=kind.depth,
        interior=kind.interior,
        seats=tuple(seats),
        doors=_doors(kind),
        acting=(kind.acting[0], 0.0, kind.acting[1]),
    )
    return _mirrored(plan) if mirror else plan


def turned(x: float, z: float, degrees: float) -> tuple[float, float]:
    """A floor position turned about y, so that +z goes towards +x."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return x * c + z * s, z * c - x * s


def _place(part: Part, at: Vector, turn: float, library: SetLibrary) -> Iterator[Piece]:
    for shape, x, y, z, width, height, depth, colour, name in part.solids:
        dx, dz = turned(x, z, turn)
        yield Piece(
            shape=Shape(shape),
            centre=_rounded((at[0] + dx, y, at[2] + dz)),
            size=(width, height, depth),
            turn=round(turn, 3),
            colour=library.colours[colour],
            wild=part.wild,
            name=name,
        )


def _seats(part: Part, at: Vector, turn: float) -> Iterator[Spot]:
    for x, z, facing, name in part.seats:
        dx, dz = turned(x, z, turn)
        yield Spot(
            at=_rounded((at[0] + dx, _bed_height(part) if name == "lie" else 0.0, at[2] + dz)),
            facing=round((facing + turn) % 360, 3),
            name=name,
        )


def _bed_height(part: Part) -> float:
    _, _, y, _, _, height, *_ = part.solids[0]
    return y + height / 2


def _shell(kind: SetKind, library: SetLibrary, shade: float) -> Iterator[Piece]:
    floor = library.colours[kind.floor]
    wide, deep = kind.width + 2 * WALL_THICKNESS, kind.depth + 2 * WALL_THICKNESS
    if not kind.interior or kind.ground:
        wide = deep = 2 * GROUND_HALF
    yield Piece(
        shape=Shape.BOX,
        centre=(0.0, -0.1, 0.0),
        size=(wide, 0.2, deep),
        turn=0.0,
        colour=floor,
        name="ground" if wide > 2 * kind.width else "floor",
    )
    if not kind.wall:
        return
    colour = _shaded(library.colours[kind.wall], shade)
    for wall in ("back", "left", "right", "front"):
        whole = Patch(0.0, _run(kind, wall), 0.0, kind.height, 0.0)
        yield _on_wall(kind, wall, whole, colour, "wall")
    for wall, offset in kind.doors:
        yield from _door(kind, wall, offset, library)
    for wall, offset in kind.windows:
        yield from _window(kind, wall, offset, library)


def _run(kind: SetKind, wall: str) -> float:
    return kind.width + 2 * WALL_THICKNESS if wall in {"back", "front"} else kind.depth


def _door(kind: SetKind, wall: str, offset: float, library: SetLibrary) -> Iterator[Piece]:
    """A door leaf in its frame, with a knob on the side away from the corner."""
    frame, leaf = library.colours["white"], library.colours["dark_wood"]
    yield _on_wall(kind, wall, Patch(offset, 1.11, 0.0, 2.18, 0.05), frame, "door")
    yield _on_wall(kind, wall, Patch(offset, 0.93, 0.0, 2.08, 0.07), leaf, "door")
    knob = offset + (0.36 if offset <= 0 else -0.36)
    yield _on_wall(kind, wall, Patch(knob, 0.07, 1.0, 0.07, 0.16), library.colours["steel"], "door")


def _window(kind: SetKind, wall: str, offset: float, library: SetLibrary) -> Iterator[Piece]:
    """Panes in a frame with a bar each way and a sill."""
    low = min(WINDOW_SILL, kind.height * 0.42)
    high = min(WINDOW_HEIGHT, kind.height - low - 0.2)
    frame, glass = library.colours["white"], library.colours["glass"]
    middle = low + high / 2
    for patch, colour in (
        (Patch(offset, 1.34, low - 0.07, high + 0.14, 0.05), frame),
        (Patch(offset, 1.2, low, high, 0.07), glass),
        (Patch(offset, 0.05, low, high, 0.10), frame),
        (Patch(offset, 1.2, middle - 0.025, 0.05, 0.10), frame),
        (Patch(offset, 1.44, low - 0.10, 0.05, 0.22), frame),
    ):
        yield _on_wall(kind, wall, patch, colour, "window")


def _on_wall(
    kind: SetKind, wall: str, patch: Patch, colour: tuple[int, int, int], name: str
) -> Piece:
    """A wall, or a patch of one that stands out of it on both sides."""
    thick = WALL_THICKNESS + patch.thick
    away = (kind.depth if wall in {"back", "front"} else kind.width) / 2 + WALL_THICKNESS / 2
    sign = -1.0 if wall in {"back", "left"} else 1.0
    along_x = wall in {"back", "front"}
    height = patch.low + patch.high / 2
    return Piece(
        shape=Shape.BOX,
        centre=_rounded((patch.offset, height, sign * away))
        if along_x
        else _rounded((sign * away, height, patch.offset)),
        size=(patch.wide, patch.high, thick) if along_x else (thick, patch.high, patch.wide),
        turn=0.0,
        colour=colour,
        wild=True,
        name=name,
    )


def _doors(kind: SetKind) -> tuple[Spot, ...]:
    found = []
    for wall, offset in kind.doors:
        x, z = kind.width / 2 - 0.45, kind.depth / 2 - 0.45
        at, facing = {
            "left": ((-x, 0.0, offset), 90.0),
            "right": ((x, 0.0, offset), 270.0),
            "back": ((offset, 0.0, -z), 0.0),
            "front": ((offset, 0.0, z), 180.0),
        }[wall]
        found.append(Spot(at=at, facing=facing, name="door"))
    if not found:
        reach = kind.width / 2 - 0.5
        found = [
            Spot(at=(-reach, 0.0, -0.6), facing=90.0, name="edge"),
            Spot(at=(reach, 0.0, -0.4), facing=270.0, name="edge"),
        ]
    return tuple(found)


def _mirrored(plan: SetPlan) -> SetPlan:
    def flip(at: Vector) -> Vector:
        return (-at[0] if at[0] else 0.0, at[1], at[2])

    def spots(given: tuple[Spot, ...]) -> tuple[Spot, ...]:
        return tuple(
            replace(spot, at=flip(spot.at), facing=round(-spot.facing % 360, 3)) for spot in given
        )

    return replace(
        plan,
        pieces=tuple(
            replace(piece, centre=flip(piece.centre), turn=-piece.turn if piece.turn else 0.0)
            for piece in plan.pieces
        ),
        seats=spots(plan.seats),
        doors=spots(plan.doors),
        acting=flip(plan.acting),
    )


def _shaded(colour: tuple[int, int, int], shade: float) -> tuple[int, int, int]:
    red, green, blue = (min(255, round(part * shade)) for part in colour)
    return red, green, blue


def _rounded(at: Vector) -> Vector:
    return (round(at[0], 3), round(at[1], 3), round(at[2], 3))
