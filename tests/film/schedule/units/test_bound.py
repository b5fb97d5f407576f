from dataclasses import replace
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.film.schedule.builder import make_need, make_problem, make_unit, with_units

from secondunit.core.money import Money
from secondunit.film.schedule.bound import lower_bound
from secondunit.film.schedule.model import Light
from secondunit.film.schedule.search.units import Way, search_units
from secondunit.film.schedule.units.bound import bound_units


@settings(max_examples=25, deadline=None)
@given(
    scenes=st.lists(
        st.tuples(st.integers(1, 24), st.sampled_from(["HOUSE", "PIER"]), st.sampled_from(Light)),
        min_size=2,
        max_size=5,
    ),
    crew=st.integers(5, 70),
    shared=st.booleans(),
)
def test_no_board_of_any_assignment_costs_less_than_the_bound(
    scenes: list[tuple[int, str, Light]], crew: int, *, shared: bool
) -> None:
    needs = [
        make_need(n, eighths=length, place=place, light=light, cast=(n % 3 + 1,))
        for n, (length, place, light) in enumerate(scenes, start=1)
    ]
    unit = make_unit(crew_day=Money(minor=crew * 100_000), shares_people=shared)
    free = replace(unit, may=tuple((need.scene, "any") for need in needs))
    problem = with_units(make_problem(*needs), free)
    bound = bound_units(problem, problem.scenes)
    for stands in product(["", "second"], repeat=len(needs)):
        own = {need.scene: name for need, name in zip(needs, stands, strict=True)}
        board = search_units(problem, Way(seed=1, iterations=300, stands=own)).board
        assert bound <= board.cost


def test_one_unit_is_bounded_as_ever() -> None:
    problem = make_problem(make_need(1), make_need(2, place="PIER"))
    assert bound_units(problem, problem.scenes) == lower_bound(problem, problem.scenes)
