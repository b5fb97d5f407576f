import io

import pytest
from PIL import Image

from secondunit.adapters.paper.picture_print import PIXELS, print_jpeg
from secondunit.core.errors import InputError


def test_a_picture_is_printed_no_larger_than_paper_shows_and_without_its_words() -> None:
    out = io.BytesIO()
    Image.new("RGB", (2000, 1000), (200, 30, 30)).save(out, "PNG", pnginfo=None)
    printed = Image.open(io.BytesIO(print_jpeg(out.getvalue())))
    assert printed.size == (PIXELS, PIXELS // 2)
    assert printed.format == "JPEG"
    assert not printed.getexif()


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        print_jpeg(b"no picture")
