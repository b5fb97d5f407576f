from dataclasses import replace

from tests.film.schedule.reports.builder import make_element, make_schedule
from tests.film.schedule.reports.test_schedule import over_a_holiday

from secondunit.core.sheet import Sheet
from secondunit.film.breakdown.model import Category
from secondunit.film.schedule.events import Event, EventKind
from secondunit.film.schedule.reports.days_out import (
    all_element_days,
    cast_codes,
    day_out_of_days,
    element_days,
    events_on,
)


def codes(sheet: Sheet, name: str) -> list[str]:
    place = next(i for i, column in enumerate(sheet.columns) if column.title in {"Work"})
    row = next(row for row in sheet.rows if name in row.cells)
    return list(row.cells[row.cells.index(name) + 1 : place])


def totals(sheet: Sheet, name: str) -> dict[str, str]:
    place = next(i for i, column in enumerate(sheet.columns) if column.title == "Work")
    row = next(row for row in sheet.rows if name in row.cells)
    titles = (column.title for column in sheet.columns[place:])
    return dict(zip(titles, row.cells[place:], strict=True))


def test_a_holiday_under_engagement_is_a_slash_and_the_day_off_beside_it_is_held() -> None:
    sheet = day_out_of_days(over_a_holiday())
    assert codes(sheet, "OREN") == ["SW", "/", "H", "WF"]
    assert codes(sheet, "MINA") == ["", "", "", "SWF"]
    assert totals(sheet, "OREN") == {
        "Work": "2",
        "Hold": "1",
        "Travel": "0",
        "Holiday": "1",
        "Start": "15 Jan",
        "Finish": "20 Jan",
    }


def test_travel_and_fittings_show_and_do_not_move_the_start() -> None:
    events = (
        Event(who="MINA", date="2027-01-14", kind=EventKind.FITTING),
        Event(who="MINA", date="2027-01-19", kind=EventKind.TRAVEL),
        Event(who="OREN", date="2027-01-15", kind=EventKind.REHEARSAL),
    )
    sheet = day_out_of_days(replace(over_a_holiday(), events=events))
    assert codes(sheet, "MINA") == ["FT", "", "", "TR", "SWF"]
    assert totals(sheet, "MINA")["Travel"] == "1"
    assert totals(sheet, "MINA")["Start"] == "20 Jan"
    assert codes(sheet, "OREN")[1] == "SW R"


def test_every_row_has_a_cell_for_every_column() -> None:
    sheet = day_out_of_days(make_schedule())
    assert all(len(row.cells) == len(sheet.columns) for row in sheet.rows)


def test_any_category_has_its_days_and_nothing_is_held() -> None:
    van = [make_element(scene, Category.VEHICLES, "van") for scene in (1, 3)]
    dogs = make_element(2, Category.ANIMALS, "dog", 3)
    schedule = replace(over_a_holiday(), elements=(*van, dogs))
    vehicles = element_days(schedule, Category.VEHICLES)
    assert vehicles is not None
    assert codes(vehicles, "van") == ["SW", "WF"]
    titles = [sheet.title for sheet in all_element_days(schedule)]
    assert titles == ["Day Out of Days: Vehicles", "Day Out of Days: Animals"]
    assert element_days(schedule, Category.STUNTS) is None


def test_no_holiday_is_paid_between_a_drop_and_its_pick_up() -> None:
    schedule = over_a_holiday()
    late = replace(schedule.board.days[1], date="2027-02-17")
    board = replace(schedule.board, days=(schedule.board.days[0], late), drops=None)
    sheet = day_out_of_days(replace(schedule, board=board))
    assert {code for code in codes(sheet, "OREN") if code} == {"SWD", "PWF"}
    assert totals(sheet, "OREN")["Holiday"] == "0"


def test_events_of_a_date_are_found_by_kind() -> None:
    event = Event(who="MINA", date="2027-01-14", kind=EventKind.FITTING)
    assert events_on([event], "2027-01-14") == [event]
    assert events_on([event], "2027-01-14", EventKind.TRAVEL) == []


def test_codes_are_those_of_the_cost_where_nothing_else_happens() -> None:
    from secondunit.film.schedule.board import all_cast_days

    schedule = make_schedule()
    days = all_cast_days(schedule.problem, schedule.board)[1]
    assert cast_codes(schedule, days, "OREN") == days.codes
