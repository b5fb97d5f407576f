from pathlib import Path

import pytest
from tests.pipeline.stand_ins import open_production

from secondunit.core.errors import NotFound
from secondunit.film.shots.scene_model import SceneModel
from secondunit.pipeline.scene_models import write_models


class Writer:
    suffix = ".txt"

    def write_scene(self, scene: SceneModel) -> bytes:
        return " ".join(shot.number for shot in scene.shots).encode()


class Box:
    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def place(self, path: str, data: bytes) -> None:
        self.files[path] = data

    def holds(self, path: str, digest: str) -> bool:
        return False

    def remove(self, path: str) -> None:
        self.files.pop(path, None)

    def describe(self) -> str:
        return "a box"


def test_every_shot_is_in_one_model_of_its_scene_and_set(folder: Path) -> None:
    view, box = open_production(folder), Box()
    written = list(write_models(view, (), Writer(), box))
    assert len(written) == len(box.files) > 0
    numbers = [number for data in box.files.values() for number in data.decode().split()]
    assert len(numbers) == sum(model.shots for model in written)
    assert len(set(numbers)) == len(numbers)


def test_a_scene_without_shots_is_named(folder: Path) -> None:
    with pytest.raises(NotFound, match="99"):
        list(write_models(open_production(folder), ("99",), Writer(), Box()))
