import io

import numpy as np
import pytest
from PIL import Image
from tests.adapters.media.cleaning.samples import CANARY, jpeg, pixels

from secondunit.adapters.media.cleaning.jpeg import clean_jpeg
from secondunit.core.errors import InputError


def test_every_word_goes_and_every_pixel_stays() -> None:
    data = jpeg()
    tidy = clean_jpeg(data)
    assert CANARY in data
    assert CANARY not in tidy
    assert np.array_equal(pixels(tidy), pixels(data))
    assert clean_jpeg(tidy) == tidy


def test_colours_keep_their_meaning() -> None:
    before, after = (Image.open(io.BytesIO(data)).info for data in (jpeg(), clean_jpeg(jpeg())))
    assert len(after["icc_profile"]) == len(before["icc_profile"])
    assert CANARY not in after["icc_profile"]


@pytest.mark.parametrize("share", [0.02, 0.3, 0.9])
def test_a_picture_that_breaks_off_is_refused(share: float) -> None:
    whole = clean_jpeg(jpeg())
    with pytest.raises(InputError, match="breaks off"):
        clean_jpeg(whole[: max(int(len(whole) * share), 16)])


@pytest.mark.parametrize("turned", [1, 3, 6, 8])
def test_of_exif_only_which_way_up_is_kept(turned: int) -> None:
    tidy = Image.open(io.BytesIO(clean_jpeg(jpeg(turned))))
    assert dict(tidy.getexif()) == ({} if turned == 1 else {0x0112: turned})
