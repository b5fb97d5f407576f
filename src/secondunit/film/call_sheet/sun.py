"""When the sun rises and sets on a date at a place."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Sun:
    """Sunrise and sunset by the wall clock of a time zone; None where there is none that day.

    Args:
        rise: Local time, to the minute.
        set: Local time.
        why: Why there is none, or "".
    """

    rise: datetime.datetime | None
    set: datetime.datetime | None
    why: str = ""


def sun_of(date: str, latitude: float, longitude: float, timezone: str) -> Sun:
    """The sun on a local date.

    Args:
        date: ISO date.
        latitude: Degrees north.
        longitude: Degrees east.
        timezone: IANA name.

    Source: astral 3.2 (sunrise and sunset of the sun's upper edge after NOAA's solar calculator);
        good to about a minute. It raises where the sun does not cross the horizon.
    """
    from astral import Observer
    from astral.sun import elevation, sunrise, sunset

    zone = ZoneInfo(timezone)
    place, day = Observer(latitude, longitude), datetime.date.fromisoformat(date)
    times: list[datetime.datetime | None] = []
    for ask in (sunrise, sunset):
        try:
            exact = ask(place, date=day, tzinfo=zone) + datetime.timedelta(seconds=30)
            times.append(exact.replace(second=0, microsecond=0))
        except ValueError:
            times.append(None)
    if None not in times:
        return Sun(rise=times[0], set=times[1])
    noon = datetime.datetime.combine(day, datetime.time(12), tzinfo=zone)
    up = elevation(place, noon) > 0
    said = "the sun does not set on this date" if up else "the sun does not rise on this date"
    return Sun(rise=times[0], set=times[1], why=said)
