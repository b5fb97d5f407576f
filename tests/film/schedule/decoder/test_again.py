import numpy as np
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.film.schedule.builder import make_need, make_person, make_problem, make_timed, problems

from secondunit.film.schedule.decoder.again import decode_again, settle, stand
from secondunit.film.schedule.decoder.arrays import new_desk, new_search
from secondunit.film.schedule.decoder.decode import decode
from secondunit.film.schedule.decoder.encode import encode
from secondunit.film.schedule.model import Light, Problem


def _wander(problem: Problem, steps: list[tuple[int, int, int, bool]]) -> None:
    """Try changed orders and let some of them stand; each costs what decoding all of it says."""
    tables = encode(problem).tables
    scenes = len(tables.eighths)
    search, desk, whole = new_search(tables, np.arange(scenes)), new_desk(tables), new_desk(tables)
    assert stand(tables, search, desk) == decode(tables, search.order, whole)
    for one, other, length, takes in steps:
        search.trial[:] = search.order
        if scenes:
            first, target = sorted((one % scenes, other % scenes))
            run = search.trial[first : first + 1 + length].copy()
            rest = np.delete(search.trial, range(first, min(first + 1 + length, scenes)))
            search.trial[:] = np.insert(rest, min(target, len(rest)), run)
        tried = decode_again(tables, search, desk)
        assert tried == decode(tables, search.trial, whole)
        if takes:
            settle(tables, search, desk, tried)
            assert search.order.tolist() == search.trial.tolist()


STEPS = st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, 99), st.integers(0, 5), st.booleans()),
    max_size=30,
)


@settings(max_examples=150, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(problems(), STEPS)
def test_days_decoded_again_cost_what_all_of_them_decoded_cost(
    problem: Problem, steps: list[tuple[int, int, int, bool]]
) -> None:
    _wander(problem, steps)


@settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(st.integers(0, 999), STEPS)
def test_a_long_script_with_absences_nights_and_drops_is_decoded_again_alike(
    seed: int, steps: list[tuple[int, int, int, bool]]
) -> None:
    chance = np.random.default_rng(seed)
    lights = (Light.EITHER, Light.EITHER, Light.DAY, Light.NIGHT)
    needs = [
        make_need(
            n,
            eighths=int(chance.integers(1, 20)),
            place=f"P{chance.integers(6)}",
            light=lights[int(chance.integers(4))],
            cast=tuple(sorted({int(c) for c in chance.integers(1, 9, size=3)})),
        )
        for n in range(1, 60)
    ]
    people = (
        make_person(1, away=("2027-01-06", "2027-01-07")),
        make_person(2, minor=True),
        *(make_person(n) for n in range(3, 9)),
    )
    for made in (make_problem(*needs, people=people), make_timed(*needs, people=people)):
        _wander(made, steps)


def test_an_order_that_did_not_change_is_not_decoded() -> None:
    tables = encode(make_problem(make_need(1), make_need(2))).tables
    search, desk = new_search(tables, np.arange(2)), new_desk(tables)
    cost = stand(tables, search, desk)
    desk.day_of[:] = 99
    assert decode_again(tables, search, desk) == cost
    assert desk.day_of.tolist() == [99, 99]
