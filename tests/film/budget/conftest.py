"""A board of four days, small enough to price by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondunit.core.ids import Digest, SceneId
from secondunit.core.money import Money
from secondunit.core.pages import Eighths
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.budget.estimate import EstimateInputs
from secondunit.film.budget.rates import read_rates
from secondunit.film.schedule.model import (
    Board,
    Calendar,
    CostShare,
    CostTable,
    Light,
    Person,
    Problem,
    SceneNeed,
    Shift,
    ShootDay,
    WorkRules,
)
from secondunit.film.screenplay.model import (
    Heading,
    IntExt,
    Scene,
    Screenplay,
    TimeOfDay,
)

TABLE = Path(__file__).parents[3] / "src" / "secondunit" / "data" / "budget.toml"


def dollars(amount: int) -> Money:
    return Money(minor=amount * 100)


def need(number: int, location: str, eighths: int, *cast: int, teams: str = "") -> SceneNeed:
    return SceneNeed(
        scene=SceneId(f"sc-{number}"),
        number=str(number),
        eighths=Eighths(eighths),
        location=location,
        set=f"{location} {number}",
        light=Light.EITHER,
        cast=cast,
        setups=tuple(teams.split()),
    )


def day(number: int, date: str, *scenes: int, shift: Shift = Shift.DAY) -> ShootDay:
    ids = tuple(SceneId(f"sc-{scene}") for scene in scenes)
    return ShootDay(number=number, date=date, shift=shift, scenes=ids)


def element(scene: int, category: Category, name: str, quantity: int = 1) -> Element:
    return Element(scene=SceneId(f"sc-{scene}"), category=category, name=name, quantity=quantity)


def scene(number: int) -> Scene:
    heading = Heading(
        raw=f"INT. ROOM {number} - DAY",
        int_ext=IntExt.INT,
        set=f"ROOM {number}",
        place=f"ROOM {number}",
        time="DAY",
        time_of_day=TimeOfDay.DAY,
    )
    return Scene(
        id=SceneId(f"sc-{number}"),
        number=str(number),
        heading=heading,
        lines=(),
        eighths=Eighths(8),
        page=number,
    )


@pytest.fixture
def problem() -> Problem:
    return Problem(
        scenes=(
            need(1, "PIER", 8, 1, 2),
            need(2, "PIER", 4, 1, teams="stunt-day"),
            need(3, "HOUSE", 10, 1, 3, teams="stunt-day animal-day"),
            need(4, "PIER", 6, 2),
            need(5, "BARN", 4, 1),
        ),
        people=(
            Person(cast=1, name="MINA", daily=dollars(10_000)),
            Person(cast=2, name="OLD TOM", daily=dollars(4_000)),
            Person(cast=3, name="ELSIE", daily=dollars(1_246), minor=True),
        ),
        calendar=Calendar(start="2027-01-11"),
        costs=CostTable(
            crew_day=dollars(60_000),
            night_premium=dollars(6_000),
            location_day=dollars(5_000),
            company_move=dollars(8_000),
            location_setup=dollars(10_000),
            shift_switch=dollars(15_000),
            team_days=(("animal-day", dollars(1_800)), ("stunt-day", dollars(4_500))),
        ),
        rules=WorkRules(),
    )


@pytest.fixture
def board() -> Board:
    """Days 1 to 4; cast 2 waits 13 calendar days between the first and the third."""
    amounts = (
        ("crew", 240_000),
        ("night", 6_000),
        ("location", 25_000),
        ("move", 8_000),
        ("setup", 30_000),
        ("switch", 15_000),
        ("team", 6_300),
        ("cast", 39_246),
    )
    shares = tuple(CostShare(key=key, amount=dollars(amount)) for key, amount in amounts)
    return Board(
        days=(
            day(1, "2027-01-11", 1),
            day(2, "2027-01-12", 2, 3),
            day(3, "2027-01-25", 4),
            day(4, "2027-01-26", 5, shift=Shift.NIGHT),
        ),
        cost=dollars(sum(amount for _, amount in amounts)),
        shares=shares,
        lower_bound=dollars(0),
    )


@pytest.fixture
def elements() -> tuple[Element, ...]:
    return (
        element(1, Category.PROPS, "lantern"),
        element(2, Category.PROPS, "Lantern"),
        element(3, Category.PROPS, "map"),
        element(1, Category.BACKGROUND, "fisherman", 6),
        element(2, Category.BACKGROUND, "fisherman", 2),
        element(3, Category.BACKGROUND, "fisherman", 5),
        element(3, Category.BACKGROUND, "nurse", 1),
        element(3, Category.ANIMALS, "dog"),
        element(4, Category.VEHICLES, "truck"),
        element(5, Category.VEHICLES, "truck"),
        element(5, Category.VISUAL_EFFECTS, "sky"),
        element(5, Category.VISUAL_EFFECTS, "bird"),
    )


@pytest.fixture
def inputs(problem: Problem, board: Board, elements: tuple[Element, ...]) -> EstimateInputs:
    screenplay = Screenplay(
        title="The Pier",
        title_page=(),
        opening=(),
        scenes=tuple(scene(number) for number in range(1, 6)),
        pages=4,
        source_format="fountain",
        source_digest=Digest("0" * 64),
    )
    return EstimateInputs(
        screenplay=screenplay,
        elements=elements,
        problem=problem,
        board=board,
        rates=read_rates(TABLE.read_text("utf-8")),
    )
