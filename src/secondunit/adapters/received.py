"""What goes to a provider and comes from it: freed of all but picture and sound, and counted."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping

from secondunit.adapters.media.cleaning.clean import clean, media_type_of
from secondunit.core.errors import AnswerUnreadable, InputError
from secondunit.core.ids import Digest
from secondunit.ports.encoder import Encoder

ANOTHER = "Order another take; if it stays so, report the provider."

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

    What cannot be cleaned is given back as it is; counting it says what is wrong.
    """
    try:
        return clean(data, media_type)
    except InputError:
        return data


def fit_to_leave(media: Mapping[Digest, bytes]) -> Mapping[Digest, bytes]:
    """What an order names, each freed of all but picture and sound; the gate refuses anything more.

    They keep the names they were ordered under.
    """
    return {named: bare(data, media_type_of(data)) for named, data in media.items()}


def _require_picture(data: bytes) -> None:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as opened:
        opened.load()
