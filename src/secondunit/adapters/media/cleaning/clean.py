"""Which cleaner for which file, by its first bytes and not by what it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from secondunit.adapters.media.cleaning import jpeg, mp4, png, webp
from secondunit.core.errors import InputError

CLEANERS: Mapping[str, Callable[[bytes], bytes]] = {
    "image/png": png.clean_png,
    "image/jpeg": jpeg.clean_jpeg,
    "image/webp": webp.clean_webp,
    "video/mp4": mp4.clean_mp4,
    "video/quicktime": mp4.clean_mp4,
}


def media_type_of(data: bytes) -> str:
    """The media type of a file by its first bytes; "" where it is none that can be cleaned."""
    if data.startswith(png.SIGNATURE):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp":
        return "video/quicktime" if data[8:12] == b"qt  " else "video/mp4"
    return ""


def clean(data: bytes, media_type: str) -> bytes:
    """The same picture or clip with nothing else in it.

    Args:
        data: The file.
        media_type: IANA media type, as declared.

    Raises:
        InputError: It cannot be cleaned, breaks off, or is not what it is declared to be.
    """
    found = media_type_of(data)
    if not found:
        raise InputError(
            f"a {media_type} file cannot be cleaned",
            remedy=f"Use one of {', '.join(CLEANERS)}.",
        )
    if media_type != found and not {media_type, found} <= {"video/mp4", "video/quicktime"}:
        raise InputError(
            f"a file declared as {media_type} is {found}", remedy="Declare it as what it is."
        )
    return CLEANERS[found](data)


def carries_more(data: bytes, media_type: str) -> bool:
    """True when a file holds something that cleaning takes away, or cannot be cleaned."""
    try:
        return clean(data, media_type) != data
    except InputError:
        return True
