from secondunit.core.finding import Finding, Severity
from secondunit.film.screenplay.remarks import Remarks, merge_findings


def test_findings_come_out_by_row_and_one_of_a_kind_a_row() -> None:
    remarks = Remarks("fountain")
    remarks.warn(9, "late", "late")
    remarks.note(2, "early", "early")
    remarks.warn(9, "late", "again")
    remarks.block(0, "all", "all of it")
    assert [(f.severity, f.rule, f.where, f.message) for f in remarks.findings()] == [
        (Severity.ERROR, "screenplay.all", "the script", "all of it"),
        (Severity.NOTE, "screenplay.early", "line 2", "early"),
        (Severity.WARNING, "screenplay.late", "line 9", "late"),
    ]


def test_passes_over_one_file_are_merged_by_place() -> None:
    first, second = Remarks("pdf"), Remarks("pdf")
    first.warn(2014, "b", "")
    first.warn(10001, "d", "")
    second.warn(2009, "a", "")
    second.warn(3001, "c", "")
    merged = merge_findings(first.findings(), second.findings())
    assert [finding.rule[-1] for finding in merged] == ["a", "b", "c", "d"]


def test_a_file_whose_name_has_a_number_is_no_row() -> None:
    whole = Finding(
        severity=Severity.NOTE, rule="screenplay.w", where="draft 9.fountain", message=""
    )
    remarks = Remarks("fountain")
    remarks.warn(3, "r", "")
    assert [f.rule for f in merge_findings(remarks.findings(), [whole])] == [
        "screenplay.w",
        "screenplay.r",
    ]


def test_what_two_passes_find_is_told_once() -> None:
    remarks = Remarks("fountain")
    remarks.warn(4, "hidden-ordering", "a character stands here unseen")
    assert len(merge_findings(remarks.findings(), remarks.findings())) == 1
