import json
from pathlib import Path

import pytest
from PIL import Image
from tests.adapters.blender.builder import stand_in

from secondunit.core.ids import digest_bytes
from secondunit.entrypoints.cli.app import run

SMALL = ("--size", "160x90")


@pytest.fixture(autouse=True)
def blender(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = stand_in(tmp_path / "program")
    monkeypatch.setenv("SECONDUNIT_BLENDER", str(program))
    return program


def test_a_frame_is_rendered_and_told_with_its_hash(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "look"
    where = ("--to", str(to), "--out", str(made), *SMALL, "--json")
    assert run(["shots", "hq", "1A", "--frame", "2", *where]) == 0
    frame = json.loads(capsys.readouterr().out)["frame"]
    file = to / "1A.hq-cycles.0002.png"
    assert frame["name"] == file.name
    assert digest_bytes(file.read_bytes()) == frame["digest"]
    with Image.open(file) as picture:
        assert picture.width == 160


def test_without_a_folder_it_lies_in_the_production(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--engine", "freestyle", "--out", str(production), *SMALL]
    assert run(["shots", "hq", "1A", *arguments]) == 0
    assert (production / "hq" / "1A" / "1A.hq-freestyle.0000.png").is_file()
    assert "1A.hq-freestyle.0000.png" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["99Z"], 1, "no shot"),
        (["1A", "--engine", "eevee"], 2, "no engine"),
        (["1A", "--samples", "0"], 2, "samples"),
        (["1A", "--size", "big"], 2, "no size"),
        (["1A", "--frame", "99999"], 2, "no frame"),
        (["1A", "--limit", "0"], 2, "limit"),
    ],
)
def test_what_cannot_be_rendered_is_refused_by_name(
    made: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    assert run(["shots", "hq", *arguments, "--out", str(made)]) == code
    assert said in capsys.readouterr().err


def test_a_blender_that_is_not_there_is_said_with_the_way_to_get_one(
    made: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SECONDUNIT_BLENDER", "/nowhere/blender")
    assert run(["shots", "hq", "1A", "--out", str(made), *SMALL]) == 1
    said = capsys.readouterr().err
    assert "/nowhere/blender" in said
    assert "blender.org" in said


def test_a_blender_that_fails_is_quoted(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = stand_in(tmp_path / "bad", "print('out of memory'); sys.exit(9)")
    monkeypatch.setenv("SECONDUNIT_BLENDER", str(program))
    assert run(["shots", "hq", "1A", "--out", str(made), *SMALL]) == 1
    said = capsys.readouterr().err
    assert "out of memory" in said
    assert "exit code 9" in said
