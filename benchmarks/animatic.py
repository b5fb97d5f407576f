"""The animatic: frames a second, and whether every frame is the frame it says it is.

Run it with ``python -m benchmarks.animatic``.

Each picture carries its number as black and white squares. Clips are encoded at each rate of the
trade with their band burnt in, joined as the animatic is, and decoded again: the numbers must
come back in order, one by one, and the stream must say its exact rate and BT.709.
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from typing import Any

import numpy as np

from secondunit.adapters.media.burn_in import burn
from secondunit.adapters.media.h264 import H264Encoder, decode
from secondunit.core.timecode import RATE_NAMES, Rate, read_rate
from secondunit.film.cut.model import BurnIn
from secondunit.ports.renderer import Picture

WIDTH, HEIGHT = 960, 540
BITS, SQUARE = 16, 40
CLIPS = (37, 1, 120, 58)
"""Frames of the clips that are joined: odd, single, long."""
TIMED = 480
SAYS = BurnIn(scene="12  INT. BELL HOUSE - KITCHEN", shot="12A", framing="MS · 50 mm", duration="")


def numbered(number: int) -> Picture:
    """A picture that carries a number in its upper part, over a gradient that moves with it."""
    ramp = (np.arange(WIDTH) + 7 * number) % 256
    picture = np.repeat(np.tile(ramp, (HEIGHT, 1))[..., None], 3, axis=2).astype(np.uint8)
    for bit in range(BITS):
        value = 255 if number >> bit & 1 else 0
        left = 40 + bit * (SQUARE + 8)
        picture[40 : 40 + SQUARE, left : left + SQUARE] = value
    return picture


def number_of(picture: Picture) -> int:
    """The number that a decoded picture carries."""
    found = 0
    for bit in range(BITS):
        left = 40 + bit * (SQUARE + 8)
        middle = picture[50 : 30 + SQUARE, left + 10 : left + SQUARE - 10]
        found |= int(middle.mean() > 127) << bit
    return found


def clips(rate: Rate) -> Iterator[bytes]:
    """Clips whose pictures are numbered on and on."""
    at = 0
    for frames in CLIPS:
        shown = ((burn(numbered(at + n), SAYS), 1) for n in range(frames))
        yield H264Encoder().encode(shown, rate)
        at += frames


def tagged(clip: bytes) -> tuple[object, ...]:
    """What a clip says of itself: rate, primaries, transfer, matrix and range."""
    import av

    with av.open(io.BytesIO(clip)) as source:
        stream: Any = source.streams.video[0]
        context = stream.codec_context
        colours = (context.color_primaries, context.color_trc, context.colorspace)
        return stream.average_rate, *map(int, colours), int(context.color_range)


def speed() -> tuple[float, float]:
    """Frames encoded a processor second: all different and burnt in, and one held."""
    pictures = [numbered(n) for n in range(TIMED)]
    rate = read_rate("24")
    began = time.process_time()
    H264Encoder().encode(((burn(picture, SAYS), 1) for picture in pictures), rate)
    moving = TIMED / (time.process_time() - began)
    began = time.process_time()
    H264Encoder().encode([(burn(pictures[0], SAYS), TIMED)], rate)
    return moving, TIMED / (time.process_time() - began)


def rows() -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    moving, held = speed()
    found = [
        ("animatic: frames a CPU-s, all different, burnt in", f"{moving:.0f}", ">= 100"),
        ("  one panel held, burnt in", f"{held:.0f}", ">= 100"),
    ]
    for name in RATE_NAMES.values():
        rate = read_rate(name)
        film = H264Encoder().join(list(clips(rate)), rate)
        seen = [number_of(picture) for picture in decode(film)]
        exact = sum(number == place for place, number in enumerate(seen))
        said = tagged(film)
        sound = said == (rate.fraction, 1, 1, 1, 1)
        found.append(
            (
                f"  {name}: frames that decode to their number, of {sum(CLIPS)} joined",
                f"{exact}{'' if len(seen) == sum(CLIPS) else ' of ' + str(len(seen))}"
                f"{', BT.709' if sound else ', tags ' + str(said)}",
                "all, BT.709",
            )
        )
    return found


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<66} {measured:>22}   {bar}")
