import json
from pathlib import Path

import pytest
import trimesh

from secondunit.entrypoints.cli.app import run


def test_every_scene_is_written_and_opens_elsewhere(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["shots", "models", "--to", str(tmp_path), "--out", str(made), "--json"]) == 0
    models = json.loads(capsys.readouterr().out)["models"]
    assert {model["scene"] for model in models} == {"1", "2", "3"}
    for model in models:
        scene = trimesh.load_scene(tmp_path / model["name"])
        assert scene.geometry
        assert model["shots"] > 0


def test_one_scene_can_be_asked_for(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--scene", "2", "--to", str(tmp_path), "--out", str(made)]
    assert run(["shots", "models", *arguments]) == 0
    assert "shots" in capsys.readouterr().out
    assert len(list(tmp_path.glob("*.glb"))) == 1


def test_a_scene_that_is_not_there_is_refused_with_those_that_are(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["shots", "models", "--scene", "99", "--out", str(made)]) != 0
    said = capsys.readouterr().err
    assert "99" in said
    assert "→" in said
