from tests.film.schedule.builder import make_need, make_problem

from secondunit.core.ids import canonical_json, digest
from secondunit.film.schedule.model import Shift, ShootDay

DAY = ShootDay(number=1, date="2027-01-04", shift=Shift.DAY, scenes=())


def test_a_day_of_the_main_unit_is_written_as_ever_so_that_decisions_on_it_stand() -> None:
    assert b"unit" not in canonical_json(DAY)
    assert DAY.unit_name == ""


def test_a_day_of_another_unit_says_whose_it_is() -> None:
    other = ShootDay(number=1, date="2027-01-04", shift=Shift.DAY, scenes=(), unit="second")
    assert other.unit_name == "second"
    assert digest(other) != digest(DAY)


def test_a_problem_of_one_unit_is_written_as_ever() -> None:
    assert b"units" not in canonical_json(make_problem(make_need(1)))
