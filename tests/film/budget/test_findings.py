from __future__ import annotations

from dataclasses import replace

from secondunit.core.money import Money
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.film.budget.findings import check_budget
from secondunit.film.schedule.model import CostShare


def rules(inputs: EstimateInputs) -> dict[str, str]:
    found = check_budget(
        price(inputs), inputs.screenplay, inputs.problem, inputs.board, inputs.rates
    )
    return {finding.rule: finding.message for finding in found}


def test_a_board_priced_otherwise_than_its_budget_is_reported_with_both_sums(
    inputs: EstimateInputs,
) -> None:
    assert "budget.board-differs" not in rules(inputs)
    shares = tuple(
        replace(s, amount=Money(minor=s.amount.minor + 1)) if s.key == "cast" else s
        for s in inputs.board.shares
    )
    board = replace(inputs.board, shares=shares)
    message = rules(replace(inputs, board=board))["budget.board-differs"]
    assert "39,246.01 USD" in message
    assert "39,246.00 USD" in message


def test_a_share_the_budget_takes_over_whole_is_reported(inputs: EstimateInputs) -> None:
    extra = CostShare(key="sixth-day", amount=Money(minor=100))
    board = replace(inputs.board, shares=(*inputs.board.shares, extra))
    assert "budget.board-share-taken-over" in rules(replace(inputs, board=board))
