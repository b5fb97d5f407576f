"""Which of a script's places are one location: rooms of a building, one name written two ways.

A script names a hospital's ward, corridor and entrance in three headings; a company goes there
once. Only names are read: what is not told by a name stays a location of its own, and people
merge the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.finding import Finding, Severity
from secondunit.film.schedule.model import LocationWords
from secondunit.film.screenplay.model import Heading

_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*(?:['’](?![^\W_]))?|&")
_UNNAMED = "PLACE NOT NAMED"


@dataclass(frozen=True, slots=True)
class _Name:
    """A place's name without leading words, rooms and kinds of building.

    ``key`` is empty for a bare room; ``building`` tells that the name has rooms or is a building;
    ``whole`` that other places may belong to it by rule 4.
    """

    key: tuple[str, ...]
    building: bool
    whole: bool


def place_of(heading: Heading) -> str:
    """The place a heading names, or words that say it names none."""
    return heading.place or heading.set or heading.raw.upper() or _UNNAMED


def find_locations(headings: Sequence[Heading], words: LocationWords) -> tuple[str, ...]:
    """The location of each scene: the first name of the place that stands for it.

    Rules, in this order:

    1. Leading articles and prepositions are passed over (``THE DARK FOREST``), and of ``TOWN OF
       SPECTRE`` only the name stands.
    2. Rooms and kinds of building are cut from the end: ``HOSPITAL ROOM`` is at the hospital, and
       ``JENNY'S KITCHEN`` is where ``JENNY'S HOUSE`` is.
    3. A bare room (``KITCHEN``) belongs to the building named last within ``carry_scenes``, and
       stays with it.
    4. A place whose name begins with the whole name of another place belongs to it, unless that
       is only whose it is: ``BIG TOP CENTER RING`` to ``BIG TOP``, but not ``WILL'S CAR`` to
       ``WILL'S BEDROOM``.

    Args:
        headings: Of the scenes to be shot, in script order.
        words: The words of the rules.

    Returns:
        One key for each heading: the first place in the script that is at that location.
    """
    places = [place_of(heading) for heading in headings]
    names = {place: _name(place, words) for place in places}
    keys = {name.key for name in names.values() if name.whole}
    shown: dict[tuple[str, ...], str] = {}
    homes: dict[str, tuple[str, ...]] = {}
    building: tuple[tuple[str, ...], int] | None = None
    found = []
    for index, place in enumerate(places):
        name = names[place]
        key = _shortest(name.key, keys)
        if name.building and key:
            building = (key, index)
        if not key:
            near = building is not None and index - building[1] <= words.carry_scenes
            home = building[0] if building is not None and near else (place,)
            key = homes.setdefault(place, home)
        found.append(shown.setdefault(key, place))
    return tuple(found)


def merged_places(headings: Sequence[Heading], locations: Sequence[str]) -> list[Finding]:
    """One note for each location that several places were put together at."""
    together: dict[str, dict[str, None]] = {}
    for heading, location in zip(headings, locations, strict=True):
        together.setdefault(location, {})[place_of(heading)] = None
    return [
        Finding(
            severity=Severity.NOTE,
            rule="schedule.places-at-one-location",
            where=f"location {location}",
            message=f"{', '.join(places)} were taken as one location",
            remedy="Name the place apart in the heading if the company must move for it.",
        )
        for location, places in together.items()
        if len(places) > 1
    ]


def _name(place: str, words: LocationWords) -> _Name:
    parts = _WORD.findall(place.upper().replace("’", "'"))
    while parts and parts[0] in words.leading:
        parts = parts[1:]
    part_of = "OF" in parts[1:-1]
    if part_of:
        after = parts[parts.index("OF", 1) + 1 :]
        parts = after[1:] if after[0] in words.leading and len(after) > 1 else after
    kept = list(parts)
    while kept and kept[-1] in words.rooms:
        kept.pop()
    whole = bool(kept) and not part_of and not kept[-1].endswith(("'S", "'"))
    return _Name(key=tuple(kept), building=len(kept) < len(parts), whole=whole)


def _shortest(key: tuple[str, ...], keys: set[tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest name among the script's that this name begins with; itself at the longest."""
    return next((key[:size] for size in range(1, len(key)) if key[:size] in keys), key)
