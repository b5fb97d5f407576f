from tests.film.schedule.builder import make_need, make_problem, make_unit, sc, with_units

from secondunit.core.money import Money
from secondunit.film.schedule.units.assign import assign

NEEDS = (
    *(make_need(n, eighths=16, cast=(1,)) for n in range(1, 5)),
    make_need(5, eighths=16, place="CLIFF", cast=()),
)
PLAIN = make_problem(*NEEDS)
ORDER = sc(1, 2, 3, 4, 5)
MAY = ((sc(5)[0], "establishing shot"),)


def test_a_scene_goes_where_it_costs_less() -> None:
    cheap, dear = make_unit(may=MAY), make_unit(may=MAY, crew_day=Money(minor=9_000_000))
    assert assign(with_units(PLAIN, cheap), ORDER) == {sc(5)[0]: "second"}
    assert assign(with_units(PLAIN, dear), ORDER) == {}


def test_a_unit_that_is_to_end_sooner_takes_all_it_may() -> None:
    dear = make_unit(may=MAY, crew_day=Money(minor=9_000_000), shorter=True)
    assert assign(with_units(PLAIN, dear), ORDER) == {sc(5)[0]: "second"}


def test_a_persons_word_stands_whatever_it_costs() -> None:
    dear = make_unit(scenes=sc(2), crew_day=Money(minor=9_000_000))
    assert assign(with_units(PLAIN, dear), ORDER) == {sc(2)[0]: "second"}


def test_a_scene_without_a_lawful_day_for_the_unit_stays_with_the_main_one() -> None:
    other = make_unit(may=MAY, dates=())
    assert assign(with_units(PLAIN, other), ORDER) == {}
