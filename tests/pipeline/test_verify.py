import sqlite3
from pathlib import Path

import pytest
from tests.pipeline.builder import make_office, make_view
from tests.pipeline.test_decide import rule
from tests.pipeline.test_run import run, word_entry

from secondunit.pipeline.decide import Selection
from secondunit.pipeline.verify import verify


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    view = make_view(make_office(tmp_path))
    run(view, word_entry("bell", "rope", "nail"))
    rule(view, "accept", Selection(stage="toy.word"))
    return tmp_path


def _rules(folder: Path) -> set[str]:
    return {finding.rule for finding in verify(make_view(make_office(folder)))}


def _tamper(folder: Path, *statements: str) -> None:
    with sqlite3.connect(folder / "production.db") as connection:
        for statement in statements:
            connection.execute(statement)


def test_an_untouched_record_verifies(folder: Path) -> None:
    assert _rules(folder) == set()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET by = 'Mallory' WHERE sequence = 2",
        "UPDATE journal SET body = replace(body, 'accept', 'reject') WHERE sequence = 1",
        "DELETE FROM journal WHERE sequence = 2",
        "DELETE FROM journal WHERE sequence = 3",
        "UPDATE journal SET sequence = 9 WHERE sequence = 1",
    ],
)
def test_an_edit_a_deletion_and_a_reordering_of_the_journal_are_found(
    folder: Path, statement: str
) -> None:
    _tamper(folder, statement)
    assert "journal.broken-chain" in _rules(folder)


def test_a_fact_that_nobody_decided_and_one_that_vanished_are_found(folder: Path) -> None:
    _tamper(folder, "DELETE FROM fact WHERE entry = 2")
    assert _rules(folder) == {"journal.decision-without-fact"}
    _tamper(folder, "UPDATE fact SET entry = 2, body = replace(body, 'Ana', 'Eve') WHERE entry = 1")
    assert "journal.fact-without-decision" in _rules(folder)


def test_an_edited_proposal_is_found(folder: Path) -> None:
    _tamper(folder, "UPDATE proposal SET digest = 'x' WHERE stage = 'toy.word'")
    assert _rules(folder) == {"proposal.edited"}


def test_a_missing_witness_is_a_warning(folder: Path) -> None:
    (folder / "journal-head.json").unlink()
    assert _rules(folder) == {"journal.no-witness"}
