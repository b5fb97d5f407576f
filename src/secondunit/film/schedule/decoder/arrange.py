"""In which order the scenes of a day are shot. Compiled.

Place by place as they joined; dawn before all else, dusk after it.
"""

from __future__ import annotations

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import Ints
from secondunit.film.schedule.decoder.cells import of
from secondunit.film.schedule.decoder.compiled import lean


@lean
def _rank(book: Ints, scene: int, shift: int) -> int:
    """Where a scene stands in its place's work: by day the sky first, by night the minors; dawn
    before all, dusk after all."""
    minor = of(book, scene, arrays.MINOR_AT) < of(book, scene, arrays.MINOR_END)
    bound = of(book, scene, arrays.BOUND)
    if bound >= arrays.DAWN:
        return 0 if bound == arrays.DAWN else 4
    if shift == arrays.DAY:
        return 1 if bound > 0 else 2 if minor else 3
    return 1 if minor else 2 if bound > 0 else 3


@lean
def _turn(book: Ints, work: Ints, count: int, place: int) -> int:
    """0 for a place with a dawn scene, 2 for one with a dusk scene, 1 for others."""
    turn = 1
    for index in range(count):
        scene = work[index, arrays.JOINED]
        if of(book, scene, arrays.PLACE) == place:
            bound = of(book, scene, arrays.BOUND)
            if bound == arrays.DAWN:
                return 0
            turn = 2 if bound == arrays.DUSK else turn
    return turn


@lean
def _lay_place(book: Ints, work: Ints, span: tuple[int, int], put: int, shift: int) -> int:
    """Lay out the place of the first scene of a span from row ``put`` on; the row after it."""
    first, count = span
    place = of(book, work[first, arrays.JOINED], arrays.PLACE)
    for rank in range(5):
        for later in range(first, count):
            scene = work[later, arrays.JOINED]
            if of(book, scene, arrays.PLACE) == place and _rank(book, scene, shift) == rank:
                work[put, arrays.LAY] = scene
                put += 1
    return put


@lean
def arrange(book: Ints, work: Ints, count: int, shift: int) -> None:
    """Put today's scenes in shooting order, place by place, into the column LAY."""
    put, edges = 0, False
    for index in range(count):
        edges = edges or of(book, work[index, arrays.JOINED], arrays.BOUND) >= arrays.DAWN
    for turn in range(0 if edges else 1, 3 if edges else 2):
        for index in range(count):
            place = of(book, work[index, arrays.JOINED], arrays.PLACE)
            seen = edges and _turn(book, work, count, place) != turn
            for earlier in range(index):
                seen = seen or of(book, work[earlier, arrays.JOINED], arrays.PLACE) == place
            if not seen:
                put = _lay_place(book, work, (index, count), put, shift)
