"""When a day with dawn or dusk is called, and whether these scenes have their light. Compiled.

A dawn scene opens the day at first light, before the usual call; a dusk scene ends it, and the
call is put off until it falls due. A scene that is longer than its light takes at least half of
it, the first or the last; what is left of the scene is shot in another light.
"""

from __future__ import annotations

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import Ints
from secondunit.film.schedule.decoder.cells import light_of, of
from secondunit.film.schedule.decoder.compiled import lean


@lean
def outlasts(book: Ints, scene: int, begin: int, end: int) -> bool:
    """Whether a scene is longer than its light, or so long that a meal must break it."""
    minutes = of(book, scene, arrays.MINUTES)
    return bool(minutes > end - begin or minutes > book[arrays.WITHIN] - book[arrays.PREPARE])


@lean
def keeps_twilight(book: Ints, work: Ints, index: int, date: int) -> bool:
    """Whether a dawn or dusk scene of the laid-out day has its light."""
    scene = work[index, arrays.LAY]
    kind, site = of(book, scene, arrays.BOUND), of(book, scene, arrays.SITE)
    begin, end = light_of(book, site, kind, date, 0), light_of(book, site, kind, date, 1)
    if begin >= end:
        return False
    starts, ends = work[index, arrays.START], work[index, arrays.PAST]
    if not outlasts(book, scene, begin, end):
        return bool(begin <= starts and ends <= end)
    half = (end - begin) // 10 * 5
    if kind == arrays.DAWN:
        return bool(begin <= starts <= begin + half)
    return bool(end - half <= ends <= end)


@lean
def dawn_call(book: Ints, work: Ints, date: int, usual: int) -> int:
    """The call of a laid-out day: for first light where it opens with a dawn scene."""
    scene = work[0, arrays.LAY]
    if of(book, scene, arrays.BOUND) != arrays.DAWN:
        return usual
    begin = light_of(book, of(book, scene, arrays.SITE), arrays.DAWN, date, 0)
    return int(begin - book[arrays.PREPARE])


@lean
def wait_for_dusk(book: Ints, work: Ints, count: int, date: int) -> int:
    """Minutes by which a day with times comes too early for its dusk scenes; 0 for none."""
    wait = 0
    for index in range(count):
        scene = work[index, arrays.LAY]
        if of(book, scene, arrays.BOUND) != arrays.DUSK:
            continue
        site = of(book, scene, arrays.SITE)
        begin = light_of(book, site, arrays.DUSK, date, 0)
        end = light_of(book, site, arrays.DUSK, date, 1)
        if begin >= end:
            continue
        if outlasts(book, scene, begin, end):
            wait = max(wait, end - (end - begin) // 10 * 5 - work[index, arrays.PAST])
        else:
            wait = max(wait, begin - work[index, arrays.START])
    return int(wait)
