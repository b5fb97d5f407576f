from dataclasses import replace

import pytest
from tests.film.schedule.builder import (
    make_need,
    make_timed,
    make_unit,
    rules_broken,
    sc,
    unit_days,
    with_units,
)

from secondunit.core.errors import InputError
from secondunit.film.schedule.check import price_board
from secondunit.film.schedule.model import Problem
from secondunit.film.schedule.search.find import search_board
from secondunit.film.schedule.search.replan import (
    LEAST_CHANGE,
    Upset,
    board_moves,
    replan,
    upset_problem,
)
from secondunit.film.schedule.search.units import Way, search_units

NEEDS = tuple(make_need(n, eighths=12, place=f"P{n % 5}", cast=(1 + n % 4,)) for n in range(1, 21))
PROBLEM = make_timed(*NEEDS)
BOARD = search_board(PROBLEM, seed=1, iterations=4000).board
LOST = BOARD.days[3].date
UPSET = Upset(today=LOST, lost=(LOST,))


def test_after_a_lost_day_the_past_stands_and_every_way_on_is_lawful() -> None:
    now = upset_problem(PROBLEM, BOARD, UPSET)
    for way in replan(PROBLEM, BOARD, UPSET, orders=100):
        assert way.board.days[:3] == BOARD.days[:3]
        assert LOST not in {day.date for day in way.board.days}
        assert rules_broken(now, way.board) == set()
        assert way.board.boneyard == ()
        assert way.extra == way.board.cost - BOARD.cost


def test_the_three_ways_are_what_they_are_called() -> None:
    cheap, few, least = replan(PROBLEM, BOARD, UPSET, orders=100)
    assert cheap.board.cost <= min(few.board.cost, least.board.cost)
    assert len(few.board.days) <= min(len(cheap.board.days), len(least.board.days))
    moved = [sum(len(move.scenes) for move in way.moves) for way in (cheap, few, least)]
    assert least.key == LEAST_CHANGE
    assert moved[2] == min(moved)


def test_each_move_has_its_reason() -> None:
    (*_, least) = replan(PROBLEM, BOARD, UPSET, orders=100)
    reasons = {move.before: move.why for move in least.moves}
    assert reasons[LOST] == f"{LOST} is lost"
    assert all(move.why for move in least.moves)
    assert board_moves(PROBLEM, BOARD, BOARD) == ()


def test_an_ill_actor_is_named_as_the_reason() -> None:
    upset = Upset(today=LOST, ill=((1, (LOST,)),))
    for way in replan(PROBLEM, BOARD, upset, orders=100):
        assert all(
            "ROLE 1 cannot work" in move.why
            for move in way.moves
            if move.before == LOST and any(int(n) % 4 == 0 for n in move.scenes)
        )


def test_what_is_past_cannot_be_lost() -> None:
    with pytest.raises(InputError, match="what was shot stands"):
        replan(PROBLEM, BOARD, Upset(today=LOST, lost=(BOARD.days[0].date,)))
    with pytest.raises(InputError, match="no cast id 99"):
        replan(PROBLEM, BOARD, Upset(today=LOST, ill=((99, (LOST,)),)))


def test_a_lost_day_is_paid_to_those_who_were_held_over_it() -> None:
    now = upset_problem(PROBLEM, BOARD, UPSET)
    free = replace(
        now, calendar=replace(now.calendar, lost=(), holidays=(*now.calendar.holidays, LOST))
    )
    (way,) = [each for each in replan(PROBLEM, BOARD, UPSET) if each.key == "least-change"]

    def cast_pay(problem: Problem) -> int:
        (pay,) = [s for s in price_board(problem, way.board) if s.key == "cast"]
        return pay.amount.minor

    assert cast_pay(now) > cast_pay(free)
    assert now.calendar.lost == (LOST,)


def test_ways_that_come_to_the_same_board_say_so() -> None:
    ways = replan(PROBLEM, BOARD, UPSET, orders=100)
    for at, way in enumerate(ways):
        twins = [other.key for other in ways[:at] if other.board.days == way.board.days]
        assert way.same_as == (twins[0] if twins else "")
    nothing = replan(PROBLEM, BOARD, Upset(today=BOARD.days[-1].date), orders=10)
    assert [way.same_as for way in nothing] == ["", "cheapest", "cheapest"]


def test_strips_stay_with_their_unit_when_it_is_planned_again() -> None:
    problem = with_units(PROBLEM, make_unit(scenes=sc(3, 8), may=((sc(13)[0], "insert"),)))
    board = search_units(problem, Way(seed=1, iterations=4000)).board
    lost = board.days[4].date
    upset = Upset(today=lost, lost=(lost,))
    now = upset_problem(problem, board, upset)
    for way in replan(problem, board, upset, orders=60):
        assert rules_broken(now, way.board) == set()
        assert {s for day in way.board.days if day.unit_name for s in day.scenes} >= set(sc(3, 8))
        assert [d for d in way.board.days if d.date < lost] == [
            d for d in board.days if d.date < lost
        ]


def test_a_strip_that_changes_its_unit_is_a_move_and_says_so() -> None:
    problem = with_units(PROBLEM, make_unit(may=((sc(1)[0], "insert"),)))
    day = next(day for day in BOARD.days if sc(1)[0] in day.scenes)
    rest = tuple(replace(d, scenes=tuple(s for s in d.scenes if s != sc(1)[0])) for d in BOARD.days)
    gone = replace(BOARD, days=tuple(d for d in rest if d.scenes))
    both = unit_days(gone, problem, "second", (day.date, (1,)))
    (move,) = board_moves(problem, BOARD, both)
    assert (move.before, move.after, move.units) == (day.date, day.date, ("", "second"))
