"""Pages of a PDF as one picture, page under page: for screens that show no paper."""

from __future__ import annotations

import io

import numpy as np

DOTS = 110
"""Dots an inch."""


def draw_pages(pdf: bytes, *, most: int = 40) -> bytes:
    """A PNG of the first pages of a document.

    Args:
        pdf: The document.
        most: Pages.
    """
    import pypdfium2
    from PIL import Image

    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [
            np.asarray(document[number].render(scale=DOTS / 72).to_pil().convert("RGB"))
            for number in range(min(len(document), most))
        ]
    finally:
        document.close()
    wide = max(page.shape[1] for page in pages)
    padded = [
        np.pad(page, ((0, 0), (0, wide - page.shape[1]), (0, 0)), constant_values=255)
        for page in pages
    ]
    out = io.BytesIO()
    Image.fromarray(np.concatenate(padded)).save(out, "PNG", compress_level=4)
    return out.getvalue()
