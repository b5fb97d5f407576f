from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from secondunit.core.money import Money, total
from secondunit.film.budget.detail.board import (
    background_lines,
    board_lines,
    cast_lines,
    unknown_shares,
)
from secondunit.film.budget.detail.lines import Pricing
from secondunit.film.budget.estimate import EstimateInputs
from secondunit.film.schedule.model import CostShare


def test_cast_is_paid_by_the_paid_days_of_the_board(
    inputs: EstimateInputs, pricing: Pricing
) -> None:
    lines, earners = cast_lines(inputs.problem, pricing)
    assert [(line.description, line.amount, line.driver) for line in lines] == [
        ("1. MINA", Decimal(3), "paid days of cast 1"),
        ("2. OLD TOM", Decimal(2), "paid days of cast 2"),
        ("3. ELSIE", Decimal(1), "paid days of cast 3"),
    ]
    assert [one.earned for one in earners] == [line.total for line in lines]
    assert earners[0].years == ((2027, 3),)


def test_background_has_a_line_a_day(pricing: Pricing) -> None:
    lines, earners = background_lines(pricing)
    assert [(line.driver, line.multiplier, line.total.minor) for line in lines] == [
        ("background of day 1", 6, 6 * 224_00),
        ("background of day 2", 6, 6 * 224_00),
    ]
    assert {one.earned.minor for one in earners} == {224_00}


@pytest.mark.parametrize("share", ["night", "location", "move", "setup", "switch", "team"])
def test_what_the_board_prices_is_in_the_budget_to_the_cent(
    inputs: EstimateInputs, pricing: Pricing, share: str
) -> None:
    lines = board_lines(inputs.problem.costs, inputs.board, pricing)
    (wanted,) = [entry.amount for entry in inputs.board.shares if entry.key == share]
    assert total(line.total for line in lines if line.share == share) == wanted


def test_a_team_is_charged_to_its_own_account(inputs: EstimateInputs, pricing: Pricing) -> None:
    lines = board_lines(inputs.problem.costs, inputs.board, pricing)
    accounts = {line.description: line.account for line in lines}
    assert (accounts["Animal team"], accounts["Stunt team"]) == ("4100", "1500")


def test_a_share_that_only_the_board_knows_is_taken_over_whole(
    inputs: EstimateInputs, pricing: Pricing
) -> None:
    overtime = CostShare(key="overtime", amount=Money(minor=12_345))
    board = replace(inputs.board, shares=(*inputs.board.shares, overtime))
    assert unknown_shares(board) == ("overtime",)
    (line,) = [
        line
        for line in board_lines(inputs.problem.costs, board, pricing)
        if line.share == "overtime"
    ]
    assert (line.total.minor, line.account) == (12_345, inputs.rates.board.other)
