"""The sun of a date at a place by the wall clock: the schedule's almanac for call sheets."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from secondunit.film.schedule.hours.sun import sun_times
from secondunit.film.schedule.rules.terms import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Sun:
    """Light of a day by the wall clock of the unit; None where there is no such time that day.

    Args:
        first_light: Civil dawn.
        rise: Sunrise.
        set: Sunset.
        last_light: Civil dusk.
        why: Why the sun does not rise or set, or "".
    """

    first_light: datetime.datetime | None
    rise: datetime.datetime | None
    set: datetime.datetime | None
    last_light: datetime.datetime | None
    why: str = ""


def sun_of(date: str, site: Site) -> Sun:
    """The sun on a local date.

    Args:
        date: ISO date.
        site: Its coordinates and time zone.

    Source: ``schedule.hours.sun``, which boards are made and checked by.
    """
    sun = sun_times(date, site.latitude, site.longitude)
    zone = ZoneInfo(site.timezone)

    def local(minute: int | None) -> datetime.datetime | None:
        return None if minute is None else datetime.datetime.fromtimestamp(minute * 60, tz=zone)

    why = ""
    if sun.sunrise is None or sun.sunset is None:
        why = "the sun does not set" if sun.is_up else "the sun does not rise"
        why += " on this date"
    return Sun(
        first_light=local(sun.dawn),
        rise=local(sun.sunrise),
        set=local(sun.sunset),
        last_light=local(sun.dusk),
        why=why,
    )
