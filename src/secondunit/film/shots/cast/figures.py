"""The cast as figures: the same body, colour and silhouette in every shot of the production."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from secondunit.core.ids import digest
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.shots.cast.roles import Role
from secondunit.film.shots.model import Build, Figure
from secondunit.film.shots.tables import Colour, ShotTables

EXTRA = "extra "
"""Figures of background people are named by this and a number."""


def cast_figures(roles: Sequence[Role], tables: ShotTables) -> tuple[Figure, ...]:
    """Give every role a figure.

    Colours go out in the order of the palette, whose first colours are the farthest apart, so the
    largest parts are told apart best. Silhouettes go round within each build, so that two people
    whose colours look alike to a colour-blind viewer still differ in outline.

    Args:
        roles: The largest part first.
        tables: Palette, silhouettes and heights.
    """
    figures: list[Figure] = []
    used: set[Colour] = set()
    given = dict.fromkeys(Build, 0)
    for place, role in enumerate(roles):
        colour = _free_colour(place, used, tables)
        used.add(colour)
        outlines = tables.looks.silhouettes(role.build)
        old = role.age >= tables.looks.grey_from
        shades = tables.looks.grey_hair if old else tables.looks.hair
        shade = shades[_pick(role.name, "hair", len(shades))]
        accent = tables.looks.accents[_pick(role.name, "accent", len(tables.looks.accents))]
        figures.append(
            Figure(
                name=role.name,
                build=role.build,
                height=_height(role, tables),
                colour=colour,
                accent=accent,
                hair=shade,
                silhouette=outlines[given[role.build] % len(outlines)],
                kind=tables.shapes.get(role.animal, role.animal),
                age=role.age,
            )
        )
        given[role.build] += 1
    return tuple(figures)


def is_extra(name: str) -> bool:
    """True for a background figure."""
    return name.startswith(EXTRA)


def extra_figures(count: int, tables: ShotTables) -> tuple[Figure, ...]:
    """Background people, in greys, numbered from 1."""
    greys = tables.looks.extras
    outlines = ("short-hair", "long-hair", "cap", "bun", "bald", "coat")
    return tuple(
        Figure(
            name=f"{EXTRA}{number}",
            build=(Build.MAN, Build.WOMAN)[number % 2],
            height=tables.builds.man if number % 2 == 0 else tables.builds.woman,
            colour=greys[number % len(greys)],
            accent=greys[(number + 1) % len(greys)],
            hair=tables.looks.hair[number % len(tables.looks.hair)],
            silhouette=outlines[number % len(outlines)],
        )
        for number in range(1, count + 1)
    )


def vehicle_figures(
    elements: Sequence[Element], taken: set[str], tables: ShotTables
) -> tuple[Figure, ...]:
    """The vehicles of the breakdown that have a shape, by name, in the order they come.

    Args:
        elements: The breakdown.
        taken: Names that are figures already.
        tables: Shapes and heights of vehicles.
    """
    found: dict[str, Figure] = {}
    for element in elements:
        kind = _last_known(element.name, tables.vehicles)
        if element.category is not Category.VEHICLES or not kind or element.name in taken:
            continue
        shape, height = tables.vehicles[kind]
        greys = tables.looks.extras
        colour = greys[_pick(element.name, "paint", len(greys))]
        found.setdefault(
            element.name,
            Figure(
                name=element.name,
                build=Build.VEHICLE,
                height=height,
                colour=colour,
                accent=colour,
                hair=colour,
                silhouette="",
                kind=shape,
            ),
        )
    return tuple(found.values())


def _last_known(name: str, words: Mapping[str, object]) -> str:
    """The last word of a name that a table knows, or ""."""
    said = re.findall(r"[a-z]+", name.lower())
    return next((word for word in reversed(said) if word in words), "")


def _free_colour(place: int, used: set[Colour], tables: ShotTables) -> Colour:
    palette = tables.looks.costumes
    red, green, blue = palette[place % len(palette)]
    darker = place // len(palette)
    while (red, green, blue) in used or darker:
        # Past the end of the palette: the same hues, darker each time round.
        red, green, blue = red * 4 // 5, green * 4 // 5, (blue * 4 + 3) // 5
        darker = max(0, darker - 1)
        if (red, green, blue) in used and max(red, green, blue) < 20:
            red, green, blue = (place * 7) % 256, (place * 13) % 256, (place * 29) % 256
    return red, green, blue


def _height(role: Role, tables: ShotTables) -> float:
    builds = tables.builds
    if role.build is Build.ANIMAL:
        return tables.animals.get(role.animal, 0.5)
    if role.build is Build.CHILD:
        age = role.age if 0 < role.age < builds.grown_at else builds.child_age
        return round(builds.child_base + builds.child_year * age, 2)
    base = builds.woman if role.build is Build.WOMAN else builds.man
    return round(base + (_pick(role.name, "height", 9) - 4) * 0.012, 3)


def _pick(name: str, what: str, count: int) -> int:
    return int(digest([what, name])[:8], 16) % count
