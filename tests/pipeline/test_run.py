from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.builder import (
    EchoJobs,
    TotalStage,
    Word,
    Words,
    WordStage,
    make_office,
    make_view,
)

from secondunit.core.errors import Unavailable
from secondunit.core.finding import Finding, Severity
from secondunit.core.proposal import Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.pipeline.entry import Entry
from secondunit.pipeline.queries import View
from secondunit.pipeline.run import StageReport, run_stage


def word_entry(*texts: str) -> Entry:
    return Entry(
        stage=WordStage(),
        title="Words",
        department="toy",
        fact=Word,
        gather=lambda _view: Words(texts=texts),
    )


def total_entry() -> Entry:
    return Entry(
        stage=TotalStage(),
        title="Total",
        department="toy",
        fact=Word,
        gather=lambda view: view.values("toy.word"),
    )


def run(view: View, entry: Entry) -> StageReport:
    return run_stage(view, entry, lambda _done, _asked: None)


def test_a_stage_is_not_run_twice_on_the_same_inputs(tmp_path: Path) -> None:
    jobs = EchoJobs()
    view = make_view(make_office(tmp_path, jobs))
    first = run(view, word_entry("bell", "rope"))
    again = run(view, word_entry("bell", "rope"))
    assert (first.items, first.asked, first.unchanged) == (2, 2, False)
    assert (again.items, again.asked, again.unchanged) == (2, 0, True)
    assert jobs.asked == ["bell", "rope"]


def test_only_what_was_never_asked_is_asked(tmp_path: Path) -> None:
    jobs = EchoJobs()
    view = make_view(make_office(tmp_path, jobs))
    run(view, word_entry("bell", "rope"))
    report = run(view, word_entry("rope", "nail", "bell"))
    assert (report.asks, report.asked) == (3, 1)
    assert jobs.asked == ["bell", "rope", "nail"]


def test_the_same_question_twice_in_one_plan_is_asked_once(tmp_path: Path) -> None:
    jobs = EchoJobs()
    run(make_view(make_office(tmp_path, jobs)), word_entry("bell", "bell"))
    assert jobs.asked == ["bell"]


def test_a_run_that_fails_half_way_continues_where_it_stopped(tmp_path: Path) -> None:
    tired = EchoJobs(fail_after=2)
    with pytest.raises(Unavailable):
        run(make_view(make_office(tmp_path, tired)), word_entry("bell", "rope", "nail"))
    fresh = EchoJobs()
    report = run(make_view(make_office(tmp_path, fresh)), word_entry("bell", "rope", "nail"))
    assert fresh.asked == ["nail"]
    assert report.items == 3


def test_a_later_stage_runs_again_only_when_what_it_reads_changed(tmp_path: Path) -> None:
    view = make_view(make_office(tmp_path))
    run(view, word_entry("bell"))
    assert run(view, total_entry()).unchanged is False
    assert run(view, total_entry()).unchanged is True
    run(view, word_entry("bell", "rope"))
    assert run(view, total_entry()).unchanged is False


def test_time_and_cost_of_each_run_are_on_record(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    run(make_view(office), word_entry("bell", "rope"))
    (kept,) = office.records.runs()
    assert (kept.stage, kept.cost.minor, kept.asks, kept.asked) == ("toy.word", 14, 2, 2)


def test_a_trial_changes_what_is_seen_and_nothing_that_is_kept(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    run(make_view(office), word_entry("bell"))
    trial = make_view(office)
    run_stage(trial, word_entry("gong"), lambda _done, _asked: None, keep=False)
    assert [word.text for word in trial.values("toy.word")] == ["gong"]
    assert [word.text for word in make_view(office).values("toy.word")] == ["bell"]


class OptionalWordStage(WordStage):
    """Words it can do without; says which it was not told."""

    key = "toy.word"

    def plan(self, inputs: Words) -> Sequence[Ask]:
        return [replace(each, optional=True) for each in super().plan(inputs)]

    def propose(self, inputs: Words, answers: Sequence[Answer]) -> Proposal[Word]:
        told = [answer for answer in answers if not answer.failure]
        names = [
            name for name, answer in zip(inputs.texts, answers, strict=True) if not answer.failure
        ]
        missing = tuple(
            Finding(
                severity=Severity.WARNING,
                rule="toy.unanswered",
                where="words",
                message=answer.failure,
            )
            for answer in answers
            if answer.failure
        )
        return replace(super().propose(Words(texts=tuple(names)), told), findings=missing)


def test_an_optional_question_nobody_answers_stops_nothing_and_is_asked_again(
    tmp_path: Path,
) -> None:
    jobs = EchoJobs(fail_after=1)
    view = make_view(make_office(tmp_path, jobs))
    entry = replace(word_entry("bell", "rope"), stage=OptionalWordStage())
    first = run(view, entry)
    assert (first.items, first.asked) == (1, 1)
    assert [finding.rule for finding in first.findings] == ["toy.unanswered"]
    assert first.findings[0].message.startswith("the echo is tired")
    jobs.fail_after = 10
    again = run(view, entry)
    assert (again.items, again.asked, again.findings) == (2, 1, ())
    assert run(view, entry).unchanged
