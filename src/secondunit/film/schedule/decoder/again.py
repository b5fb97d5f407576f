"""A strip order decoded again from the order that stands: only the days that change. Compiled.

Days before the first strip that moved stand. Once a day opens after the last of them, at the
position and date and with the rest it had, so do those that follow.
"""

from __future__ import annotations

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import NEVER, Desk, Ints, Search, Tables
from secondunit.film.schedule.decoder.cells import of
from secondunit.film.schedule.decoder.compiled import lean, lean_over
from secondunit.film.schedule.decoder.day_fit import COST, WRAP
from secondunit.film.schedule.decoder.decode import (
    cut,
    decode,
    gained,
    last_shift,
    turn_over,
)
from secondunit.film.schedule.decoder.pay import note_work, pay_cast, pay_cast_through


@lean
def _copy_row(target: Ints, source: Ints, row: int) -> None:
    for column in range(target.shape[1]):
        target[row, column] = source[row, column]


@lean
def _copy_people(target: Ints, source: Ints) -> None:
    for person in range(len(target)):
        for column in range(3):
            target[person, column] = source[person, column]


@lean_over(decode)
def stand(tables: Tables, search: Search, desk: Desk) -> int:
    """Decode the order that stands from the beginning; its cost."""
    cost = decode(tables, search.order, desk)
    window = search.window
    window[arrays.FROM_DAY], window[arrays.TO_DAY] = 0, -1
    window[arrays.FROM], window[arrays.PAST] = 0, len(search.order)
    _copy_people(search.before[0], tables.begin.people)
    for position in range(len(search.order)):
        search.trial[position] = search.order[position]
    search.tally[arrays.STOOD] = 0
    settle(tables, search, desk, cost)
    return int(cost)


@lean
def settle(tables: Tables, search: Search, desk: Desk, cost: int) -> None:
    """Let the order tried stand, as ``decode_again`` left it, at its cost."""
    window, trail, tally = search.window, search.trail, search.tally
    first, past = window[arrays.FROM], window[arrays.PAST]
    if first == past:
        return
    for position in range(first, past):
        search.order[position] = search.trial[position]
        search.day_of[position] = desk.day_of[position]
    back, stood = window[arrays.TO_DAY], tally[arrays.STOOD]
    if back < 0:
        tally[arrays.STOOD] = desk.marks[arrays.DAYS]
        tally[arrays.SHIFTS] = 0
        if tally[arrays.STOOD] > 0:
            tally[arrays.SHIFTS] = desk.slate[COST + last_shift(desk.slate)]
        for row in range(window[arrays.FROM_DAY], tally[arrays.STOOD] + 1):
            _copy_row(trail, desk.trail, row)
    else:
        more = desk.trail[back, arrays.SPENT] - trail[back, arrays.SPENT]
        dearer = gained(desk.trail, trail, back)
        for row in range(window[arrays.FROM_DAY], back):
            _copy_row(trail, desk.trail, row)
        for row in range(back, stood + 1):
            trail[row, arrays.SPENT] += more
            for shift in range(2):
                if trail[row, arrays.WRAPPED + shift] != -NEVER:
                    trail[row, arrays.CAME_AT + shift] += dearer
        tally[arrays.SHIFTS] += dearer
    tally[arrays.COST_STOOD] = cost
    _note_before(tables, search)
    _note_after(tables, search)


@lean
def _note_before(tables: Tables, search: Search) -> None:
    """Write anew what each performer worked before each day from the first that changed on."""
    for day in range(search.window[arrays.FROM_DAY], search.tally[arrays.STOOD]):
        row, date = search.before[day + 1], search.trail[day + 1, arrays.SINCE]
        _copy_people(row, search.before[day])
        for position in range(search.trail[day, arrays.AT], search.trail[day + 1, arrays.AT]):
            if search.day_of[position] < 0:
                continue
            scene = search.order[position]
            for index in range(tables.cast_at[scene], tables.cast_at[scene + 1]):
                person = tables.cast[index]
                last = row[person, 1]
                if last < 0:
                    row[person, 0] = date
                elif date - last - 1 > row[person, 2] and (
                    tables.ordinal[date] - tables.ordinal[last] - 1 > tables.drop_after_days
                ):
                    row[person, 2] = date - last - 1
                row[person, 1] = date


@lean
def _note_after(tables: Tables, search: Search) -> None:
    """Write anew what each performer works from each day on, back from the last that changed."""
    day = search.window[arrays.TO_DAY]
    if day < 0:
        day = search.tally[arrays.STOOD]
        for person in range(len(tables.rate)):
            search.after[day, person, 0], search.after[day, person, 1] = -1, -1
            search.after[day, person, 2] = 0
    for earlier in range(day - 1, -1, -1):
        row, date = search.after[earlier], search.trail[earlier + 1, arrays.SINCE]
        _copy_people(row, search.after[earlier + 1])
        for position in range(
            search.trail[earlier, arrays.AT], search.trail[earlier + 1, arrays.AT]
        ):
            if search.day_of[position] < 0:
                continue
            scene = search.order[position]
            for index in range(tables.cast_at[scene], tables.cast_at[scene + 1]):
                person = tables.cast[index]
                then = row[person, 0]
                if then < 0:
                    row[person, 1] = date
                elif then - date - 1 > row[person, 2] and (
                    tables.ordinal[then] - tables.ordinal[date] - 1 > tables.drop_after_days
                ):
                    row[person, 2] = then - date - 1
                row[person, 0] = date


@lean
def _take_up(tables: Tables, desk: Desk, people: Ints) -> None:
    for person in range(len(tables.rate)):
        desk.first[person], desk.last[person] = people[person, 0], people[person, 1]
        desk.dropped[person] = people[person, 2]


@lean
def _open_at(tables: Tables, search: Search, desk: Desk, day: int) -> None:
    """Put the desk where the standing order opens a day."""
    book, work, trail, slate = tables.book, desk.work, search.trail, desk.slate
    turn_over(desk)
    stamp = desk.marks[arrays.STAMP]
    for cell in range(len(desk.shares)):
        desk.shares[cell] = 0 if day else tables.begin.shares[cell]
    if day:
        desk.shares[arrays.CREW] = trail[day, arrays.SPENT]
    for shift in range(2):
        slate[WRAP + shift] = trail[day, arrays.WRAPPED + shift]
        slate[COST + shift] = trail[day, arrays.CAME_AT + shift]
    if day == 0:
        for place in range(len(tables.begin.places)):
            work[place, arrays.USED] = stamp + tables.begin.places[place]
    else:
        for position in range(trail[day - 1, arrays.AT], trail[day, arrays.AT]):
            if search.day_of[position] >= 0:
                place = of(book, search.order[position], arrays.PLACE)
                work[place, arrays.USED] = stamp + day - 1
    if desk.marks[arrays.ORDERED]:
        for position in range(len(search.order)):
            on = search.day_of[position]
            shot = 0 <= on < day
            date = trail[on + 1, arrays.SINCE] if shot else -1
            work[search.order[position], arrays.ON] = date
    _take_up(tables, desk, search.before[day])


@lean_over(cut, note_work)
def decode_again(tables: Tables, search: Search, desk: Desk) -> int:
    """Decode ``search.trial``, which differs from ``search.order`` in some run of positions.

    Args:
        tables: The problem.
        search: The order that stands, as ``stand`` or ``settle`` left it, and the one tried.
        desk: Its days are right where they were decoded anew; see ``search.window``.

    Returns:
        What ``decode`` returns.
    """
    trial, order, trail, window = search.trial, search.order, search.trail, search.window
    count, days, cost = len(order), search.tally[arrays.STOOD], search.tally[arrays.COST_STOOD]
    low, high = 0, count
    while low < count and order[low] == trial[low]:
        low += 1
    window[arrays.FROM], window[arrays.PAST] = low, low
    if low == count:
        return int(cost)
    while order[high - 1] == trial[high - 1]:
        high -= 1
    day = 0
    while day + 1 < days and trail[day + 1, arrays.AT] < low:
        day += 1
    first = 0 if day == 0 else trail[day, arrays.AT]
    _open_at(tables, search, desk, day)
    if desk.marks[arrays.ORDERED] or trail[days, arrays.SPENT] >= arrays.PENALTY:
        high = count + 1
    since = (first, day - 1, trail[day, arrays.SINCE], trail[day, arrays.WEEK_WORKED])
    back = cut(tables, trial, desk, since, trail, high)
    window[arrays.FROM_DAY], window[arrays.TO_DAY], window[arrays.FROM] = day, back, first
    if back < 0:
        window[arrays.PAST] = count
        note_work(tables, trial, desk, (first, count))
        done = desk.marks[arrays.DAYS]
        found = desk.trail[done, arrays.SPENT] + pay_cast(tables, desk)
        if done > 0:
            found += desk.slate[COST + last_shift(desk.slate)]
        return int(found)
    past = trail[back, arrays.AT]
    window[arrays.PAST] = past
    note_work(tables, trial, desk, (first, past))
    spent = trail[days, arrays.SPENT] - trail[back, arrays.SPENT]
    shifts = search.tally[arrays.SHIFTS] + gained(desk.trail, trail, back)
    cast = pay_cast_through(tables, desk, search.after[back])
    return int(desk.trail[back, arrays.SPENT] + spent + shifts + cast)
