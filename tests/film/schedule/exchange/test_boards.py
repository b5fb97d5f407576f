from dataclasses import replace

import pytest
from tests.film.schedule.builder import (
    make_need,
    make_person,
    make_problem,
    make_unit,
    with_units,
)

from secondunit.core.errors import InputError, NotFound
from secondunit.film.schedule.check import check_board
from secondunit.film.schedule.exchange.boards import adopt_board
from secondunit.film.schedule.exchange.model import (
    PlanBoard,
    PlanCalendar,
    PlanEvent,
    PlanFile,
    PlanSheet,
    PlanStrips,
)
from secondunit.film.schedule.model import Light, Problem, Shift

CALENDAR = PlanCalendar(
    key="k",
    name="January",
    events=(
        PlanEvent(key="1", date="2027-01-08", kind="start"),
        PlanEvent(key="2", date="2027-01-12", kind="event", name="holiday"),
    ),
)


def problem() -> Problem:
    needs = (
        make_need(1, place="PIER"),
        make_need(2, place="PIER"),
        make_need(3, place="YARD", light=Light.NIGHT),
    )
    return make_problem(*needs, people=(make_person(1),))


def plan(*days: tuple[str, ...], calendar: PlanCalendar = CALENDAR, unit: str = "") -> PlanFile:
    """Strips by scene number; ``LUNCH`` is a banner."""
    numbers = dict.fromkeys(number for day in days for number in day)
    sheets = tuple(
        PlanSheet(key=n, banner="LUNCH" if n == "LUNCH" else "", scene="" if n == "LUNCH" else n)
        for n in numbers
    )
    strips = [PlanStrips(key="s", name="stripboard", days=days)]
    if unit:
        strips = [
            PlanStrips(key="s", name="stripboard", days=days[:1]),
            PlanStrips(key="u", name=unit, days=days[1:]),
        ]
    board = PlanBoard(key="b", name="First", calendar="k", strips=tuple(strips))
    return PlanFile(key="p", name="Plan", sheets=sheets, boards=(board,), calendars=(calendar,))


def test_strips_stand_on_working_dates_in_their_order_and_are_priced_by_our_tables() -> None:
    given = problem()
    adopted = adopt_board(plan(("2", "LUNCH", "1"), ("3",)), given)
    one, two, three = given.scenes
    assert [(day.date, day.shift, day.scenes) for day in adopted.board.days] == [
        ("2027-01-08", Shift.DAY, (two.scene, one.scene)),
        ("2027-01-11", Shift.NIGHT, (three.scene,)),
    ]
    assert adopted.board.cost.minor > 0
    assert not [f for f in check_board(given, adopted.board) if f.rule == "schedule.price"]


def test_days_off_and_holidays_of_the_file_are_not_shot_on() -> None:
    adopted = adopt_board(plan(("1",), ("2",), ("3",)), problem())
    assert [day.date for day in adopted.board.days] == ["2027-01-08", "2027-01-11", "2027-01-13"]


def test_what_has_no_place_is_in_the_boneyard_and_named() -> None:
    adopted = adopt_board(plan(("1", "1PT2", "77")), problem())
    assert list(adopted.board.boneyard) == [need.scene for need in problem().scenes[1:]]
    assert {f.rule: f.where for f in adopted.findings} == {
        "plan.placed-twice": "strip 1PT2",
        "plan.unknown-scene": "strip 77",
    }


def test_another_units_strips_are_left_out_and_named() -> None:
    adopted = adopt_board(plan(("1",), ("2",), unit="second unit"), problem())
    assert len(adopted.board.days) == 1
    (finding,) = adopted.findings
    assert (finding.where, finding.rule) == ("strip 2", "plan.other-unit")


def test_a_board_is_chosen_by_name() -> None:
    two = plan(("1",))
    later = replace(two.boards[0], name="Later")
    both = replace(two, boards=(*two.boards, later))
    assert adopt_board(both, problem(), "later").name == "Later"
    with pytest.raises(NotFound, match="no board “never”") as caught:
        adopt_board(both, problem(), "never")
    assert "“First”, “Later”" in caught.value.remedy


def test_a_file_without_boards_or_dates_is_refused() -> None:
    with pytest.raises(NotFound, match="the file has no board"):
        adopt_board(replace(plan(("1",)), boards=()), problem())
    with pytest.raises(InputError, match="no calendar with a start"):
        adopt_board(plan(("1",), calendar=replace(CALENDAR, events=())), problem())
    never = replace(CALENDAR, days_off=(1, 2, 3, 4, 5, 6, 7))
    with pytest.raises(InputError, match="has no date left to shoot on"):
        adopt_board(plan(("1",), calendar=never), problem())


def test_strips_of_a_unit_the_production_has_go_to_its_days() -> None:
    one, two, three = problem().scenes
    alone = replace(problem(), scenes=(one, replace(two, cast=()), three))
    given = with_units(alone, make_unit(scenes=(two.scene,), dates=("2027-01-08",)))
    adopted = adopt_board(plan(("1",), ("2",), unit="Second Unit"), given)
    assert adopted.findings == ()
    assert [(day.unit_name, day.number, day.date) for day in adopted.board.days] == [
        ("", 1, "2027-01-08"),
        ("second", 1, "2027-01-08"),
    ]
    assert not [f for f in check_board(given, adopted.board) if f.rule != "schedule.missing"]
