"""Control passes, made with the renderer of this machine and placed in a folder."""

from __future__ import annotations

from pathlib import Path

from secondunit import config
from secondunit.adapters.folder import FolderOutbox
from secondunit.ports.media_store import MediaStore
from secondunit.ports.outbox import Outbox
from secondunit.ports.passes import PassMaker

FOLDER = "passes"
"""Under the folder of a production."""


def pass_maker(media: MediaStore) -> PassMaker:
    """Whoever makes passes here.

    Args:
        media: Where designers' models of sets are kept.

    Raises:
        InputError: A setting of the machine cannot be read.
        NotConfigured: The machine's renderer is not there.
    """
    from secondunit.adapters.gltf.designs import StoredDesigns
    from secondunit.adapters.render.passes.maker import ShotPasses
    from secondunit.adapters.tracers import make_tracer

    return ShotPasses(StoredDesigns(media), make_tracer(config.read_machine().renderer))


def pass_folder(given: Path | None, production: Path, stem: str) -> tuple[Path, Outbox]:
    """Where the passes of a shot go: the folder given, else one of its own in the production."""
    folder = given if given is not None else production / FOLDER / stem
    return folder, FolderOutbox(folder)
