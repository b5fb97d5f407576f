from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.film.schedule.builder import (
    make_need,
    make_problem,
    make_timed,
    make_unit,
    problems,
    sc,
    with_units,
)

from secondunit.core.money import Money
from secondunit.film.schedule.check import check_board, price_board
from secondunit.film.schedule.model import Light, Problem
from secondunit.film.schedule.rules.terms import Precedence
from secondunit.film.schedule.search.find import search_board
from secondunit.film.schedule.search.units import Way, search_units

WAY = Way(seed=1, iterations=400)


@settings(max_examples=60, deadline=None)
@given(problems(), st.data())
def test_every_board_of_units_is_lawful_and_costs_what_other_code_says_to_the_cent(
    problem: Problem, data: st.DataObject
) -> None:
    scenes = [need.scene for need in problem.scenes]
    own = data.draw(st.lists(st.sampled_from(scenes), unique=True, max_size=3))
    may = [scene for scene in scenes if scene not in own][:4]
    unit = make_unit(
        scenes=tuple(own),
        may=tuple((scene, "any") for scene in may),
        shorter=data.draw(st.booleans()),
        shares_people=data.draw(st.booleans()),
        crew_day=Money(minor=data.draw(st.integers(1, 70)) * 100_000),
    )
    joint = with_units(problem, unit)
    board = search_units(joint, WAY).board
    assert check_board(joint, board) == ()
    assert price_board(joint, board) == board.shares


def test_without_units_the_board_is_the_one_it_was() -> None:
    problem = make_problem(*(make_need(n, place=("BAR", "PIER")[n % 2]) for n in range(1, 9)))
    plain = search_board(problem, seed=3, iterations=500)
    assert search_units(problem, Way(seed=3, iterations=500)) == plain


def test_the_same_seed_and_length_give_the_same_board() -> None:
    problem = with_units(
        make_problem(*(make_need(n, cast=(n % 2,)) for n in range(1, 9))),
        make_unit(scenes=sc(2), may=tuple((s, "any") for s in sc(4, 6, 8))),
    )
    assert search_units(problem, WAY) == search_units(problem, WAY)


def test_the_units_shoot_beside_each_other_and_the_board_is_shorter_and_cheaper() -> None:
    needs = [make_need(n, eighths=16, cast=(1,)) for n in range(1, 5)]
    plates = make_need(5, eighths=20, place="CLIFF", light=Light.NIGHT, cast=())
    problem = make_problem(*needs, plates)
    two = with_units(problem, make_unit(may=((plates.scene, "plates"),)))
    one, both = search_units(problem, WAY).board, search_units(two, WAY).board
    assert both.cost < one.cost
    assert max(day.date for day in both.days) < max(day.date for day in one.days)
    assert {day.unit_name for day in both.days if day.date == both.days[0].date} == {"", "second"}


def test_somebody_who_works_with_both_units_is_with_one_of_them_on_a_day() -> None:
    problem = with_units(
        make_problem(*(make_need(n, eighths=24, cast=(1,)) for n in range(1, 5))),
        make_unit(scenes=sc(2, 4)),
    )
    dates = [day.date for day in search_units(problem, WAY).board.days]
    assert len(dates) == len(set(dates)) == 4


def test_a_scene_the_main_unit_waits_for_goes_first_with_its_unit() -> None:
    before = (Precedence(first=sc(2)[0], then=sc(1)[0], days=1),)
    problem = with_units(
        make_timed(make_need(1, cast=(1,)), make_need(2, cast=(2,)), before=before),
        make_unit(scenes=sc(2), dates=("2027-01-04", "2027-01-05")),
    )
    board = search_units(problem, WAY).board
    assert board.boneyard == ()
    assert (board.days[0].unit_name, board.days[0].date) == ("second", "2027-01-04")
    assert check_board(problem, board) == ()


@pytest.mark.parametrize("given", [True, False])
def test_a_scene_its_unit_finds_no_day_for_is_named_or_goes_back(*, given: bool) -> None:
    away = make_unit(
        scenes=sc(2) if given else (),
        may=() if given else ((sc(2)[0], "any"),),
        dates=("2027-01-04",),
        shorter=True,
    )
    problem = make_problem(make_need(1), make_need(2, cast=(2,)))
    absent = tuple(
        replace(p, unavailable=("2027-01-04",)) if p.cast == 2 else p for p in problem.people
    )
    found = search_units(with_units(replace(problem, people=absent), away), WAY)
    assert found.board.boneyard == (sc(2) if given else ())
    if given:
        assert sc(2)[0] in found.within
