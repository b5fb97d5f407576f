from dataclasses import replace

from tests.film.schedule.builder import make_need, make_person, make_problem, make_timed

from secondunit.film.schedule.model import Light, Problem, SceneNeed, WorkRules
from secondunit.film.schedule.proof.whole_days import find_whole_days


def scenes_of(problem: Problem, needs: tuple[SceneNeed, ...]) -> set[int]:
    return {one.scenes for one in find_whole_days(problem, needs) or ()}


def test_every_day_within_eighths_light_and_places_is_there_once() -> None:
    needs = (
        make_need(1, eighths=20, place="PIER", light=Light.DAY),
        make_need(2, eighths=12, place="BAR"),
        make_need(3, eighths=13, place="BAR"),
        make_need(4, eighths=1, place="WOODS", light=Light.NIGHT),
    )
    found = find_whole_days(make_problem(*needs), needs) or ()
    assert len(found) == len({one.scenes for one in found})
    days = {0b1, 0b10, 0b100, 0b1000, 0b11, 0b110, 0b1010, 0b1100, 0b1110}
    assert {one.scenes for one in found} == days
    one = make_problem(*needs, rules=WorkRules(locations_per_day=1))
    assert scenes_of(one, needs) == {0b1, 0b10, 0b100, 0b110, 0b1000}


def test_a_day_costs_crew_places_moves_teams_cast_and_the_night() -> None:
    needs = (
        make_need(1, place="PIER", light=Light.NIGHT, cast=(1,), setups=("stunt-day",)),
        make_need(2, place="BAR", cast=(1, 2)),
    )
    found = {p.scenes: p for p in find_whole_days(make_problem(*needs), needs) or ()}
    assert found[0b10].price == 6_000_000 + 500_000 + 300_000
    moved = 6_000_000 + 600_000 + 2 * 500_000 + 800_000 + 450_000 + 300_000
    assert found[0b11].price == moved
    assert found[0b11].cast == 0b11
    assert found[0b11].light is Light.NIGHT


def test_a_minor_has_no_more_than_their_pages_unless_in_one_long_scene() -> None:
    needs = (make_need(1, eighths=25), make_need(2, eighths=2), make_need(3, eighths=2, cast=()))
    minor = make_problem(*needs, people=(make_person(1, minor=True),))
    assert scenes_of(minor, needs) == {0b1, 0b10, 0b100, 0b101, 0b110}


def test_by_the_clock_a_day_has_no_more_minutes_than_moves_and_meals_leave() -> None:
    needs = tuple(make_need(n, eighths=16, place=f"P{n}") for n in (1, 2))
    timed = make_timed(*needs)
    slow = tuple(replace(need, minutes=400) for need in timed.scenes)
    assert scenes_of(timed, timed.scenes) == {0b1, 0b10, 0b11}
    assert scenes_of(replace(timed, scenes=slow), slow) == {0b1, 0b10}


def test_a_long_script_has_too_many() -> None:
    needs = tuple(make_need(number, eighths=1) for number in range(40))
    assert find_whole_days(make_problem(*needs), needs) is None
