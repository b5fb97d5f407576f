import io

import numpy as np
import pytest
from PIL import Image
from tests.adapters.media.cleaning.samples import CANARY, pixels, png

from secondunit.adapters.media.cleaning.png import clean_png
from secondunit.core.errors import InputError


def test_every_word_goes_and_every_pixel_stays() -> None:
    data = png()
    tidy = clean_png(data)
    assert CANARY in data
    assert CANARY not in tidy
    assert np.array_equal(pixels(tidy), pixels(data))
    assert clean_png(tidy) == tidy


def test_colours_keep_their_meaning() -> None:
    before, after = (Image.open(io.BytesIO(data)).info for data in (png(), clean_png(png())))
    assert len(after["icc_profile"]) == len(before["icc_profile"])
    assert CANARY not in after["icc_profile"]


@pytest.mark.parametrize("share", [0.02, 0.3, 0.9])
def test_a_picture_that_breaks_off_is_refused(share: float) -> None:
    whole = clean_png(png())
    with pytest.raises(InputError, match="breaks off"):
        clean_png(whole[: max(int(len(whole) * share), 16)])


def test_words_in_compressed_chunks_go_as_well() -> None:
    tidy = clean_png(png())
    for kind in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"):
        assert kind not in tidy
    assert Image.open(io.BytesIO(tidy)).text == {}  # type: ignore[attr-defined]


def test_a_profile_that_unfolds_without_end_is_refused() -> None:
    import zlib

    bomb = zlib.compress(bytes(64 * 2**20))
    body = b"x\0\0" + bomb
    chunk = len(body).to_bytes(4, "big") + b"iCCP" + body
    chunk += zlib.crc32(b"iCCP" + body).to_bytes(4, "big")
    whole = clean_png(png())
    with pytest.raises(InputError, match="too large"):
        clean_png(whole[:33] + chunk + whole[33:])
