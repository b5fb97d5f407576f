from tests.film.schedule.builder import make_board, make_need, make_problem, make_timed

from secondunit.film.schedule.day_times import (
    board_times,
    keeps_twilight,
    times_of,
    twilight_of_site,
)
from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.model import Light, Shift
from secondunit.film.schedule.rules.terms import Clock


def test_a_day_has_its_call_meal_moves_wrap_and_sun() -> None:
    needs = (
        make_need(1, eighths=20, place="HOUSE", cast=(1,)),
        make_need(2, eighths=8, place="PIER", light=Light.DAY, cast=(2,)),
    )
    problem = make_timed(*needs)
    board = make_board(problem, ("2027-01-11", Shift.DAY, (1, 2)))
    times = times_of(problem, board.days[0])
    assert times is not None
    told = [times.local(minute)[11:16] for row in times.scenes for minute in (row.start, row.end)]
    assert told == ["07:45", "12:45", "14:30", "16:30"]
    assert [times.local(at)[11:16] for at, _ in times.meals] == ["12:45"]
    assert times.local(times.wrap)[11:16] == "16:45"
    assert times.sunrise is not None
    assert times.local(times.sunrise) == "2027-01-11T06:59-08:00"
    known = {need.scene: need for need in problem.scenes}
    assert times.presence(known, 2) == (times.scenes[1].start, times.scenes[1].end)
    assert times.presence(known, 9) is None


def test_a_night_in_summer_is_called_for_its_dusk() -> None:
    problem = make_timed(make_need(1, light=Light.NIGHT))
    board = make_board(problem, ("2027-06-21", Shift.NIGHT, (1,)))
    (times,) = board_times(problem, board.days)
    assert times.local(times.call)[11:13] == "19"


def test_without_a_clock_nothing_is_derived() -> None:
    problem = make_problem(make_need(1))
    assert board_times(problem, make_board(problem, ("2027-01-11", Shift.DAY, (1,))).days) == ()


def test_a_dawn_scene_is_called_for_first_light_and_a_dusk_scene_ends_its_day() -> None:
    needs = (
        make_need(1, eighths=3, twilight=Twilight.DAWN),
        make_need(2, eighths=8),
        make_need(3, eighths=3, twilight=Twilight.DUSK),
    )
    problem = make_timed(*needs)
    board = make_board(problem, ("2027-01-11", Shift.DAY, (1, 2)), ("2027-01-12", Shift.DAY, (3,)))
    dawn, dusk = board_times(problem, board.days)
    assert dawn.local(dawn.call)[11:16] == "05:45"
    assert dawn.local(dawn.scenes[0].start)[11:16] == "06:30"
    assert dusk.local(dusk.scenes[0].start)[11:16] == "16:25"
    assert dusk.local(dusk.scenes[0].end)[11:16] == "17:10"


def test_a_dusk_scene_longer_than_dusk_ends_in_its_second_half() -> None:
    problem = make_timed(make_need(1, eighths=12, twilight=Twilight.DUSK))
    board = make_board(problem, ("2027-01-11", Shift.DAY, (1,)))
    (times,) = board_times(problem, board.days)
    window = twilight_of_site(problem, problem.scenes[0], "2027-01-11")
    assert window is not None
    assert keeps_twilight(Clock(), problem.scenes[0], window, times.scenes[0])
    assert window[1] - times.scenes[0].end == (window[1] - window[0]) // 10 * 5
