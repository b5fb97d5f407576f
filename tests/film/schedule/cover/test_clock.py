from itertools import permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.film.schedule.builder import make_need, make_person, make_timed

from secondunit.film.schedule.bound import lower_bound
from secondunit.film.schedule.cover.clock import by_the_clock, shooting_minutes
from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import new_desk
from secondunit.film.schedule.decoder.decode import decode
from secondunit.film.schedule.decoder.encode import encode
from secondunit.film.schedule.model import Light
from secondunit.film.schedule.rules.terms import Clock


def test_a_day_of_twelve_hours_leaves_ten_for_shooting_less_each_move() -> None:
    clock = Clock(prepare=45, wrap_up=15, meal=60, meal_within=360, longest_day=720, move=45)
    assert shooting_minutes(clock, 1) == 600
    assert shooting_minutes(clock, 2) == 555


def test_without_a_clock_nothing_is_measured() -> None:
    problem = make_timed(make_need(1))
    assert by_the_clock(problem, problem.scenes) is not None
    assert by_the_clock(problem, ()) is None


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_no_order_of_timed_scenes_costs_less_than_the_bound(data: st.DataObject) -> None:
    needs = tuple(
        make_need(
            number,
            eighths=data.draw(st.integers(1, 30)),
            place=data.draw(st.sampled_from(["HOUSE", "PIER", "BAR"])),
            light=data.draw(st.sampled_from(list(Light))),
            cast=tuple(sorted(data.draw(st.sets(st.integers(1, 3), max_size=3)))),
        )
        for number in range(1, 6)
    )
    people = tuple(make_person(n, minor=n == 1) for n in (1, 2, 3))
    problem = make_timed(*needs, people=people)
    encoded = encode(problem)
    desk = new_desk(encoded.tables)
    bound = lower_bound(problem, encoded.scenes).minor
    for order in permutations(range(len(encoded.scenes))):
        cost = int(decode(encoded.tables, np.asarray(order, dtype=np.int64), desk))
        assert cost >= bound or desk.shares[arrays.LEFT_OUT] > 0
