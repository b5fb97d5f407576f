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

DAWN, DUSK = 2, 3
"""Beside DAY and NIGHT, kinds of light in the rows of the sun; see BOUND."""

CREW, LOCATION, MOVE, SETUP, TEAM, CAST, SHIFT, LEFT_OUT, PREMIUM, CHANGE = range(10)
"""Cells of ``Desk.shares``; SHIFT holds night premiums and switches, LEFT_OUT penalties, CHANGE
what a plan that should stay near another one counts for moved strips; it is no money."""

EIGHTHS, PLACE, LIGHT, MINUTES, BOUND, SITE, OLD_DATE = range(7)
MINOR_AT, MINOR_END, BEFORE_AT, BEFORE_END = range(7, 11)
"""Columns of a scene; BOUND: 1 where daylight or dark matters, DAWN or DUSK where
these do; SITE: row of the sun; OLD_DATE: the date it should stay on, -1 for none; the last four:
runs of the lists."""

ORDINAL, WEEK, CALL, USABLE = 0, 1, 2, 4
"""Columns of a date: day number, number of its calendar week, usual calls by shift (two), and how
many dates before it are not lost."""

PREPARE, WRAP_UP, MOVING, MEAL, WITHIN, LONGEST, PUSH, REST, WEEK_REST, WEEK_REST_SIX = range(10)
WEEK_DAYS, SIXTH, SEVENTH, MOVED, DAY_WEIGHT, DAY_EIGHTHS, DAY_PLACES, MINOR_EIGHTHS = range(10, 18)
CREW_DAY, NIGHT_PREMIUM, PLACE_DAY, PLACE_MOVE, PLACE_SETUP, SWITCH, IDLE = range(18, 25)
DATES, LISTS_AT, DATES_AT, SUN_AT, HOURS_AT, OPEN_AT, SCENES_AT = range(25, 32)
"""First cells of ``Tables.book``: the clock and rests in minutes; most days of a week; what a
sixth and a seventh day add; what a moved strip and a day weigh beside money; capacities; prices;
how many dates, and where each part begins. One flat array, read through ``cells``: at every call
a tuple of arrays would cost more than the work."""

JOINED, LAY, START, PAST, LAST, PLAYED, WORKED, IN, OUT, USED, ON = range(11)
"""Columns of ``Desk.work``. Of the open day: its scenes as they joined, in shooting order, and the
times of these. By person, of minors: last shooting day, eighths and minutes on it, first and last
minute of a day that is laid out. By place: last shooting day. By scene: its date, -1 for none."""

AT, SINCE, WEEK_WORKED, SPENT, WRAPPED, CAME_AT = 0, 1, 2, 3, 4, 6
"""Columns of a trail: position of the day's first scene; what stood before the day opened: the
last date, the days of its week, the cost without cast and shifts, and by shift, two each, the wrap
and the cost of the cheapest way there."""

SCENE_COLUMNS, DATE_COLUMNS = 11, 5
"""How many a scene and a date have in ``Tables.book``."""

STAMP, DAYS, ORDERED = range(3)
"""Cells of ``Desk.marks``: what day numbers of this decoding are counted from in ``work``, so that
nothing need be cleared; days of the order; 1 where some scene must come before another."""

FROM_DAY, TO_DAY, FROM, PAST = range(4)
"""Cells of ``Search.window``: days and positions decoded anew; TO_DAY -1: all to the end."""

STOOD, COST_STOOD, SHIFTS = range(3)
"""Cells of ``Search.tally``: days of the order that stands, its cost, and that of its shifts."""

NEVER = 1 << 60
"""A time or a cost that cannot be had."""

PENALTY = 10**15
"""For a scene without a date: above any board's cost, far inside 64 bits for 9,000 scenes."""

QUANTILES = 4096
"""Steps in which the acceptance threshold is drawn."""


class Begin(NamedTuple):
    """Where the decoder begins: nowhere, or after days that stand.

    Args:
        people: ``(people, 3)``: first and last date worked (-1 for none), longest idle stretch.
        places: Day of last use by place, -1 for the last day of the past, -9 for none.
        shares: Cost so far, all shifts in SHIFT.
        state: Date of the last day or -1, its shift, its wrap, days of its week.
    """

    people: Ints
    places: Ints
    shares: Ints
    state: Ints


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
        book: What the decoder reads for each scene.
        begin: Where it begins.
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
    book: Ints
    begin: Begin


class Desk(NamedTuple):
    """Working memory of ``decode`` and its outcome.

    Args:
        team_day: Last shooting day of each team.
        first: First work date of each person.
        last: Last work date so far.
        dropped: Longest lawful idle stretch so far, in work dates.
        day_of: Shooting day at each position of the order, from 0; -1 for none.
        date_of: Work date of each shooting day.
        need_of: Light of each shooting day.
        shares: Cost by category.
        marks: Cells by the names above.
        trail: ``(days + 1, 8)``, by the columns above; the last row stands at the end.
        came: ``(days, 2)``: by shift, the shift of the day before on the cheapest way there.
        calls: ``(days, 2)``: by shift, the call.
        slate: The open day and a tried one, by the names in ``day_fit``.
        work: By the columns above.
    """

    team_day: Ints
    first: Ints
    last: Ints
    dropped: Ints
    day_of: Ints
    date_of: Ints
    need_of: Ints
    shares: Ints
    marks: Ints
    trail: Ints
    came: Ints
    calls: Ints
    slate: Ints
    work: Ints

    @property
    def days(self) -> Ints:
        """One cell: how many shooting days."""
        return self.marks[DAYS : DAYS + 1]


def new_desk(tables: Tables) -> Desk:
    """Working memory for a problem."""

    def cells(count: int) -> Ints:
        return np.zeros(max(count, 1), dtype=np.int64)

    def rows(count: int, columns: int) -> Ints:
        return np.zeros((max(count, 1), columns), dtype=np.int64)

    scenes, people = len(tables.eighths), len(tables.rate)
    return Desk(
        team_day=cells(len(tables.team_rate)),
        first=cells(people),
        last=cells(people),
        dropped=cells(people),
        day_of=cells(scenes),
        date_of=cells(scenes),
        need_of=cells(scenes),
        shares=cells(10),
        marks=np.asarray([0, 0, _any_before(tables, scenes)], dtype=np.int64),
        trail=rows(scenes + 1, 8),
        came=rows(scenes, 2),
        calls=rows(scenes, 2),
        slate=cells(44),
        work=rows(max(scenes, people, tables.places), 11),
    )


def _any_before(tables: Tables, scenes: int) -> int:
    """1 where some scene must come before another."""
    at = tables.book[SCENES_AT] + np.arange(scenes) * 11
    runs = tables.book[at + BEFORE_AT] != tables.book[at + BEFORE_END]
    return int(runs.any())


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
        trail: As ``Desk.trail``, of ``order``.
        day_of: As ``Desk.day_of``, of ``order``.
        before: ``(days + 1, people, 3)``: first and last date worked before a day (-1 for none),
            longest lawful idle stretch.
        after: The same from a day on.
        tally: Cells by the names above.
        window: Cells by the names above.
    """

    order: Ints
    trial: Ints
    best: Ints
    trail: Ints
    day_of: Ints
    before: Ints
    after: Ints
    tally: Ints
    window: Ints


def new_search(tables: Tables, first: Ints) -> Search:
    """The state of a search that begins at an order."""
    rows, people = len(first) + 1, max(len(tables.rate), 1)
    return Search(
        order=first.copy(),
        trial=first.copy(),
        best=first.copy(),
        trail=np.zeros((rows, 8), dtype=np.int64),
        day_of=np.zeros(rows, dtype=np.int64),
        before=np.zeros((rows, people, 3), dtype=np.int64),
        after=np.zeros((rows, people, 3), dtype=np.int64),
        tally=np.zeros(3, dtype=np.int64),
        window=np.zeros(4, dtype=np.int64),
    )
