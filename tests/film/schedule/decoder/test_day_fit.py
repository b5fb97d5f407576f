import numpy as np
from tests.film.schedule.builder import make_need, make_timed

from secondunit.film.schedule.day_times import lay_out
from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrange import arrange
from secondunit.film.schedule.decoder.day_fit import clock_day
from secondunit.film.schedule.decoder.encode import encode
from secondunit.film.schedule.model import Light
from secondunit.film.schedule.rules.terms import Clock


def test_by_day_the_sky_comes_first_in_each_place_and_times_are_those_printed() -> None:
    needs = (
        make_need(1, eighths=9, place="BAR"),
        make_need(2, eighths=9, place="PIER"),
        make_need(3, eighths=9, place="PIER", light=Light.DAY),
    )
    problem = make_timed(*needs)
    book = encode(problem).tables.book
    work = np.zeros((3, 11), dtype=np.int64)
    work[:, arrays.JOINED] = (0, 1, 2)
    arrange(book, work, 3, arrays.DAY)
    assert work[:, arrays.LAY].tolist() == [0, 2, 1]
    clock_day(book, work, 3, 1000)
    ordered = [problem.scenes[scene] for scene in work[:, arrays.LAY].tolist()]
    printed, _ = lay_out(Clock(), ordered, 1000)
    assert work[:, arrays.START].tolist() == [row.start for row in printed]
    assert work[:, arrays.PAST].tolist() == [row.end for row in printed]
