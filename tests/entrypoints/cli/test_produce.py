import csv
import json
import os
from pathlib import Path

import opentimelineio as otio
import pytest
from tests.entrypoints.conftest import BLUE, WHITE

from secondunit.adapters.folder import locked
from secondunit.adapters.media.h264 import H264Encoder
from secondunit.entrypoints.cli.app import run


def produce(script: Path, out: Path, *more: str) -> int:
    return run(["produce", str(script), "--out", str(out), *more])


def test_the_package_holds_every_sheet_of_every_department(made: Path) -> None:
    placed = {str(file.relative_to(made / "package")) for file in (made / "package").rglob("*.*")}
    assert {
        "1-screenplay/three-scenes.fountain",
        "1-screenplay/scenes.pdf",
        "2-breakdown/elements.xlsx",
        "2-breakdown/by-scene.pdf",
        "3-schedule/stripboard.pdf",
        "3-schedule/one-liner.csv",
        "3-schedule/day-out-of-days.csv",
        "4-budget/top-sheet.pdf",
        "4-budget/budget.xlsx",
        "5-shots/shot-list.pdf",
        "6-boards/storyboard.pdf",
        "6-boards/panels/1A.png",
        "6-boards/animatic.mp4",
        "7-takes/1A-1.mp4",
        "8-cut/cut.otio",
        "9-localisation/dialogue-list.csv",
        "9-localisation/en.srt",
        "9-localisation/en.ttml",
    } <= placed


def test_every_scene_is_on_exactly_one_day_of_the_one_liner(worked: Path) -> None:
    with (worked / "package/3-schedule/one-liner.csv").open(encoding="utf-8-sig") as file:
        numbers = [row[0] for row in csv.reader(file) if len(row) > 1 and row[0].isdigit()]
    assert sorted(map(int, numbers)) == list(range(1, 23))


def test_the_animatic_and_every_take_are_as_long_as_the_cut(made: Path) -> None:
    timeline = otio.adapters.read_from_file(str(made / "package/8-cut/cut.otio"))
    encoder = H264Encoder()
    animatic = encoder.probe((made / "package/6-boards/animatic.mp4").read_bytes())
    clips = list(timeline.tracks[0])
    assert animatic.frames == sum(int(clip.source_range.duration.value) for clip in clips)
    for clip in clips:
        media = (made / "package/8-cut" / clip.media_reference.target_url).resolve()
        assert encoder.probe(media.read_bytes()).frames == clip.source_range.duration.value


def test_a_second_run_does_nothing_again(
    script: Path, production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {file: file.stat().st_mtime_ns for file in (production / "package").rglob("*.*")}
    assert produce(script, production, "--json") == 0
    summary = json.loads(capsys.readouterr().out)
    assert all(stage["unchanged"] for stage in summary["stages"])
    after = {file: file.stat().st_mtime_ns for file in (production / "package").rglob("*.*")}
    assert after == before


def test_a_deleted_sheet_is_put_back_without_being_made_again(
    script: Path, production: Path
) -> None:
    sheet = production / "package/3-schedule/stripboard.pdf"
    data = sheet.read_bytes()
    sheet.unlink()
    assert produce(script, production, "--json") == 0
    assert sheet.read_bytes() == data


def test_two_productions_of_one_script_are_equal_to_the_byte(
    script: Path, made: Path, tmp_path: Path
) -> None:
    assert produce(script, tmp_path / "again", "--json") == 0
    for file in (made / "package").rglob("*.*"):
        again = tmp_path / "again" / "package" / file.relative_to(made / "package")
        assert again.read_bytes() == file.read_bytes(), file.name


def test_a_run_may_stop_after_a_department(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert produce(WHITE, tmp_path / "p", "--through", "breakdown", "--json") == 0
    stages = [stage["stage"] for stage in json.loads(capsys.readouterr().out)["stages"]]
    assert stages == ["screenplay.draft", "breakdown.tag"]


def test_the_summary_says_what_was_made_and_what_is_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert produce(WHITE, tmp_path / "p", "--through", "breakdown") == 0
    out = capsys.readouterr().out
    assert "PROPOSED" in out
    assert "Breakdown" in out
    assert str(tmp_path / "p" / "package") in out.replace("\n", "")


def test_another_text_is_not_taken_for_the_same_production(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert produce(BLUE, production) == 1
    assert "secondunit revise" in capsys.readouterr().err


def test_two_runs_at_once_are_kept_apart(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with locked(production):
        assert produce(WHITE, production) == 1
    assert "another run" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.fountain", b"", "empty"),
        ("blank.fountain", b" \n\n \n", "empty"),
        ("photo.fountain", b"\x89PNG\r\n\x1a\n" + bytes(200), "not a text file"),
        ("novel.fountain", b"It was a night.\n\nIt rained.\n", "no scene heading"),
    ],
)
def test_a_script_that_cannot_be_worked_with_is_refused_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert produce(tmp_path / name, tmp_path / "p") == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "p").exists()


def test_a_file_of_200_megabytes_is_refused_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / "film.fountain").open("wb") as file:
        file.truncate(200_000_000)
        file.seek(0)
        file.write(b"INT. ROOM - DAY\n")
    assert produce(tmp_path / "film.fountain", tmp_path / "p") == 1
    assert "200 MB" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_and_line_ends_read_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    text = WHITE.read_text(encoding="utf-8").replace("\n", "\r\n")
    (tmp_path / "copy.fountain").write_bytes(text.encode(encoding))
    assert (
        produce(tmp_path / "copy.fountain", tmp_path / "p", "--through", "breakdown", "--json") == 0
    )
    assert json.loads(capsys.readouterr().out)["stages"][1]["items"] > 200


def test_wrong_usage_exits_with_2_and_a_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert produce(tmp_path / "nothing.fountain", tmp_path / "p") == 2
    assert "no such file" in capsys.readouterr().err
    assert produce(WHITE, tmp_path / "p", "--through", "catering") == 2
    assert "screenplay, breakdown" in capsys.readouterr().err
    assert run(["produce", "--nonsense"]) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.chmod(0o500)
    assert produce(WHITE, tmp_path / "p") == 1
    assert "writable" in capsys.readouterr().err


def test_an_error_is_json_where_json_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert produce(tmp_path / "nothing.fountain", tmp_path / "p", "--json") == 2
    assert json.loads(capsys.readouterr().out)["error"]["kind"] == "InputError"
