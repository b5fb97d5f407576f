from __future__ import annotations

from tests.film.budget.conftest import board, elements, inputs, problem

from secondunit.adapters.spreadsheet.cells import HEAD, lay_out, printed_accounts
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.film.budget.model import Nature

__all__ = ["board", "elements", "inputs", "problem"]


def test_every_line_has_a_row_of_its_own_inside_its_account(inputs: EstimateInputs) -> None:
    budget = price(inputs)
    layout = lay_out(budget)
    rows = iter(layout.lines)
    for account in printed_accounts(budget):
        first, last, total = layout.accounts[account.code]
        assert [next(rows) for _ in account.lines] == list(range(first, last + 1))
        assert total == last + 1
    assert len(set(layout.lines)) == len(layout.lines)
    assert min(layout.lines) > HEAD + 1


def test_an_earner_earns_by_the_lines_of_their_own(inputs: EstimateInputs) -> None:
    budget = price(inputs)
    layout = lay_out(budget)
    for one in budget.earners:
        lines = [line for _, line in layout.lines_of(one)]
        assert sum(line.total.minor for line in lines) == one.earned.minor * one.people
        assert {line.nature for line in lines} == {Nature.LABOUR}
