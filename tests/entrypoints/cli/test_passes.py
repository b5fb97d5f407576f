import json
from pathlib import Path

import pytest

from secondunit.core.ids import digest_bytes
from secondunit.entrypoints.cli.app import run

SMALL = ("--size", "160x90")


def test_passes_are_written_and_listed_with_their_hashes(
    production: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "control"
    where = ("--out", str(production), "--to", str(to), *SMALL, "--json")
    assert run(["shots", "passes", "1A", "--frames", "0-1", *where]) == 0
    said = json.loads(capsys.readouterr().out)
    assert {file.name for file in to.iterdir()} == {each["name"] for each in said["passes"]}
    for each in said["passes"]:
        assert digest_bytes((to / each["name"]).read_bytes()) == each["digest"]
    assert {"1A.depth.0000.exr", "1A.pose.0001.json", "1A.camera.usda"} <= {
        each["name"] for each in said["passes"]
    }


def test_without_a_folder_they_lie_in_the_production(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["shots", "passes", "1A", "--kinds", "edges", "--out", str(production), *SMALL]
    assert run(arguments) == 0
    assert (production / "passes" / "1A" / "1A.edges.0000.png").is_file()
    assert "1A.edges.0000.png" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["99Z"], 1, "no shot"),
        (["1A", "--kinds", "depht"], 2, "no pass"),
        (["1A", "--frames", "5-2"], 2, "backwards"),
        (["1A", "--frames", "99999"], 2, "no frame"),
        (["1A", "--frames", "x"], 2, "no frame range"),
        (["1A", "--size", "big"], 2, "no size"),
        (["1A", "--size", "9x9"], 2, "cannot be made"),
    ],
)
def test_what_cannot_be_is_refused_with_a_remedy(
    arguments: list[str],
    code: int,
    said: str,
    production: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["shots", "passes", *arguments, "--out", str(production)]) == code
    shown = capsys.readouterr().err
    assert said in shown
    assert "→" in shown
    assert not (production / "passes").exists()
