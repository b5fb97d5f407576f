"""Contact sheets: many panels on one picture, each with its number."""

from __future__ import annotations

import io
from collections.abc import Sequence
from importlib.resources import as_file, files
from typing import Any

from secondunit.core.errors import InputError
from secondunit.ports.renderer import Picture

_PAPER = (246, 243, 236)
_INK = (40, 37, 36)
_GAP = 10


def write_contact_sheet(
    panels: Sequence[tuple[str, Picture]], columns: int = 6, cell_width: int = 320
) -> bytes:
    """A PNG of panels in rows, numbered underneath.

    Args:
        panels: Number and picture of each panel, in order.
        columns: Panels in a row.
        cell_width: Pixels of a panel.

    Raises:
        InputError: There are no panels, or the grid has no columns.
    """
    from PIL import Image, ImageDraw

    if not panels or columns < 1 or cell_width < 16:
        raise InputError(
            "a contact sheet needs panels and a column",
            remedy="Give at least one panel, one column and 16 pixels a panel.",
        )
    columns = min(columns, len(panels))
    cell_height = max(round(cell_width * each.shape[0] / each.shape[1]) for _, each in panels)
    label = max(14, cell_width // 18)
    row_height = cell_height + label + _GAP * 2
    rows = -(-len(panels) // columns)
    sheet = Image.new(
        "RGB", (columns * (cell_width + _GAP) + _GAP, rows * row_height + _GAP), _PAPER
    )
    pen, font = ImageDraw.Draw(sheet), typeface(label)
    for place, (number, picture) in enumerate(panels):
        x = _GAP + place % columns * (cell_width + _GAP)
        y = _GAP + place // columns * row_height
        height = round(cell_width * picture.shape[0] / picture.shape[1])
        small = Image.fromarray(picture).resize((cell_width, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (x, y))
        pen.rectangle((x - 1, y - 1, x + cell_width, y + height), outline=_INK)
        pen.text((x + 2, y + cell_height + 4), number, font=font, fill=_INK)
    out = io.BytesIO()
    sheet.save(out, "PNG", compress_level=6)
    return out.getvalue()


def typeface(size: int) -> Any:
    """The studio's typeface at a size in pixels."""
    from PIL import ImageFont

    source = files("secondunit") / "data" / "fonts" / "DejaVuSansCondensed-Bold.ttf"
    with as_file(source) as path:
        return ImageFont.truetype(str(path), size)
