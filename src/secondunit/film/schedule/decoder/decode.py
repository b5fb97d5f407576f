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
from secondunit.film.schedule.decoder.pay import book_teams, note_work, pay_cast

_BEFORE = 16
"""Day numbers left free for the days before the first."""


@lean
def _mark(desk: Desk, row: int, since: tuple[int, int, int]) -> None:
    """Write a row of the trail: what stands before a day opens."""
    trail, slate, spent = desk.trail, desk.slate, 0
    for cell in range(len(desk.shares)):
        spent += desk.shares[cell]
    trail[row, arrays.AT], trail[row, arrays.SINCE], trail[row, arrays.WEEK_WORKED] = since
    trail[row, arrays.SPENT] = spent
    for shift in range(2):
        trail[row, arrays.WRAPPED + shift] = slate[WRAP + shift]
        trail[row, arrays.CAME_AT + shift] = slate[COST + shift]


@lean
def gained(trail: Ints, standing: Ints, row: int) -> int:
    """What the shifts before a day cost more than on another trail; NEVER where their wraps, or
    the difference of their costs, are not the same, so that days might go on otherwise."""
    found = NEVER
    for shift in range(2):
        wrap = trail[row, arrays.WRAPPED + shift]
        if wrap != standing[row, arrays.WRAPPED + shift]:
            return NEVER
        if wrap != -NEVER:
            more = trail[row, arrays.CAME_AT + shift] - standing[row, arrays.CAME_AT + shift]
            if found not in (NEVER, more):
                return NEVER
            found = more
    return int(found)


@lean
def _is_same(desk: Desk, standing: Ints, row: int) -> bool:
    """Whether a day opens at the position, date and day of the week where it stood."""
    return bool(
        desk.trail[row, arrays.AT] == standing[row, arrays.AT]
        and desk.trail[row, arrays.SINCE] == standing[row, arrays.SINCE]
        and desk.trail[row, arrays.WEEK_WORKED] == standing[row, arrays.WEEK_WORKED]
    )


@lean
def _book_place(book: Ints, desk: Desk, place: int, day: int) -> None:
    """Pay for the open day's use of a place, and for coming there."""
    work, shares = desk.work, desk.shares
    if work[place, arrays.USED] != day:
        shares[arrays.LOCATION] += book[arrays.PLACE_DAY]
        if desk.slate[COUNT] > 1:
            shares[arrays.MOVE] += book[arrays.PLACE_MOVE]
        if work[place, arrays.USED] != day - 1:
            shares[arrays.SETUP] += book[arrays.PLACE_SETUP]
        work[place, arrays.USED] = day


@lean_over(fits, joins, opens)
def cut(
    tables: Tables,
    order: Ints,
    desk: Desk,
    since: tuple[int, int, int, int],
    known: Ints,
    same: int,
) -> int:
    """Cut an order into days from a position on, and price all but cast and shifts.

    Args:
        tables: The problem.
        order: Scene indices, each once.
        desk: Stands as the day before left it; days, dates and shares are written on.
        since: First position, the day before (-1 for none), its date, days of its week.
        known: Trail of another order.
        same: From this position on the other order is the same; one past the last for never.

    Returns:
        The day from which on everything is as on the known trail; -1 for none.
    """
    book, slate, work, shares = tables.book, desk.slate, desk.work, desk.shares
    first, day, date, worked = since
    stamp, fresh, alike = desk.marks[arrays.STAMP], True, False
    for position in range(first, len(order)):
        scene = order[position]
        if fresh or not joins(book, slate, work, scene, stamp + day, date):
            _mark(desk, day + 1, (position, date, worked))
            if position >= same:
                was, alike = alike, _is_same(desk, known, day + 1)
                if was and alike and gained(desk.trail, known, day + 1) != NEVER:
                    return int(day + 1)
            opened = opens(book, slate, work, scene, date, worked)
            if opened >= book[arrays.DATES]:
                desk.day_of[position], work[scene, arrays.ON] = -1, -1
                shares[arrays.LEFT_OUT] += arrays.PENALTY
                same = len(order)
                continue
            week = date >= 0 and on(book, opened, arrays.WEEK) == on(book, date, arrays.WEEK)
            worked = worked + 1 if week else 1
            day, date, fresh = day + 1, opened, False
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
        _book_place(book, desk, of(book, scene, arrays.PLACE), stamp + day)
        book_teams(tables, desk, scene, stamp + day)
        count_minors(book, work, scene, stamp + day)
    _mark(desk, day + 1, (len(order), date, worked))
    desk.marks[arrays.DAYS] = day + 1
    return -1


@lean_over(cut, note_work)
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
    begin, shares, whole = tables.begin, desk.shares, (0, len(order))
    since = (0, -1, begin.state[0], begin.state[3])
    cut(tables, order, desk, since, desk.trail, len(order) + 1)
    note_work(tables, order, desk, whole)
    shares[arrays.CAST] += pay_cast(tables, desk)
    if desk.marks[arrays.DAYS] > 0:
        shares[arrays.SHIFT] += desk.slate[COST + last_shift(desk.slate)]
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
def turn_over(desk: Desk) -> None:
    """Let nothing that ``work`` notes of days count any more."""
    desk.marks[arrays.STAMP] += len(desk.work) + _BEFORE


@lean
def _clear(tables: Tables, desk: Desk) -> None:
    """Go back to where the decoder begins."""
    begin, slate, work = tables.begin, desk.slate, desk.work
    turn_over(desk)
    for row in range(len(work)):
        work[row, arrays.ON] = -1
    for place in range(len(begin.places)):
        work[place, arrays.USED] = desk.marks[arrays.STAMP] + begin.places[place]
    for cell in range(len(desk.shares)):
        desk.shares[cell] = begin.shares[cell]
    for person in range(len(tables.rate)):
        desk.first[person], desk.last[person] = begin.people[person, 0], begin.people[person, 1]
        desk.dropped[person] = begin.people[person, 2]
    for shift in range(2):
        stands = begin.state[0] >= 0 and shift == begin.state[1]
        slate[COST + shift] = 0 if stands else NEVER
        slate[WRAP + shift] = begin.state[2] if stands else -NEVER
