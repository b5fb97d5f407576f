from tests.film.schedule.reports.builder import make_schedule

from secondunit.film.schedule.reports.cost import board_cost


def test_the_shares_add_up_to_the_board_and_the_bound_is_printed() -> None:
    schedule = make_schedule()
    sheet = board_cost(schedule)
    (total,) = [row.cells[1] for row in sheet.rows if row.style == "total"]
    assert total == str(schedule.board.cost)
    assert sum(share.amount.minor for share in schedule.board.shares) == schedule.board.cost.minor
    assert "no lawful board costs less than" in sheet.notes[0]
