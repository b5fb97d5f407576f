import struct

import pytest
from tests.adapters.media.cleaning.samples import box

from secondunit.adapters.media.cleaning.mp4_boxes import boxes
from secondunit.adapters.media.cleaning.mp4_samples import kept_ranges
from secondunit.core.errors import InputError


def movie(sizes: bytes, offsets: tuple[int, ...], a_chunk: int) -> bytearray:
    table = box(b"stsz", sizes)
    table += box(b"stco", bytes(4) + struct.pack(f">I{len(offsets)}I", len(offsets), *offsets))
    table += box(b"stsc", bytes(4) + struct.pack(">IIII", 1, 1, a_chunk, 1))
    stbl = box(b"stbl", table)
    return bytearray(box(b"moov", box(b"trak", box(b"mdia", box(b"minf", stbl)))) + bytes(600))


def ranges(data: bytearray) -> list[tuple[int, int]]:
    return kept_ranges(data, [each for each in boxes(data, 0, len(data)) if each.kind == b"moov"])


def test_samples_of_each_size_are_found_by_their_chunks() -> None:
    sizes = bytes(4) + struct.pack(">II4I", 0, 4, 10, 20, 30, 40)
    assert ranges(movie(sizes, (300, 400), 2)) == [(300, 330), (400, 470)]


def test_samples_of_one_size_and_neighbouring_chunks_are_joined() -> None:
    sizes = bytes(4) + struct.pack(">II", 10, 4)
    assert ranges(movie(sizes, (300, 320), 2)) == [(300, 340)]


def test_a_table_that_points_beyond_the_file_is_refused() -> None:
    sizes = bytes(4) + struct.pack(">II", 10, 4)
    with pytest.raises(InputError, match="beyond"):
        ranges(movie(sizes, (9000,), 2))


def test_a_table_that_promises_more_than_it_holds_is_refused() -> None:
    sizes = bytes(4) + struct.pack(">II", 0, 2**31)
    with pytest.raises(InputError, match="breaks off"):
        ranges(movie(sizes, (300,), 1))
