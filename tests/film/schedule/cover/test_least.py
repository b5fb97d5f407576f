from tests.film.schedule.builder import make_need, make_person, make_problem

from secondunit.film.schedule.cover.least import Least, by_place
from secondunit.film.schedule.model import Light, WorkRules


def test_volume_light_and_visits_each_need_days() -> None:
    full = [make_need(n, eighths=20) for n in range(1, 4)]
    assert Least(make_problem(*full)).days(full) == 2
    places = [make_need(n, eighths=1, place=f"PLACE {n}") for n in range(1, 6)]
    assert Least(make_problem(*places)).days(places) == 3, "two places a day"
    apart = [make_need(1, light=Light.DAY), make_need(2, light=Light.NIGHT)]
    assert Least(make_problem(*apart)).days(apart) == 2


def test_visits_by_day_and_visits_by_night_do_not_share_a_day() -> None:
    needs = [
        make_need(n, eighths=1, place=f"P{n}", light=Light.DAY if n < 4 else Light.NIGHT)
        for n in range(1, 7)
    ]
    assert Least(make_problem(*needs)).days(needs) == 2 + 2


def test_a_minor_lengthens_the_stay_at_a_place() -> None:
    needs = [make_need(n, eighths=10) for n in range(1, 4)]
    young = make_problem(*needs, people=(make_person(1, minor=True),))
    assert Least(make_problem(*needs)).visits(needs) == 1
    assert Least(young).visits(needs) == Least(young).days(needs) == 2


def test_a_minors_interior_is_day_work_where_nights_are_barred() -> None:
    need = make_need(1)
    problem = make_problem(need, people=(make_person(1, minor=True),))
    assert Least(problem).light(need) is Light.DAY
    rules = WorkRules(minors_at_night=True)
    free = make_problem(need, people=(make_person(1, minor=True),), rules=rules)
    assert Least(free).light(need) is Light.EITHER


def test_nothing_needs_no_day() -> None:
    assert Least(make_problem()).days(()) == 0
    assert by_place(()) == {}
