import re
from decimal import Decimal

from tests.film.schedule.builder import make_need, make_problem, make_unit, sc, with_units

from secondunit.core.money import Money
from secondunit.film.schedule.search.units import Way, search_units
from secondunit.film.schedule.units.told import told_units, unit_evidence

NEEDS = (
    *(make_need(n, eighths=16, cast=(1,)) for n in range(1, 5)),
    make_need(5, eighths=16, place="CLIFF", cast=()),
)
MAY = ((sc(5)[0], "establishing shot"),)
WAY = Way(seed=1, iterations=2000)


def test_the_money_of_a_second_unit_is_told_part_by_part_and_adds_up() -> None:
    problem = with_units(make_problem(*NEEDS), make_unit(may=MAY))
    found = search_units(problem, WAY)
    unit, weighed = told_units(problem, found.board, found.alone, found.dearer)
    assert unit.where == "second unit"
    assert unit.message.startswith("shoots 2 pages in 1 day, 2027-01-04 to 2027-01-04")
    assert "establishing shot: 5" in unit.message
    assert "2 days of the main unit instead of 3" in weighed.message
    assert "crew -60,000.00" in weighed.message
    assert "second unit +25,000.00" in weighed.message
    changes = re.findall(r" ([+-][\d,]+\.\d\d)", weighed.message.rpartition("(")[2])
    saved = re.search(r"saves ([\d,]+\.\d\d)", weighed.message)
    assert saved is not None
    assert -sum(map(_number, changes)) == _number(saved[1])


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def test_a_unit_that_saves_nothing_is_told_and_not_used() -> None:
    dear = make_unit(may=MAY, crew_day=Money(minor=9_000_000))
    problem = with_units(make_problem(*NEEDS), dear)
    found = search_units(problem, WAY)
    assert not any(day.unit_name for day in found.board.days)
    (told,) = told_units(problem, found.board, found.alone, found.dearer)
    assert told.rule == "schedule.units-not-used"
    assert "would save nothing" in told.message
    assert 'aim = "shorter"' in told.remedy


def test_each_scene_with_another_unit_has_its_reason_as_evidence() -> None:
    problem = with_units(make_problem(*NEEDS), make_unit(scenes=sc(4), may=MAY, shorter=True))
    board = search_units(problem, WAY).board
    said = [evidence.rule for evidence in unit_evidence(problem, board)]
    assert said == [
        "second unit, given to it: scene 4",
        "second unit, establishing shot: scene 5",
    ]
