from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from secondunit.adapters.render.drawing.pen import Pen, arrow_outline, ribbon


def test_an_arrow_ends_at_its_tip() -> None:
    outline = arrow_outline((0, 0), (0, 10), 2)
    assert (0, 10) in outline
    assert max(abs(x) for x, _ in outline) == pytest.approx(2.0)


def test_a_ribbon_is_drawn_along_its_row_of_places() -> None:
    sheet = Image.new("RGBA", (200, 100))
    pen = Pen(ImageDraw.Draw(sheet), (200, 100), 2.0)
    ribbon(pen, [pen.at(0.1 + 0.1 * step, 0.5) for step in range(9)], 10.0)
    assert sheet.getpixel((100, 50)) != (0, 0, 0, 0)
    assert sheet.getpixel((100, 90)) == (0, 0, 0, 0)
