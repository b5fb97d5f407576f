"""Broken files of the formats that come zipped or messy: none may crash a reader or hang it.

Seeds are made here from our own example. Most inputs break a part inside its zip, so that the
readers behind the unpacking are reached; the rest break the zip itself. Run it with
``python -m benchmarks.fuzz_formats [COUNT] [FORMAT ...]``.
"""

from __future__ import annotations

import io
import random
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from benchmarks.fuzz import LIMIT, TOKENS, mutate
from benchmarks.messy_manners import MANNERS, write_down

from secondunit.adapters.formats import celtx, docx_script, fade_in, highland, plain_text, trelby
from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.adapters.formats.script_html import FORMAT as HTML
from secondunit.film.screenplay.model import Line, LineKind, Screenplay
from secondunit.ports.formats import ScriptFormat

ROOT = Path(__file__).parents[1]
COUNT = 10_000
Maker = Callable[[Screenplay], dict[str, bytes]]
_CELTX = {"heading": "sceneheading", "cue": "character", "dialogue": "dialog"}
_OSF = {"heading": "Scene Heading", "cue": "Character"}
_TRELBY = {"heading": "\\", "cue": "_", "dialogue": ":", "parenthetical": "(", "transition": "/"}
_MARKUP = (
    *TOKENS["fdx"],
    *(b"<w:p>", b"</w:p>", b"<w:tbl>", b"</w:tbl>", b"<w:tr>", b"<w:tc>", b"</w:tc>", b"<w:r>"),
    *(b"<w:vanish/>", b'<w:pStyle w:val="Character"/>', b'<w:ind w:left="1e999"/>', b"<w:t>"),
    *(b'<w:br w:type="page"/>', b'<w:bookmarkStart w:name="anchor_99999999"/>', b"<w:del>"),
    *(b"<para>", b"</para>", b'<style basestylename="Character" dualdialogue="1"/>', b"<text>"),
    *(b"<p class='", b"</p>", b"<br>", b"<b>", b"<style>", b"<title>", b"&lt;b&gt;", b"<" * 50),
)
_TEXT = (
    *TOKENS["fountain"],
    *(b"(CONTINUED)\n", b"(MORE)\n", b"12.\n", b"   ", b"\t\t", b"\f", b"        ", b"*\n"),
    *(b"a " * 200, b"A " * 200, b"- " * 100, b"12 INT. A 12\n", b"(a\n" * 20, b"FADE TO BLACK."),
)
_SHORT = 300  # rows of the seeds: what is broken matters, not how much stands around it


def seeds() -> dict[str, tuple[ScriptFormat, list[dict[str, bytes]]]]:
    """By format: its reader, and files as their parts; a bare file has one part without a name."""
    path = ROOT / "examples" / "right-ear-home.fountain"
    script = FOUNTAIN.read(path.read_bytes(), path.name).screenplay
    if script is None:
        return {}
    lines = [line for scene in script.scenes[:6] for line in scene.lines]
    messy = ["\n".join(row for row, _ in write_down(script, m)[:_SHORT]) for m in MANNERS]
    return {
        "plain-text": (plain_text.FORMAT, [{"": text.encode()} for text in messy]),
        "docx": (docx_script.FORMAT, [_unzipped(docx_script.FORMAT.write(script).data)]),
        "celtx": (celtx.FORMAT, [_celtx(lines)]),
        "fade-in": (fade_in.FORMAT, [{"document.xml": _osf(lines)}, {"": _osf(lines)}]),
        "highland": (
            highland.FORMAT,
            [{"a.textbundle/text.md": path.read_bytes()[:6000], "a.textbundle/info.json": b"{}"}],
        ),
        "trelby": (trelby.FORMAT, [{"": _trelby(lines)}]),
    }


def _celtx(lines: list[Line]) -> dict[str, bytes]:
    rows = "".join(
        f'<p class="{_CELTX.get(line.kind.value, line.kind.value)}">{escape(line.text)}<br></p>\n'
        for line in lines
    )
    page = f"<html><head><title>A</title></head><body>{rows}</body></html>"
    return {"project.rdf": b"<r/>", "script-a.html": page.encode()}


def _osf(lines: list[Line]) -> bytes:
    rows = "".join(
        f'<para><style basestylename="{_OSF.get(line.kind.value, line.kind.value.title())}"/>'
        f"<text>{escape(line.text)}</text></para>"
        for line in lines
    )
    head = '<document type="Open Screenplay Format document" version="30">'
    return f"{head}<paragraphs>{rows}</paragraphs></document>".encode()


def _trelby(lines: list[Line]) -> bytes:
    rows = "".join(f".{_TRELBY.get(line.kind.value, '.')}{line.text}\n" for line in lines)
    return f"#Version 3\n#Start-Script \n{rows}".encode()


def _unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    if "" in parts:
        return parts[""]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def inputs(sources: list[dict[str, bytes]], count: int, key: str) -> Iterator[bytes]:
    """Broken files, always the same ones."""
    dice = random.Random(f"{key} formats")
    yield from (b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"\0" * 1000, b"(" * 50_000)
    yield from (b"INT. A\n" * 4000, b"A\n" * 20_000, b"    (\n" * 9000, b"a b\n\n" * 9000)
    for _ in range(count - 9):
        parts = dict(dice.choice(sources))
        name = dice.choice(sorted(parts))
        if "" not in parts and dice.random() < 0.2:
            yield mutate(_zipped(parts), (b"PK\x03\x04", b"PK\x01\x02", b"\xff" * 4, b"\0"), dice)
            continue
        tokens = _MARKUP if parts[name].lstrip().startswith(b"<") else _TEXT
        parts[name] = mutate(parts[name], tokens, dice)
        yield _zipped(parts)


def measure(reader: ScriptFormat, sources: list[dict[str, bytes]], count: int) -> str:
    """What came of the inputs, in words."""
    slowest, crashes, read, empty = 0.0, 0, 0, 0
    for number, data in enumerate(inputs(sources, count, reader.key)):
        began = time.process_time()
        try:
            reader.is_format(data)
            reading = reader.read(data, f"fuzz{reader.suffixes[0]}")
            spent = time.process_time() - began
            read += reading.screenplay is not None
            empty += reading.screenplay is None and not reading.findings
            if reading.screenplay is not None and number % 8 == 0:
                _write(reading.screenplay)
        except Exception:  # noqa: BLE001
            spent = time.process_time() - began
            crashes += 1
            if crashes < 4:
                traceback.print_exc(limit=-3)
        if spent > LIMIT:
            print(f"{reader.key}: input {number} of {len(data)} bytes took {spent:.1f} s")
        slowest = max(slowest, spent)
    unsaid = f", {empty} refused without a word" if empty else ""
    return f"{crashes} crashes, slowest {slowest:.2f} s, {read} read{unsaid}"


def _write(script: Screenplay) -> None:
    """The writers bear what the readers let through."""
    docx_script.FORMAT.write(script)
    HTML.write(script)
    assert all(line.kind in LineKind for line in script.opening)  # noqa: S101


def rows(count: int = COUNT, keys: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    return [
        (f"{count} broken files, {key}", measure(reader, sources, count), "0 crashes, <= 1 s")
        for key, (reader, sources) in seeds().items()
        if not keys or key in keys
    ]


if __name__ == "__main__":
    given = sys.argv[1:]
    number = int(given[0]) if given else COUNT
    for what, measured, bar in rows(number, tuple(given[1:])):
        print(f"{what:<40} {measured:>48}   {bar}")
