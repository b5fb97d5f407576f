"""Days and scenes measured in minutes of shooting, for a bound that knows the clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import gcd

from secondunit.core.pages import Eighths
from secondunit.film.schedule.decoder.encode import work_dates
from secondunit.film.schedule.hours.dates import minor_hours
from secondunit.film.schedule.model import Problem, SceneNeed
from secondunit.film.schedule.rules.terms import Clock

_STEPS = 64
"""Steps of a day's length at the most, so that the covering stays as quick as in eighths."""


def by_the_clock(
    problem: Problem, scenes: Sequence[SceneNeed]
) -> tuple[tuple[int, ...], int, tuple[SceneNeed, ...]] | None:
    """The scenes with steps of time for eighths, and the steps that days have.

    A scene's minutes are rounded down to steps, as a day's are, so every lawful day still fits.
    A scene alone that is longer than a day fills one.

    Args:
        problem: Its clock and the locations of a day.
        scenes: To be measured.

    Returns:
        Steps of shooting in the longest day by number of places (the first is 0), those of a day
        of any minor, and the scenes; None where no clock is kept or a scene is too short.
    """
    clock, most = problem.terms.clock, problem.rules.locations_per_day
    if clock is None or not scenes:
        return None
    minutes = [shooting_minutes(clock, places) for places in range(1, most + 1)]
    step = max(gcd(*(need.minutes for need in scenes)), -(-minutes[0] // _STEPS))
    if min(minutes) < step or any(need.minutes < step for need in scenes):
        return None
    rooms = (0, *(whole // step for whole in minutes))
    measured = (
        replace(need, eighths=Eighths(min(need.minutes // step, rooms[1]))) for need in scenes
    )
    minors = max(min(most_minor_minutes(problem) // step, rooms[1]), 1)
    return rooms, minors, tuple(measured)


def most_minor_minutes(problem: Problem) -> int:
    """Most minutes that any minor may work on any date; a week where nothing limits one."""
    found = [0]
    holidays = problem.calendar.holidays
    for age in {person.age_months for person in problem.people if person.minor}:
        for day in work_dates(problem.calendar):
            hours = minor_hours(problem.terms, age, day.isoformat(), holidays)
            found.append(7 * 1440 if hours is None else hours[0])
    return max(found)


def shooting_minutes(clock: Clock, places: int) -> int:
    """Minutes of shooting in the longest lawful day at so many places: what the way, meals,
    preparing and wrapping up leave; 0 for none."""
    whole = clock.longest_day
    while whole > 0 and whole + (whole - 1) // clock.meal_within * clock.meal > clock.longest_day:
        whole -= 1
    return max(whole - clock.prepare - clock.wrap_up - (places - 1) * clock.move, 0)
