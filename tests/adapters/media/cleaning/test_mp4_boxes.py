import pytest
from tests.adapters.media.cleaning.samples import box

from secondunit.adapters.media.cleaning.mp4_boxes import boxes
from secondunit.core.errors import InputError


def test_boxes_follow_each_other_whatever_form_their_length_has() -> None:
    large = (1).to_bytes(4, "big") + b"mdat" + (20).to_bytes(8, "big") + b"1234"
    last = bytes(4) + b"free" + b"to the end"
    data = box(b"ftyp", b"abc") + large + last
    found = list(boxes(data, 0, len(data)))
    assert [each.kind for each in found] == [b"ftyp", b"mdat", b"free"]
    assert [data[each.body : each.end] for each in found] == [b"abc", b"1234", b"to the end"]


@pytest.mark.parametrize("size", [0x7FFFFFFF, 4, 9999])
def test_a_box_that_reaches_beyond_its_parent_is_refused(size: int) -> None:
    data = size.to_bytes(4, "big") + b"moov" + bytes(8)
    with pytest.raises(InputError, match="breaks off"):
        list(boxes(data, 0, len(data)))
