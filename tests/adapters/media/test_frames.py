import numpy as np
import pytest

from secondunit.adapters.media.frames import enlarged, held
from secondunit.adapters.media.h264 import H264Encoder
from secondunit.core.errors import InputError
from secondunit.core.timecode import Rate
from secondunit.ports.renderer import Picture

RATE = Rate(numerator=24)


def grey(value: int) -> Picture:
    picture = np.full((90, 160, 3), value, dtype=np.uint8)
    picture[20:60, 30:90] = 255 - value
    return picture


CLIP = H264Encoder().encode([(grey(40), 3), (grey(90), 3), (grey(150), 1)], RATE)


def test_a_picture_that_is_held_comes_once_with_its_frames() -> None:
    assert [count for _, count in held(CLIP)] == [3, 3, 1]


def test_enlarged_pictures_have_the_size_asked_for_and_keep_their_tone() -> None:
    found = list(enlarged(CLIP, 320, 180))
    assert {picture.shape for picture, _ in found} == {(180, 320, 3)}
    assert found[1][0][:30].mean() == pytest.approx(90, abs=3)
    assert sum(count for _, count in found) == 7


def test_what_is_no_clip_is_refused() -> None:
    with pytest.raises(InputError):
        list(held(b"no clip"))
