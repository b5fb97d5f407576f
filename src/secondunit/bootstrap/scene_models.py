"""Scenes as models, written into a folder."""

from __future__ import annotations

from pathlib import Path

from secondunit.adapters.folder import FolderOutbox
from secondunit.ports.media_store import MediaStore
from secondunit.ports.outbox import Outbox
from secondunit.ports.scene_models import SceneModelWriter

FOLDER = "models"
"""Under the folder of a production."""


def scene_model_writer(media: MediaStore) -> SceneModelWriter:
    """Whoever writes scenes here, with the designers' models that a store keeps."""
    from secondunit.adapters.gltf.designs import StoredDesigns
    from secondunit.adapters.gltf.scene import GlbScenes

    return GlbScenes(StoredDesigns(media))


def model_folder(given: Path | None, production: Path) -> tuple[Path, Outbox]:
    """Where models go: the folder given, else one of the production."""
    folder = given if given is not None else production / FOLDER
    return folder, FolderOutbox(folder)
