import pytest
from tests.film.schedule.builder import make_need, make_timed, rules_broken

from secondunit.film.schedule.day_times import times_of
from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.model import Light
from secondunit.film.schedule.search.find import search_board


@pytest.mark.parametrize("twilight", [Twilight.DAWN, Twilight.DUSK])
@pytest.mark.parametrize("eighths", [3, 12])
def test_the_search_gives_a_scene_its_dawn_or_dusk_and_the_checker_agrees(
    twilight: Twilight, eighths: int
) -> None:
    needs = (
        make_need(1, eighths=6, place="PIER", light=Light.DAY),
        make_need(2, eighths=eighths, place="PIER", twilight=twilight),
        make_need(3, eighths=6, place="HOUSE"),
    )
    problem = make_timed(*needs)
    board = search_board(problem, seed=1, iterations=500).board
    assert board.boneyard == ()
    assert rules_broken(problem, board) == set()
    (day,) = board.days
    at = day.scenes.index(needs[1].scene)
    assert at == (0 if twilight is Twilight.DAWN else 2)
    times = times_of(problem, day)
    assert times is not None
    usual = "07:00"
    called = times.local(times.call)[11:16]
    assert called < usual if twilight is Twilight.DAWN else called > usual


def test_two_dawns_too_long_for_one_morning_have_two_days() -> None:
    needs = [make_need(n, eighths=3, place="PIER", twilight=Twilight.DAWN) for n in (1, 2)]
    board = search_board(make_timed(*needs), seed=1, iterations=200).board
    assert len(board.days) == 2
