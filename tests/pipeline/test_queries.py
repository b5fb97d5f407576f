from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.pipeline.builder import Word, make_office, make_view
from tests.pipeline.test_decide import rule, states
from tests.pipeline.test_run import run, word_entry

from secondunit.core.errors import NotFound
from secondunit.core.ids import Digest
from secondunit.pipeline.decide import Selection
from secondunit.pipeline.queries import OPEN, State, View
from secondunit.pipeline.run import run_stage
from secondunit.ports.records import Draft

BELL = Selection(stage="toy.word", matching="bell")
DRAFT = Draft(
    number=1,
    name="white.fountain",
    source=Digest("a" * 64),
    script=Digest("b" * 64),
    findings="[]",
    added_at="2026-11-25T10:00:00Z",
)


@pytest.fixture
def view(tmp_path: Path) -> View:
    view = make_view(make_office(tmp_path))
    run(view, word_entry("bell", "rope"))
    return view


def test_a_production_without_a_script_says_how_to_bring_one(view: View) -> None:
    with pytest.raises(NotFound) as caught:
        view.newest_draft()
    assert caught.value.remedy == "Run secondunit produce SCRIPT."


def test_the_newest_draft_is_in_force_unless_another_is_looked_through(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    blue = replace(DRAFT, number=2, name="blue.fountain")
    with office.records.transaction():
        office.records.add_draft(DRAFT)
        office.records.add_draft(blue)
    assert make_view(office).newest_draft() == blue
    assert View(office=office, shapes={}, draft=DRAFT).newest_draft() == DRAFT


def test_an_item_turned_down_is_open_again_when_its_evidence_changed_and_still_not_read(
    view: View,
) -> None:
    rule(view, "reject", BELL, reason="cut")
    run(view, word_entry("bell tolls", "rope"))
    assert states(view) == [State.STALE, State.PROPOSED]
    assert [row.label for row in view.open_items(["toy.word"])] == ["bell tolls", "rope"]
    assert view.values("toy.word") == (Word(text="rope"),)


def test_what_a_person_wrote_outlives_a_change_of_the_evidence(view: View) -> None:
    rule(view, "amend", BELL, reason="two", count="2", text="gong")
    run(view, word_entry("bell tolls", "rope"))
    assert states(view)[0] is State.STALE
    assert view.values("toy.word")[0] == Word(text="gong", count=2)


def test_what_was_accepted_is_read_as_it_is_proposed_now(view: View) -> None:
    rule(view, "accept", BELL)
    run(view, word_entry("bell tolls", "rope"))
    assert view.values("toy.word")[0] == Word(text="bell tolls")


def test_an_item_that_comes_back_as_it_was_is_decided_as_it_was(view: View) -> None:
    rule(view, "accept", BELL)
    run(view, word_entry("rope"))
    assert states(view) == [State.PROPOSED, State.GONE]
    run(view, word_entry("bell", "rope"))
    assert states(view) == [State.ACCEPTED, State.PROPOSED]


def test_a_stage_that_never_ran_has_nothing_and_says_what_to_do(view: View) -> None:
    assert view.standing("toy.total") == ()
    assert view.findings("toy.total") == ()
    assert view.inputs_digest("toy.total") is None
    with pytest.raises(NotFound, match=r"toy\.total has nothing that stands") as caught:
        view.one("toy.total")
    assert "secondunit produce" in caught.value.remedy


def test_a_single_item_that_was_turned_down_is_not_there(tmp_path: Path) -> None:
    view = make_view(make_office(tmp_path))
    run(view, word_entry("bell"))
    assert view.one("toy.word") == Word(text="bell")
    rule(view, "reject", BELL, reason="no")
    with pytest.raises(NotFound):
        view.one("toy.word")


def test_a_trial_has_its_own_inputs_and_items(view: View) -> None:
    kept = view.inputs_digest("toy.word")
    run_stage(view, word_entry("gong"), lambda done, of: None, keep=False)
    assert view.inputs_digest("toy.word") not in {kept, None}
    assert [row.label for row in view.standing("toy.word")] == ["gong"]


def test_a_view_is_one_reading_until_it_is_told_to_read_anew(view: View) -> None:
    before = view.standing("toy.word")
    run(make_view(view.office), word_entry("bell", "rope", "nail"))
    assert view.standing("toy.word") == before
    view.refresh("toy.word")
    assert len(view.standing("toy.word")) == 3


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(said=st.lists(st.tuples(st.integers(0, 1), st.sampled_from(["accept", "reject"]))))
def test_every_item_stands_once_under_the_last_word_on_it(
    view: View, said: list[tuple[int, str]]
) -> None:
    items = [row.item for row in view.standing("toy.word")]
    last: dict[int, str] = {}
    before = len(view.office.records.journal())
    for index, verdict in said:
        rule(view, verdict, Selection(items=(items[index],)), reason="because")
        last[index] = verdict
    rows = view.standing("toy.word")
    assert [row.item for row in rows] == items
    for index, verdict in last.items():
        assert rows[index].state.value == f"{verdict}ed"
    assert len(view.values("toy.word")) == sum(row.state is not State.REJECTED for row in rows)
    assert view.open_items(["toy.word"]) == tuple(row for row in rows if row.state in OPEN)
    assert len(view.office.records.journal()) == before + len(said)
