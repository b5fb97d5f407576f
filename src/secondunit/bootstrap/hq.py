"""Finished frames, made with a Blender of this machine and placed in a folder."""

from __future__ import annotations

from pathlib import Path

from secondunit import config
from secondunit.adapters.folder import FolderOutbox
from secondunit.ports.hq import HqRenderer
from secondunit.ports.media_store import MediaStore
from secondunit.ports.outbox import Outbox

FOLDER = "hq"
"""Under the folder of a production."""


def hq_renderer(media: MediaStore, patience: int) -> HqRenderer:
    """Whoever renders finished frames here.

    Args:
        media: Where designers' models of sets are kept.
        patience: Seconds a frame may take.

    Raises:
        InputError: A setting of the machine cannot be read.
    """
    from secondunit.adapters.blender.renderer import BlenderFrames
    from secondunit.adapters.gltf.designs import StoredDesigns

    return BlenderFrames(config.read_machine().blender, patience, StoredDesigns(media))


def hq_folder(given: Path | None, production: Path, stem: str) -> tuple[Path, Outbox]:
    """Where frames of a shot go: the folder given, else one of its own in the production."""
    folder = given if given is not None else production / FOLDER / stem
    return folder, FolderOutbox(folder)
