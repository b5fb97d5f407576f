from pathlib import Path

import pytest
from tests.pipeline.builder import MATRIX, make_office, make_view
from tests.pipeline.test_run import run, word_entry

from secondunit.core.decision import Verdict
from secondunit.core.errors import InputError, NotFound, ProposalChanged, RoleMayNotSign
from secondunit.core.fact import Fact
from secondunit.pipeline.decide import Ruling, Selection, decide, select
from secondunit.pipeline.queries import State, View


@pytest.fixture
def view(tmp_path: Path) -> View:
    view = make_view(make_office(tmp_path))
    run(view, word_entry("bell", "rope", "lighthouse"))
    return view


def rule(
    view: View,
    verdict: str,
    selection: Selection,
    *,
    role: str = "writer",
    reason: str = "",
    **changes: str,
) -> tuple[Fact, ...]:
    ruling = Ruling(
        verdict=Verdict(verdict), by="Ana Ruiz", role=role, reason=reason, changes=changes
    )
    return decide(view, MATRIX, select(view, MATRIX, selection), ruling)


def states(view: View) -> list[State]:
    return [row.state for row in view.standing("toy.word")]


def test_accepting_makes_a_fact_and_a_journal_entry(view: View) -> None:
    (fact,) = rule(view, "accept", Selection(stage="toy.word", matching="bell"))
    assert (fact.by, fact.role, fact.verdict) == ("Ana Ruiz", "writer", Verdict.ACCEPT)
    assert states(view) == [State.ACCEPTED, State.PROPOSED, State.PROPOSED]
    assert [entry.kind for entry in view.office.records.journal()] == ["decision"]


def test_an_amendment_is_what_later_stages_read(view: View) -> None:
    item = view.standing("toy.word")[0].item
    rule(view, "amend", Selection(items=(item,)), reason="two of them", count="2", text="gong")
    word = view.values("toy.word")[0]
    assert (word.text, word.count) == ("gong", 2)


def test_what_was_rejected_is_not_read_and_not_open(view: View) -> None:
    rule(view, "reject", Selection(stage="toy", matching="ROPE"), reason="cut")
    assert [word.text for word in view.values("toy.word")] == ["bell", "lighthouse"]
    assert len(view.open_items(["toy.word"])) == 2


def test_a_filter_takes_all_open_items_that_are_sure_enough(view: View) -> None:
    facts = rule(view, "accept", Selection(stage="toy.word", least_confidence=0.5))
    assert [fact.label for fact in facts] == ["lighthouse"]


def test_a_decision_on_evidence_that_changed_is_stale_and_still_on_record(view: View) -> None:
    rule(view, "accept", Selection(stage="toy.word"))
    run(view, word_entry("bell", "rope frayed", "lighthouse"))
    assert states(view) == [State.ACCEPTED, State.STALE, State.ACCEPTED]
    (stale,) = view.open_items(["toy.word"])
    assert stale.fact is not None
    assert stale.fact.by == "Ana Ruiz"


def test_a_decision_on_what_is_no_longer_proposed_is_kept_as_gone(view: View) -> None:
    rule(view, "accept", Selection(stage="toy.word"))
    run(view, word_entry("bell"))
    assert states(view) == [State.ACCEPTED, State.GONE, State.GONE]
    assert [word.text for word in view.values("toy.word")] == ["bell"]


def test_a_new_decision_supersedes_the_old_one_and_both_stay(view: View) -> None:
    chosen = Selection(items=(view.standing("toy.word")[0].item,))
    rule(view, "accept", chosen)
    rule(view, "reject", chosen, reason="changed my mind")
    assert states(view)[0] is State.REJECTED
    assert len(view.office.records.facts("toy.word")) == 2


def test_only_a_role_that_signs_the_stage_may_decide(view: View) -> None:
    with pytest.raises(RoleMayNotSign):
        rule(view, "accept", Selection(stage="toy.word"), role="director")
    assert view.office.records.journal() == []


def test_what_changed_after_the_look_cannot_be_signed(view: View) -> None:
    row = view.standing("toy.word")[1]
    assert row.proposed is not None
    seen = f"{row.item}@{row.proposed.digest[:8]}"
    run(view, word_entry("bell", "rope frayed", "lighthouse"))
    with pytest.raises(ProposalChanged):
        rule(view, "accept", Selection(items=(seen,)))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "changes nothing"),
        ({"colour": "1"}, "colour"),
        ({"count": "two"}, "count=two"),
        ({"count": '"2"'}, "count"),
    ],
)
def test_an_amendment_that_does_not_fit_says_why(
    view: View, changes: dict[str, str], said: str
) -> None:
    item = view.standing("toy.word")[0].item
    with pytest.raises(InputError, match=said):
        rule(view, "amend", Selection(items=(item,)), reason="r", **changes)


def test_a_selection_that_means_nothing_is_refused(view: View) -> None:
    with pytest.raises(InputError, match="which items"):
        select(view, MATRIX, Selection())
    with pytest.raises(NotFound, match="no open item"):
        select(view, MATRIX, Selection(stage="toy.word", matching="whale"))
    with pytest.raises(NotFound, match="word-0"):
        select(view, MATRIX, Selection(items=("word-0",)))
    with pytest.raises(InputError, match="not a stage"):
        select(view, MATRIX, Selection(stage="catering"))
