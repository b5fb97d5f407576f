from tests.film.schedule.builder import (
    make_need,
    make_person,
    make_problem,
    make_timed,
    rules_broken,
)

from secondunit.film.schedule.model import Light, Problem, Shift
from secondunit.film.schedule.rules.terms import Lock, Precedence
from secondunit.film.schedule.search.find import search_board


def _dates(problem: Problem) -> dict[str, str]:
    board = search_board(problem, seed=1, iterations=2000).board
    assert rules_broken(problem, board) == set()
    return {scene: day.date for day in board.days for scene in day.scenes}


def test_a_night_is_not_followed_by_a_day_on_the_next_date() -> None:
    needs = (
        make_need(1, eighths=32, light=Light.NIGHT),
        make_need(2, eighths=32, light=Light.DAY),
        make_need(3, eighths=32, light=Light.NIGHT),
    )
    board = search_board(make_timed(*needs), seed=1, iterations=2000).board
    for one, two in zip(board.days, board.days[1:], strict=False):
        if one.shift is Shift.NIGHT and two.shift is Shift.DAY:
            assert two.date > one.date[:8] + f"{int(one.date[8:]) + 1:02d}"
    assert rules_broken(make_timed(*needs), board) == set()


def test_what_must_come_first_does_with_the_days_between() -> None:
    needs = tuple(make_need(n, eighths=16) for n in range(1, 5))
    order = Precedence(first=needs[3].scene, then=needs[0].scene, days=5)
    dates = _dates(make_timed(*needs, before=(order,)))
    assert dates["sc-1"] > dates["sc-4"]


def test_a_locked_strip_stays_on_its_date_and_a_locked_day_alone() -> None:
    needs = tuple(make_need(n, eighths=8) for n in range(1, 7))
    lock = Lock(date="2027-01-07", scenes=(needs[0].scene,), whole_day=True)
    dates = _dates(make_timed(*needs, locks=(lock,)))
    assert [scene for scene, day in dates.items() if day == "2027-01-07"] == ["sc-1"]


def test_a_minors_hours_limit_the_minor_and_not_the_day() -> None:
    needs = (*(make_need(n, eighths=10, cast=(1,)) for n in (1, 2)), make_need(3, eighths=12))
    people = (make_person(1, minor=True),)
    timed = make_timed(*needs[:2], make_need(3, eighths=12, cast=()), people=people)
    assert len(set(_dates(timed).values())) == 1
    assert make_problem(*needs).terms.clock is None
