"""Small problems, and a strategy for lawful random ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from secondunit.core.finding import blocking
from secondunit.core.ids import SceneId
from secondunit.core.money import Money
from secondunit.core.pages import Eighths
from secondunit.film.schedule.check import check_board, price_board
from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.model import (
    Board,
    Calendar,
    CostTable,
    Light,
    Person,
    Problem,
    SceneNeed,
    Shift,
    ShootDay,
    WorkRules,
)
from secondunit.film.schedule.rules.terms import (
    AgeBand,
    Clock,
    Covers,
    Site,
    Terms,
    Unit,
    WorkPack,
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
    twilight: Twilight = Twilight.NONE,
) -> SceneNeed:
    return SceneNeed(
        scene=SceneId(f"sc-{number}"),
        number=str(number),
        eighths=Eighths(eighths),
        location=place,
        set=place,
        light=Light.DAY if twilight else light,
        cast=cast,
        setups=setups,
        twilight=twilight,
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


LOS_ANGELES = Site(
    city="Los Angeles", latitude=34.05, longitude=-118.24, timezone="America/Los_Angeles"
)
PACKS = (
    WorkPack(
        key="cast",
        title="Cast",
        covers=Covers.PERFORMERS,
        effective="2020-01-01",
        daily_rest=720,
        weekly_rest=3240,
        weekly_rest_six=2160,
        forced_call=Money(minor=90_000),
        meal_penalties=(Money(minor=2500), Money(minor=3500)),
        drop_after_days=10,
    ),
    WorkPack(
        key="crew",
        title="Crew",
        covers=Covers.CREW,
        effective="2020-01-01",
        daily_rest=600,
        sixth_day_percent=50,
        seventh_day_percent=100,
    ),
    WorkPack(
        key="minors",
        title="Minors",
        covers=Covers.MINORS,
        effective="2020-01-01",
        daily_rest=720,
        ages=(
            AgeBand(from_months=0, to_months=108, workplace=(480, 480), work=(240, 360)),
            AgeBand(from_months=108, to_months=216, workplace=(540, 540), work=(300, 420)),
        ),
    ),
)


def make_timed(*needs: SceneNeed, people: tuple[Person, ...] = (), **terms: object) -> Problem:
    """A problem in Los Angeles that keeps a clock, fifteen minutes an eighth."""
    timed = tuple(replace(need, minutes=15 * need.eighths) for need in needs)
    problem = make_problem(*timed, people=people, rules=WorkRules(minors_at_night=True))
    whole = Terms(clock=Clock(), base=LOS_ANGELES, packs=PACKS)
    return replace(problem, terms=replace(whole, **terms))  # type: ignore[arg-type]  # its fields


def make_board(problem: Problem, *days: tuple[str, Shift, tuple[int, ...]]) -> Board:
    """A board with the prices it should have, from dates, shifts and scene numbers."""
    nothing = Money(minor=0)
    board = Board(
        days=tuple(
            ShootDay(
                number=at, date=date, shift=shift, scenes=tuple(SceneId(f"sc-{n}") for n in scenes)
            )
            for at, (date, shift, scenes) in enumerate(days, start=1)
        ),
        cost=nothing,
        shares=(),
        lower_bound=nothing,
    )
    shares = price_board(problem, board)
    return replace(
        board, shares=shares, cost=Money(minor=sum(share.amount.minor for share in shares))
    )


def rules_broken(problem: Problem, board: Board) -> set[str]:
    """The families of rules a board breaks."""
    return {f.rule.removeprefix("schedule.") for f in blocking(check_board(problem, board))}


def make_unit(name: str = "second", **fields: object) -> Unit:
    """A small unit at a third of the main one's prices, working Monday to Friday of six weeks."""
    first = date(2027, 1, 4)
    dates = (first + timedelta(days=n) for n in range(42))
    unit = Unit(
        name=name,
        dates=tuple(day.isoformat() for day in dates if day.isoweekday() < 6),
        crew_day=Money(minor=2_000_000),
        night_premium=Money(minor=200_000),
        location_day=Money(minor=200_000),
        company_move=Money(minor=200_000),
        location_setup=Money(minor=300_000),
        shift_switch=Money(minor=500_000),
        day_eighths=24,
        clock=Clock(),
    )
    return replace(unit, **fields)  # type: ignore[arg-type]  # its fields


def with_units(problem: Problem, *units: Unit) -> Problem:
    """The problem with units beside its main one."""
    return replace(problem, terms=replace(problem.terms, units=units))


def sc(*numbers: int) -> tuple[SceneId, ...]:
    """Ids of the builder's scenes."""
    return tuple(SceneId(f"sc-{number}") for number in numbers)


def unit_days(
    board: Board, problem: Problem, name: str, *days: tuple[str, tuple[int, ...]]
) -> Board:
    """The board with a unit's days of day shift beside it, priced as it should be."""
    own = tuple(
        ShootDay(number=at, date=when, shift=Shift.DAY, scenes=sc(*scenes), unit=name)
        for at, (when, scenes) in enumerate(days, start=1)
    )
    rank = {"": 0, name: 1}
    every = sorted((*board.days, *own), key=lambda day: (day.date, rank[day.unit_name]))
    joint = replace(board, days=tuple(every))
    shares = price_board(problem, joint)
    cost = Money(minor=sum(share.amount.minor for share in shares))
    return replace(joint, shares=shares, cost=cost)
