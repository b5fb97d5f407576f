from pathlib import Path

import numpy as np
import pytest

from secondunit.adapters.exr.image import write_exr
from secondunit.core.errors import InputError


def test_another_reader_finds_every_channel_bit_for_bit(tmp_path: Path) -> None:
    import OpenImageIO

    wide = np.linspace(0, 1e10, 60, dtype=np.float32).reshape(6, 10)
    half = np.linspace(-1, 1, 60).reshape(6, 10).astype(np.float16)
    file = tmp_path / "image.exr"
    file.write_bytes(write_exr({"Z": wide, "N.X": half}))
    buffer = OpenImageIO.ImageBuf(str(file))
    names = list(buffer.spec().channelnames)
    pixels = np.asarray(buffer.get_pixels(OpenImageIO.FLOAT))
    assert np.array_equal(pixels[..., names.index("Z")], wide)
    assert np.array_equal(pixels[..., names.index("N.X")], half.astype(np.float32))
    assert buffer.spec().get_string_attribute("compression").startswith("zip")


def test_the_same_channels_give_the_same_bytes_and_no_word_of_the_writer() -> None:
    plane = np.ones((4, 4), dtype=np.float32)
    data = write_exr({"Z": plane})
    assert data == write_exr({"Z": plane})
    assert b"/tmp" not in data
    assert b"capDate" not in data


def test_channels_of_different_sizes_are_refused() -> None:
    with pytest.raises(InputError, match="one size"):
        write_exr({"a": np.ones((2, 2), np.float32), "b": np.ones((2, 3), np.float32)})
    with pytest.raises(InputError, match="one size"):
        write_exr({})
