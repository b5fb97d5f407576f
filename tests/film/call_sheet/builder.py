"""Call sheet inputs over the three-scene schedule of the report tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.film.schedule.reports.builder import make_element
from tests.film.schedule.reports.test_schedule import over_a_holiday, with_a_second_unit

from secondunit.adapters.tables import PackagedTables
from secondunit.core.ids import ItemId
from secondunit.film.breakdown.model import Category, element_id
from secondunit.film.call_sheet.build import build_call_sheet
from secondunit.film.call_sheet.inputs import CallSheetInputs
from secondunit.film.call_sheet.model import CallSheet, Cited, Source, SourceKind
from secondunit.film.call_sheet.particulars import FILE, read_particulars
from secondunit.film.schedule.model import Problem
from secondunit.film.schedule.rules.terms import Clock, Site, Terms

ELEMENTS = (
    make_element(1, Category.PROPS, "telephone"),
    make_element(2, Category.STUNTS, "wall walk"),
    make_element(2, Category.BACKGROUND, "islander", 20),
    make_element(3, Category.BACKGROUND, "islander", 12),
)
RYE = Site(city="Rye", latitude=50.95, longitude=0.73, timezone="Europe/London")
SHIPPED = PackagedTables().fetch_table(FILE)
FILLED = """
[production]
safety_hotline = "555"
[locations."YARD"]
hospital = "Conquest"
[people."MINA"]
actor = "Ada Finch"
age = 9
makeup = 45
travel = 30
stand_in = "Bo Lamb"
[departments]
"Props" = { categories = ["props"], call = -15 }
[safety]
"stunts" = "STUNTS: safety meeting first."
[notes]
every_day = ["No visitors."]
closed_set = "CLOSED SET."
minor = "Hours for minors."
[sets]
closed = ["3"]
"""


def timed(problem: Problem, **terms: Any) -> Problem:
    """The problem on the usual clock, in Rye, fifteen minutes an eighth."""
    scenes = tuple(replace(need, minutes=15 * need.eighths) for need in problem.scenes)
    whole = Terms(clock=Clock(), base=RYE)
    return replace(problem, scenes=scenes, terms=replace(whole, **terms))


def make_inputs(data: str = FILLED, **changes: Any) -> CallSheetInputs:
    schedule = replace(over_a_holiday(), elements=ELEMENTS, **changes)
    if schedule.problem.terms.clock is None:
        schedule = replace(schedule, problem=timed(schedule.problem))
    decided = ELEMENTS[0]
    source = Source(kind=SourceKind.FACT, ref=f"journal entry 7: {element_id(decided)}")
    return CallSheetInputs(
        schedule=schedule,
        particulars=read_particulars(data),
        board="board-1",
        script="Draft 1 · toast.fountain",
        script_ref="d" * 64,
        sources={ItemId(element_id(decided)): source},
    )


def two_units(data: str = FILLED) -> CallSheetInputs:
    """The same with a second unit on the first date."""
    inputs, two = make_inputs(data), with_a_second_unit()
    problem = inputs.schedule.problem
    terms = replace(problem.terms, units=two.problem.terms.units)
    schedule = replace(inputs.schedule, board=two.board, problem=replace(problem, terms=terms))
    return replace(inputs, schedule=schedule)


def make_sheet(number: int, inputs: CallSheetInputs | None = None) -> CallSheet:
    inputs = inputs or make_inputs()
    return build_call_sheet(inputs, inputs.schedule.board.days[number - 1])


def cited(value: object) -> Iterator[Cited]:
    """Every cited text of a sheet."""
    if isinstance(value, Cited):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from cited(each)
    elif hasattr(value, "__slots__"):
        for name in value.__slots__:
            yield from cited(getattr(value, name))
