from __future__ import annotations

import json
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from secondunit.entrypoints.cli.app import run

LEDGER = "account,date,amount,kind\n3300,2027-01-04,1200.50,actual\n2501,2027-01-05,900,po\n"


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["budget", *arguments]) == 0
    return capsys.readouterr().out


def minor(text: str) -> int:
    return int(Decimal(text.replace(",", "")) * 100)


def test_the_top_sheet_is_printed_whole_and_adds_up(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = asked(capsys, "topsheet", "--out", str(made)).splitlines()
    accounts = [line.split() for line in lines if line[:4].isdigit()]
    figures = {line.strip().rsplit("  ", 1)[0].strip(): line for line in lines}
    assert len(accounts) > 20
    grand = next(line for title, line in figures.items() if title.startswith("GRAND TOTAL"))
    contingency = next(line for title, line in figures.items() if title.startswith("Contingency"))
    amounts = [minor(cells[-3]) for cells in accounts]
    assert sum(amounts) + minor(contingency.split()[-3]) == minor(grand.split()[-3])


def test_the_same_money_stands_in_the_european_chart(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(made), "--json")
    own = json.loads(asked(capsys, "topsheet", *where))
    other = json.loads(asked(capsys, "topsheet", "--chart", "cnc", *where))
    assert other["grand_total"] == own["grand_total"]
    assert {a["code"] for a in other["accounts"]} != {a["code"] for a in own["accounts"]}


def test_an_incentive_leads_to_the_net_cost(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = asked(capsys, "topsheet", "--incentive", "uk-avec", "--out", str(made))
    assert "Less: UK Audio-Visual Expenditure Credit (film)" in out
    assert "NET COST AFTER INCENTIVE" in out


def test_the_detail_of_one_account_ends_in_its_total(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = asked(capsys, "detail", "--account", "3300", "--out", str(made)).splitlines()
    assert any("Camera operator, shoot" in line for line in lines)
    assert not any("Gaffer" in line for line in lines)
    assert any("Total Camera" in line for line in lines)


@pytest.mark.parametrize("suffix", ["pdf", "csv", "xlsx", "json"])
def test_a_sheet_is_written_in_the_format_its_name_asks_for(
    made: Path, tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"budget.{suffix}"
    asked(capsys, "detail", "--write", str(path), "--out", str(made))
    data = path.read_bytes()
    assert len(data) > 1000
    if suffix == "xlsx":
        total = openpyxl.load_workbook(BytesIO(data))["Detail"]["I7"].value
        assert str(total).startswith("=ROUND(")


def test_the_first_budget_is_version_one_and_differs_in_nothing_from_itself(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(made), "--json")
    known = json.loads(asked(capsys, "compare", "--list", *where))
    assert [version["number"] for version in known] == [1]
    assert json.loads(asked(capsys, "compare", *where))["lines"] == []


def test_without_a_group_the_budget_is_what_its_lines_cost_less(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(made), "--json")
    found = json.loads(asked(capsys, "compare", "--without", "second-meal", *where))
    before, after = (found[name]["grand_total"]["minor"] for name in ("original", "revised"))
    assert before >= after
    reasons = {line["title"]: line["reason"] for line in found["lines"]}
    assert before == after or reasons["Catering, second meal at night"] == "gone"


def test_a_ledger_becomes_a_cost_report(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger, estimates = tmp_path / "ledger.csv", tmp_path / "etc.csv"
    ledger.write_text(LEDGER, encoding="utf-8")
    estimates.write_text("account,amount\n3300,10\n", encoding="utf-8")
    given = ("--actuals", str(ledger), "--estimates", str(estimates))
    out = asked(capsys, "cost-report", *given, "--out", str(made), "--json")
    rows = {row["code"]: row for row in json.loads(out)["accounts"]}
    assert rows["3300"]["actual"]["minor"] == 120_050
    assert rows["3300"]["to_complete"]["minor"] == 1_000
    assert rows["2500"]["committed"]["minor"] == 90_000


def test_programs_are_compared_and_one_is_shown_line_by_line(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = asked(capsys, "incentives", "--out", str(made))
    assert out.count("Georgia Film Tax Credit") >= 2
    run(["budget", "incentives", "--program", "us-ga", "--with", "logo", "--out", str(made)])
    assert "Qualified Georgia promotion: 10 %" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("topsheet", "--chart", "mars"), "mars"),
        (("topsheet", "--incentive", "us-xx"), "us-xx"),
        (("topsheet", "--incentive", "us-ga", "--with", "snow"), "snow"),
        (("topsheet", "--write", "sheet.doc"), "sheet.doc"),
        (("detail", "--account", "9999"), "9999"),
        (("compare", "--original", "7"), "version 7"),
        (("compare", "--without", "nothing"), "nothing"),
        (("cost-report", "--actuals", "absent.csv"), "absent.csv"),
        (("cost-report", "--actuals", "x.csv", "--since", "soon"), "soon"),
        (("incentives", "--with", "snow"), "snow"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_remedy(
    made: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert run(["budget", *arguments, "--out", str(made)]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "→" in error


def test_a_ledger_in_another_encoding_is_refused_by_line(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = tmp_path / "ledger.csv"
    ledger.write_bytes(b"account,date,amount,memo\n3300,2027-01-04,5,caf\xe9\n")
    assert run(["budget", "cost-report", "--actuals", str(ledger), "--out", str(made)]) == 2
    assert "ledger.csv line 2" in capsys.readouterr().err
