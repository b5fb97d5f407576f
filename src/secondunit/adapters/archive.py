"""Zip files that scripts come in, opened with suspicion: nothing swells, nothing nests.

Sizes are checked before anything is unpacked, and again while it is: what a zip says of itself
need not be true.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

MOST_PARTS = 2000
"""Files in one zip; a word processor's holds some tens."""

LARGEST_PART = 32 * 2**20
"""Bytes of a part once unpacked; a feature's is under two million."""

LARGEST = 64 * 2**20
"""Bytes of all parts that are read, once unpacked."""

LARGEST_SAID = 1024 * 2**20
"""Bytes of all parts together by what the zip says, pictures that are never unpacked included."""

STEEPEST = 250
"""Times by which a part may grow; text grows five to twenty times."""

_SMALL = 100_000  # bytes up to which steepness harms nobody
_ARCHIVES = (".zip", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".tgz", ".zst")
_SIGNATURES = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!")
_CHUNK = 2**16


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What was taken out of a zip.

    Args:
        files: Bytes by name, in the order of the zip.
        problem: Why nothing was taken, in words that follow "it"; or "".
        rule: The rule it broke (``zip-bomb``), or "".
    """

    files: dict[str, bytes]
    problem: str = ""
    rule: str = ""


def is_zip(data: bytes) -> bool:
    """True for bytes that begin as a zip file does."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def names_in(data: bytes) -> tuple[str, ...]:
    """Names of the parts of a zip, or none where it cannot be opened; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(info.filename for info in archive.infolist()[:MOST_PARTS])
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, IndexError):
        return ()


def take_parts(data: bytes, is_wanted: Callable[[str], bool]) -> Parts:
    """Unpack the parts of a zip that are wanted; never raises, never writes a file.

    Args:
        data: The zip.
        is_wanted: Decides by a part's name.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _take(archive, is_wanted)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, IndexError) as error:
        return _refused("broken-zip", f"is a damaged zip file ({error or 'it ends too soon'})")
    except (OSError, NotImplementedError, RuntimeError) as error:
        return _refused("broken-zip", f"is a zip file that cannot be unpacked ({error})")


def _take(archive: zipfile.ZipFile, is_wanted: Callable[[str], bool]) -> Parts:
    infos = archive.infolist()
    if len(infos) > MOST_PARTS:
        return _refused("zip-bomb", f"holds {len(infos)} files; a script holds a few")
    if sum(info.file_size for info in infos) > LARGEST_SAID:
        return _refused("zip-bomb", "would unpack to more than a gigabyte")
    files: dict[str, bytes] = {}
    total = 0
    for info in infos:
        if info.filename.lower().endswith(_ARCHIVES):
            return _refused("nested-zip", f"holds another archive ({_short(info.filename)})")
        if info.is_dir() or not is_wanted(info.filename) or info.filename in files:
            continue
        if info.flag_bits & 1:
            return _refused("password", "is locked with a password")
        if info.file_size > LARGEST_PART or (
            info.file_size > _SMALL and info.file_size > STEEPEST * max(info.compress_size, 1)
        ):
            return _bomb(info.filename)
        content = _read(archive, info)
        if content is None:
            return _bomb(info.filename)
        if content.startswith(_SIGNATURES):
            return _refused("nested-zip", f"holds another archive ({_short(info.filename)})")
        total += len(content)
        if total > LARGEST:
            return _bomb(info.filename)
        files[info.filename] = content
    return Parts(files=files)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | None:
    """A part's bytes, or None when there are more than the zip said and than may be."""
    pieces, size = [], 0
    with archive.open(info) as part:
        while piece := part.read(_CHUNK):
            pieces.append(piece)
            size += len(piece)
            if size > LARGEST_PART or (size > _SMALL and size > STEEPEST * info.compress_size):
                return None
    return b"".join(pieces)


def _bomb(name: str) -> Parts:
    return _refused("zip-bomb", f"holds {_short(name)}, which would swell beyond any script")


def _refused(rule: str, problem: str) -> Parts:
    return Parts(files={}, problem=problem, rule=rule)


def _short(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name[:60])
