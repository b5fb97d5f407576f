import json
from pathlib import Path
from typing import Any

import pytest
from tests.entrypoints.conftest import BLUE, WHITE

from secondunit.entrypoints.cli.app import run


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Any:
    """What a command prints as JSON."""
    assert run(["script", *arguments, "--json"]) == code
    return json.loads(capsys.readouterr().out)


def test_stats_count_everything_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    counts = said(capsys, "stats", str(WHITE))
    assert counts["scenes"] == 22
    assert (counts["dual_blocks"], counts["notes"]) == (1, 1)
    assert {"cues", "speakers", "parentheticals", "transitions", "lyrics", "sections"} <= set(
        counts
    )
    assert {"synopses", "pages", "eighths"} <= set(counts)


def test_lengths_are_a_row_a_scene(capsys: pytest.CaptureFixture[str]) -> None:
    rows = said(capsys, "lengths", str(WHITE))
    assert len(rows) == 22
    assert rows[0] == {
        "scene": "1", "heading": "EXT. CAUSEWAY - DAWN", "eighths": 3, "lines": rows[0]["lines"],
        "page": 1,
    }  # fmt: skip
    longer = said(capsys, "lengths", str(WHITE), "--policy", "mms6")
    assert sum(row["eighths"] for row in longer) > sum(row["eighths"] for row in rows)


def test_a_policy_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["script", "lengths", str(WHITE), "--policy", "folk"]) == 2
    assert "mms6" in capsys.readouterr().err


def test_pages_begin_where_they_begin(capsys: pytest.CaptureFixture[str]) -> None:
    rows = said(capsys, "pages", str(WHITE))
    assert [row["page"] for row in rows] == list(range(1, len(rows) + 1))
    assert rows[0]["text"] == "EXT. CAUSEWAY - DAWN"


def test_show_gives_the_whole_model_with_what_is_odd(capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "show", str(WHITE))
    assert len(shown["screenplay"]["scenes"]) == 22
    assert isinstance(shown["findings"], list)
    assert run(["script", "show", str(WHITE)]) == 0
    assert "MINA" in capsys.readouterr().out


def test_diff_says_what_happened_to_scenes_and_to_lines(capsys: pytest.CaptureFixture[str]) -> None:
    found = said(capsys, "diff", str(WHITE), str(BLUE))
    what = {change["number"]: change["what"] for change in found["scenes"]}
    assert what["12A"] == "new, split from 12"
    assert found["characters"] == [["MRS. TULL", "MRS. VANE"]]
    assert found["unchanged"] == 14
    assert run(["script", "diff", str(WHITE), str(BLUE)]) == 0
    out = capsys.readouterr().out
    assert "- What about people who can't hear it?" in out
    assert "+ What if somebody couldn't hear it?" in out


@pytest.mark.parametrize("command", ["show", "stats", "lengths", "pages"])
def test_a_file_that_is_no_script_is_refused(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.fountain"
    empty.write_bytes(b"")
    assert run(["script", command, str(empty)]) == 1
    assert "the file is empty" in capsys.readouterr().err
    assert run(["script", command, str(tmp_path / "not-there.fdx")]) == 2


def test_a_suffix_that_nothing_writes_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "script.xyz"
    assert run(["script", "convert", str(WHITE), str(target)]) == 2
    assert "“.xyz”" in capsys.readouterr().err
    assert not target.exists()


def test_a_script_without_scenes_can_still_be_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = tmp_path / "notes.fountain"
    notes.write_text("He runs.\n\n> CUT TO:\n", "utf-8")
    counts = said(capsys, "stats", str(notes), code=1)
    assert (counts["scenes"], counts["transitions"]) == (0, 1)
    assert said(capsys, "lengths", str(notes), code=1) == []


def test_a_script_is_written_in_its_own_format_byte_for_byte(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "copy.fountain"
    assert said(capsys, "convert", str(WHITE), str(target))["losses"] == []
    assert target.read_bytes() == WHITE.read_bytes()


@pytest.mark.parametrize("suffix", [".fountain", ".fdx", ".pdf", ".docx"])
def test_every_format_is_counted_measured_and_shown(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / f"script{suffix}"
    said(capsys, "convert", str(WHITE), str(script))
    counts = said(capsys, "stats", str(script))
    assert (counts["scenes"], counts["cues"], counts["dual_blocks"]) == (22, 73, 1)
    for policy in ("fd", "mms6", "mms7", "printed"):
        rows = said(capsys, "lengths", str(script), "--policy", policy)
        assert len(rows) == 22
        assert set(rows[0]) == {"scene", "heading", "eighths", "lines", "page"}
    lines = said(capsys, "show", str(script))["screenplay"]["scenes"][0]["lines"]
    assert {"kind", "text", "row", "spot", "rule", "confidence"} <= set(lines[0])


def test_every_command_says_by_its_exit_code_that_something_blocks(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    prose = tmp_path / "prose.fountain"
    prose.write_text("A man walks in.\n\nHe sits down.\n")
    made = tmp_path / "prose.fdx"
    for arguments in (
        ["show"], ["stats"], ["lengths"], ["pages"], ["diff", str(prose)], ["convert", str(made)],
    ):  # fmt: skip
        for form in ([], ["--json"]):
            command, *more = arguments
            assert run(["script", command, str(prose), *more, *form]) == 1, arguments
            printed = capsys.readouterr()
            assert "no scene heading" in f"{printed.out}{printed.err}".lower(), arguments
    assert made.is_file()
