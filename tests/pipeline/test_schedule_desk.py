import pytest

from secondunit.core.errors import InputError
from secondunit.core.finding import blocking
from secondunit.core.ids import canonical_json
from secondunit.pipeline.queries import View
from secondunit.pipeline.schedule_desk import (
    check_standing,
    compare_boards,
    plan_again,
    read_board,
    standing_board,
)


def test_the_standing_board_breaks_nothing_and_says_what_it_was_held_against(
    production: View,
) -> None:
    found = check_standing(production)
    assert blocking(found.findings) == ()
    assert any("to be verified" in source for source in found.sources)


def test_three_ways_on_after_a_lost_day_compare_with_the_board_that_stands(
    production: View,
) -> None:
    _, board = standing_board(production)
    lost = board.days[-1].date
    ways = plan_again(production, lost, [lost], (), 1)
    assert [way.key for way in ways] == ["cheapest", "fewest-days", "least-change"]
    compared = compare_boards(production, board, ways[0].board)
    assert compared.costs == (board.cost, ways[0].board.cost)
    assert compared.last[1] > compared.last[0]
    moved = sum(len(move.scenes) for move in compared.moves)
    assert moved >= len(board.days[-1].scenes)


def test_a_saved_board_is_read_back_and_anything_else_refused(production: View) -> None:
    _, board = standing_board(production)
    assert read_board(canonical_json(board), "a.json") == board
    with pytest.raises(InputError, match=r"b\.json is no board"):
        read_board(b"{}", "b.json")


def test_an_illness_of_nobody_is_refused(production: View) -> None:
    with pytest.raises(InputError, match="names nobody"):
        plan_again(production, "2027-01-01", (), ["GHOST=2027-01-20"], 1)
