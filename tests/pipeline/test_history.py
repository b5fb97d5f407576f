import sqlite3
from pathlib import Path

import pytest
from tests.pipeline.builder import make_office, make_view
from tests.pipeline.stand_ins import SIGN_OFF, make_press, make_production, open_production
from tests.pipeline.test_decide import rule
from tests.pipeline.test_run import run, word_entry

from secondunit.pipeline.decide import Selection
from secondunit.pipeline.deliver import deliver
from secondunit.pipeline.history import describe_entries
from secondunit.pipeline.journal import add_entry
from secondunit.pipeline.queries import View

BELL = Selection(stage="toy.word", matching="bell")


@pytest.fixture
def view(tmp_path: Path) -> View:
    view = make_view(make_office(tmp_path))
    run(view, word_entry("bell", "rope"))
    return view


def _told(view: View) -> list[str]:
    return [event.what for event in describe_entries(view)]


def test_a_decision_says_what_of_whom_in_which_role_and_why(view: View) -> None:
    rule(view, "accept", BELL)
    rule(view, "reject", Selection(stage="toy.word", matching="rope"), reason="cut for time")
    assert _told(view) == ["accept bell (writer)", "reject rope (writer) “cut for time”"]
    assert {event.by for event in describe_entries(view)} == {"Ana Ruiz"}


def test_an_item_is_called_as_it_read_when_it_was_decided(view: View) -> None:
    rule(view, "accept", BELL)
    run(view, word_entry("bell tolls", "rope"))
    rule(view, "accept", BELL)
    assert _told(view) == ["accept bell (writer)", "accept bell tolls (writer)"]


def test_events_stand_in_the_order_and_under_the_hashes_of_the_journal(view: View) -> None:
    rule(view, "accept", Selection(stage="toy.word"))
    events = describe_entries(view)
    entries = view.office.records.journal()
    assert [(event.sequence, event.hash) for event in events] == [
        (entry.sequence, entry.hash) for entry in entries
    ]


def test_drafts_and_packages_are_told_in_words(tmp_path: Path) -> None:
    view = make_production(tmp_path, through="screenplay")
    fresh = open_production(tmp_path)
    press = make_press(tmp_path / "out")
    outcome = deliver(fresh, SIGN_OFF, press, by="Kim Oduya", draft=True)
    assert outcome.manifest is not None
    files = len(outcome.manifest.entries)
    assert _told(view) == ["draft 1: script.fountain", f"DRAFT package of {files} files"]


def test_an_entry_of_a_kind_from_a_later_version_is_listed_by_its_kind(view: View) -> None:
    with view.office.records.transaction():
        add_entry(view.office, kind="loan", by="Ana Ruiz", body={"to": "archive"})
    assert _told(view) == ["loan"]


def test_an_entry_that_was_tampered_with_does_not_hide_the_others(
    view: View, tmp_path: Path
) -> None:
    rule(view, "accept", Selection(stage="toy.word"))
    with sqlite3.connect(tmp_path / "production.db") as database:
        database.execute("UPDATE journal SET body = '{}' WHERE sequence = 1")
    first, second = _told(view)
    assert "cannot be read" in first
    assert "secondunit verify" in first
    assert second == "accept rope (writer)"
