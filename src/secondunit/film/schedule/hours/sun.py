"""When the sun rises and sets, and when it is dark enough to play night.

The almanac of the schedule. It is a fact of nature that search and checker share; its test holds
it against published times.

Source: NOAA Global Monitoring Division, Solar Calculation Details (low-accuracy equations after
Meeus, Astronomical Algorithms, 1991), good to about a minute between 72 degrees north and south.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

RISE = -0.833
"""Degrees of the sun's centre at sunrise: its radius, and refraction at the horizon."""

CIVIL = -6.0
"""Degrees at civil dawn and dusk: below it, night exteriors look like night."""

STEP = 5
"""Minutes to which windows of light are rounded: no sky keeps time to the minute, and calls that
follow from light are given so."""

_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 1440


class Twilight(StrEnum):
    """Whether an exterior plays at an end of the day, in light that lasts an hour."""

    NONE = ""
    DAWN = "dawn"
    DUSK = "dusk"


@dataclass(frozen=True, slots=True, kw_only=True)
class SunTimes:
    """Sun of one date at one place, in minutes since 1970-01-01 00:00 UTC.

    Args:
        dawn: Civil dawn; None when the sun does not pass six degrees below the horizon.
        sunrise: None in polar night and under the midnight sun.
        sunset: Likewise.
        dusk: Civil dusk, as ``dawn``.
        is_up: The sun is above the horizon at noon.
        is_dark: It is below six degrees at the midnight that ends the date.
    """

    dawn: int | None
    sunrise: int | None
    sunset: int | None
    dusk: int | None
    is_up: bool
    is_dark: bool


@lru_cache(maxsize=16_384)
def sun_times(day: str, latitude: float, longitude: float) -> SunTimes:
    """Rise and set of the sun on a local date.

    The date is that of the place by its longitude: noon of the sun lies within it.

    Args:
        day: ISO date.
        latitude: Degrees north, -90 to 90.
        longitude: Degrees east, -180 to 180.
    """
    noon = (date.fromisoformat(day).toordinal() - _EPOCH) * _DAY + 720 - 4 * longitude
    rise, set_ = _crossings(noon, latitude, RISE)
    dawn, dusk = _crossings(noon, latitude, CIVIL)
    return SunTimes(
        dawn=dawn,
        sunrise=rise,
        sunset=set_,
        dusk=dusk,
        is_up=_altitude(noon, latitude, longitude) > RISE,
        is_dark=_altitude(noon + 720, latitude, longitude) < CIVIL,
    )


def day_window(day: str, latitude: float, longitude: float) -> tuple[int, int] | None:
    """First and last minute of daylight of a date, rounded inward; None in polar night."""
    sun = sun_times(day, latitude, longitude)
    if sun.sunrise is None or sun.sunset is None:
        start = _midnight(day, longitude)
        return (start, start + _DAY) if sun.is_up else None
    return _up(sun.sunrise), _down(sun.sunset)


def night_window(day: str, latitude: float, longitude: float) -> tuple[int, int] | None:
    """From civil dusk of a date to civil dawn of the next, rounded inward; None where it never
    grows dark."""
    sun = sun_times(day, latitude, longitude)
    following = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    after = sun_times(following, latitude, longitude)
    noon = _midnight(day, longitude) + 720
    if sun.dusk is not None:
        dawn = after.dawn if after.dawn is not None else noon + _DAY
        return _up(sun.dusk), _down(dawn)
    return (noon, noon + _DAY) if sun.is_dark and not sun.is_up else None


@lru_cache(maxsize=16_384)
def twilight_window(
    day: str, latitude: float, longitude: float, *, dusk: bool, heights: tuple[float, float]
) -> tuple[int, int] | None:
    """First and last minute of the light that plays as dawn or dusk of a date, rounded outward.

    Where the sun does not sink so low, dawn begins at its lowest; where it does not climb so high,
    dawn ends at noon. Dusk likewise, the other way round.

    Args:
        day: ISO date.
        latitude: Degrees north.
        longitude: Degrees east.
        dusk: Of the evening, not of the morning.
        heights: Between which degrees of the sun the light is such.

    Returns:
        None where the sun stays above or below these heights all day.
    """
    low, high = heights
    side = 1 if dusk else -1
    noon = float(_midnight(day, longitude) + 720)
    lowest = noon + 720 * side
    if _altitude(noon, latitude, longitude) <= low:
        return None
    if _altitude(lowest, latitude, longitude) >= high:
        return None
    found_low = _crossings(noon, latitude, low)[dusk]
    found_high = _crossings(noon, latitude, high)[dusk]
    outer = round(lowest) if found_low is None else found_low
    inner = round(noon) if found_high is None else found_high
    begin, end = (inner, outer) if dusk else (outer, inner)
    return (_down(begin), _up(end)) if begin < end else None


def _down(minute: int) -> int:
    return minute // STEP * STEP


def _up(minute: int) -> int:
    return -_down(-minute)


def _midnight(day: str, longitude: float) -> int:
    return (date.fromisoformat(day).toordinal() - _EPOCH) * _DAY - round(4 * longitude)


def _crossings(noon: float, latitude: float, degrees: float) -> tuple[int | None, int | None]:
    """When the sun passes an altitude before and after mean noon, refined twice."""
    found: list[int | None] = []
    for side in (-1, 1):
        at: float | None = noon
        for _ in range(3):
            if at is None:
                break
            declination, equation = _sun(at)
            angle = _hour_angle(latitude, declination, degrees)
            at = None if angle is None else noon - equation + side * 4 * angle
        found.append(None if at is None else round(at))
    return found[0], found[1]


def _hour_angle(latitude: float, declination: float, degrees: float) -> float | None:
    """Degrees of the sun from the meridian at an altitude; None where it never gets there."""
    phi, delta = math.radians(latitude), math.radians(declination)
    divisor = math.cos(phi) * math.cos(delta)
    if abs(divisor) < 1e-9:
        return None
    cosine = (math.sin(math.radians(degrees)) - math.sin(phi) * math.sin(delta)) / divisor
    return None if abs(cosine) > 1 else math.degrees(math.acos(cosine))


def _altitude(minute: float, latitude: float, longitude: float) -> float:
    declination, equation = _sun(minute)
    angle = math.radians((minute + equation + 4 * longitude) % _DAY / 4 - 180)
    phi, delta = math.radians(latitude), math.radians(declination)
    sine = math.sin(phi) * math.sin(delta) + math.cos(phi) * math.cos(delta) * math.cos(angle)
    return math.degrees(math.asin(max(-1.0, min(1.0, sine))))


def _sun(minute: float) -> tuple[float, float]:
    """Declination in degrees and equation of time in minutes at a minute since 1970."""
    century = (minute / _DAY + 2440587.5 - 2451545.0) / 36525.0
    mean = math.radians((280.46646 + century * (36000.76983 + century * 0.0003032)) % 360)
    anomaly = math.radians(357.52911 + century * (35999.05029 - 0.0001537 * century))
    eccentricity = 0.016708634 - century * (0.000042037 + 0.0000001267 * century)
    centre = (
        math.sin(anomaly) * (1.914602 - century * (0.004817 + 0.000014 * century))
        + math.sin(2 * anomaly) * (0.019993 - 0.000101 * century)
        + math.sin(3 * anomaly) * 0.000289
    )
    moon = math.radians(125.04 - 1934.136 * century)
    longitude = mean + math.radians(centre - 0.00569 - 0.00478 * math.sin(moon))
    tilt = 23 + (26 + (21.448 - century * (46.815 + century * 0.00059)) / 60) / 60
    oblique = math.radians(tilt + 0.00256 * math.cos(moon))
    declination = math.degrees(math.asin(math.sin(oblique) * math.sin(longitude)))
    y = math.tan(oblique / 2) ** 2
    equation = 4 * math.degrees(
        y * math.sin(2 * mean)
        - 2 * eccentricity * math.sin(anomaly)
        + 4 * eccentricity * y * math.sin(anomaly) * math.cos(2 * mean)
        - 0.5 * y * y * math.sin(4 * mean)
        - 1.25 * eccentricity * eccentricity * math.sin(2 * anomaly)
    )
    return declination, equation
