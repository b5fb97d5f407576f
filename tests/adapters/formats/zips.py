"""Small zip files made by hand, good and bad."""

import io
import struct
import zipfile


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def bomb(name: str, megabytes: int = 40) -> bytes:
    """A zip whose part swells a thousand times, and says so."""
    return zipped({name: b" " * (megabytes << 20)})


def lying_bomb(name: str, megabytes: int = 40) -> bytes:
    """The same, which says it holds a hundred bytes."""
    size = megabytes << 20
    return bomb(name, megabytes).replace(struct.pack("<I", size), struct.pack("<I", 100))
