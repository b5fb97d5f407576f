from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from secondunit.adapters.render.contact_sheet import write_contact_sheet
from secondunit.core.errors import InputError

RED = np.full((90, 160, 3), (200, 30, 30), dtype=np.uint8)
TALL = np.full((160, 90, 3), (30, 30, 200), dtype=np.uint8)


def test_panels_are_in_rows_with_room_for_numbers() -> None:
    sheet = Image.open(io.BytesIO(write_contact_sheet([("1A", RED)] * 5, 2, 160)))
    assert sheet.width == 2 * 170 + 10
    assert sheet.height > 3 * 90
    assert sheet.getpixel((90, 55)) == (200, 30, 30)


def test_panels_of_different_shape_share_a_sheet() -> None:
    sheet = Image.open(io.BytesIO(write_contact_sheet([("1A", RED), ("1B", TALL)], 2, 100)))
    assert sheet.height > 177


def test_the_same_panels_give_the_same_bytes() -> None:
    panels = [("1A", RED), ("1B – ÉTÉ", RED)]
    assert write_contact_sheet(panels) == write_contact_sheet(panels)


def test_the_number_is_printed() -> None:
    assert write_contact_sheet([("1A", RED)]) != write_contact_sheet([("1B", RED)])


@pytest.mark.parametrize(("count", "columns", "width"), [(0, 4, 300), (1, 0, 300), (1, 4, 2)])
def test_a_sheet_of_nothing_is_refused(count: int, columns: int, width: int) -> None:
    with pytest.raises(InputError, match="needs panels"):
        write_contact_sheet([("1A", RED)] * count, columns, width)
