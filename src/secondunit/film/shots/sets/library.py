"""The library of sets as data: parts made of solids, sets made of parts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.shots.model import Shape

Solid = tuple[str, float, float, float, float, float, float, str, str]
"""Shape, centre x, y, z, width, height, depth, colour name, name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of furniture or scenery.

    Args:
        solids: What it is made of.
        seats: Where people sit on it: x, z, facing, name.
        wild: True when it may be taken away before the camera.
    """

    solids: tuple[Solid, ...]
    seats: tuple[tuple[float, float, float, str], ...] = ()
    wild: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetKind:
    """A set of the library.

    Args:
        interior: It has walls and no sky.
        width: Usable floor along x.
        depth: Usable floor along z.
        floor: Colour name of floor or ground.
        wall: Colour name of the walls; "" for none.
        height: Of the walls.
        ground: True when an interior stands in the open (a car).
        keywords: Words of a heading that find it; none for a default.
        doors: Wall and offset along it.
        windows: Wall and offset along it.
        places: Part, x, z, turn.
        scatter: Part, count, nearest and farthest distance from the middle.
        acting: x, z of the clear floor where people talk.
    """

    interior: bool
    width: float
    depth: float
    floor: str
    wall: str = ""
    height: float = 2.7
    ground: bool = False
    keywords: tuple[str, ...] = ()
    doors: tuple[tuple[str, float], ...] = ()
    windows: tuple[tuple[str, float], ...] = ()
    places: tuple[tuple[str, float, float, float], ...] = ()
    scatter: tuple[tuple[str, int, float, float], ...] = ()
    acting: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLibrary:
    """All parts and sets, as read from ``sets.toml``.

    Args:
        source: Where the values come from.
        version: Of the table.
        checked_on: ISO date.
        colours: sRGB by name.
        parts: By name.
        sets: By name, in the order in which they are tried.
    """

    source: str
    version: str
    checked_on: str
    colours: dict[str, tuple[int, int, int]]
    parts: dict[str, Part]
    sets: dict[str, SetKind]


def read_set_library(text: str) -> SetLibrary:
    """Read ``sets.toml``.

    Raises:
        InputError: It is no TOML, a field has another type, or a set or part names something
            that is not there; the message names it.
    """
    try:
        library = msgspec.convert(tomllib.loads(text), SetLibrary, strict=False)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"sets.toml cannot be used: {error}",
            remedy="Correct that field, or remove your copy to use the one that ships.",
        ) from error
    for problem in _problems(library):
        raise InputError(f"sets.toml: {problem}", remedy="Correct the name, or add what it names.")
    return library


def _problems(library: SetLibrary) -> list[str]:
    found = []
    shapes = set(Shape)
    for name, part in library.parts.items():
        for solid in part.solids:
            if solid[0] not in shapes:
                found.append(f"parts.{name} has the unknown shape “{solid[0]}”")
            if solid[7] not in library.colours:
                found.append(f"parts.{name} has the unknown colour “{solid[7]}”")
    for name, kind in library.sets.items():
        used = [place[0] for place in kind.places] + [thing[0] for thing in kind.scatter]
        found += [
            f"sets.{name} places the unknown part “{part}”"
            for part in used
            if part not in library.parts
        ]
        found += [
            f"sets.{name} has the unknown colour “{colour}”"
            for colour in (kind.floor, kind.wall or kind.floor)
            if colour not in library.colours
        ]
        found += [
            f"sets.{name} has no wall “{wall}”"
            for wall, _ in (*kind.doors, *kind.windows)
            if wall not in {"back", "front", "left", "right"}
        ]
    for default, interior in (("room", True), ("open", False)):
        kind_or_none = library.sets.get(default)
        if kind_or_none is None or kind_or_none.interior is not interior:
            found.append(f"the default set “{default}” is missing")
    return found
