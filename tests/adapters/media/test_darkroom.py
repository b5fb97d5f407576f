import io

import numpy as np
import pytest
from PIL import Image

from secondunit.adapters.media.darkroom import FilmDarkroom
from secondunit.adapters.media.h264 import H264Encoder, decode
from secondunit.core.errors import AnswerUnreadable
from secondunit.core.timecode import Rate

RATE = Rate(numerator=24)


def as_it_is(data: bytes, media_type: str) -> bytes:
    del media_type
    return data


def clip(width: int, frames: int = 3) -> bytes:
    pictures = [(np.full((90, width, 3), 40 * step, np.uint8), 1) for step in range(frames)]
    return H264Encoder().encode(pictures, RATE)


def test_a_clip_is_counted_in_itself_and_has_a_small_picture() -> None:
    done = FilmDarkroom(as_it_is).develop(clip(160), "video/mp4")
    assert (done.frames, done.probe, done.proxy) == (3, "h264 160x90 24 fps", b"")
    with Image.open(io.BytesIO(done.thumbnail)) as small:
        assert small.size == (160, 90)


def test_a_wide_clip_gets_a_light_copy_of_the_same_length() -> None:
    done = FilmDarkroom(as_it_is).develop(clip(1280), "video/mp4")
    shown = list(decode(done.proxy))
    assert len(shown) == 3
    assert shown[0].shape == (68, 960, 3)


def test_a_picture_is_one_frame() -> None:
    out = io.BytesIO()
    Image.new("RGB", (640, 360), (60, 140, 90)).save(out, "PNG")
    done = FilmDarkroom(as_it_is).develop(out.getvalue(), "image/png")
    assert (done.frames, done.probe) == (1, "png 640x360")
    with Image.open(io.BytesIO(done.thumbnail)) as small:
        assert small.size == (320, 180)


def test_what_is_kept_is_what_cleaning_left() -> None:
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")
    plain = out.getvalue()
    done = FilmDarkroom(lambda _data, _type: plain).develop(plain + b"prompt", "image/png")
    assert done.data == plain


@pytest.mark.parametrize("media_type", ["video/mp4", "image/png", "text/html"])
def test_what_is_no_picture_or_clip_is_said_to_be_none(media_type: str) -> None:
    with pytest.raises(AnswerUnreadable, match=media_type) as caught:
        FilmDarkroom(as_it_is).develop(b"<html>sorry</html>", media_type)
    assert caught.value.remedy
