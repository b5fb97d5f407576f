"""Pictures and clips with words planted wherever a file can hold them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import av
import numpy as np
from PIL import Image, ImageCms, PngImagePlugin

CANARY = b"ZQ-CANARY-7f3a9b"
WORDS = CANARY.decode()
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def noise(seed: int = 1) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 255, (60, 80, 3), dtype=np.uint8)


def named_profile() -> bytes:
    """A colour profile whose copyright line is the canary."""
    at = PROFILE.index(b"text") + 8 if b"text" in PROFILE else PROFILE.index(b"mluc") + 28
    return PROFILE[:at] + CANARY + PROFILE[at + len(CANARY) :]


def exif(turned: int = 1) -> Image.Exif:
    data = Image.Exif()
    data[0x010E] = WORDS
    if turned != 1:
        data[0x0112] = turned
    return data


def png() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("prompt", WORDS)
    info.add_text("parameters", WORDS, zip=True)
    info.add_itxt("workflow", WORDS, zip=True)
    out = io.BytesIO()
    Image.fromarray(noise()).save(
        out, "PNG", pnginfo=info, exif=exif(), icc_profile=named_profile()
    )
    return out.getvalue() + CANARY


def jpeg(turned: int = 6) -> bytes:
    out = io.BytesIO()
    Image.fromarray(noise()).save(
        out,
        "JPEG",
        exif=exif(turned),
        comment=CANARY,
        icc_profile=named_profile(),
        progressive=True,
        quality=85,
        xmp=CANARY,
    )
    return out.getvalue() + CANARY


def webp() -> bytes:
    out = io.BytesIO()
    Image.fromarray(noise()).save(out, "WEBP", exif=exif(), xmp=CANARY, icc_profile=named_profile())
    return out.getvalue() + CANARY


def clip(
    folder: Path,
    suffix: str = "mp4",
    options: Mapping[str, str] | None = None,
    *,
    hidden: bool = True,
) -> bytes:
    """A second of picture and sound with words in every place a muxer takes them, and in boxes."""
    file = folder / f"clip.{suffix}"
    with av.open(str(file), "w", format=suffix, options=dict(options or {})) as container:
        for key in ("title", "comment", "artist", "description"):
            container.metadata[key] = WORDS
        picture = container.add_stream("libx264", rate=24)
        picture.width, picture.height, picture.pix_fmt = 80, 60, "yuv420p"
        sound = container.add_stream("aac", rate=48000)
        for each in (picture, sound):
            each.metadata["handler_name"] = WORDS
            each.metadata["title"] = WORDS
        for number in range(24):
            shown = av.VideoFrame.from_ndarray(noise(number), format="rgb24")
            container.mux(picture.encode(shown))
            silence = np.zeros((1, 2000), dtype=np.int16)
            heard = av.AudioFrame.from_ndarray(silence, format="s16", layout="mono")
            heard.sample_rate = 48000
            container.mux(sound.encode(heard))
        container.mux(picture.encode(None))
        container.mux(sound.encode(None))
    boxes = [box(b"uuid", CANARY), box(b"free", CANARY), box(b"mdat", CANARY)]
    return file.read_bytes() + (b"".join(boxes) if hidden else b"")


def box(kind: bytes, body: bytes) -> bytes:
    return (8 + len(body)).to_bytes(4, "big") + kind + body


def packets(data: bytes) -> list[tuple[int, int | None, int | None, bytes]]:
    with av.open(io.BytesIO(data)) as container:
        return [
            (packet.stream.index, packet.pts, packet.dts, bytes(packet))
            for packet in container.demux()
            if packet.size
        ]


def pixels(data: bytes) -> np.ndarray:
    return np.array(Image.open(io.BytesIO(data)).convert("RGB"))
