"""What a board costs and what its days may hold: the greedy day decoder, compiled.

The search only ever moves scenes in a strip order. ``decode`` cuts that order into shooting days:
a scene joins the open day when no hard rule forbids it, else it opens the next date on which it
may be shot. So every board the search can see keeps every rule. ``check.py`` recomputes boards
in another way and shares nothing with this module.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int64]

F = TypeVar("F", bound=Callable[..., object])

DAY, NIGHT, EITHER = 0, 1, 2
"""What a scene or a day needs from the sky."""

CREW, LOCATION, MOVE, SETUP, TEAM, CAST, SHIFT, LEFT_OUT = range(8)
"""Cells of ``Desk.shares``; SHIFT holds night premiums and switches, LEFT_OUT penalties."""

PENALTY = 10**15
"""For a scene without a date: above any board's cost, far inside 64 bits for 9,000 scenes."""

_NEVER = 1 << 60


def compiled(function: F) -> F:
    """Compile with numba, and keep the machine code for the next process."""
    return cast(F, njit(cache=True)(function))


class Tables(NamedTuple):
    """A problem as arrays; scenes, people, places and teams are counted from 0.

    Args:
        eighths: By scene.
        place: By scene.
        light: By scene: DAY, NIGHT or EITHER.
        cast_at: First index into ``cast`` by scene, and one past the last scene.
        cast: People of each scene in turn.
        minor_at: As ``cast_at``, into ``minor``.
        minor: People of each scene that are minors.
        team_at: As ``cast_at``, into ``team``.
        team: Special teams of each scene in turn.
        next_open: ``(scenes, dates + 1)``: first work date from that one on which a scene may be
            shot; the count of dates where there is none.
        ordinal: Day number of each work date in the calendar.
        rate: By person.
        team_rate: By team.
        crew_day, night_premium, location_day, company_move, location_setup, shift_switch: Prices.
        day_eighths, locations_per_day, minor_day_eighths, drop_after_days: Limits.
        places: How many.
    """

    eighths: Ints
    place: Ints
    light: Ints
    cast_at: Ints
    cast: Ints
    minor_at: Ints
    minor: Ints
    team_at: Ints
    team: Ints
    next_open: Ints
    ordinal: Ints
    rate: Ints
    team_rate: Ints
    crew_day: int
    night_premium: int
    location_day: int
    company_move: int
    location_setup: int
    shift_switch: int
    day_eighths: int
    locations_per_day: int
    minor_day_eighths: int
    drop_after_days: int
    places: int


class Desk(NamedTuple):
    """Working memory of ``decode`` and its outcome.

    Args:
        place_day: Last shooting day at each place.
        team_day: Last shooting day of each team.
        minor_day: Last shooting day of each person who is a minor.
        minor_eighths: Their eighths on that day.
        first: First work date of each person.
        last: Last work date so far.
        dropped: Longest lawful idle stretch so far, in work dates.
        day_of: Shooting day at each position of the order, from 0; -1 for none.
        date_of: Work date of each shooting day.
        need_of: Light of each shooting day.
        shares: Cost by category.
        days: One cell: how many shooting days.
    """

    place_day: Ints
    team_day: Ints
    minor_day: Ints
    minor_eighths: Ints
    first: Ints
    last: Ints
    dropped: Ints
    day_of: Ints
    date_of: Ints
    need_of: Ints
    shares: Ints
    days: Ints


def new_desk(tables: Tables) -> Desk:
    """Working memory for a problem."""

    def cells(count: int) -> Ints:
        return np.zeros(max(count, 1), dtype=np.int64)

    scenes, people = len(tables.eighths), len(tables.rate)
    return Desk(
        place_day=cells(tables.places),
        team_day=cells(len(tables.team_rate)),
        minor_day=cells(people),
        minor_eighths=cells(people),
        first=cells(people),
        last=cells(people),
        dropped=cells(people),
        day_of=cells(scenes),
        date_of=cells(scenes),
        need_of=cells(scenes),
        shares=cells(8),
        days=cells(1),
    )


@compiled
def _minors_fit(tables: Tables, desk: Desk, scene: int, day: int) -> bool:
    for index in range(tables.minor_at[scene], tables.minor_at[scene + 1]):
        minor = tables.minor[index]
        if desk.minor_day[minor] == day:
            together = desk.minor_eighths[minor] + tables.eighths[scene]
            if together > tables.minor_day_eighths:
                return False
    return True


@compiled
def _count_minors(tables: Tables, desk: Desk, scene: int, day: int) -> None:
    for index in range(tables.minor_at[scene], tables.minor_at[scene + 1]):
        minor = tables.minor[index]
        if desk.minor_day[minor] != day:
            desk.minor_day[minor] = day
            desk.minor_eighths[minor] = 0
        desk.minor_eighths[minor] += tables.eighths[scene]


@compiled
def _price_people(tables: Tables, order: Ints, desk: Desk) -> None:
    """Price cast and teams of decoded days: each from first to last date, less one drop."""
    for position in range(len(order)):
        scene, day = order[position], desk.day_of[position]
        if day < 0:
            continue
        date = desk.date_of[day]
        for index in range(tables.team_at[scene], tables.team_at[scene + 1]):
            team = tables.team[index]
            if desk.team_day[team] != day:
                desk.team_day[team] = day
                desk.shares[TEAM] += tables.team_rate[team]
        for index in range(tables.cast_at[scene], tables.cast_at[scene + 1]):
            person = tables.cast[index]
            last = desk.last[person]
            if last < 0:
                desk.first[person] = date
            elif date - last - 1 > desk.dropped[person] and (
                tables.ordinal[date] - tables.ordinal[last] - 1 > tables.drop_after_days
            ):
                desk.dropped[person] = date - last - 1
            desk.last[person] = date
    for person in range(len(tables.rate)):
        if desk.last[person] >= 0:
            paid = desk.last[person] - desk.first[person] + 1 - desk.dropped[person]
            desk.shares[CAST] += paid * tables.rate[person]


@compiled
def _price_shifts(tables: Tables, desk: Desk) -> None:
    """Price night premiums and switches of decoded days.

    A day that needs neither light takes the shift that is cheaper in its row of days: two running
    totals, one for each shift of the day before.
    """
    by_day, by_night = 0, 0
    for day in range(desk.days[0]):
        to_day = min(by_day, by_night + tables.shift_switch)
        to_night = min(by_night, by_day + tables.shift_switch) + tables.night_premium
        by_day = _NEVER if desk.need_of[day] == NIGHT else to_day
        by_night = _NEVER if desk.need_of[day] == DAY else to_night
    desk.shares[SHIFT] = min(by_day, by_night)


@compiled
def decode(tables: Tables, order: Ints, desk: Desk) -> int:
    """Cut a strip order into lawful shooting days and price them.

    Args:
        tables: The problem.
        order: Scene indices, each once.
        desk: Overwritten with days, dates and shares.

    Returns:
        The cost in minor units, with PENALTY for each scene that found no date.
    """
    desk.place_day[:] = -9
    desk.team_day[:] = -1
    desk.minor_day[:] = -1
    desk.last[:] = -1
    desk.dropped[:] = 0
    desk.shares[:] = 0
    day, date, used, places, need = -1, -1, 0, 0, EITHER
    for position in range(len(order)):
        scene = order[position]
        length, place, light = tables.eighths[scene], tables.place[scene], tables.light[scene]
        with_minors = tables.minor_at[scene] < tables.minor_at[scene + 1]
        joins = (
            day >= 0
            and used + length <= tables.day_eighths
            and (light == EITHER or need == EITHER or light == need)
            and (desk.place_day[place] == day or places < tables.locations_per_day)
            and tables.next_open[scene, date] == date
            and not (with_minors and not _minors_fit(tables, desk, scene, day))
        )
        if not joins:
            opens = tables.next_open[scene, date + 1]
            if opens >= len(tables.ordinal):
                desk.day_of[position] = -1
                desk.shares[LEFT_OUT] += PENALTY
                continue
            day, date, used, places, need = day + 1, opens, 0, 0, EITHER
            desk.date_of[day] = date
            desk.shares[CREW] += tables.crew_day
        used += length
        if light != EITHER:
            need = light
        desk.need_of[day] = need
        desk.day_of[position] = day
        if desk.place_day[place] != day:
            desk.shares[LOCATION] += tables.location_day
            if places > 0:
                desk.shares[MOVE] += tables.company_move
            if desk.place_day[place] != day - 1:
                desk.shares[SETUP] += tables.location_setup
            desk.place_day[place] = day
            places += 1
        if with_minors:
            _count_minors(tables, desk, scene, day)
    desk.days[0] = day + 1
    _price_people(tables, order, desk)
    _price_shifts(tables, desk)
    return desk.shares.sum()
