import numpy as np
from hypothesis import given, settings
from tests.film.schedule.builder import problems

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import Ints, new_desk
from secondunit.film.schedule.decoder.cells import SCENE_COLUMNS, of
from secondunit.film.schedule.decoder.day_fit import MINORS, TRIAL, add, fits
from secondunit.film.schedule.decoder.encode import encode
from secondunit.film.schedule.decoder.join import (
    TAKEN,
    UNSURE,
    accept,
    joins,
    joins_plainly,
)
from secondunit.film.schedule.decoder.open_day import opens
from secondunit.film.schedule.model import Problem


def _laid_out(book: Ints, slate: Ints, work: Ints, scene: int, date: int) -> bool:
    """The long way: the day is tried with the scene in it."""
    slate[TRIAL : 2 * TRIAL] = slate[:TRIAL]
    slate[TRIAL + 2] += 1
    add(book, slate, work, scene, date)
    if not fits(book, slate, work, date):
        return False
    accept(slate)
    return True


@settings(deadline=None, max_examples=60)
@given(problems())
def test_sums_alone_tell_what_laying_out_the_day_tells(problem: Problem) -> None:
    encoded = encode(problem)
    if len(encoded.scenes) < 2:
        return
    book, desk = encoded.tables.book, new_desk(encoded.tables)
    desk.work[:, arrays.ON] = -1
    desk.work[:, arrays.USED] = -9
    date = int(opens(book, desk.slate, desk.work, 0, -1, 0))
    if date == len(encoded.dates):
        return
    for scene in range(1, len(encoded.scenes)):
        row = int(book[arrays.SCENES_AT]) + scene * SCENE_COLUMNS
        lone = of(book, scene, arrays.MINOR_AT) == of(book, scene, arrays.MINOR_END)
        one, other = desk.slate.copy(), desk.slate.copy()
        answer = joins_plainly(book, one, row, date, 1)
        if lone and answer != UNSURE and desk.slate[MINORS] == 0:
            assert (answer == TAKEN) == _laid_out(book, other, desk.work.copy(), scene, date)
            if answer == TAKEN:
                assert np.array_equal(one[:TRIAL], other[:TRIAL])
        joins(book, desk.slate, desk.work, scene, 0, date)
