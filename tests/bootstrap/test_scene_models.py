from pathlib import Path

from secondunit.adapters.store.objects import open_folder
from secondunit.bootstrap.scene_models import model_folder, scene_model_writer


def test_models_go_into_the_production_unless_a_folder_is_given(tmp_path: Path) -> None:
    folder, outbox = model_folder(None, tmp_path)
    outbox.place("a.glb", b"glTF")
    assert (tmp_path / "models" / "a.glb").read_bytes() == b"glTF"
    assert folder == tmp_path / "models"
    assert model_folder(tmp_path / "other", tmp_path)[0] == tmp_path / "other"


def test_scenes_are_written_as_binary_gltf(tmp_path: Path) -> None:
    assert scene_model_writer(open_folder(tmp_path / "media")).suffix == ".glb"
