"""Broken files of the formats that come zipped or messy: none may crash a reader or hang it.

Seeds are made here from our own example. Most inputs break a part inside its zip, so that the
readers behind the unpacking are reached; the rest break the zip itself. Run it with
``python -m benchmarks.fuzz FORMAT ...``.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from functools import cache
from html import escape

from benchmarks.fuzz_text import ROOT, TOKENS, mutate
from benchmarks.fuzz_trees import mutate_tree
from benchmarks.messy_manners import MANNERS, write_down

from secondunit.adapters.formats import celtx, docx_script, fade_in, highland, plain_text, trelby
from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.film.screenplay.model import Line, Screenplay
from secondunit.ports.formats import ScriptFormat

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
_EXTREMES: tuple[Callable[[], bytes], ...] = (
    *(lambda: b"", lambda: b"PK\x03\x04", lambda: b"PK\x05\x06" + b"\0" * 18),
    *(lambda: b"\0" * 1000, lambda: b"(" * 50_000, lambda: b"INT. A\n" * 4000),
    *(lambda: b"A\n" * 20_000, lambda: b"    (\n" * 9000, lambda: b"a b\n\n" * 9000),
)
_XML = {"docx", "fade-in"}
_WELL_FORMED = 0.5  # share of their parts that stay well-formed
_ZIP_ITSELF = 0.2  # share of the inputs in which the zip is broken and not what is in it
_SHORT = 300  # rows of the seeds: what is broken matters, not how much stands around it


@cache
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


def broken(key: str, seed: int, number: int) -> bytes:
    """A broken file, the same whenever it is asked for: extremes first, then mutated seeds."""
    if number < len(_EXTREMES):
        return _EXTREMES[number]()
    dice = random.Random(f"{key} {seed} {number}")
    parts = dict(dice.choice(seeds()[key][1]))
    name = dice.choice(sorted(parts))
    if "" not in parts and dice.random() < _ZIP_ITSELF:
        return mutate(_zipped(parts), (b"PK\x03\x04", b"PK\x01\x02", b"\xff" * 4, b"\0"), dice)
    if key in _XML and dice.random() < _WELL_FORMED:
        parts[name] = mutate_tree(parts[name], dice)
        return _zipped(parts)
    tokens = _MARKUP if parts[name].lstrip().startswith(b"<") else _TEXT
    parts[name] = mutate(parts[name], tokens, dice)
    return _zipped(parts)
