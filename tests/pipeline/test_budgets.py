from __future__ import annotations

import pytest

from secondunit.core.errors import InputError
from secondunit.pipeline.budgets import (
    assessments,
    exchange_table,
    reprice,
    standing_budget,
    version,
    versions,
)
from secondunit.pipeline.catalogue import entry_of
from secondunit.pipeline.queries import View
from secondunit.pipeline.run import run_stage


def _ignore(done: int, asked: int) -> None:
    del done, asked


def test_the_standing_budget_is_the_newest_version(production: View) -> None:
    known = versions(production)
    assert known[-1].budget == standing_budget(production) == version(production, len(known))
    assert known[-1].at


def test_a_run_that_changes_nothing_adds_no_version(production: View) -> None:
    before = len(versions(production))
    run_stage(production, entry_of("budget.estimate"), _ignore)
    assert len(versions(production)) == before


def test_a_version_nobody_proposed_is_refused(production: View) -> None:
    with pytest.raises(InputError, match="version 99"):
        version(production, 99)


def test_repricing_keeps_nothing(production: View) -> None:
    before = standing_budget(production)
    other = reprice(production, off=["second-meal"])
    assert ("second-meal", False) in other.groups
    assert standing_budget(production) == before
    assert reprice(production) == before


def test_another_chart_holds_the_same_money(production: View) -> None:
    own, other = standing_budget(production), standing_budget(production, "cnc")
    assert own.grand_total == other.grand_total
    assert sum(a.total.minor for a in other.accounts) == own.subtotal().minor


def test_all_programs_in_known_currencies_are_assessed(production: View) -> None:
    found = assessments(production, standing_budget(production))
    assert {each.program.currency for each in found} == {"GBP", "USD"}
    (one,) = assessments(production, standing_budget(production), ["us-ga"], ["logo"])
    assert [each.rate.key for each in one.earned] == ["basic", "logo"]
    with pytest.raises(InputError, match="snow"):
        assessments(production, standing_budget(production), [], ["snow"])
    assert exchange_table(production).knows("GBP", "USD", "EUR")
