"""The decoder: cuts a strip order into lawful shooting days and prices them. Compiled.

A scene joins the open day when no hard rule forbids it, else it opens the next date on which it
may be shot. Every rule is kept as it goes: availability, light, capacity in eighths and minutes,
rest, minors' hours, precedence. ``check`` recomputes boards in another way and shares nothing
with this module.

A day whose scenes need no sky may be worked by day or by night. Both are kept open: for each
shift the cheapest way there that leaves the rest between wrap and call, until the last day is
known.
"""

from __future__ import annotations

from secondunit.film.schedule import arrays
from secondunit.film.schedule.arrays import NEVER, Desk, Ints, Tables
from secondunit.film.schedule.cells import hour, listed, of, on, opening
from secondunit.film.schedule.compiled import compiled, compiled_over
from secondunit.film.schedule.day_fit import (
    BEGIN,
    COST,
    COUNT,
    EARLIEST,
    EIGHTHS,
    ELAPSED,
    END,
    FROM,
    MINORS_FROM,
    MINORS_SPAN,
    MINORS_TO,
    NEED,
    PLACES,
    TRIAL,
    WRAP,
    add,
    fits,
)


@compiled
def _minors_may(book: Ints, work: Ints, scene: int, day: int, date: int) -> bool:
    """Whether the work of the scene's minors on the open day stays within their hours."""
    for at in range(of(book, scene, arrays.MINOR_AT), of(book, scene, arrays.MINOR_END)):
        who = listed(book, at)
        if work[who, arrays.LAST] == day:
            eighths = work[who, arrays.PLAYED] + of(book, scene, arrays.EIGHTHS)
            if eighths > book[arrays.MINOR_EIGHTHS]:
                return False
            if work[who, arrays.WORKED] + of(book, scene, arrays.MINUTES) > hour(
                book, who, date, 0
            ):
                return False
    return True


@compiled
def _count_minors(book: Ints, work: Ints, scene: int, day: int) -> None:
    for at in range(of(book, scene, arrays.MINOR_AT), of(book, scene, arrays.MINOR_END)):
        who = listed(book, at)
        if work[who, arrays.LAST] != day:
            work[who, arrays.LAST] = day
            work[who, arrays.PLAYED], work[who, arrays.WORKED] = 0, 0
        work[who, arrays.PLAYED] += of(book, scene, arrays.EIGHTHS)
        work[who, arrays.WORKED] += of(book, scene, arrays.MINUTES)


@compiled
def _waits_for(book: Ints, work: Ints, scene: int) -> int:
    """First day number (of ORDINAL) after all that must come before; NEVER if some is not."""
    ready = -NEVER
    for at in range(of(book, scene, arrays.BEFORE_AT), of(book, scene, arrays.BEFORE_END), 2):
        date = work[listed(book, at), arrays.ON]
        if date < 0:
            return NEVER
        ready = max(ready, on(book, date, arrays.ORDINAL) + listed(book, at + 1) + 1)
    return ready


@compiled
def _ways_to(book: Ints, slate: Ints, last: int, date: int, worked: int) -> None:
    """For each shift of a tried day the cheapest way there that leaves the rest since ``last``."""
    rest = book[arrays.REST]
    if last >= 0 and on(book, date, arrays.WEEK) != on(book, last, arrays.WEEK):
        weekly = book[arrays.WEEK_REST_SIX] if worked >= 6 else book[arrays.WEEK_REST]
        rest = max(rest, weekly)
    for shift in range(2):
        premium = book[arrays.NIGHT_PREMIUM] if shift == arrays.NIGHT else 0
        cost, earliest, came = NEVER, NEVER, shift
        if last < 0:
            cost, earliest = premium, -NEVER
        else:
            latest = on(book, date, arrays.CALL + shift) + book[arrays.PUSH]
            for before in range(2):
                wrap = slate[WRAP + before]
                if wrap > -NEVER and wrap + rest <= latest:
                    through = slate[COST + before] + premium
                    if before != shift:
                        through += book[arrays.SWITCH]
                    if through < cost or (through == cost and wrap + rest < earliest):
                        cost, earliest, came = through, wrap + rest, before
        slate[COST + TRIAL + shift] = cost
        slate[EARLIEST + TRIAL + shift] = earliest
        slate[FROM + TRIAL + shift] = came


@compiled
def _accept(slate: Ints) -> None:
    """The tried day is the open day now."""
    for cell in range(TRIAL):
        slate[cell] = slate[cell + TRIAL]


@compiled_over(fits)
def _opens(book: Ints, slate: Ints, work: Ints, scene: int, last: int, worked: int) -> int:
    """The next date on which the scene opens a day; the count of dates where there is none."""
    dates = book[arrays.DATES]
    ready = _waits_for(book, work, scene)
    kept = work[0, arrays.JOINED]
    date = dates if ready == NEVER else opening(book, scene, last + 1)
    while date < dates:
        full = last >= 0 and on(book, date, arrays.WEEK) == on(book, last, arrays.WEEK)
        full = full and worked >= book[arrays.WEEK_DAYS]
        if on(book, date, arrays.ORDINAL) >= ready and not full:
            for cell in range(TRIAL):
                slate[cell + TRIAL] = 0
            slate[NEED + TRIAL], slate[PLACES + TRIAL] = arrays.EITHER, 1
            slate[BEGIN + TRIAL], slate[END + TRIAL] = -NEVER, NEVER
            slate[MINORS_SPAN + TRIAL] = NEVER
            slate[MINORS_FROM + TRIAL], slate[MINORS_TO + TRIAL] = -NEVER, NEVER
            _ways_to(book, slate, last, date, worked)
            add(book, slate, work, scene, date)
            if fits(book, slate, work, date):
                _accept(slate)
                return int(date)
        date = opening(book, scene, date + 1)
    work[0, arrays.JOINED] = kept
    return int(dates)


@compiled_over(fits)
def _joins(book: Ints, slate: Ints, work: Ints, scene: int, day: int, date: int) -> bool:
    """Whether the scene may come to the open day; if so the day holds it."""
    light, new_place = (
        of(book, scene, arrays.LIGHT),
        work[of(book, scene, arrays.PLACE), arrays.USED] != day,
    )
    if (
        slate[EIGHTHS] + of(book, scene, arrays.EIGHTHS) > book[arrays.DAY_EIGHTHS]
        or light + slate[NEED] == arrays.DAY + arrays.NIGHT
        or (new_place and slate[PLACES] >= book[arrays.DAY_PLACES])
        or opening(book, scene, date) != date
        or not _minors_may(book, work, scene, day, date)
        or _waits_for(book, work, scene) > on(book, date, arrays.ORDINAL)
    ):
        return False
    for cell in range(TRIAL):
        slate[cell + TRIAL] = slate[cell]
    if new_place:
        slate[PLACES + TRIAL] += 1
    add(book, slate, work, scene, date)
    if not fits(book, slate, work, date):
        return False
    _accept(slate)
    return True


@compiled_over(fits)
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
        if day < 0 or not _joins(book, slate, work, scene, day, date):
            opens = _opens(book, slate, work, scene, date, worked)
            if opens >= book[arrays.DATES]:
                desk.day_of[position], work[scene, arrays.ON] = -1, -1
                shares[arrays.LEFT_OUT] += arrays.PENALTY
                continue
            same = date >= 0 and on(book, opens, arrays.WEEK) == on(book, date, arrays.WEEK)
            worked = worked + 1 if same else 1
            day, date = day + 1, opens
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
        if of(book, scene, arrays.OLD_DATE) not in {-1, date}:
            shares[arrays.CHANGE] += book[arrays.MOVED]
        if work[place, arrays.USED] != day:
            shares[arrays.LOCATION] += book[arrays.PLACE_DAY]
            if slate[COUNT] > 1:
                shares[arrays.MOVE] += book[arrays.PLACE_MOVE]
            if work[place, arrays.USED] != day - 1:
                shares[arrays.SETUP] += book[arrays.PLACE_SETUP]
            work[place, arrays.USED] = day
        _count_minors(book, work, scene, day)
    desk.days[0] = day + 1
    _price_people(tables, order, desk)
    if day >= 0:
        shares[arrays.SHIFT] += slate[COST + last_shift(slate)]
    return int(shares.sum())


@compiled
def last_shift(slate: Ints) -> int:
    """The cheaper shift of the last day; day where it is equal."""
    if slate[WRAP + arrays.DAY] == -NEVER:
        return arrays.NIGHT
    if slate[WRAP + arrays.NIGHT] == -NEVER:
        return arrays.DAY
    return int(slate[COST + arrays.NIGHT] < slate[COST + arrays.DAY])


@compiled
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
                desk.shares[arrays.TEAM] += tables.team_rate[team]
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
            desk.shares[arrays.CAST] += paid * tables.rate[person]
