"""The sheet of paper that PDFs are drawn on: the same drawing gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import Any


def open_canvas(out: BytesIO, size: tuple[float, float], title: str, author: str) -> Any:
    """A canvas without dates, packed once: binary streams, not the text form of older readers.

    Args:
        out: Where ``save`` writes.
        size: Width and height in points.
        title: Of the document.
        author: The production.
    """
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=1)
    canvas.setCreator("Second Unit")
    canvas.setProducer("Second Unit")
    canvas.setAuthor(author)
    canvas.setTitle(title)
    return canvas
