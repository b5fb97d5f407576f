"""A problem, a board and a search as arrays: what compiled code reads and writes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Words = NDArray[np.uint64]

DAY, NIGHT, EITHER = 0, 1, 2
"""What a scene or a day needs from the sky."""

CREW, LOCATION, MOVE, SETUP, TEAM, CAST, SHIFT, LEFT_OUT = range(8)
"""Cells of ``Desk.shares``; SHIFT holds night premiums and switches, LEFT_OUT penalties."""

PENALTY = 10**15
"""For a scene without a date: above any board's cost, far inside 64 bits for 9,000 scenes."""

QUANTILES = 4096
"""Steps in which the acceptance threshold is drawn."""


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


class Plan(NamedTuple):
    """How to search.

    Args:
        iterations: Orders to try.
        hot: First temperature, in minor units of cost.
        cooling: Factor for each order tried.
        quantiles: ``-ln(u)`` at the middles of QUANTILES equal steps of u.
        chance: One cell, the generator's state, never zero.
        mix: Where each kind of move ends on a scale of 100; the last kind takes the rest.
    """

    iterations: int
    hot: float
    cooling: float
    quantiles: Floats
    chance: Words
    mix: Ints


class Search(NamedTuple):
    """State of the search.

    Args:
        order: The order that stands.
        trial: The order being tried.
        best: The best order seen.
        starts: Position of the first scene of each day of ``order``, then one past the last.
        days: One cell: how many days ``order`` has.
    """

    order: Ints
    trial: Ints
    best: Ints
    starts: Ints
    days: Ints
