from dataclasses import replace

from tests.film.schedule.builder import LOS_ANGELES, PACKS, make_need, make_problem

from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.rules.hired import Hire
from secondunit.film.schedule.rules.shoot import Shoot
from secondunit.film.schedule.rules.terms import Clock
from secondunit.film.schedule.under_terms import under_terms

CLOCK = Clock(team_minutes=(("stunt-day", 40),))
SHOOT = Shoot(clock=CLOCK, base=LOS_ANGELES, hiatus=("2027-01-06",))


def test_scenes_get_their_minutes_from_pages_and_special_teams() -> None:
    problem = make_problem(make_need(1, eighths=4), make_need(2, eighths=4, setups=("stunt-day",)))
    found, _ = under_terms(problem, SHOOT, PACKS)
    assert [need.minutes for need in found.scenes] == [60, 100]


def test_the_performers_rules_say_when_a_drop_is_lawful_and_a_hiatus_is_not_worked() -> None:
    packs = (replace(PACKS[0], drop_after_days=14), *PACKS[1:])
    found, _ = under_terms(make_problem(make_need(1)), SHOOT, packs)
    assert found.costs.drop_after_days == 14
    assert "2027-01-06" in found.calendar.holidays


def test_what_is_hired_is_put_on_the_scenes_that_need_it() -> None:
    need = make_need(1)
    horse = Element(scene=need.scene, category=Category.ANIMALS, name="horse")
    shoot = replace(SHOOT, hired=(Hire(element="horse", away=("2027-01-11",)),))
    found, findings = under_terms(make_problem(need), shoot, PACKS, (horse,))
    assert found.terms.hired[0].scenes == (need.scene,)
    assert findings == ()
