import numpy as np
from tests.film.schedule.builder import make_need, make_person, make_problem

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import new_desk
from secondunit.film.schedule.decoder.decode import decode
from secondunit.film.schedule.decoder.encode import encode


def test_a_performer_is_paid_from_the_first_day_to_the_last() -> None:
    needs = tuple(make_need(n, eighths=40, cast=(1,) if n != 2 else (2,)) for n in (1, 2, 3))
    problem = make_problem(*needs, people=(make_person(1), make_person(2)))
    encoded = encode(problem)
    desk = new_desk(encoded.tables)
    decode(encoded.tables, np.arange(3), desk)
    one, two = (person.daily.minor for person in problem.people)
    assert desk.shares[arrays.CAST] == 3 * one + two
