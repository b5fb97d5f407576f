from dataclasses import replace

import pytest
from tests.film.schedule.reports.builder import read_script

from secondunit.adapters.tables import PackagedTables
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.model import Light
from secondunit.film.schedule.problem import light_of, propose_problem, twilight_of
from secondunit.film.schedule.table import read_table
from secondunit.film.screenplay.heading import read_heading

TABLE = read_table(PackagedTables().fetch_table("schedule.toml"))
SCRIPT = read_script()
FIRST, SECOND, THIRD = (scene.id for scene in SCRIPT.scenes)


@pytest.mark.parametrize(
    ("heading", "light"),
    [
        ("INT. HALL - NIGHT", Light.EITHER),
        ("EXT. QUAY - DAY", Light.DAY),
        ("EXT. QUAY - DAWN", Light.DAY),
        ("EXT. QUAY - DUSK", Light.DAY),
        ("EXT. QUAY - NIGHT", Light.NIGHT),
        ("INT./EXT. CAR - NIGHT", Light.NIGHT),
        ("THE QUAY AT NOON", Light.DAY),
    ],
)
def test_exteriors_need_the_light_they_play_in(heading: str, light: Light) -> None:
    assert light_of(read_heading(heading)) is light


def _cast(name: str, *scenes: str, minor: bool = False) -> tuple[Element, ...]:
    return tuple(
        Element(scene=scene, category=Category.CAST, name=name, minor=minor)  # type: ignore[arg-type]  # ids are strings
        for scene in scenes
    )


def test_cast_teams_and_rates_follow_from_the_breakdown() -> None:
    stunt = Element(scene=SECOND, category=Category.STUNTS, name="fall")
    elements = (*_cast("OREN", FIRST, THIRD), *_cast("MINA", SECOND, minor=True), stunt)
    problem, findings = propose_problem(SCRIPT, elements, TABLE)
    assert [(p.cast, p.name, p.minor) for p in problem.people] == [
        (1, "OREN", False),
        (2, "MINA", True),
    ]
    assert problem.scenes[1].setups == ("stunt-day",)
    assert problem.scenes[0].cast == (1,)
    assert problem.people[1].daily == TABLE.standings[-1].daily
    assert findings == ()


def test_only_the_scenes_that_the_child_plays_are_under_minors_hours() -> None:
    elements = (
        *_cast("OREN", FIRST, THIRD),
        replace(_cast("YOUNG OREN", SECOND, minor=True)[0], plays="OREN"),
    )
    problem, _ = propose_problem(SCRIPT, elements, TABLE)
    minors = {person.cast for person in problem.people if person.minor}
    assert [person.name for person in problem.people if person.minor] == ["YOUNG OREN"]
    assert [bool(minors & set(need.cast)) for need in problem.scenes] == [False, True, False]


def test_a_part_in_a_fifth_of_many_scenes_is_a_principal() -> None:
    standings = tuple(replace(standing, least_scenes=1) for standing in TABLE.standings[:1])
    table = replace(TABLE, standings=(*standings, *TABLE.standings[1:]))
    problem, _ = propose_problem(SCRIPT, _cast("OREN", FIRST), table)
    assert problem.people[0].daily == TABLE.standings[0].daily


def test_names_and_dates_that_mean_nothing_are_found_and_not_applied() -> None:
    away = (("Oren", ("2027-01-12", "soon")), ("NOBODY", ("2027-01-12",)))
    problem, findings = propose_problem(SCRIPT, _cast("OREN", FIRST), TABLE, away)
    assert problem.people[0].unavailable == ("2027-01-12",)
    assert {f.rule for f in findings} == {"schedule.bad-date", "schedule.unknown-name"}


def test_scenes_longer_than_the_limits_and_stray_elements_are_found() -> None:
    short = replace(TABLE, rules=replace(TABLE.rules, day_eighths=0, minor_day_eighths=0))
    elements = (*_cast("MINA", SECOND, minor=True), *_cast("GHOST", "sc-gone"))
    _, findings = propose_problem(SCRIPT, elements, short)
    assert [f.rule for f in findings].count("schedule.longer-than-a-day") == 3
    assert {"schedule.longer-than-a-minors-day", "schedule.stray-elements"} <= {
        f.rule for f in findings
    }


def test_a_script_without_scenes_says_so() -> None:
    _, findings = propose_problem(replace(SCRIPT, scenes=()), (), TABLE)
    assert [f.rule for f in findings] == ["schedule.nothing-to-shoot"]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("EXT. PIER - DAWN", Twilight.DAWN),
        ("EXT. PIER - MAGIC HOUR", Twilight.DUSK),
        ("EXT. PIER - DAY", Twilight.NONE),
        ("INT. HALL - DUSK", Twilight.NONE),
    ],
)
def test_exteriors_at_an_end_of_day_need_its_hour(heading: str, found: Twilight) -> None:
    assert twilight_of(read_heading(heading)) is found
