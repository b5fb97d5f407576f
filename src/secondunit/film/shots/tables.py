"""The tables of the shot list, read from data: lenses, timing, verbs, directions, looks."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.shots.model import Build, Lens, Size

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lenses:
    """The lens kit: focal lengths, the sensor, and the first choice for each size."""

    kit: tuple[float, ...]
    sensor_width_mm: float
    sensor_height_mm: float
    squeeze: float
    preferred: dict[str, float]

    def lens(self, focal_mm: float) -> Lens:
        """A lens of the kit on its sensor."""
        return Lens(
            focal_mm=focal_mm,
            sensor_width_mm=self.sensor_width_mm,
            sensor_height_mm=self.sensor_height_mm,
            squeeze=self.squeeze,
        )

    def choices(self, size: Size) -> tuple[float, ...]:
        """The kit, nearest to the first choice of a size first; ties go to the wider lens."""
        first = self.preferred.get(size.value, 50.0)
        return tuple(
            sorted(self.kit, key=lambda focal: (abs(focal / first - first / focal), focal))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How long words take on screen."""

    words_per_second: float
    breath_seconds: float
    letters_per_row: int
    rows_per_page: int
    seconds_per_page: float
    shortest_seconds: float
    longest_seconds: float
    establishing_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRules:
    """How much one shot holds, in words."""

    words_per_shot: int
    words_per_action_shot: int
    reaction_after_words: int
    exchange_words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Builds:
    """Standing heights, metres, and the age from which a child stands as an adult."""

    woman: float
    man: float
    child_base: float
    child_year: float
    child_age: int
    grown_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """What tells characters apart, in the order in which it is given out."""

    woman: tuple[str, ...]
    man: tuple[str, ...]
    child: tuple[str, ...]
    hair: tuple[Colour, ...]
    grey_hair: tuple[Colour, ...]
    grey_from: int
    accents: tuple[Colour, ...]
    costumes: tuple[Colour, ...]
    extras: tuple[Colour, ...]

    def silhouettes(self, build: Build) -> tuple[str, ...]:
        """Silhouettes of a build; an animal has none of these."""
        if build is Build.WOMAN:
            return self.woman
        return self.child if build is Build.CHILD else self.man


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotTables:
    """Everything a production may tune about its shot list, as read from ``shots.toml``.

    Args:
        source: Where the values come from.
        version: Of the table.
        checked_on: ISO date.
        lenses: The kit.
        timing: Screen time.
        coverage: How much one shot holds.
        verbs: Base forms by what they ask of the camera (``look``, ``enter``...).
        poses: Base forms and phrases by pose.
        directions: Phrases that name a shot outright.
        turns: ``words`` that mark an emotional turn.
        titles: Words in a name that tell woman, man or child.
        animals: Height at the shoulder, metres, by kind.
        builds: Heights of people.
        looks: Colours and silhouettes.
    """

    source: str
    version: str
    checked_on: str
    lenses: Lenses
    timing: Timing
    coverage: CoverageRules
    verbs: dict[str, tuple[str, ...]]
    poses: dict[str, tuple[str, ...]]
    directions: dict[str, tuple[str, ...]]
    turns: dict[str, tuple[str, ...]]
    titles: dict[str, tuple[str, ...]]
    animals: dict[str, float]
    builds: Builds
    looks: Looks


def read_shot_tables(text: str) -> ShotTables:
    """Read ``shots.toml``.

    Raises:
        InputError: It is no TOML, or a field is missing or has another type; the message names it.
    """
    try:
        tables = msgspec.convert(tomllib.loads(text), ShotTables, strict=False)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"shots.toml cannot be used: {error}",
            remedy="Correct that field, or remove your copy to use the one that ships.",
        ) from error
    if not tables.lenses.kit or min(tables.lenses.kit) <= 0:
        raise InputError(
            "shots.toml: lenses.kit needs at least one focal length above 0",
            remedy="List the focal lengths of the kit in millimetres.",
        )
    if not tables.looks.costumes:
        raise InputError(
            "shots.toml: looks.costumes is empty", remedy="List at least one sRGB colour."
        )
    return tables
