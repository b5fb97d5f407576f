"""Pictures as they are printed: JPEG no larger than paper shows."""

from __future__ import annotations

from io import BytesIO

from secondunit.core.errors import InputError

PIXELS = 760
"""Most pixels across."""
QUALITY = 82


def print_jpeg(data: bytes) -> bytes:
    """A picture as a small JPEG without metadata.

    Raises:
        InputError: It is no picture.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data)) as opened:
            picture = opened.convert("RGB")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise InputError(
            "a picture of the sheet cannot be read", remedy="Score the takes again: --again."
        ) from error
    if picture.width > PIXELS:
        high = max(1, round(picture.height * PIXELS / picture.width))
        picture = picture.resize((PIXELS, high), Image.Resampling.LANCZOS)
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return out.getvalue()
