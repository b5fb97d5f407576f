from dataclasses import replace

import pytest
from tests.pipeline.stand_ins import SIGN_OFF, sign

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import canonical_json
from secondunit.pipeline.catalogue import CATALOGUE
from secondunit.pipeline.queries import View
from secondunit.pipeline.run import StageReport, run_stage
from secondunit.pipeline.summary import StageSummary, summarise

ODD = Finding(severity=Severity.WARNING, rule="x", where="line 1", message="odd")


@pytest.fixture
def reports(production: View) -> list[StageReport]:
    return [run_stage(production, entry, lambda done, of: None) for entry in CATALOGUE]


def _rows(view: View, reports: list[StageReport]) -> dict[str, StageSummary]:
    return {row.stage: row for row in summarise(view, SIGN_OFF, reports, "package").stages}


def test_only_what_people_decide_on_counts_as_open(
    production: View, reports: list[StageReport]
) -> None:
    rows = _rows(production, reports)
    assert rows["shots.board"].items > 0
    assert rows["shots.board"].open == 0
    assert rows["breakdown.tag"].open == rows["breakdown.tag"].items > 0


def test_the_total_is_the_sum_and_a_decision_lowers_it(
    production: View, reports: list[StageReport]
) -> None:
    before = summarise(production, SIGN_OFF, reports, "package")
    assert before.open == sum(row.open for row in before.stages)
    sign(production, "accept", "schedule.solve")
    assert summarise(production, SIGN_OFF, reports, "package").open == before.open - 1


def test_a_decision_that_two_roles_may_take_waits_for_both(
    production: View, reports: list[StageReport]
) -> None:
    made = summarise(production, SIGN_OFF, reports, "package")
    rows = {row.stage: row for row in made.stages}
    roles = made.open_by_role
    assert roles["1st-ad"] == rows["breakdown.tag"].open + rows["schedule.solve"].open
    assert roles["line-producer"] == roles["1st-ad"] + rows["budget.estimate"].open
    assert "legal" not in roles


def test_nobody_is_named_when_nothing_is_open(production: View, reports: list[StageReport]) -> None:
    (budget,) = (report for report in reports if report.stage == "budget.estimate")
    sign(production, "accept", "budget.estimate")
    made = summarise(production, SIGN_OFF, [budget], "package")
    assert (made.open, made.open_by_role) == (0, {})


def test_files_are_counted_where_they_belong(production: View, reports: list[StageReport]) -> None:
    rows = _rows(production, reports)
    assert rows["generation.take"].files == rows["generation.take"].items
    assert rows["generation.order"].files == 0
    published = len(production.office.records.publications())
    assert sum(row.files for row in rows.values()) == published


def test_a_finding_of_the_reader_and_of_a_stage_is_told_once(
    production: View, reports: list[StageReport]
) -> None:
    draft = production.newest_draft()
    production.draft = replace(draft, findings=canonical_json([ODD]).decode())
    first, second = (replace(report, findings=(ODD,)) for report in reports[:2])
    assert summarise(production, SIGN_OFF, [first, second], "package").findings == (ODD,)


def test_time_is_told_in_tenths_of_a_second_and_summed_exactly(
    production: View, reports: list[StageReport]
) -> None:
    timed = [replace(report, milliseconds=1_049) for report in reports[:2]]
    made = summarise(production, SIGN_OFF, timed, "package")
    assert [row.seconds for row in made.stages] == ["1.0", "1.0"]
    assert made.milliseconds == 2_098


def test_what_was_up_to_date_is_said_to_be(production: View, reports: list[StageReport]) -> None:
    assert all(row.unchanged for row in _rows(production, reports).values())
