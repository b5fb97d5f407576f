from dataclasses import replace

from tests.film.schedule.builder import (
    LOS_ANGELES,
    make_board,
    make_need,
    make_person,
    make_timed,
    rules_broken,
)

from secondunit.film.schedule.check import check_board
from secondunit.film.schedule.model import Problem, Shift
from secondunit.film.schedule.rules.terms import Hired, Lock, Precedence

NEEDS = (make_need(1), make_need(2, cast=(2,)))
ONE, TWO = (need.scene for need in NEEDS)
DAYS = (("2027-01-11", Shift.DAY, (1,)), ("2027-01-12", Shift.DAY, (2,)))


def _broken(problem: Problem) -> set[str]:
    return rules_broken(problem, make_board(problem, *DAYS))


def test_scenes_out_of_turn_or_too_near_are_found() -> None:
    assert _broken(make_timed(*NEEDS, before=(Precedence(first=ONE, then=TWO),))) == set()
    assert _broken(make_timed(*NEEDS, before=(Precedence(first=TWO, then=ONE),))) == {"precedence"}
    far = Precedence(first=ONE, then=TWO, days=1)
    assert _broken(make_timed(*NEEDS, before=(far,))) == {"precedence"}


def test_an_interior_that_could_not_stand_in_for_a_rained_off_exterior_is_found() -> None:
    people = (make_person(1), make_person(2, away=("2027-01-11",)))
    cover = Precedence(first=ONE, then=TWO, cover=True)
    assert _broken(make_timed(*NEEDS, people=people, before=(cover,))) == {"cover"}


def test_a_moved_lock_a_crowded_locked_day_and_a_closed_place_are_found() -> None:
    assert _broken(make_timed(*NEEDS, locks=(Lock(date="2027-01-12", scenes=(ONE,)),))) == {"lock"}
    whole = Lock(date="2027-01-12", scenes=(ONE,), whole_day=True)
    assert _broken(make_timed(*NEEDS, locks=(whole,))) == {"lock", "locked-day"}
    shut = replace(LOS_ANGELES, location="HOUSE", closed=("2027-01-12",))
    assert _broken(make_timed(*NEEDS, sites=(shut,))) == {"location-closed"}


def test_a_past_day_that_was_changed_is_found() -> None:
    problem = make_timed(*NEEDS)
    board = make_board(problem, *DAYS)
    frozen = replace(problem, past=(replace(board.days[0], scenes=(TWO,)),))
    assert "past" in rules_broken(frozen, board)


def test_a_scene_on_a_date_without_its_horse_is_found_with_the_way_out() -> None:
    need = make_need(1)
    hired = (Hired(name="horse", scenes=(need.scene,), closed=("2027-01-11",)),)
    problem = make_timed(need, hired=hired)
    (finding,) = check_board(problem, make_board(problem, ("2027-01-11", Shift.DAY, (1,))))
    assert finding.rule == "schedule.hired"
    assert "scene 1 needs horse" in finding.message
    assert "get horse for that date" in finding.remedy
