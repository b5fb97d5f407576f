"""Small problems, and a strategy for lawful random ones."""

from __future__ import annotations

from hypothesis import strategies as st

from secondunit.core.ids import SceneId
from secondunit.core.money import Money
from secondunit.core.pages import Eighths
from secondunit.film.schedule.model import (
    Calendar,
    CostTable,
    Light,
    Person,
    Problem,
    SceneNeed,
    WorkRules,
)

COSTS = CostTable(
    crew_day=Money(minor=6_000_000),
    night_premium=Money(minor=600_000),
    location_day=Money(minor=500_000),
    company_move=Money(minor=800_000),
    location_setup=Money(minor=1_000_000),
    shift_switch=Money(minor=1_500_000),
    team_days=(("stunt-day", Money(minor=450_000)), ("animal-day", Money(minor=120_000))),
    drop_after_days=10,
)
CALENDAR = Calendar(start="2027-01-04", weeks=30)


def make_need(
    number: int,
    *,
    eighths: int = 8,
    place: str = "HOUSE",
    light: Light = Light.EITHER,
    cast: tuple[int, ...] = (1,),
    setups: tuple[str, ...] = (),
) -> SceneNeed:
    return SceneNeed(
        scene=SceneId(f"sc-{number}"),
        number=str(number),
        eighths=Eighths(eighths),
        location=place,
        set=place,
        light=light,
        cast=cast,
        setups=setups,
    )


def make_person(cast: int, *, minor: bool = False, away: tuple[str, ...] = ()) -> Person:
    return Person(
        cast=cast,
        name=f"ROLE {cast}",
        daily=Money(minor=100_000 * cast),
        minor=minor,
        unavailable=away,
    )


def make_problem(
    *needs: SceneNeed, people: tuple[Person, ...] = (), rules: WorkRules | None = None
) -> Problem:
    ids = sorted({cast for need in needs for cast in need.cast})
    return Problem(
        scenes=needs,
        people=people or tuple(make_person(cast) for cast in ids),
        calendar=CALENDAR,
        costs=COSTS,
        rules=rules or WorkRules(),
    )


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Any small problem, lawful or not, with minors, absences, nights and teams."""
    needs = tuple(
        make_need(
            number,
            eighths=draw(st.integers(1, 40)),
            place=draw(st.sampled_from(["HOUSE", "PIER", "WOODS", "BAR"])),
            light=draw(st.sampled_from(list(Light))),
            cast=tuple(sorted(draw(st.sets(st.integers(1, 5), max_size=4)))),
            setups=tuple(sorted(draw(st.sets(st.sampled_from(["stunt-day", "animal-day"]))))),
        )
        for number in range(1, draw(st.integers(1, 14)) + 1)
    )
    people = tuple(
        make_person(
            cast,
            minor=draw(st.booleans()),
            away=tuple(
                f"2027-01-{day:02d}"
                for day in sorted(draw(st.sets(st.integers(4, 29), max_size=6)))
            ),
        )
        for cast in range(1, 6)
    )
    rules = WorkRules(
        locations_per_day=draw(st.integers(1, 3)), minors_at_night=draw(st.booleans())
    )
    return make_problem(*needs, people=people, rules=rules)
