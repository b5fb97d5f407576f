"""The table of looks: words of wardrobe and make-up, and the looks a production gives itself."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.shots.model import Garment, Look, Region, Texture
from secondunit.film.shots.tables import Colour

FILE = "looks.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnGarment:
    """A garment of a look of the production's own."""

    regions: tuple[Region, ...]
    colour: Colour
    texture: Texture = Texture.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLook:
    """A look of the production's own: as :class:`~secondunit.film.shots.people.Look`, with who."""

    character: str
    name: str
    days: tuple[int, ...] = ()
    garments: tuple[OwnGarment, ...] = ()
    hair: Colour | None = None
    injuries: tuple[Region, ...] = ()

    def look(self) -> Look:
        """The look itself."""
        return Look(
            name=self.name,
            days=self.days,
            garments=tuple(
                Garment(region=region, colour=worn.colour, texture=worn.texture)
                for worn in self.garments
                for region in worn.regions
            ),
            hair=self.hair,
            injuries=self.injuries,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LookTable:
    """How looks are proposed, and those that are given, as read from ``looks.toml``.

    Args:
        source: Where the words come from.
        version: Of the table.
        checked_on: ISO date.
        garments: Regions a garment covers.
        usual: Colour of a garment where the script names none.
        colours: sRGB by word.
        textures: Pattern by word.
        injuries: Region that is hurt, by word of make-up.
        regions: Region by word, for where an injury is.
        joining: Words after an injury that are not the thing it describes.
        looks: The production's own.
        put_on: What is done to a garment that is put on (``pulls on``).
        taken_off: What is done to one that is taken off.
    """

    source: str = ""
    version: str = ""
    checked_on: str = ""
    garments: dict[str, tuple[Region, ...]] = field(default_factory=dict)
    usual: dict[str, Colour] = field(default_factory=dict)
    colours: dict[str, Colour] = field(default_factory=dict)
    textures: dict[str, Texture] = field(default_factory=dict)
    injuries: dict[str, Region] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    joining: tuple[str, ...] = ()
    looks: tuple[OwnLook, ...] = ()
    put_on: tuple[str, ...] = ()
    taken_off: tuple[str, ...] = ()


def read_looks(text: str) -> LookTable:
    """Read ``looks.toml``.

    Raises:
        InputError: It is no TOML, a field is of another type or names no region or texture, a
            colour is outside 0 to 255, or a character has two looks for one story day; the
            message names it.
    """
    try:
        table = msgspec.convert(tomllib.loads(text), LookTable, strict=False)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"{FILE} cannot be used: {error}",
            remedy="Correct that field, or remove your copy to use the one that ships.",
        ) from error
    for problem in _problems(table):
        raise InputError(f"{FILE}: {problem}", remedy="Correct that look.")
    return table


def _problems(table: LookTable) -> list[str]:
    found = []
    named = [(f"colours.{word}", colour) for word, colour in table.colours.items()]
    named += [(f"usual.{word}", colour) for word, colour in table.usual.items()]
    days: set[tuple[str, int]] = set()
    names: set[tuple[str, str]] = set()
    for look in table.looks:
        who = f"the look “{look.name}” of {look.character}"
        named += [(who, worn.colour) for worn in look.garments]
        named += [(who, look.hair)] if look.hair is not None else []
        if (look.character, look.name) in names:
            found.append(f"{who} is given twice")
        names.add((look.character, look.name))
        for day in look.days:
            if (look.character, day) in days:
                found.append(f"{look.character} has two looks on story day {day}")
            days.add((look.character, day))
        if not look.name:
            found.append(f"a look of {look.character} has no name")
    found += [f"{who} has the colour {list(colour)}, which is outside 0 to 255"
              for who, colour in named if not all(0 <= part <= 255 for part in colour)]  # fmt: skip
    return found
