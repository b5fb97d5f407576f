from dataclasses import replace

from tests.film.schedule.reports.builder import make_schedule

from secondunit.core.money import Money
from secondunit.film.schedule.model import CostShare
from secondunit.film.schedule.reports.cost import board_cost


def test_the_shares_add_up_to_the_board_and_the_bound_is_printed() -> None:
    schedule = make_schedule()
    sheet = board_cost(schedule)
    (total,) = [row.cells[1] for row in sheet.rows if row.style == "total"]
    assert total == str(schedule.board.cost)
    assert sum(share.amount.minor for share in schedule.board.shares) == schedule.board.cost.minor
    assert "no lawful board costs less than" in sheet.notes[0]


def test_another_unit_has_a_line_of_its_own() -> None:
    schedule = make_schedule()
    second = CostShare(key="unit-second", amount=Money(minor=123_400))
    shares = (*schedule.board.shares, second)
    sheet = board_cost(replace(schedule, board=replace(schedule.board, shares=shares)))
    told = {row.cells[0]: row.cells[1] for row in sheet.rows}
    line = "Second Unit: crew, places, set-ups, moves, nights, teams"
    assert told[line] == "1,234.00 USD"
