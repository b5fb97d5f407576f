from __future__ import annotations

import struct

from secondunit.adapters.media.faststart import index_first


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def clip(kind: bytes, form: str) -> bytes:
    """A file whose one chunk, ``PICTURES``, is found through its index."""
    head = box(b"ftyp", b"isom")
    media = box(b"mdat", b"PICTURES")
    place = len(head) + 8
    table = box(kind, struct.pack(f">II{form}", 0, 1, place))
    index = box(b"moov", box(b"trak", box(b"mdia", box(b"minf", box(b"stbl", table)))))
    return head + media + index


def chunk(data: bytes, kind: bytes, form: str) -> bytes:
    at = data.index(kind) + 4
    (place,) = struct.unpack_from(f">{form}", data, at + 8)
    return data[place : place + 8]


def test_the_index_is_first_and_finds_the_pictures() -> None:
    for kind, form in ((b"stco", "I"), (b"co64", "Q")):
        before = clip(kind, form)
        after = index_first(before)
        assert before.index(b"mdat") < before.index(b"moov")
        assert after.index(b"moov") < after.index(b"mdat")
        assert len(after) == len(before)
        assert chunk(after, kind, form) == b"PICTURES"


def test_what_is_right_already_is_not_touched() -> None:
    done = index_first(clip(b"stco", "I"))
    assert index_first(done) == done


def test_what_is_no_clip_is_not_touched() -> None:
    assert index_first(b"nonsense") == b"nonsense"
    assert index_first(b"") == b""
