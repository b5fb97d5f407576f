import numpy as np
from tests.film.schedule.builder import make_need, make_person, make_problem

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import new_desk
from secondunit.film.schedule.decoder.decode import decode
from secondunit.film.schedule.decoder.encode import encode
from secondunit.film.schedule.decoder.open_day import opens


def test_a_day_is_opened_on_the_first_date_that_its_people_have_after_the_last() -> None:
    first = encode(make_problem(make_need(1))).dates
    away = make_person(1, away=tuple(day.isoformat() for day in first[:3]))
    encoded = encode(make_problem(make_need(1, cast=(1,)), people=(away,)))
    desk = new_desk(encoded.tables)
    decode(encoded.tables, np.arange(0), desk)
    book, slate, work = encoded.tables.book, desk.slate, desk.work
    assert opens(book, slate, work, 0, -1, 0) == 3
    assert opens(book, slate, work, 0, len(encoded.dates) - 1, 0) == len(encoded.dates)
    assert work[0, arrays.JOINED] == 0
