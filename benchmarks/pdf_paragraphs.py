"""Paragraphs of printed scripts (kind, words, order) against the same script written out.

Case, punctuation and CONT'D are folded, as they cannot be told from a print. Prints of the material
are real; the others are made here: by ``typeset`` in the layouts of houses, by Chromium from HTML
where it is installed, by LibreOffice from our DOCX likewise, and by our own printer.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from benchmarks.browser import STYLES, page_of
from benchmarks.speeches import pair_speeches, printed_lines
from benchmarks.typesetter import A4, House, typeset

from secondunit.adapters.formats.docx_script import FORMAT as DOCX
from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.adapters.formats.pdf_print import PdfPrintFormat
from secondunit.adapters.formats.pdf_script import FORMAT as PDF
from secondunit.film.screenplay.model import PRINTED, Line, LineKind, Screenplay
from secondunit.film.screenplay.printing.options import PrintOptions

Row = tuple[str, str, str]

MATERIAL = Path(__file__).parents[2] / "shared" / "material" / "screenplay"
SCRIPTS = ("big-fish", "vikings", "gumshoe", "mostly-genius", "extranormal")
PRINTS = ("source.pdf", "sanitized-source.pdf")
CLEAN, NUMBERED, LOOSE = 99.8, 99.5, 97.0
SECONDS = 2.0
LONG = 100
"""Pages from which a print's reading time is held to the bar."""

_NUMBERED = House(
    size=A4,
    action=90,
    dialogue=184,
    aside=234,
    cue=270,
    edge=520,
    rows=58,
    numbers=(46, 530),
    continued=True,
)
HOUSES = {
    "numbered A4": (_NUMBERED, NUMBERED),
    "dual dialogue wherever two speak": (House(duals=True), LOOSE),
    "dual dialogue on numbered A4": (replace(_NUMBERED, duals=True), LOOSE),
    "revised: stars, head, watermark across": (
        House(
            numbers=(54, 531),
            header="A TITLE   Blue Rev. 5/5/26   {page}.",
            stars=0.2,
            watermark="J. SMITH 12",
            continued=True,
        ),
        NUMBERED,
    ),
    "small watermark across, (more) and (cont'd)": (
        House(
            watermark="reader 0042 confidential",
            mark_size=14,
            tilt=35,
            more="(more)",
            contd="(cont'd)",
        ),
        NUMBERED,
    ),
    "all in capitals": (House(loud=True), NUMBERED),
    "letters set unevenly": (House(jitter=2.0), NUMBERED),
    "no MORE, no cue repeated": (House(more=""), NUMBERED),
    "Times": (House(font="Times-Roman", widths=(70, 42, 30, 24)), NUMBERED),
    "Helvetica on numbered A4": (
        replace(_NUMBERED, font="Helvetica", widths=(66, 38, 28, 22)),
        NUMBERED,
    ),
    "Times, dual dialogue": (
        House(font="Times-Roman", widths=(70, 42, 30, 24), duals=True),
        LOOSE,
    ),
    "moved to the left, rows wider apart": (
        House(action=72, dialogue=150, aside=190, cue=230, edge=504, pitch=13.5, rows=48),
        NUMBERED,
    ),
    "wide on A4, bold head, numbers on the left": (
        House(
            size=A4,
            action=99,
            dialogue=171,
            aside=205,
            cue=238,
            widths=(62, 38, 28, 20),
            edge=545,
            rows=60,
            numbers=(60, 560),
            header="Episode 4 - Shooting script 12.03.26   {page}",
            footer="Page {page}",
        ),
        NUMBERED,
    ),
}
_FOLDED = frozenset({LineKind.CENTERED, LineKind.ACT, LineKind.GENERAL, LineKind.SHOT})


def rows() -> list[Row]:
    """What was measured, its value, its bar."""
    if not MATERIAL.is_dir():
        return [("PDF paragraphs", "material folder absent", f">= {CLEAN} %")]
    found: list[Row] = []
    for name in SCRIPTS:
        script = FDX.read((MATERIAL / name / "source.fdx").read_bytes(), "s.fdx").screenplay
        if script is not None:
            found += _rows_of(name, script)
    return found


def _rows_of(name: str, script: Screenplay) -> Iterator[Row]:
    for file in PRINTS:
        if (path := MATERIAL / name / file).is_file():
            yield from _row(f"{name}: Final Draft's print", path.read_bytes(), script, CLEAN)
    for what, number_scenes in (("our print", False), ("our print, scenes numbered", True)):
        printer = PdfPrintFormat(PrintOptions(number_scenes=number_scenes))
        yield from _row(f"{name}: {what}", printer.write(script).data, script, CLEAN)
    document = print_docx(DOCX.write(script).data)
    what = f"{name}: our DOCX, printed by LibreOffice"
    if document is None:
        yield what, "no LibreOffice here", f">= {LOOSE} %"
    else:
        yield from _row(what, document, script, LOOSE)
    lines = printed_lines(script)
    numbers = [f"{index + 1}{'A' if index % 7 == 3 else ''}" for index in range(len(script.scenes))]
    for what, (house, bar) in HOUSES.items():
        set_lines = pair_speeches(lines) if house.duals else lines
        yield from _row(f"{name}: {what}", typeset(set_lines, house, numbers), script, bar)
    for style in STYLES:
        what = f"{name}: browser, {style}"
        data = print_html(page_of(pair_some(lines), style))
        if data is None:
            yield what, "no Chromium here", f">= {LOOSE} %"
        else:
            yield from _row(what, data, script, LOOSE)


def pair_some(lines: Sequence[Line]) -> list[Line]:
    """The lines with every eighth pair of speeches side by side."""
    paired = pair_speeches(lines)
    count = 0
    found = []
    for line, pair in zip(lines, paired, strict=True):
        starts = pair.side is not None and pair.kind is LineKind.CUE and pair.side.value == "left"
        count += starts
        found.append(pair if count % 8 == 1 else line)
    return found


def _row(what: str, data: bytes, script: Screenplay, bar: float) -> Iterator[Row]:
    began = _spent()
    read = PDF.read(data, "s.pdf").screenplay
    spent = _spent() - began
    if read is None:
        yield what, "refused", f">= {bar} %"
        return
    yield what, f"{share(read, script):.2f} %", f">= {bar} %"
    if read.pages >= LONG and what.endswith("print"):
        yield "  time", f"{spent:.2f} s", f"<= {SECONDS:.0f} s"


def _spent() -> float:
    """Seconds of processor time of this process and of those it waited for."""
    return sum(os.times()[:4])


def share(read: Screenplay, written: Screenplay) -> float:
    """Paragraphs of the written script that the reading has, exact and in order, in per cent."""
    one, two = paragraphs(read), paragraphs(written)
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return 100 * sum(block.size for block in blocks) / len(two)


def paragraphs(script: Screenplay) -> list[tuple[str, str]]:
    """Kinds and words as they can be told from a print."""
    lines = [*script.opening, *(line for scene in script.scenes for line in scene.lines)]
    found = []
    for line in lines:
        said = re.sub(r"cont(?:['’]?d|inued)", "", f"{line.text} {line.extension}".casefold())
        words = re.sub(r"\W|_", "", said)
        kind = LineKind.ACTION if line.kind in _FOLDED else line.kind
        if words and line.kind in PRINTED:
            found.append((kind.value, words))
    return found


def print_html(html: str) -> bytes | None:
    """A page printed by Chromium; None where it is not installed."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder) / "script.html", Path(folder) / "script.pdf"
        page.write_text(html, "utf-8")
        command = [browser, "--headless", "--no-sandbox", f"--print-to-pdf={out}", str(page)]
        subprocess.run(command, check=False, capture_output=True, timeout=120)
        return out.read_bytes() if out.is_file() else None


def print_docx(document: bytes) -> bytes | None:
    """A document printed by LibreOffice; None where it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "script.docx").write_bytes(document)
        command = [office, "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        command += ["--convert-to", "pdf", "--outdir", folder, f"{folder}/script.docx"]
        subprocess.run(command, check=False, capture_output=True, timeout=120)
        out = Path(folder) / "script.pdf"
        return out.read_bytes() if out.is_file() else None


if __name__ == "__main__":
    for measured in rows():
        print(f"{measured[0]:<62} {measured[1]:>18}   {measured[2]}", flush=True)
