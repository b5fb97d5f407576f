"""What a provider sent: counted, and freed of all that is not picture or sound."""

from __future__ import annotations

import io
import zlib
from typing import Any

from secondunit.core.errors import AnswerUnreadable, InputError
from secondunit.ports.encoder import Encoder

PNG = b"\x89PNG\r\n\x1a\n"

ANOTHER = "Order another take; if it stays so, report the provider."

PICTURE_CHUNKS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP"}
)
"""Chunks that say what the picture looks like. Source: PNG specification, third edition."""


CONTAINER_WORDS = frozenset(
    {
        "major_brand",
        "minor_version",
        "compatible_brands",
        "language",
        "handler_name",
        "vendor_id",
    }
)
"""What every MP4 says of itself as a container."""

PICTURE_CODECS = frozenset({"png", "mjpeg", "webp", "gif", "bmp", "tiff"})
"""A single picture can be opened as a clip of one frame; it is none."""


def count_frames(data: bytes, media_type: str, encoder: Encoder | None, who: str) -> int:
    """Frames of what came: counted in a clip, 1 for a picture.

    Args:
        data: The bytes.
        media_type: What they are said to be.
        encoder: Counts clips.
        who: Who sent them, for the message.

    Raises:
        AnswerUnreadable: They are not what they are said to be.
    """
    try:
        if media_type.startswith("image/"):
            _require_picture(data)
            return 1
        found = encoder.probe(data) if encoder is not None else None
    except (InputError, OSError, ValueError, zlib.error) as error:
        raise AnswerUnreadable(
            f"what {who} sent is no {media_type}: {error}", remedy=ANOTHER
        ) from error
    if found is not None and found.codec in PICTURE_CODECS:
        raise AnswerUnreadable(f"what {who} sent is a picture, no {media_type}", remedy=ANOTHER)
    return found.frames if found is not None else 0


def bare(data: bytes, media_type: str) -> bytes:
    """A picture or clip without what was written into it: prompts, graphs, names of programs.

    What cannot be read is given back as it is; counting it says so.
    """
    if data.startswith(PNG):
        return _bare_png(data)
    if media_type.startswith("video/"):
        return _bare_clip(data)
    return data


def _bare_png(data: bytes) -> bytes:
    kept, at = [PNG], len(PNG)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if kind in PICTURE_CHUNKS:
            kept.append(data[at:end])
        at = end
    return b"".join(kept)


def _bare_clip(data: bytes) -> bytes:
    """The same packets in a container that says nothing but what they are."""
    import av

    out = io.BytesIO()
    try:
        with (
            av.open(io.BytesIO(data)) as source,
            av.open(out, "w", format="mp4", options={"fflags": "+bitexact"}) as target,
        ):
            told = set(source.metadata).union(*(stream.metadata for stream in source.streams))
            if not told - CONTAINER_WORDS:
                return data
            streams: dict[int, Any] = {
                stream.index: target.add_stream_from_template(stream)
                for stream in (*source.streams.video, *source.streams.audio)
            }
            for stream in streams.values():
                stream.metadata.clear()
            for packet in source.demux(*(source.streams[index] for index in streams)):
                if packet.dts is not None:
                    packet.stream = streams[packet.stream.index]
                    target.mux(packet)
    except av.FFmpegError:
        return data
    return out.getvalue()


def _require_picture(data: bytes) -> None:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as opened:
        opened.load()
