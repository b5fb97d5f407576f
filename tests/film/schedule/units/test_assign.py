from tests.film.schedule.builder import make_need, make_problem, make_unit, sc, with_units

from secondunit.core.money import Money
from secondunit.film.schedule.units.assign import assignments

NEEDS = (
    *(make_need(n, eighths=16, cast=(1,)) for n in range(1, 5)),
    make_need(5, eighths=16, place="CLIFF", cast=()),
)
PLAIN = make_problem(*NEEDS)
ORDER = sc(1, 2, 3, 4, 5)
MAY = ((sc(5)[0], "establishing shot"),)


def test_a_scene_goes_where_it_costs_less() -> None:
    cheap, dear = make_unit(may=MAY), make_unit(may=MAY, crew_day=Money(minor=9_000_000))
    assert assignments(with_units(PLAIN, cheap), ORDER) == ({sc(5)[0]: "second"},)
    assert assignments(with_units(PLAIN, dear), ORDER) == ({},)


def test_a_unit_that_is_to_end_sooner_takes_all_it_may() -> None:
    dear = make_unit(may=MAY, crew_day=Money(minor=9_000_000), shorter=True)
    assert assignments(with_units(PLAIN, dear), ORDER) == ({sc(5)[0]: "second"},)


def test_a_persons_word_stands_whatever_it_costs() -> None:
    dear = make_unit(scenes=sc(2), crew_day=Money(minor=9_000_000))
    assert assignments(with_units(PLAIN, dear), ORDER) == ({sc(2)[0]: "second"},)


def test_a_scene_without_a_lawful_day_for_the_unit_stays_with_the_main_one() -> None:
    other = make_unit(may=MAY, dates=())
    assert assignments(with_units(PLAIN, other), ORDER) == ({},)


def test_scenes_are_weighed_by_the_days_there_are_and_by_the_share_of_a_day_they_fill() -> None:
    """Two half days of the main unit are one when a quarter of each is gone."""
    needs = [make_need(n, eighths=8, place=f"P{n}", cast=()) for n in range(1, 9)]
    may = tuple((need.scene, "any") for need in needs[::2])
    unit = make_unit(may=may, crew_day=Money(minor=4_000_000), location_setup=Money(minor=0))
    ways = assignments(with_units(make_problem(*needs), unit), sc(*range(1, 9)))
    assert 1 <= len(ways) <= 2
    assert all(set(way) <= {scene for scene, _ in may} for way in ways)
