"""The binary glTF container: buffers, accessors, meshes, materials.

Source: Khronos glTF 2.0 specification (ISO/IEC 12113): little endian, chunks padded to four bytes,
POSITION and animation input accessors with their extremes, quaternions as x, y, z, w.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC, VERSION = 0x46546C67, 2
_JSON, _BIN = 0x4E4F534A, 0x004E4942
_FLOAT, _UINT = 5126, 5125
_ARRAY, _ELEMENTS = 34962, 34963
_SHAPES = {1: "SCALAR", 2: "VEC2", 3: "VEC3", 4: "VEC4"}

Object = dict[str, Any]
"""An object of glTF's JSON."""


class Document:
    """A glTF document in the making; every ``add`` returns the index of what was added."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._top: dict[str, list[Object]] = {}
        self._materials: dict[tuple[str, tuple[float, float, float]], int] = {}
        self._uses: set[str] = set()

    def add(self, kind: str, thing: Object) -> int:
        """Add an object to a top-level array (``nodes``, ``cameras``, ``scenes``...)."""
        things = self._top.setdefault(kind, [])
        things.append(thing)
        return len(things) - 1

    def use(self, extension: str) -> None:
        """Say that an extension is used; readers without it still show everything else."""
        self._uses.add(extension)

    def material(self, name: str, colour: tuple[float, float, float]) -> int:
        """A matte material.

        Args:
            name: Its name.
            colour: sRGB, 0-255; written linear, as glTF wants it.
        """
        key = (name, colour)
        if key not in self._materials:
            linear = [round(_linear(channel / 255), 6) for channel in colour]
            self._materials[key] = self.add(
                "materials",
                {
                    "name": name,
                    "doubleSided": True,
                    "pbrMetallicRoughness": {
                        "baseColorFactor": [*linear, 1.0],
                        "metallicFactor": 0.0,
                        "roughnessFactor": 0.9,
                    },
                },
            )
        return self._materials[key]

    def floats(self, values: NDArray[np.floating], *, extremes: bool = False, vertex: bool) -> int:
        """An accessor of floats.

        Args:
            values: ``(n,)`` or ``(n, 2 to 4)``.
            extremes: Write the least and greatest of each column.
            vertex: It belongs to a mesh, not to an animation.
        """
        rows = np.ascontiguousarray(values, dtype="<f4").reshape(len(values), -1)
        found: Object = {
            "bufferView": self._view(rows.tobytes(), _ARRAY if vertex else None),
            "componentType": _FLOAT,
            "count": len(rows),
            "type": _SHAPES[rows.shape[1]],
        }
        if extremes:
            found["min"] = [float(each) for each in rows.min(axis=0)]
            found["max"] = [float(each) for each in rows.max(axis=0)]
        return self.add("accessors", found)

    def indexes(self, values: NDArray[np.integer]) -> int:
        """An accessor of vertex numbers."""
        flat = np.ascontiguousarray(values, dtype="<u4").reshape(-1)
        return self.add(
            "accessors",
            {
                "bufferView": self._view(flat.tobytes(), _ELEMENTS),
                "componentType": _UINT,
                "count": len(flat),
                "type": "SCALAR",
            },
        )

    def written(self, generator: str) -> bytes:
        """The document as a ``.glb`` file."""
        body: Object = {"asset": {"version": "2.0", "generator": generator}, **self._top}
        if "scenes" in body:
            body["scene"] = 0
        if self._uses:
            body["extensionsUsed"] = sorted(self._uses)
        chunks = b""
        if self._bytes:
            body["buffers"] = [{"byteLength": len(self._bytes)}]
            chunks = _chunk(_BIN, bytes(self._bytes), b"\0")
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        whole = _chunk(_JSON, text, b" ") + chunks
        return struct.pack("<III", MAGIC, VERSION, 12 + len(whole)) + whole

    def _view(self, data: bytes, target: int | None) -> int:
        found: Object = {"buffer": 0, "byteOffset": len(self._bytes), "byteLength": len(data)}
        if target is not None:
            found["target"] = target
        self._bytes += data + b"\0" * (-len(data) % 4)
        return self.add("bufferViews", found)


def quaternion(axes: NDArray[np.floating]) -> list[float]:
    """x, y, z, w of a rotation.

    Args:
        axes: ``(3, 3)``; rows are where x, y and z go; right-handed, unit length.
    """
    m = np.asarray(axes, dtype=np.float64).T
    trace = float(np.trace(m))
    if trace > 0:
        s = 2 * np.sqrt(trace + 1)
        found = [(m[2, 1] - m[1, 2]) / s, (m[0, 2] - m[2, 0]) / s, (m[1, 0] - m[0, 1]) / s, s / 4]
    else:
        i = int(np.argmax(np.diag(m)))
        j, k = (i + 1) % 3, (i + 2) % 3
        s = 2 * np.sqrt(max(m[i, i] - m[j, j] - m[k, k] + 1, 1e-12))
        found = [0.0, 0.0, 0.0, (m[k, j] - m[j, k]) / s]
        found[i], found[j], found[k] = s / 4, (m[j, i] + m[i, j]) / s, (m[k, i] + m[i, k]) / s
    unit = np.array(found) / np.linalg.norm(found)
    return [float(each) for each in unit]


def continuous(turns: Sequence[Sequence[float]]) -> NDArray[np.float64]:
    """Quaternions with signs chosen so that each is next to the one before: no spin between."""
    found = np.array(turns, dtype=np.float64)
    for row in range(1, len(found)):
        if np.dot(found[row], found[row - 1]) < 0:
            found[row] = -found[row]
    return found


def _linear(channel: float) -> float:
    """Source: IEC 61966-2-1 (sRGB)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _chunk(kind: int, data: bytes, pad: bytes) -> bytes:
    padded = data + pad * (-len(data) % 4)
    return struct.pack("<II", len(padded), kind) + padded
