"""Whether some scenes make a lawful day, and when it is called and wraps. Compiled.

The scenes of a day are put in shooting order and given their times; light and minors' hours are
held against these. ``check`` does the same in another way and shares nothing with this module.
"""

from __future__ import annotations

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrange import arrange
from secondunit.film.schedule.decoder.arrays import NEVER, Ints
from secondunit.film.schedule.decoder.cells import hour, light_of, listed, of, on
from secondunit.film.schedule.decoder.compiled import lean, lean_over
from secondunit.film.schedule.decoder.twilight import dawn_call, keeps_twilight, wait_for_dusk

(
    NEED,
    COUNT,
    PLACES,
    EIGHTHS,
    MINUTES,
    BEGIN,
    END,
    MINORS,
    MINORS_SPAN,
    MINORS_FROM,
    MINORS_TO,
    ELAPSED,
    EDGES,
    _SPARE,
) = range(14)
"""Cells of ``Slate.state`` that describe the open day: the light it needs, how many scenes and
places, their eighths and minutes, the light that all of them have, what its minors bear, the
minutes from call to wrap, how many scenes play at dawn or dusk."""

COST, EARLIEST, WRAP = 14, 16, 18
"""Cells by shift, two each: cost of the cheapest way there, the earliest call after the rest, the
wrap (-NEVER where the day cannot have the shift)."""

FROM = 20
"""Cells by shift: the shift of the day before on the cheapest way there."""

TRIAL = 22
"""Added to a cell: the same of a day that is tried."""

_LATE = 60
"""A meal may begin this many minutes before it must."""


@lean
def clock_day(book: Ints, work: Ints, count: int, call: int) -> None:
    """Give the scenes of LAY their times, START and PAST: moves between places, meals when due.

    A meal comes at the end of what is shot in the hour before it must, or breaks what is being
    shot when it must.
    """
    meal, within, moving = book[arrays.MEAL], book[arrays.WITHIN], book[arrays.MOVING]
    left = book[arrays.WRAP_UP]
    place = -1
    for index in range(count):
        scene = work[index, arrays.LAY]
        left += of(book, scene, arrays.MINUTES)
        left += moving if place >= 0 and place != of(book, scene, arrays.PLACE) else 0
        place = of(book, scene, arrays.PLACE)
    now, due, place = call + book[arrays.PREPARE], call + within, -1
    for index in range(count):
        scene = work[index, arrays.LAY]
        moves = place != -1 and place != of(book, scene, arrays.PLACE)
        place = of(book, scene, arrays.PLACE)
        for part in range(0 if moves else 1, 2):
            lasts = moving if part == 0 else of(book, scene, arrays.MINUTES)
            if now + left > due and (now >= due or (now > due - _LATE and left <= within)):
                now += meal
                due = now + within
            work[index, arrays.START] = now
            while now + lasts > due:
                lasts -= due - now
                left -= due - now
                now = due + meal
                due = now + within
            now += lasts
            left -= lasts
            work[index, arrays.PAST] = now


@lean
def _minors_keep_hours(book: Ints, work: Ints, count: int, date: int) -> bool:
    """Whether the times of the laid-out day keep every minor's hours.

    A minor whose hours are shorter than the last scene leaves it when they are up.
    """
    for clear in range(2):
        for index in range(count):
            scene = work[index, arrays.LAY]
            for at in range(of(book, scene, arrays.MINOR_AT), of(book, scene, arrays.MINOR_END)):
                who = listed(book, at)
                if clear == 0:
                    work[who, arrays.IN] = -1
                    continue
                if work[who, arrays.IN] < 0:
                    work[who, arrays.IN] = work[index, arrays.START]
                over = max(of(book, scene, arrays.MINUTES) - hour(book, who, date, 0), 0)
                work[who, arrays.OUT] = work[index, arrays.PAST] - over
    for index in range(count):
        scene = work[index, arrays.LAY]
        for at in range(of(book, scene, arrays.MINOR_AT), of(book, scene, arrays.MINOR_END)):
            who = listed(book, at)
            comes, goes = work[who, arrays.IN], work[who, arrays.OUT]
            if comes < hour(book, who, date, 2) or goes > hour(book, who, date, 3):
                return False
            if goes - comes > hour(book, who, date, 1):
                return False
    return True


@lean_over(keeps_twilight)
def _light_lasts(book: Ints, work: Ints, count: int, date: int, shift: int) -> bool:
    for index in range(count):
        scene = work[index, arrays.LAY]
        bound = of(book, scene, arrays.BOUND)
        if bound >= arrays.DAWN:
            if not keeps_twilight(book, work, index, date):
                return False
        elif bound:
            site = of(book, scene, arrays.SITE)
            if work[index, arrays.START] < light_of(book, site, shift, date, 0):
                return False
            if work[index, arrays.PAST] > light_of(book, site, shift, date, 1):
                return False
    return True


@lean_over(arrange, keeps_twilight)
def _lays_out(book: Ints, slate: Ints, work: Ints, call: int, date: int, shift: int) -> bool:
    """Whether light and minors' hours hold once the tried day's scenes have their times."""
    count = slate[COUNT + TRIAL]
    arrange(book, work, count, shift)
    clock_day(book, work, count, call)
    if not (count == 1 or _light_lasts(book, work, count, date, shift)):
        return False
    return _minors_keep_hours(book, work, count, date)


@lean
def lasts(book: Ints, minutes: int, places: int) -> int:
    """Minutes from call to wrap of a day that shoots so long at so many places."""
    elapsed = book[arrays.PREPARE] + minutes + book[arrays.WRAP_UP]
    elapsed += (places - 1) * book[arrays.MOVING]
    worked = elapsed
    while worked > book[arrays.WITHIN]:
        worked -= book[arrays.WITHIN]
        elapsed += book[arrays.MEAL]
    return int(elapsed)


@lean_over(arrange, keeps_twilight)
def _fits_twilight(book: Ints, slate: Ints, work: Ints, date: int) -> bool:
    """As ``fits``, for a tried day with dawn or dusk: these set its call."""
    count, earliest = slate[COUNT + TRIAL], slate[EARLIEST + TRIAL + arrays.DAY]
    slate[WRAP + TRIAL + arrays.DAY] = slate[WRAP + TRIAL + arrays.NIGHT] = -NEVER
    if slate[NEED + TRIAL] == arrays.NIGHT or earliest >= NEVER:
        return False
    arrange(book, work, count, arrays.DAY)
    usual = max(
        on(book, date, arrays.CALL + arrays.DAY), slate[BEGIN + TRIAL] - book[arrays.PREPARE]
    )
    usual = dawn_call(book, work, date, usual)
    clock_day(book, work, count, usual)
    usual += wait_for_dusk(book, work, count, date)
    call = max(usual, earliest)
    if call > usual + book[arrays.PUSH]:
        return False
    clock_day(book, work, count, call)
    if not (
        _light_lasts(book, work, count, date, arrays.DAY)
        and _minors_keep_hours(book, work, count, date)
    ):
        return False
    slate[WRAP + TRIAL + arrays.DAY] = call + slate[ELAPSED + TRIAL]
    return True


@lean_over(arrange, keeps_twilight)
def fits(book: Ints, slate: Ints, work: Ints, date: int) -> bool:
    """Whether the tried day is lawful; notes its length, and its wrap by shift.

    A scene alone that is too long for the light even at the usual call has the day to itself.
    """
    elapsed = lasts(book, slate[MINUTES + TRIAL], slate[PLACES + TRIAL])
    if elapsed > book[arrays.LONGEST] and slate[COUNT + TRIAL] > 1:
        return False
    slate[ELAPSED + TRIAL] = elapsed
    if slate[EDGES + TRIAL] > 0:
        return _fits_twilight(book, slate, work, date)
    found = False
    lasting = elapsed - book[arrays.WRAP_UP]
    for shift in range(2):
        slate[WRAP + TRIAL + shift] = -NEVER
        earliest = slate[EARLIEST + TRIAL + shift]
        if slate[NEED + TRIAL] == 1 - shift or earliest >= NEVER:
            continue
        sun = slate[BEGIN + TRIAL] - book[arrays.PREPARE]
        usual = max(on(book, date, arrays.CALL + shift), sun)
        call = max(usual, earliest)
        if call > usual + book[arrays.PUSH]:
            continue
        first, last = call + book[arrays.PREPARE], call + lasting
        dark = last > slate[END + TRIAL]
        if dark and slate[COUNT + TRIAL] == 1 and usual + lasting <= slate[END + TRIAL]:
            continue
        tired = slate[MINORS + TRIAL] > 0 and (
            first < slate[MINORS_FROM + TRIAL]
            or last > slate[MINORS_TO + TRIAL]
            or last - first > slate[MINORS_SPAN + TRIAL]
        )
        if (dark or tired) and not _lays_out(book, slate, work, call, date, shift):
            continue
        slate[WRAP + TRIAL + shift] = call + elapsed
        found = True
    return found


@lean
def add(book: Ints, slate: Ints, work: Ints, scene: int, date: int) -> None:
    """Add a scene to the tried day."""
    light = of(book, scene, arrays.LIGHT)
    if light != arrays.EITHER:
        slate[NEED + TRIAL] = light
    work[slate[COUNT + TRIAL], arrays.JOINED] = scene
    slate[COUNT + TRIAL] += 1
    slate[EIGHTHS + TRIAL] += of(book, scene, arrays.EIGHTHS)
    slate[MINUTES + TRIAL] += of(book, scene, arrays.MINUTES)
    if of(book, scene, arrays.BOUND) >= arrays.DAWN:
        slate[EDGES + TRIAL] += 1
    elif of(book, scene, arrays.BOUND):
        begin, end = BEGIN + TRIAL, END + TRIAL
        slate[begin] = max(
            slate[begin], light_of(book, of(book, scene, arrays.SITE), light, date, 0)
        )
        slate[end] = min(slate[end], light_of(book, of(book, scene, arrays.SITE), light, date, 1))
    for at in range(of(book, scene, arrays.MINOR_AT), of(book, scene, arrays.MINOR_END)):
        who = listed(book, at)
        span, since, until = MINORS_SPAN + TRIAL, MINORS_FROM + TRIAL, MINORS_TO + TRIAL
        slate[MINORS + TRIAL] += 1
        slate[span] = min(slate[span], hour(book, who, date, 1))
        slate[since] = max(slate[since], hour(book, who, date, 2))
        slate[until] = min(slate[until], hour(book, who, date, 3))
