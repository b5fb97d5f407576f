"""The next date on which a scene opens a day, and how the company comes there. Compiled."""

from __future__ import annotations

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import NEVER, Ints
from secondunit.film.schedule.decoder.cells import SCENE_COLUMNS, on, opening
from secondunit.film.schedule.decoder.compiled import lean, lean_over
from secondunit.film.schedule.decoder.day_fit import (
    BEGIN,
    COST,
    EARLIEST,
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
from secondunit.film.schedule.decoder.join import (
    REFUSED,
    TAKEN,
    UNSURE,
    accept,
    joins_plainly,
    waits_for,
)


@lean
def _idle(book: Ints, last: int, date: int, worked: int) -> int:
    """Dates between two shooting days, or before the first, on which the crew stands idle: not
    those that are lost, nor what is left of a week that has all its days."""
    if last < 0:
        return int(on(book, date, arrays.USABLE))
    since = last
    if worked >= book[arrays.WEEK_DAYS]:
        while since + 1 < date and on(book, since + 1, arrays.WEEK) == on(book, last, arrays.WEEK):
            since += 1
    return int(on(book, date, arrays.USABLE) - on(book, since + 1, arrays.USABLE))


@lean
def _ways_to(book: Ints, slate: Ints, last: int, date: int, worked: int) -> None:
    """For each shift of a tried day the cheapest way there that leaves the rest since ``last``."""
    rest = book[arrays.REST]
    if last >= 0 and on(book, date, arrays.WEEK) != on(book, last, arrays.WEEK):
        weekly = book[arrays.WEEK_REST_SIX] if worked >= 6 else book[arrays.WEEK_REST]
        rest = max(rest, weekly)
    idle = _idle(book, last, date, worked)
    for shift in range(2):
        premium = book[arrays.NIGHT_PREMIUM] if shift == arrays.NIGHT else 0
        cost, earliest, came = NEVER, NEVER, shift
        if last < 0:
            cost, earliest = premium + idle * book[arrays.IDLE], -NEVER
        else:
            latest = on(book, date, arrays.CALL + shift) + book[arrays.PUSH]
            for before in range(2):
                wrap = slate[WRAP + before]
                if wrap > -NEVER and wrap + rest <= latest:
                    through = slate[COST + before] + premium
                    if before != shift:
                        through += book[arrays.SWITCH]
                    through += idle * book[arrays.IDLE]
                    if through < cost or (through == cost and wrap + rest < earliest):
                        cost, earliest, came = through, wrap + rest, before
        slate[COST + TRIAL + shift] = cost
        slate[EARLIEST + TRIAL + shift] = earliest
        slate[FROM + TRIAL + shift] = came


@lean_over(fits, joins_plainly)
def _takes(
    book: Ints, slate: Ints, work: Ints, which: tuple[int, int], since: tuple[int, int]
) -> bool:
    """Whether a scene may open a day on a date after the last one; if so the day is open."""
    scene, date = which
    for cell in range(TRIAL, COST + TRIAL):
        slate[cell] = 0
    slate[NEED + TRIAL] = arrays.EITHER
    slate[BEGIN + TRIAL], slate[END + TRIAL] = -NEVER, NEVER
    slate[MINORS_SPAN + TRIAL] = NEVER
    slate[MINORS_FROM + TRIAL], slate[MINORS_TO + TRIAL] = -NEVER, NEVER
    _ways_to(book, slate, since[0], date, since[1])
    row = book[arrays.SCENES_AT] + scene * SCENE_COLUMNS
    answer = UNSURE
    if book[row + arrays.MINOR_AT] == book[row + arrays.MINOR_END]:
        answer = joins_plainly(book, slate[TRIAL:], row, date, 1)
        work[0, arrays.JOINED] = scene
    if answer == UNSURE:
        slate[PLACES + TRIAL] = 1
        add(book, slate, work, scene, date)
        answer = TAKEN if fits(book, slate, work, date) else REFUSED
    if answer == TAKEN:
        accept(slate)
    return answer == TAKEN


@lean
def opens(book: Ints, slate: Ints, work: Ints, scene: int, last: int, worked: int) -> int:
    """The next date on which the scene opens a day; the count of dates where there is none."""
    dates = book[arrays.DATES]
    ready = waits_for(book, work, scene)
    kept = work[0, arrays.JOINED]
    date = dates if ready == NEVER else opening(book, scene, last + 1)
    while date < dates:
        full = last >= 0 and on(book, date, arrays.WEEK) == on(book, last, arrays.WEEK)
        full = full and worked >= book[arrays.WEEK_DAYS]
        early = on(book, date, arrays.ORDINAL) < ready
        if not (early or full) and _takes(book, slate, work, (scene, date), (last, worked)):
            return int(date)
        date = opening(book, scene, date + 1)
    work[0, arrays.JOINED] = kept
    return int(dates)
