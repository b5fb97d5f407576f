from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import trimesh

from secondunit.adapters.gltf.designs import FolderModels, StoredDesigns, plain_name
from secondunit.adapters.store.objects import open_folder
from secondunit.core.errors import InputError


def save(path: Path, *, tall: float = 2.5) -> None:
    path.parent.mkdir(exist_ok=True)
    scene = trimesh.Scene()
    for name, x in (("wall", -2.0), ("table", 0.5)):
        mesh = trimesh.creation.box((1.0, tall, 1.0))
        mesh.apply_translation((x, tall / 2, 0))
        scene.add_geometry(mesh, node_name=name, geom_name=name)
    path.write_bytes(scene.export(file_type="glb"))


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    return tmp_path / "sets"


@pytest.fixture
def models(tmp_path: Path, sets: Path) -> FolderModels:
    return FolderModels(sets, open_folder(tmp_path / "media"))


def test_a_model_is_found_by_the_name_of_its_set_and_kept_by_its_content(
    models: FolderModels, sets: Path, tmp_path: Path
) -> None:
    save(sets / "Bell House - Kitchen.glb")
    found = models.find_model("BELL HOUSE - KITCHEN", interior=True)
    assert found is not None
    parts = StoredDesigns(open_folder(tmp_path / "media")).parts(found)
    assert [(part.name, part.wild) for part in parts] == [("table", False), ("wall", True)]
    assert np.ptp(parts[0].points, axis=0) == pytest.approx([1, 2.5, 1])
    assert models.find_model("BELL HOUSE - YARD", interior=False) is None


def test_the_same_model_has_the_same_hash_and_another_another(
    models: FolderModels, sets: Path
) -> None:
    save(sets / "kitchen.glb")
    save(sets / "hall.glb")
    save(sets / "yard.glb", tall=3.0)
    kitchen, hall, yard = (models.find_model(n, interior=True) for n in ("KITCHEN", "HALL", "YARD"))
    assert kitchen == hall != yard


def test_inside_and_outside_have_models_of_their_own(models: FolderModels, sets: Path) -> None:
    save(sets / "barn.glb")
    save(sets / "barn-ext.glb", tall=6.0)
    assert models.find_model("BARN", interior=True) != models.find_model("BARN", interior=False)


def test_two_files_for_one_set_are_refused_and_both_named(models: FolderModels, sets: Path) -> None:
    save(sets / "barn.glb")
    save(sets / "Barn.gltf")
    with pytest.raises(InputError, match=r"barn\.glb") as caught:
        models.find_model("BARN", interior=True)
    assert "Barn.gltf" in str(caught.value)


def test_without_a_folder_there_is_no_model(models: FolderModels) -> None:
    assert models.find_model("BARN", interior=True) is None


def test_names_are_compared_without_signs() -> None:
    assert plain_name("O'HARA'S  BAR (night)") == "o-hara-s-bar-night"
    assert plain_name("ÉCOLE") == "école"
