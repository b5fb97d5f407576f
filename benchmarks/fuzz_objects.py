"""Objects of a PDF, taken from a good file, made wrong, and written again."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable
from itertools import groupby

from benchmarks.fuzz_text import mutate

Objects = dict[int, bytes]
_DRAWN = (
    *(
        b"BT",
        b"ET",
        b"q",
        b"Q",
        b"q " * 500,
        b"Tj",
        b"(",
        b")",
        b"(\\",
        b"TJ [",
        b"1e38 0 0 1 0 0 cm",
    ),
    *(
        b"0 0 0 0 0 0 Tm",
        b"/F9 12 Tf",
        b"/F1 1e9 Tf",
        b"/F1 -3 Tf",
        b"0 Tf",
        b"-1e9 Tc",
        b"1e30 TL",
    ),
    *(
        b"nan nan Td",
        b"99999999999999999999 0 Td",
        b"/X Do",
        b"BI /W 9999 /H 9999 ID",
        b"EI",
        b"7 Tr",
    ),
    *(b"(\xff\xfe\x00) Tj", b"<D800> Tj", b"<", b"0 0 m 9 9 l S ", b"/P <</MCID 1>> BDC", b"BMC"),
    *(
        b"(\xf0\x9f) Tj " * 300,
        b"T* ",
        b"1 0 0 1 108 700 Tm (INT. A - DAY) Tj ",
        b"0 1 -1 0 0 0 Tm",
    ),
)
_VALUES = (
    *(
        b"null",
        b"[]",
        b"<< >>",
        b"-1",
        b"0",
        b"99999999999",
        b"1e38",
        b"nan",
        b"(a)",
        b"/A",
        b"true",
    ),
    *(b"[0 0 1e30 1e30]", b"[0 0 0 0]", b"[612 792 0 0]", b"[" * 600 + b"]" * 600, b"<" * 900),
)
_FILTERS = (b"/FlateDecode", b"/LZWDecode", b"/ASCII85Decode", b"/RunLengthDecode", b"/DCTDecode")
_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_STREAM = re.compile(rb"(.*?)stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
FORM = (
    b"<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] "
    b"/Resources << /XObject << /X %d 0 R >> >> /Length %d >>\nstream\n%s\nendstream"
)


def parse(data: bytes) -> Objects:
    """The objects of a file of our own, by number; what is packed is unpacked."""
    return {int(each[1]): _unpacked(each[2]) for each in _OBJECT.finditer(data)}


def _unpacked(value: bytes) -> bytes:
    found = _STREAM.fullmatch(value)
    if found is None or b"/FlateDecode" not in found[1] or b"/Subtype" in found[1]:
        return value
    if b"ASCII85" in found[1]:
        return value
    try:
        content = zlib.decompress(found[2])
    except zlib.error:
        return value
    head = re.sub(rb"/(Filter|Length)\s*(\[[^]]*\]|/?\w+)", b"", found[1])
    return (
        head.replace(b"<<", b"<< /Length %d" % len(content), 1)
        + b"stream\n"
        + content
        + b"\nendstream"
    )


def _change_value(objects: Objects, dice: random.Random) -> None:
    """A value of a dictionary becomes another."""
    number = dice.choice(sorted(objects))
    keys = list(re.finditer(rb"/\w+\s+(\[[^]]*\]|\d+ 0 R|[\d.]+|/\w+)", objects[number][:4000]))
    if keys:
        start, end = dice.choice(keys).span(1)
        value = dice.choice([*_VALUES, b"%d 0 R" % dice.choice([*objects, 999])])
        objects[number] = objects[number][:start] + value + objects[number][end:]


def _change_drawing(objects: Objects, dice: random.Random) -> None:
    """What is drawn on a page is broken, its length right."""
    drawn = [number for number, each in objects.items() if b"stream\n" in each and b"BT" in each]
    if not drawn:
        return
    number = dice.choice(drawn)
    found = _STREAM.fullmatch(objects[number])
    if found is not None:
        content = mutate(found[2], _DRAWN, dice)
        head = re.sub(rb"/Length \d+", b"/Length %d" % len(content), found[1])
        objects[number] = head + b"stream\n" + content + b"\nendstream"


def _cut_stream(objects: Objects, dice: random.Random) -> None:
    number = dice.choice(sorted(objects))
    at = dice.randrange(len(objects[number]) + 1)
    objects[number] = objects[number][:at]


def _claim_filter(objects: Objects, dice: random.Random) -> None:
    """A stream says that it is packed, and is not."""
    number = dice.choice(sorted(objects))
    chain = b" ".join(dice.choice(_FILTERS) for _ in range(dice.choice([1, 1, 3, 200])))
    objects[number] = objects[number].replace(b"<<", b"<< /Filter [%s]" % chain, 1)


def _repeat_kids(objects: Objects, dice: random.Random) -> None:
    """A page tree of the same page over and over, of itself, or of a count that is wrong."""
    number = next((n for n, each in objects.items() if b"/Kids" in each), 0)
    if number:
        kids = [
            b"%d 0 R" % dice.choice([*objects, number, 999]) for _ in range(dice.choice([1, 9, 90]))
        ]
        value = re.sub(rb"/Kids\s*\[[^]]*\]", b"/Kids [%s]" % b" ".join(kids), objects[number])
        count = dice.choice([b"-1", b"0", b"%d" % len(kids), b"1499", b"99999999", b"3000000000"])
        objects[number] = re.sub(rb"/Count\s+\d+", b"/Count " + count, value)


def _drop(objects: Objects, dice: random.Random) -> None:
    if len(objects) > 1:
        del objects[dice.choice(sorted(objects))]


def _swap(objects: Objects, dice: random.Random) -> None:
    one, two = dice.choice(sorted(objects)), dice.choice(sorted(objects))
    objects[one], objects[two] = objects[two], objects[one]


def _loop_forms(objects: Objects, dice: random.Random) -> None:
    """Drawings that contain each other."""
    first = max(objects) + 1
    count = dice.choice([1, 2, 5])
    for index in range(count):
        content = b"/X Do " * dice.choice([1, 2, 10])
        objects[first + index] = FORM % (first + (index + 1) % count, len(content), content)
    for number, each in list(objects.items()):
        if b"/Font" in each and b"/Contents" in each:
            objects[number] = each.replace(
                b"/Resources <<", b"/Resources << /XObject << /X %d 0 R >>" % first, 1
            )


def _pack(objects: Objects, dice: random.Random) -> None:
    """Objects inside a stream of objects, as PDF 1.5 has them, some of them wrong."""
    plain = [number for number, each in objects.items() if b"stream" not in each]
    chosen = dice.sample(plain, min(len(plain), dice.choice([1, 3, 9])))
    head, body = b"", b""
    for number in chosen:
        head += b"%d %d " % (number, len(body) * dice.choice([1, 1, 1, 7]))
        body += objects.pop(number) + b" "
    packed = zlib.compress(head + body)
    claims = dice.choice([len(chosen), len(chosen), 0, 99999999])
    objects[max([*objects, 0]) + 1] = (
        b"<< /Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d >>\n"
        b"stream\n%s\nendstream" % (claims, len(head), len(packed), packed)
    )


WAYS: tuple[Callable[[Objects, random.Random], None], ...] = (
    *(_change_value, _change_value, _change_drawing, _change_drawing, _change_drawing),
    *(_cut_stream, _claim_filter, _repeat_kids, _drop, _swap, _loop_forms, _pack),
)


def write(objects: Objects, dice: random.Random) -> bytes:
    """A file of objects; its table is right, wrong, missing, or a stream of PDF 1.5."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, value in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    root = next((n for n, each in objects.items() if b"/Catalog" in each), 1)
    if dice.random() < 0.2:
        places = {number: dice.randrange(len(out)) for number in places}
    table, size = len(out), max(places, default=0) + 1
    match dice.randrange(6):
        case 0:
            return bytes(out)
        case 1:
            rows = b"".join(
                (b"\1" + places[n].to_bytes(4, "big")) if n in places else b"\0" * 5
                for n in range(size)
            )
            out += (
                b"%d 0 obj\n<< /Type /XRef /W [1 4 0] /Size %d /Root %d 0 R /Length %d >>\n"
                b"stream\n%s\nendstream\nendobj\n" % (size, size, root, len(rows), rows)
            )
        case _:
            out += b"xref\n"
            for _, run in groupby(enumerate(sorted(places)), lambda pair: pair[1] - pair[0]):
                numbers = [number for _, number in run]
                out += b"%d %d\n" % (numbers[0], len(numbers))
                out += b"".join(b"%010d 00000 n \n" % places[number] for number in numbers)
            loop = dice.choice([b"", b"", b"", b"/Prev %d" % table, b"/Encrypt 1 0 R"])
            out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\n" % (size, root, loop)
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % table
