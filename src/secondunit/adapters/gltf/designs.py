"""Designers' models of sets: found in a folder, kept by their content, read back to be drawn."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from secondunit.adapters.gltf.glb import Document
from secondunit.adapters.gltf.model_file import SUFFIXES, ModelPart, read_model
from secondunit.adapters.gltf.scene import GENERATOR
from secondunit.adapters.render.staged.designed import DesignedPart
from secondunit.core.errors import InputError
from secondunit.core.ids import Digest
from secondunit.ports.media_store import MediaStore

MEDIA_TYPE = "model/gltf-binary"


class FolderModels:
    """Models in the folder ``sets`` of a production, each named as its set.

    ``BELL HOUSE - KITCHEN`` is found as ``bell-house-kitchen.glb``, also with `` int`` or `` ext``
    after it where both sides have one; capitals, spaces and signs do not matter.

    Args:
        folder: The folder; it need not be there.
        media: Where models are kept.
    """

    def __init__(self, folder: Path, media: MediaStore) -> None:
        self._folder = folder
        self._media = media
        self._kept: dict[tuple[Path, int, int, bool], Digest] = {}

    def find_model(self, name: str, *, interior: bool) -> Digest | None:
        """Content hash of the model of a set, now kept among the media; None where there is none.

        Raises:
            InputError: The model cannot be used, or two files are named as the set.
            StoreError: It cannot be kept.
        """
        path = self._file(name, interior=interior)
        if path is None:
            return None
        stat = path.stat()
        key = (path, stat.st_mtime_ns, stat.st_size, interior)
        if key not in self._kept:
            data = packed(read_model(path, interior=interior))
            self._kept[key] = self._media.store_media(data, MEDIA_TYPE, path.name).digest
        return self._kept[key]

    def _file(self, name: str, *, interior: bool) -> Path | None:
        if not self._folder.is_dir():
            return None
        side = "int" if interior else "ext"
        there = [f for f in sorted(self._folder.iterdir()) if f.suffix.lower() in SUFFIXES]
        for wanted in (plain_name(f"{name} {side}"), plain_name(name)):
            found = [file for file in there if plain_name(file.stem) == wanted]
            if len(found) > 1:
                names = ", ".join(file.name for file in found)
                raise InputError(
                    f"the set {name} has {len(found)} models: {names}", remedy="Keep one of them."
                )
            if found:
                return found[0]
        return None


class StoredDesigns:
    """Models that were kept, ready to be drawn.

    Args:
        media: Where they are kept.
    """

    def __init__(self, media: MediaStore) -> None:
        self._media = media

    def parts(self, model: Digest) -> tuple[DesignedPart, ...]:
        """The parts of a kept model.

        Raises:
            MediaMissing: It is not here.
            HashMismatch: It was changed on disk.
        """
        return _unpacked(self._media.fetch_media(model))


def plain_name(name: str) -> str:
    """A name as files of it are compared: small letters and figures with single dashes."""
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-")


def packed(parts: Sequence[ModelPart]) -> bytes:
    """A model as one ``.glb`` without textures, names in order: the same model, the same bytes."""
    document = Document()
    nodes = []
    for part in parts:
        primitive = {
            "attributes": {
                "POSITION": document.floats(part.points, extremes=True, vertex=True),
            },
            "indices": document.indexes(part.faces),
            "material": document.material("paint", part.colour),
        }
        mesh = document.add("meshes", {"name": part.name, "primitives": [primitive]})
        nodes.append(document.add("nodes", {"name": part.name, "mesh": mesh}))
    document.add("scenes", {"name": "set", "nodes": nodes})
    return document.written(GENERATOR)


@lru_cache(maxsize=8)
def _unpacked(data: bytes) -> tuple[DesignedPart, ...]:
    import trimesh

    from secondunit.adapters.gltf.model_file import parts_of

    scene = trimesh.load_scene(io.BytesIO(data), file_type="glb", process=False)
    return tuple(
        DesignedPart(
            name=part.name,
            points=part.points.astype(np.float32),
            faces=part.faces.astype(np.int32),
            colour=part.colour,
            place=place,
        )
        for place, part in enumerate(parts_of(scene), start=1)
    )
