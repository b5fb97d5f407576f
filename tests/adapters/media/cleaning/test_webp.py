import io

import numpy as np
import pytest
from PIL import Image
from tests.adapters.media.cleaning.samples import CANARY, pixels, webp

from secondunit.adapters.media.cleaning.webp import clean_webp
from secondunit.core.errors import InputError


def test_every_word_goes_and_every_pixel_stays() -> None:
    data = webp()
    tidy = clean_webp(data)
    assert CANARY in data
    assert CANARY not in tidy
    assert np.array_equal(pixels(tidy), pixels(data))
    assert clean_webp(tidy) == tidy


def test_colours_keep_their_meaning() -> None:
    before, after = (Image.open(io.BytesIO(data)).info for data in (webp(), clean_webp(webp())))
    assert len(after["icc_profile"]) == len(before["icc_profile"])
    assert CANARY not in after["icc_profile"]


@pytest.mark.parametrize("share", [0.02, 0.3, 0.9])
def test_a_picture_that_breaks_off_is_refused(share: float) -> None:
    whole = clean_webp(webp())
    with pytest.raises(InputError, match="breaks off"):
        clean_webp(whole[: max(int(len(whole) * share), 16)])
