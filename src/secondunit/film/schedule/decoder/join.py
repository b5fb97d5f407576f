"""Whether a scene may come to the open day. Compiled.

Most scenes bind nobody: no minors, nothing before them, light to spare. These are decided from
the open day's sums alone; only where light or hours might run out is the day laid out.
"""

from __future__ import annotations

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import NEVER, Ints
from secondunit.film.schedule.decoder.cells import (
    SCENE_COLUMNS,
    hour,
    light_of,
    listed,
    of,
    on,
    opening,
)
from secondunit.film.schedule.decoder.compiled import lean, lean_over
from secondunit.film.schedule.decoder.day_fit import (
    BEGIN,
    COUNT,
    EARLIEST,
    EDGES,
    EIGHTHS,
    ELAPSED,
    END,
    MINORS,
    MINORS_FROM,
    MINORS_SPAN,
    MINORS_TO,
    MINUTES,
    NEED,
    PLACES,
    TRIAL,
    WRAP,
    add,
    fits,
    lasts,
)

REFUSED, TAKEN, UNSURE = range(3)
"""Answers of ``joins_plainly``."""


@lean
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


@lean
def count_minors(book: Ints, work: Ints, scene: int, day: int) -> None:
    """Note what the scene asks of its minors on the open day."""
    for at in range(of(book, scene, arrays.MINOR_AT), of(book, scene, arrays.MINOR_END)):
        who = listed(book, at)
        if work[who, arrays.LAST] != day:
            work[who, arrays.LAST] = day
            work[who, arrays.PLAYED], work[who, arrays.WORKED] = 0, 0
        work[who, arrays.PLAYED] += of(book, scene, arrays.EIGHTHS)
        work[who, arrays.WORKED] += of(book, scene, arrays.MINUTES)


@lean
def waits_for(book: Ints, work: Ints, scene: int) -> int:
    """First day number (of ORDINAL) after all that must come before; NEVER if some is not."""
    ready = -NEVER
    for at in range(of(book, scene, arrays.BEFORE_AT), of(book, scene, arrays.BEFORE_END), 2):
        date = work[listed(book, at), arrays.ON]
        if date < 0:
            return NEVER
        ready = max(ready, on(book, date, arrays.ORDINAL) + listed(book, at + 1) + 1)
    return ready


@lean
def accept(slate: Ints) -> None:
    """The tried day is the open day now."""
    for cell in range(TRIAL):
        slate[cell] = slate[cell + TRIAL]


@lean
def wraps(book: Ints, slate: Ints, tried: tuple[int, int, int, int], date: int, shift: int) -> int:
    """When a day would wrap: -NEVER where it cannot have the shift, NEVER where sums do not tell.

    Args:
        book: The problem.
        slate: The open day, or that of a tried one: from its cells TRIAL on.
        tried: Minutes from call to wrap, light needed, first and last minute of light, all with
            the scene that is tried.
        date: Of the day.
        shift: Which.
    """
    elapsed, need, begin, end = tried
    earliest = slate[EARLIEST + shift]
    if need == 1 - shift or earliest >= NEVER:
        return -NEVER
    usual = max(on(book, date, arrays.CALL + shift), begin - book[arrays.PREPARE])
    call = max(usual, earliest)
    if call > usual + book[arrays.PUSH]:
        return -NEVER
    first, last = call + book[arrays.PREPARE], call + elapsed - book[arrays.WRAP_UP]
    if last > end:
        return NEVER
    if slate[MINORS] > 0 and (
        first < slate[MINORS_FROM] or last > slate[MINORS_TO] or last - first > slate[MINORS_SPAN]
    ):
        return NEVER
    return int(call + elapsed)


@lean
def joins_plainly(book: Ints, slate: Ints, row: int, date: int, new_place: int) -> int:
    """Whether a scene without minors may come to the open day, from sums alone.

    Args:
        book: The problem.
        slate: The open day; it holds the scene where the answer is TAKEN.
        row: First cell of the scene.
        date: Of the day.
        new_place: 1 where the day was not at the scene's place yet.

    Returns:
        REFUSED, TAKEN, or UNSURE where the day must be laid out to tell.
    """
    minutes = slate[MINUTES] + book[row + arrays.MINUTES]
    elapsed = lasts(book, minutes, slate[PLACES] + new_place)
    if elapsed > book[arrays.LONGEST] and slate[COUNT] > 0:
        return REFUSED
    if slate[EDGES] > 0 or book[row + arrays.BOUND] >= arrays.DAWN:
        return UNSURE
    light, need = book[row + arrays.LIGHT], slate[NEED]
    begin, end = slate[BEGIN], slate[END]
    if light != arrays.EITHER:
        need = light
        if book[row + arrays.BOUND]:
            site = book[row + arrays.SITE]
            begin = max(begin, light_of(book, site, light, date, 0))
            end = min(end, light_of(book, site, light, date, 1))
    tried = (elapsed, need, begin, end)
    by_day = wraps(book, slate, tried, date, arrays.DAY)
    by_night = wraps(book, slate, tried, date, arrays.NIGHT)
    if max(by_day, by_night) == NEVER:
        return UNSURE
    if max(by_day, by_night) == -NEVER:
        return REFUSED
    slate[NEED], slate[BEGIN], slate[END] = need, begin, end
    slate[PLACES] += new_place
    slate[COUNT] += 1
    slate[EIGHTHS] += book[row + arrays.EIGHTHS]
    slate[MINUTES], slate[ELAPSED] = minutes, elapsed
    slate[WRAP + arrays.DAY], slate[WRAP + arrays.NIGHT] = by_day, by_night
    return TAKEN


@lean_over(fits)
def joins(book: Ints, slate: Ints, work: Ints, scene: int, day: int, date: int) -> bool:
    """Whether the scene may come to the open day; if so the day holds it."""
    row = book[arrays.SCENES_AT] + scene * SCENE_COLUMNS
    light = book[row + arrays.LIGHT]
    new_place = int(work[book[row + arrays.PLACE], arrays.USED] != day)
    if (
        slate[EIGHTHS] + book[row + arrays.EIGHTHS] > book[arrays.DAY_EIGHTHS]
        or light + slate[NEED] == arrays.DAY + arrays.NIGHT
        or (new_place and slate[PLACES] >= book[arrays.DAY_PLACES])
        or opening(book, scene, date) != date
    ):
        return False
    if waits_for(book, work, scene) > on(book, date, arrays.ORDINAL):
        return False
    if book[row + arrays.MINOR_AT] == book[row + arrays.MINOR_END]:
        answer = joins_plainly(book, slate, row, date, new_place)
        if answer == TAKEN:
            work[slate[COUNT] - 1, arrays.JOINED] = scene
        if answer != UNSURE:
            return answer == TAKEN
    elif not _minors_may(book, work, scene, day, date):
        return False
    for cell in range(TRIAL):
        slate[cell + TRIAL] = slate[cell]
    slate[PLACES + TRIAL] += new_place
    add(book, slate, work, scene, date)
    if not fits(book, slate, work, date):
        return False
    accept(slate)
    return True
