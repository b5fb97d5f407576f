from dataclasses import replace

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.adapters.tables import PackagedTables
from secondunit.core.money import Money
from secondunit.film.breakdown.categories import FILE, read_categories
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.exchange.compose import Plan, compose_plan, scene_key
from secondunit.film.schedule.exchange.model import CAST
from secondunit.film.schedule.model import Board, Calendar, Shift, ShootDay

TABLE = read_categories(PackagedTables().fetch_table(FILE))
TEXT = b"INT. CELLAR - DAY\n\nMina lights a lamp.\n\nEXT. YARD - NIGHT\n\nMina waits.\n"


def plan(*, with_board: bool = True) -> Plan:
    script = FORMAT.read(TEXT, "cellar.fountain").screenplay
    assert script is not None
    cellar, yard = script.scenes
    elements = (
        Element(scene=cellar.id, category=Category.CAST, name="MINA"),
        Element(scene=yard.id, category=Category.CAST, name="MINA"),
        Element(scene=cellar.id, category=Category.PROPS, name="lamp"),
        Element(scene=cellar.id, category=Category.SET, name="CELLAR"),
    )
    day = ShootDay(number=1, date="2027-01-11", shift=Shift.NIGHT, scenes=(yard.id,))
    nothing = Money(minor=0)
    board = Board(days=(day,), cost=nothing, shares=(), lower_bound=nothing, boneyard=(cellar.id,))
    return Plan(
        title="Cellar",
        created="2027-01-04T08:00:00Z",
        screenplay=script,
        elements=elements,
        board=board if with_board else None,
        calendar=Calendar(start="2027-01-11", holidays=("2027-01-18",)),
        drop_days=10,
        categories=TABLE,
    )


def test_an_element_is_there_once_and_on_every_sheet_that_needs_it() -> None:
    made = compose_plan(plan())
    (mina,) = [each for each in made.elements if each.name == "MINA"]
    assert (mina.board_id, mina.is_held) == ("1", True)
    assert [mina.key in sheet.elements for sheet in made.sheets] == [True, True]
    numbers = {each.key: each.number for each in made.categories}
    assert numbers[mina.category] == CAST


def test_headings_are_elements_as_the_standard_wants_them() -> None:
    made = compose_plan(plan())
    names = {each.key: each.name for each in made.elements}
    assert {"INT", "DAY", "CELLAR"} <= {names[key] for key in made.sheets[0].elements}


def test_strips_stand_on_their_days_and_the_rest_in_the_boneyard() -> None:
    given = plan()
    cellar, yard = given.screenplay.scenes
    (board,) = compose_plan(given).boards
    assert [(each.name, each.days) for each in board.strips] == [
        ("stripboard", ((scene_key(yard.id),),)),
        ("boneyard", ((scene_key(cellar.id),),)),
    ]


def test_the_calendar_says_where_the_days_begin_and_which_are_off() -> None:
    (calendar,) = compose_plan(plan()).calendars
    assert (calendar.start, calendar.days_off) == ("2027-01-11", (6, 7))
    assert [event.date for event in calendar.events if event.kind == "dayOff"] == ["2027-01-18"]


def test_without_a_board_it_is_a_breakdown_and_ids_stay_the_same() -> None:
    bare = compose_plan(plan(with_board=False))
    assert (bare.boards, bare.calendars) == ((), ())
    assert bare.sheets == compose_plan(plan()).sheets


def test_another_units_days_keep_their_dates_by_groups_without_strips() -> None:
    given = plan()
    assert given.board is not None
    cellar, _ = given.screenplay.scenes
    second = ShootDay(
        number=1, date="2027-01-13", shift=Shift.DAY, scenes=(cellar.id,), unit="second"
    )
    board = replace(given.board, days=(*given.board.days, second), boneyard=())
    made = compose_plan(replace(given, board=board))
    strips = made.boards[0].strips[-1]
    assert (strips.name, strips.days) == ("second unit", ((), (), (scene_key(cellar.id),)))
    assert made.boards[0].name == "Board of 1 day and 1 of the second unit"
