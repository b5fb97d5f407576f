import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.pipeline.builder import Word, make_office

from secondunit.core.decision import GENESIS, check_chain, next_entry
from secondunit.core.errors import Conflict
from secondunit.core.ids import read_json
from secondunit.pipeline.journal import add_entry, witness_entry
from secondunit.pipeline.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path)


def _add(office: Office, *texts: str) -> None:
    for text in texts:
        with office.records.transaction():
            entry = add_entry(office, kind="note", by="Ana Ruiz", body=Word(text=text))
        witness_entry(office, entry)


def test_the_first_entry_follows_from_nothing_and_each_other_from_the_one_before(
    office: Office,
) -> None:
    _add(office, "bell", "rope")
    first, second = office.records.journal()
    assert (first.sequence, first.previous) == (1, GENESIS)
    assert (second.sequence, second.previous) == (2, first.hash)


def test_an_entry_keeps_who_when_and_the_whole_of_what_happened(office: Office) -> None:
    _add(office, "bell")
    (entry,) = office.records.journal()
    assert (entry.kind, entry.by, entry.at) == ("note", "Ana Ruiz", "2026-11-25T10:00:00Z")
    assert read_json(entry.body, Word) == Word(text="bell")


def test_an_entry_whose_transaction_fails_was_never_written(office: Office) -> None:
    _add(office, "bell")
    with pytest.raises(ZeroDivisionError), office.records.transaction():
        add_entry(office, kind="note", by="Ana Ruiz", body=Word(text="rope"))
        raise ZeroDivisionError
    assert len(office.records.journal()) == 1
    _add(office, "nail")
    assert check_chain(office.records.journal(), office.witness.last()) == []


def test_of_two_who_write_the_same_line_the_second_is_refused(office: Office) -> None:
    last = office.records.last_entry()
    mine, yours = (
        next_entry(last, kind="note", at="2026-11-25T10:00:00Z", by=by, body="{}")
        for by in ("Ana Ruiz", "Bo Lind")
    )
    office.records.add_entries([mine])
    with pytest.raises(Conflict):
        office.records.add_entries([yours])
    assert [entry.by for entry in office.records.journal()] == ["Ana Ruiz"]


def test_the_witness_notes_length_and_head_beside_the_database(
    office: Office, tmp_path: Path
) -> None:
    _add(office, "bell", "rope")
    noted = json.loads((tmp_path / "journal-head.json").read_text(encoding="utf-8"))
    assert noted == {"length": 2, "head": office.records.journal()[-1].hash}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(st.text(), max_size=4))
def test_whatever_is_written_the_chain_is_whole(office: Office, texts: list[str]) -> None:
    _add(office, *texts)
    entries = office.records.journal()
    assert check_chain(entries, office.witness.last()) == []
    written = [read_json(entry.body, Word).text for entry in entries]
    assert written[len(written) - len(texts) :] == texts
