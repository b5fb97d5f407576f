import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from tests.film.generation.scoring.builder import HEIGHT, WIDTH, asked, take_of

from secondunit.adapters.dailies.projector import TakeProjector
from secondunit.adapters.media.h264 import H264Encoder
from secondunit.core.errors import InputError
from secondunit.core.timecode import Rate
from secondunit.ports.renderer import Picture

RATE = Rate(numerator=24)


def clip(picture: Picture, frames: int = 24) -> bytes:
    return H264Encoder().encode([(picture, frames)], RATE)


def test_a_clip_is_read_at_the_frames_asked_for_with_what_follows() -> None:
    took = TakeProjector().project(clip(take_of()), "video/mp4", asked())
    assert (took.frames, took.width, took.height) == (24, WIDTH, HEIGHT)
    assert took.rate is not None
    assert took.rate.fraction == 24
    assert took.small.shape == (24, 36, 64, 3)
    assert [each.frame for each in took.shown] == [8]
    assert took.shown[0].later is not None


def test_the_matte_of_a_take_is_cut_away_and_one_without_is_taken_whole() -> None:
    shot = replace(asked(), window=(0.0, 0.1, 1.0, 0.8), aspect=WIDTH / (HEIGHT / 0.8))
    framed = np.zeros((round(HEIGHT / 0.8) // 2 * 2, WIDTH, 3), dtype=np.uint8)
    framed[33 : 33 + HEIGHT] = take_of()
    whole = take_of()
    for picture in (framed, whole):
        took = TakeProjector().project(clip(picture), "video/mp4", shot)
        shown = took.shown[0].picture.astype(int)
        assert shown.shape == (HEIGHT, WIDTH, 3)
        assert np.abs(shown - whole).mean() < 8


def test_a_still_is_a_take_of_one_picture() -> None:
    out = io.BytesIO()
    Image.fromarray(take_of()).save(out, "PNG")
    took = TakeProjector().project(out.getvalue(), "image/png", asked())
    assert (took.frames, took.rate) == (1, None)
    assert took.shown[0].later is None
    still = TakeProjector().still(out.getvalue(), "image/png")
    assert still is not None
    assert still[:2] == b"\xff\xd8"


@pytest.mark.parametrize("media_type", ["video/mp4", "image/png"])
def test_what_is_no_take_is_refused_and_has_no_still(media_type: str) -> None:
    with pytest.raises(InputError):
        TakeProjector().project(b"no take", media_type, asked())
    assert TakeProjector().still(b"no take", media_type) is None
