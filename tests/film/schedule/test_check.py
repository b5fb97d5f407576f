from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.film.schedule.builder import make_need, make_person, make_problem

from secondunit.core.ids import SceneId
from secondunit.core.money import Money
from secondunit.film.schedule.check import check_board, price_board
from secondunit.film.schedule.model import Board, Light, Problem, Shift, ShootDay, WorkRules
from secondunit.film.schedule.search.find import search_board

NEEDS = (
    make_need(1, eighths=16, light=Light.DAY, cast=(1, 2)),
    make_need(2, eighths=16, place="PIER", cast=(1,)),
    make_need(3, eighths=16, place="BAR", light=Light.NIGHT, cast=(2,)),
)
PROBLEM = make_problem(*NEEDS)
BOARD = search_board(PROBLEM, seed=1, iterations=500).board


def _rules(problem: Problem, board: Board) -> set[str]:
    return {finding.rule.removeprefix("schedule.") for finding in check_board(problem, board)}


def _priced(board: Board, problem: Problem = PROBLEM) -> Board:
    shares = price_board(problem, board)
    cost = Money(minor=sum(share.amount.minor for share in shares))
    return replace(board, shares=shares, cost=cost)


def _day(board: Board, index: int, **changes: object) -> Board:
    days = list(board.days)
    days[index] = replace(days[index], **changes)  # type: ignore[arg-type]  # fields of one day
    return replace(board, days=tuple(days))


def test_a_lawful_board_has_no_findings() -> None:
    assert check_board(PROBLEM, BOARD) == ()


@pytest.mark.parametrize(
    ("rule", "spoil"),
    [
        ("missing", lambda b: replace(b, days=b.days[1:])),
        ("twice", lambda b: _day(b, 0, scenes=b.days[0].scenes * 2)),
        ("unknown", lambda b: _day(b, 0, scenes=(*b.days[0].scenes, SceneId("sc-99")))),
        ("empty-day", lambda b: _day(b, 0, scenes=())),
        ("numbering", lambda b: _day(b, 0, number=7)),
        ("order", lambda b: _day(b, 0, date="2027-03-01")),
        ("day-off", lambda b: _day(b, 0, date="2027-01-03")),
        ("early", lambda b: _day(b, 0, date="2027-01-01")),
        ("late", lambda b: _day(b, -1, date="2029-01-01")),
        ("bad-date", lambda b: _day(b, 0, date="soon")),
        ("twice", lambda b: replace(b, boneyard=b.days[0].scenes)),
        ("light", lambda b: _day(b, _night(b), shift=Shift.DAY)),
        ("price", lambda b: replace(b, shares=b.shares[:-1])),
        ("total", lambda b: replace(b, cost=b.cost + Money(minor=1))),
        ("bound", lambda b: replace(b, lower_bound=b.cost + Money(minor=1))),
    ],
)
def test_each_planted_violation_is_found(rule: str, spoil: Callable[[Board], Board]) -> None:
    assert rule in _rules(PROBLEM, spoil(BOARD))


def _night(board: Board) -> int:
    return next(i for i, day in enumerate(board.days) if day.shift is Shift.NIGHT)


def _one_day(problem: Problem, shift: Shift = Shift.DAY) -> Board:
    scenes = tuple(need.scene for need in problem.scenes)
    day = ShootDay(number=1, date="2027-01-04", shift=shift, scenes=scenes)
    return _priced(replace(BOARD, days=(day,), lower_bound=Money(minor=0)), problem)


def test_too_many_pages_and_too_many_locations_are_found() -> None:
    long = make_problem(make_need(1, eighths=20), make_need(2, eighths=20))
    assert _rules(long, _one_day(long)) == {"capacity"}
    spread = make_problem(*(make_need(n, place=f"P{n}", eighths=1) for n in range(1, 4)))
    assert _rules(spread, _one_day(spread)) == {"locations"}


def test_a_day_that_comes_back_to_a_location_is_found() -> None:
    needs = [make_need(n, place=("BAR", "PIER")[n % 2], eighths=1) for n in range(1, 4)]
    problem = make_problem(*needs)
    assert _rules(problem, _one_day(problem)) == {"apart"}


def test_people_and_teams_without_a_rate_are_found() -> None:
    problem = make_problem(make_need(1, cast=(7,), setups=("choir-day",)), people=(make_person(1),))
    board = replace(BOARD, days=(), boneyard=(SceneId("sc-1"),))
    assert _rules(problem, board) == {"unpriced"}


def test_a_scene_longer_than_a_day_may_have_a_day_of_its_own() -> None:
    long = make_problem(make_need(1, eighths=44))
    assert _rules(long, _one_day(long)) == set()


def test_people_away_and_minors_are_named() -> None:
    away = make_problem(make_need(1), people=(make_person(1, away=("2027-01-04",)),))
    (finding,) = check_board(away, _one_day(away))
    assert finding.rule == "schedule.unavailable"
    assert "ROLE 1" in finding.message
    minor = make_problem(
        make_need(1, eighths=11), make_need(2, eighths=11), people=(make_person(1, minor=True),)
    )
    assert _rules(minor, _one_day(minor)) == {"minor-hours"}
    assert _rules(minor, _one_day(minor, Shift.NIGHT)) == {"minor-hours", "minor-at-night"}
    allowed = replace(minor, rules=WorkRules(minors_at_night=True, minor_day_eighths=32))
    assert _rules(allowed, _one_day(allowed, Shift.NIGHT)) == set()


def test_a_performer_is_paid_while_idle_unless_dropped_for_long_enough() -> None:
    needs = (make_need(1), make_need(2))
    problem = make_problem(*needs, people=(make_person(1),))

    def pay(second: str) -> int:
        days = tuple(
            ShootDay(number=n, date=date, shift=Shift.DAY, scenes=(need.scene,))
            for n, (date, need) in enumerate(zip(("2027-01-04", second), needs, strict=True), 1)
        )
        shares = price_board(problem, replace(BOARD, days=days, drops=None))
        return next(share.amount.minor for share in shares if share.key == "cast") // 100_000

    assert pay("2027-01-05") == 2
    assert pay("2027-01-15") == 10
    assert pay("2027-01-18") == 2
