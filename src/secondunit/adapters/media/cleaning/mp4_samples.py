"""Where the samples of a film's tracks lie in the file.

Source: ISO/IEC 14496-12:2022, section 8.7 (sample sizes, chunks and chunk offsets).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from secondunit.adapters.media.cleaning.mp4_boxes import Box, boxes
from secondunit.core.errors import InputError


def kept_ranges(data: bytearray, movies: Sequence[Box]) -> list[tuple[int, int]]:
    """Ranges of the file that samples of its tracks lie in, in order and joined.

    Raises:
        InputError: A table breaks off or points nowhere.
    """
    found: list[tuple[int, int]] = []
    for movie in movies:
        for track in _inside(data, movie, b"trak"):
            for media in _inside(data, track, b"mdia"):
                for info in _inside(data, media, b"minf"):
                    for table in _inside(data, info, b"stbl"):
                        found += _of_table(data, table)
    found.sort()
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _inside(data: bytearray, parent: Box, kind: bytes) -> list[Box]:
    return [box for box in boxes(data, parent.body, parent.end) if box.kind == kind]


def _of_table(data: bytearray, table: Box) -> list[tuple[int, int]]:
    try:
        sizes = _sizes(data, table)
        offsets = _offsets(data, table)
        return _chunks(sizes, offsets, _runs(data, table), len(data))
    except (struct.error, IndexError) as error:
        raise InputError("the index of a film file breaks off") from error


def _numbers(data: bytearray, start: int, count: int, form: str) -> tuple[int, ...]:
    size = struct.calcsize(form) * count
    if count < 0 or start + size > len(data):
        raise InputError("the index of a film file breaks off")
    return struct.unpack_from(f">{count}{form}", data, start)


def _sizes(data: bytearray, table: Box) -> Sequence[int]:
    for box in _inside(data, table, b"stsz"):
        same, count = _numbers(data, box.body + 4, 2, "I")
        if same:
            return _Same(same, count)
        return _numbers(data, box.body + 12, count, "I")
    if _inside(data, table, b"stz2"):
        raise InputError("a film file with compact sizes cannot be cleaned")
    return ()


class _Same(Sequence[int]):
    """As many samples of one size, without a list of them."""

    def __init__(self, size: int, count: int) -> None:
        self._size, self._count = size, count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int | slice) -> int | tuple[int, ...]:  # type: ignore[override]  # a sum of a slice is all that is asked
        if isinstance(index, slice):
            return (self._size,) * len(range(*index.indices(self._count)))
        return self._size


def _offsets(data: bytearray, table: Box) -> Sequence[int]:
    for kind, form in ((b"stco", "I"), (b"co64", "Q")):
        for box in _inside(data, table, kind):
            (count,) = _numbers(data, box.body + 4, 1, "I")
            return _numbers(data, box.body + 8, count, form)
    return ()


def _runs(data: bytearray, table: Box) -> list[tuple[int, int]]:
    """First chunk (from 1) and samples a chunk."""
    for box in _inside(data, table, b"stsc"):
        (count,) = _numbers(data, box.body + 4, 1, "I")
        flat = _numbers(data, box.body + 8, 3 * count, "I")
        return [(flat[at], flat[at + 1]) for at in range(0, len(flat), 3)]
    return []


def _chunks(
    sizes: Sequence[int], offsets: Sequence[int], runs: list[tuple[int, int]], length: int
) -> list[tuple[int, int]]:
    found = []
    sample, run = 0, -1
    for chunk, start in enumerate(offsets, start=1):
        while run + 1 < len(runs) and runs[run + 1][0] <= chunk:
            run += 1
        held = runs[run][1] if run >= 0 else 0
        end = start + sum(sizes[sample : sample + held])
        if end > length:
            raise InputError("the index of a film file points beyond it")
        found.append((start, end))
        sample += held
    return found
