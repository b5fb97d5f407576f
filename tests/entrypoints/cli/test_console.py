import pytest

from secondunit.core.errors import NotFound
from secondunit.core.finding import Finding, Severity
from secondunit.entrypoints.cli.console import print_error, print_findings, print_table, watching
from secondunit.pipeline.run import StageReport


def _finding(severity: Severity) -> Finding:
    return Finding(
        severity=severity, rule="r", where="line 3", message=f"{severity} [odd]", remedy="look"
    )


def test_findings_are_printed_worst_first_and_notes_last_under_a_count(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_findings([_finding(severity) for severity in Severity])
    said = capsys.readouterr().err
    assert said.index("error") < said.index("warning") < said.index("1 note\n")
    assert "line 3: note [odd]" in said
    assert "warning [odd]" in said


def test_many_notes_are_counted_and_a_few_shown(capsys: pytest.CaptureFixture[str]) -> None:
    print_findings([_finding(Severity.NOTE)] * 20, most=5)
    said = capsys.readouterr().err
    assert said.startswith("20 notes\n")
    assert said.count("line 3") == 5
    assert "and 15 more" in said


def test_many_findings_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    print_findings([_finding(Severity.ERROR)] * 20, most=5)
    assert "and 15 more" in capsys.readouterr().err


def test_brackets_in_a_message_are_printed_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    print_error(NotFound("no [12A] here", remedy="look"))
    assert "no [12A] here" in capsys.readouterr().err


def test_the_first_column_is_never_cut(capsys: pytest.CaptureFixture[str]) -> None:
    print_table("", ("stage", "what"), [("schedule.solve", "word " * 60)])
    assert "schedule.solve" in capsys.readouterr().out


def test_off_a_terminal_each_stage_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    report = StageReport(
        stage="a.b",
        title="Breakdown",
        items=3,
        asks=0,
        asked=0,
        milliseconds=1200,
        unchanged=False,
        findings=(),
    )
    with watching(quiet=False) as watch:
        watch.begin("Breakdown")(1, 2)
        watch.end(report)
    assert capsys.readouterr().err.split() == ["Breakdown", "3", "items", "1.2", "s"]
