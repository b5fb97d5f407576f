from __future__ import annotations

from io import BytesIO

import pypdfium2 as pdfium

from secondunit.adapters.paper.canvas import open_canvas


def drawn() -> bytes:
    out = BytesIO()
    canvas = open_canvas(out, (200, 100), "Right Ear Home - One-liner", "Right Ear Home")
    canvas.drawString(10, 50, "a strip")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert drawn() == drawn()


def test_streams_are_binary_and_read_back() -> None:
    data = drawn()
    assert b"ASCII85Decode" not in data
    with pdfium.PdfDocument(data) as read:
        assert read.get_metadata_dict()["Title"] == "Right Ear Home - One-liner"
        assert read[0].get_size() == (200, 100)
        assert "a strip" in read[0].get_textpage().get_text_range()
