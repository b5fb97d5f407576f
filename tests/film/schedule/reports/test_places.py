from dataclasses import replace

from tests.film.schedule.reports.test_schedule import over_a_holiday, with_a_second_unit

from secondunit.film.schedule.reports.places import location_list, set_list


def test_a_location_has_its_days_sets_and_scenes() -> None:
    rows = {row.cells[0]: row.cells for row in location_list(over_a_holiday()).rows}
    assert rows["CAUSEWAY"][1:3] == ("1", "D2 20 Jan")
    assert rows["KITCHEN"][-1] == "1"
    assert rows["KITCHEN"][4] == "1/8"


def test_a_set_says_how_it_is_lit_and_when_it_is_shot() -> None:
    rows = {row.cells[0]: row.cells for row in set_list(over_a_holiday()).rows}
    assert rows["YARD"][1:3] == ("EXT", "Night")
    assert rows["YARD"][6] == "D2 20 Jan"


def test_a_place_that_is_on_no_day_says_so() -> None:
    schedule = over_a_holiday()
    board = replace(
        schedule.board, days=schedule.board.days[1:], boneyard=schedule.board.days[0].scenes
    )
    rows = {row.cells[0]: row.cells for row in location_list(replace(schedule, board=board)).rows}
    assert rows["KITCHEN"][1:3] == ("0", "not scheduled")


def test_a_place_of_another_unit_has_that_units_day() -> None:
    days = {row.cells[0]: row.cells[2] for row in location_list(with_a_second_unit()).rows}
    assert "2U1 15 Jan" in days.values()
