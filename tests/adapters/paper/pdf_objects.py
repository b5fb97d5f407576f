"""PDFs written object by object, so that single objects can be wrong."""

from __future__ import annotations

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
TWO_LINES = (
    b"BT /F 12 Tf 108 700 Td (INT. KITCHEN - DAY) Tj 0 -24 Td (A black telephone rings.) Tj ET\n"
)


def pdf(*objects: bytes) -> bytes:
    """A file of these objects, numbered from 1; the first is its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def page(content: bytes, *more: bytes, names: bytes = b"", box: bytes = b"0 0 612 792") -> bytes:
    """A file of one page; ``more`` are objects from number 6, ``names`` further resources."""
    return pdf(
        CATALOG,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> %s >> >>" % (box, names),
        stream(content),
        FONT,
        *more,
    )


def form(content: bytes, calls: int) -> bytes:
    """A drawing that may call another, by the name X."""
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] "
    return stream(content, entries + b"/Resources << /XObject << /X %d 0 R >> >>" % calls)
