"""The decoder: cuts a strip order into lawful shooting days and prices them. Compiled.

A scene joins the open day when no hard rule forbids it, else it opens the next date on which it
may be shot. Every rule is kept as it goes: availability, light, dawn and dusk, capacity in
eighths and minutes, rest, minors' hours, precedence. ``check`` recomputes boards in another way
and shares nothing with this module.

A day whose scenes need no sky may be worked by day or by night. Both are kept open: for each
shift the cheapest way there that leaves the rest between wrap and call, until the last day is
known.
"""

from __future__ import annotations

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import NEVER, Desk, Ints, Tables
from secondunit.film.schedule.decoder.cells import of, on
from secondunit.film.schedule.decoder.compiled import lean, lean_over
from secondunit.film.schedule.decoder.day_fit import (
    COST,
    COUNT,
    ELAPSED,
    FROM,
    NEED,
    WRAP,
    fits,
)
from secondunit.film.schedule.decoder.join import count_minors, joins
from secondunit.film.schedule.decoder.open_day import opens
from secondunit.film.schedule.decoder.pay import price_people


@lean_over(fits, joins, opens, price_people)
def decode(tables: Tables, order: Ints, desk: Desk) -> int:
    """Cut a strip order into lawful shooting days and price them.

    Args:
        tables: The problem.
        order: Scene indices, each once.
        desk: Overwritten with days, dates and shares.

    Returns:
        The cost in minor units, with PENALTY for each scene that found no date.
    """
    _clear(tables, desk)
    book, slate, work = tables.book, desk.slate, desk.work
    shares = desk.shares
    day, date, worked = -1, tables.begin.state[0], tables.begin.state[3]
    for position in range(len(order)):
        scene = order[position]
        place = of(book, scene, arrays.PLACE)
        if day < 0 or not joins(book, slate, work, scene, day, date):
            opened = opens(book, slate, work, scene, date, worked)
            if opened >= book[arrays.DATES]:
                desk.day_of[position], work[scene, arrays.ON] = -1, -1
                shares[arrays.LEFT_OUT] += arrays.PENALTY
                continue
            same = date >= 0 and on(book, opened, arrays.WEEK) == on(book, date, arrays.WEEK)
            worked = worked + 1 if same else 1
            day, date = day + 1, opened
            desk.date_of[day] = date
            desk.came[day, 0], desk.came[day, 1] = slate[FROM], slate[FROM + 1]
            shares[arrays.CREW] += book[arrays.CREW_DAY]
            shares[arrays.CHANGE] += book[arrays.DAY_WEIGHT]
            if worked >= 6:
                shares[arrays.PREMIUM] += book[arrays.SIXTH if worked == 6 else arrays.SEVENTH]
        for shift in range(2):
            desk.calls[day, shift] = slate[WRAP + shift] - slate[ELAPSED]
        desk.need_of[day] = slate[NEED]
        desk.day_of[position], work[scene, arrays.ON] = day, date
        old = of(book, scene, arrays.OLD_DATE)
        if old >= 0 and old != date:
            shares[arrays.CHANGE] += book[arrays.MOVED]
        if work[place, arrays.USED] != day:
            shares[arrays.LOCATION] += book[arrays.PLACE_DAY]
            if slate[COUNT] > 1:
                shares[arrays.MOVE] += book[arrays.PLACE_MOVE]
            if work[place, arrays.USED] != day - 1:
                shares[arrays.SETUP] += book[arrays.PLACE_SETUP]
            work[place, arrays.USED] = day
        count_minors(book, work, scene, day)
    desk.days[0] = day + 1
    price_people(tables, order, desk)
    if day >= 0:
        shares[arrays.SHIFT] += slate[COST + last_shift(slate)]
    cost = 0
    for cell in range(len(shares)):
        cost += shares[cell]
    return int(cost)


@lean
def last_shift(slate: Ints) -> int:
    """The cheaper shift of the last day; day where it is equal."""
    if slate[WRAP + arrays.DAY] == -NEVER:
        return arrays.NIGHT
    if slate[WRAP + arrays.NIGHT] == -NEVER:
        return arrays.DAY
    return int(slate[COST + arrays.NIGHT] < slate[COST + arrays.DAY])


@lean
def _clear(tables: Tables, desk: Desk) -> None:
    """Go back to where the decoder begins."""
    begin, slate, work = tables.begin, desk.slate, desk.work
    for row in range(len(work)):
        work[row, arrays.LAST], work[row, arrays.ON] = -1, -1
    for place in range(len(begin.places)):
        work[place, arrays.USED] = begin.places[place]
    desk.team_day[:] = -1
    for cell in range(len(desk.shares)):
        desk.shares[cell] = begin.shares[cell]
    for person in range(len(tables.rate)):
        desk.first[person], desk.last[person] = begin.people[person, 0], begin.people[person, 1]
        desk.dropped[person] = begin.people[person, 2]
    for shift in range(2):
        stands = begin.state[0] >= 0 and shift == begin.state[1]
        slate[COST + shift] = 0 if stands else NEVER
        slate[WRAP + shift] = begin.state[2] if stands else -NEVER
