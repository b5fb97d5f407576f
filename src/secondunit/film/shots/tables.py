"""The tables of the shot list, read from data: lenses, timing, verbs, directions, looks."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.shots.model import Build, Lens, Size

Colour = tuple[int, int, int]

PRIME_PLAY = 0.05
"""Millimetres within which a focal length is that of a prime."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensor:
    """A sensor or film gate as its maker gives it.

    Args:
        width_mm: Of all of it.
        height_mm: Of all of it.
        verify: True until somebody has looked at the maker's sheet of the camera in use.
    """

    width_mm: float
    height_mm: float
    verify: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast a crew can make a move.

    Args:
        metres_per_second: Of the camera on its way; 0 for no limit.
        degrees_per_second: Of its turning; 0 for no limit.
        verify: True until the key grip has agreed.
    """

    metres_per_second: float = 0.0
    degrees_per_second: float = 0.0
    verify: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Lenses:
    """The lens kit: focal lengths, the sensor, and the first choice for each size.

    Args:
        kit: Primes, millimetres.
        sensor_width_mm: Of the camera in use.
        sensor_height_mm: Of the camera in use.
        squeeze: Anamorphic squeeze of the kit, 1 for spherical.
        preferred: First choice for each size.
        crop: Share of the sensor's width and height that is recorded.
        zooms: Shortest and longest focal length of each zoom.
        nearest: Closest focus of a prime, metres from the sensor, by focal length (``50``).
        zoom_nearest: Closest focus of the zooms, metres.
    """

    kit: tuple[float, ...]
    sensor_width_mm: float
    sensor_height_mm: float
    squeeze: float
    preferred: dict[str, float]
    crop: float = 1.0
    zooms: tuple[tuple[float, float], ...] = ()
    nearest: dict[str, float] = field(default_factory=dict)
    zoom_nearest: float = 0.0

    def lens(self, focal_mm: float) -> Lens:
        """A lens of the kit on its sensor."""
        return Lens(
            focal_mm=focal_mm,
            sensor_width_mm=self.sensor_width_mm,
            sensor_height_mm=self.sensor_height_mm,
            squeeze=self.squeeze,
            crop=self.crop,
        )

    def is_prime(self, focal_mm: float) -> bool:
        """True when the kit has a prime of that focal length."""
        return any(abs(focal_mm - prime) < PRIME_PLAY for prime in self.kit)

    def zoom_over(self, *focal_mm: float) -> tuple[float, float] | None:
        """The zoom of the shortest range that holds all the focal lengths, or None."""
        low, high = min(focal_mm), max(focal_mm)
        fitting = [z for z in self.zooms if z[0] - PRIME_PLAY <= low and high <= z[1] + PRIME_PLAY]
        return min(fitting, key=lambda zoom: zoom[1] / zoom[0], default=None)

    def nearest_focus(self, focal_mm: float) -> float:
        """Closest focus of a focal length, metres from the sensor; 0 where nobody said."""
        known = {float(name): metres for name, metres in self.nearest.items()}
        prime = next((near for mm, near in known.items() if abs(mm - focal_mm) < PRIME_PLAY), None)
        return self.zoom_nearest if prime is None else prime

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
    travel_seconds: float = 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRules:
    """How much one shot holds, in words; from how many sentences and words action is a passage."""

    words_per_shot: int
    words_per_action_shot: int
    reaction_after_words: int
    exchange_words: int
    words_per_passage_shot: int = 14
    passage_sentences: int = 3
    passage_words: int = 30


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
        sensors: Sensors by name.
        paces: How fast each move can be made, by the move's name.
        shapes: Shape of the mannequin by kind of animal, where that is another's.
        vehicles: Shape and height (of the roof, metres) by word for a vehicle.
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
    signs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sensors: dict[str, Sensor] = field(default_factory=dict)
    paces: dict[str, Pace] = field(default_factory=dict)
    shapes: dict[str, str] = field(default_factory=dict)
    vehicles: dict[str, tuple[str, float]] = field(default_factory=dict)


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
