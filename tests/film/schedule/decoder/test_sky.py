from datetime import date

from tests.film.schedule.builder import make_need, make_person, make_problem, make_timed

from secondunit.film.schedule.decoder.sky import lone_dates, read_sky
from secondunit.film.schedule.model import Light

DATES = (date(2027, 1, 11), date(2027, 6, 21))


def test_without_a_clock_nothing_binds() -> None:
    problem = make_problem(make_need(1, light=Light.DAY))
    sky = read_sky(problem, DATES)
    assert not sky.bound(problem.scenes[0])
    assert lone_dates(problem, DATES, sky)(problem.scenes[0]) is None


def test_a_childs_night_exterior_waits_for_early_dusk() -> None:
    need = make_need(1, eighths=8, light=Light.NIGHT)
    problem = make_timed(need, people=(make_person(1, minor=True),))
    lone = lone_dates(problem, DATES, read_sky(problem, DATES))
    assert lone(problem.scenes[0]) == [True, False]


def test_an_exterior_too_long_for_winter_light_waits_for_summer() -> None:
    problem = make_timed(make_need(1, eighths=36, light=Light.DAY))
    lone = lone_dates(problem, DATES, read_sky(problem, DATES))
    assert lone(problem.scenes[0]) == [False, True]
