"""Broken PDFs: small prints of our own in several layouts, broken at bytes and at objects.

Bytes broken at random mostly break what is packed, and PDFium drops it. So most inputs are written
object by object: the objects of a good file, some of them wrong, with a table that is right or not.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO

from benchmarks.fuzz_objects import FORM, WAYS, parse, write
from benchmarks.fuzz_text import ROOT, mutate
from benchmarks.pdf_paragraphs import HOUSES
from benchmarks.speeches import pair_speeches, printed_lines
from benchmarks.typesetter import typeset

from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.adapters.formats.pdf_print import FORMAT as PRINTER

_TOKENS = (
    *(b"obj", b"endobj", b"stream", b"endstream", b"xref", b"trailer", b"<<", b">>", b"[", b"]"),
    *(b"/Type /Page", b"/Kids [1 0 R]", b"/Count 99999999", b"/Length -1", b"1 0 R", b"%%EOF"),
    *(b"/Prev 9", b"/XRefStm 9", b"/Encrypt 1 0 R", b"/Root 2 0 R", b"startxref\n0"),
)


@cache
def seeds() -> tuple[bytes, ...]:
    """Prints of one to six pages, in every layout that is measured, and some with a password."""
    path = ROOT / "examples" / "right-ear-home.fountain"
    script = FOUNTAIN.read(path.read_bytes(), path.name).screenplay
    if script is None:
        return (b"",)
    made = []
    for scenes in (1, 4):
        part = replace(script, scenes=script.scenes[:scenes])
        made.append(PRINTER.write(part).data)
        lines = printed_lines(part)
        for house, _ in HOUSES.values():
            set_lines = pair_speeches(lines) if house.duals else lines
            made.append(typeset(set_lines, house, ["1", "2", "3A", "4"]))
        made.append(_locked(b"a word"))
    return (*made, _locked(b""))


def _locked(password: bytes) -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    lock = StandardEncryption(password.decode(), ownerPassword="owner", strength=128)
    canvas = Canvas(out, encrypt=lock, invariant=1)
    canvas.setFont("Courier", 12)
    canvas.drawString(108, 700, "INT. KITCHEN - DAY")
    canvas.drawString(108, 676, "A black telephone rings.")
    canvas.save()
    return out.getvalue()


def broken(seed: int, number: int) -> bytes:
    """A broken file, the same whenever it is asked for: extremes first, then broken seeds."""
    if number < len(EXTREMES):
        return EXTREMES[number]()
    dice = random.Random(f"pdf {seed} {number}")
    data = dice.choice(seeds())
    if dice.random() < 0.2:
        return mutate(data, _TOKENS, dice)
    objects = parse(data)
    for _ in range(dice.choice([1, 1, 2, 4, 12])):
        dice.choice(WAYS)(objects, dice)
    return write(objects, dice)


def _page(content: bytes, *more: bytes, names: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 612 792] "
        b"/Resources << /Font << /F 5 0 R >> %s >> >>" % names,
        4: b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        **dict(enumerate(more, 6)),
    }
    return write(objects, random.Random(5))


_NAMED = b"/XObject << /X 6 0 R >>"
EXTREMES: tuple[Callable[[], bytes], ...] = (
    lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 50_000,
    lambda: b"%PDF-1.7\n" + b"[" * 200_000,
    lambda: _page(b"/X Do", FORM % (6, 11, b"/X Do /X Do"), names=_NAMED),
    lambda: _page(b"/X Do", *(FORM % (7 + i, 60, b"/X Do " * 10) for i in range(9)), names=_NAMED),
    lambda: _page(b" " * 200_000_000),
    lambda: _page(b"BT /F 12 Tf (" + b"A" * 1_000_000 + b") Tj ET"),
    lambda: _page(b"BT /F 12 Tf " + b"(A) Tj " * 300_000 + b"ET"),
    lambda: _page(b"BT /F 12 Tf " + b"(A) Tj 3 -4 Td " * 15_000 + b"ET"),
    lambda: _page(b"BT /F 12 Tf " + b"(A A) Tj 37 1 Td " * 6_000 + b"ET"),
    lambda: _page(b"BT /F 12 Tf 108 700 Td (INT. A) Tj ET " + b"0 0 m 9 9 l S " * 300_000),
    lambda: _page(b"q " * 1_000_000),
)
