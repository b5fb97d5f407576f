"""Dates of a shoot on the world's clock: usual calls, light, minors' hours. For search and sheets.

Absolute times are whole minutes since 1970-01-01 00:00 UTC, so that a night over which clocks
change has the hours it really has.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from secondunit.film.schedule.hours.sun import day_window, night_window, twilight_window
from secondunit.film.schedule.rules.terms import AgeBand, Covers, Site, Terms

_DAY = 1440


@lru_cache(maxsize=65_536)
def absolute(day: str, minute: int, zone: str) -> int:
    """The minute of a wall-clock time.

    Args:
        day: ISO date.
        minute: Minute of the day by the wall clock; from 1440 on, of the days after.
        zone: IANA time zone.
    """
    days, rest = divmod(minute, _DAY)
    local = date.fromisoformat(day) + timedelta(days=days)
    wall = datetime(
        local.year, local.month, local.day, rest // 60, rest % 60, tzinfo=ZoneInfo(zone)
    )
    return int(wall.timestamp()) // 60


def local_time(minute: int, zone: str) -> str:
    """A minute by the wall clock, with its offset: ``2027-01-11T07:00-08:00``."""
    found = datetime.fromtimestamp(minute * 60, tz=UTC).astimezone(ZoneInfo(zone))
    return found.isoformat(timespec="minutes")


def read_time(text: str) -> int:
    """The minute of a time with offset.

    Raises:
        ValueError: It is no such time.
    """
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return int(found.timestamp()) // 60


def light_window(site: Site, day: str, *, night: bool) -> tuple[int, int] | None:
    """First and last minute of daylight, or of dark, that belong to a date at a site.

    None where there is none: polar night, or a night that never grows dark.
    """
    window = (night_window if night else day_window)(day, site.latitude, site.longitude)
    if window is None:
        return None
    noon = absolute(day, 720, site.timezone)
    middle = noon + 720 if night else noon
    turns = round(((window[0] + window[1]) // 2 - middle) / _DAY)  # zones across the date line
    return window[0] - turns * _DAY, window[1] - turns * _DAY


def twilight(
    site: Site, day: str, heights: tuple[float, float], *, dusk: bool
) -> tuple[int, int] | None:
    """First and last minute of a date's dawn at a site, or of its dusk; None where it has none.

    Args:
        site: Where.
        day: ISO date.
        heights: As ``Clock.twilight``.
        dusk: Of the evening.
    """
    window = twilight_window(day, site.latitude, site.longitude, dusk=dusk, heights=heights)
    if window is None:
        return None
    middle = absolute(day, 1080 if dusk else 360, site.timezone)
    turns = round(((window[0] + window[1]) // 2 - middle) / _DAY)
    return window[0] - turns * _DAY, window[1] - turns * _DAY


def is_school_day(day: str, terms: Terms, holidays: tuple[str, ...] = ()) -> bool:
    """Whether minors have school on a date: Monday to Friday, outside holidays."""
    weekday = date.fromisoformat(day).isoweekday()
    return weekday <= 5 and day not in terms.school_holidays and day not in holidays


def age_band(terms: Terms, age_months: int | None) -> AgeBand | None:
    """The hours of a minor of that age; None where no rules for minors are in force."""
    pack = terms.pack(Covers.MINORS)
    if pack is None or not pack.ages:
        return None
    age = pack.assumed_months if age_months is None else age_months
    fitting = [band for band in pack.ages if band.from_months <= age]
    return fitting[-1] if fitting else pack.ages[0]


def minor_hours(
    terms: Terms, age_months: int | None, day: str, holidays: tuple[str, ...] = ()
) -> tuple[int, int, int, int] | None:
    """Most minutes of work, and before the camera from first shot to leaving; the earliest and the
    latest absolute minute of these. Getting ready is at the place of work and comes before."""
    band = age_band(terms, age_months)
    if band is None or terms.base is None:
        return None
    after = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    free = not is_school_day(day, terms, holidays)
    free_after = not is_school_day(after, terms, holidays)
    zone = terms.base.timezone
    ready = terms.clock.minor_ready if terms.clock else 0
    return (
        band.work[free],
        band.workplace[free] - ready,
        absolute(day, band.earliest, zone) + ready,
        absolute(day, band.latest[free_after], zone),
    )
