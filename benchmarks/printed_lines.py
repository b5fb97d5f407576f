"""Typed lines against the pages Final Draft prints: page, row, left edge and letters of each.

Run it with ``python -m benchmarks.printed_lines``.
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
from benchmarks.page_length import MATERIAL, Row

from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.film.screenplay.pages.layout import TypedScript, lay_out_script

PRINTED = {"big-fish": "source.pdf", "mostly-genius": "sanitized-source.pdf"}
_CHARACTER, _ROW, _TOP = 7.2, 12.0, 80.0  # points; the foot of the first row as pdfium tells it

Drawn = dict[tuple[int, int], tuple[float, str]]


def rows() -> list[Row]:
    """What, measured, bar."""
    found: list[Row] = []
    for name, pdf in PRINTED.items():
        path = MATERIAL / name / "source.fdx"
        script = FDX.read(path.read_bytes(), path.name).screenplay
        if script is None or not (MATERIAL / name / pdf).is_file():
            continue
        ours = _drawn(lay_out_script(script, marks_continued=True))
        theirs = _printed(MATERIAL / name / pdf)
        same = sum(_is_near(ours.get(place), printed) for place, printed in theirs.items())
        found.append(
            (
                f"{name}: printed lines at the same page, row, column and letters",
                f"{same} of {len(theirs)}; {len(ours.keys() - theirs.keys())} too many",
                ">= 98 %",
            )
        )
    return found


def _drawn(typed: TypedScript) -> Drawn:
    places: dict[tuple[int, int], list[tuple[float, str]]] = {}
    for line in typed.lines:
        place = (line.page, round(2 * line.row))
        places.setdefault(place, []).append((line.column * _CHARACTER, line.text))
    return {
        place: (min(runs)[0], _letters("".join(text for _, text in sorted(runs))))
        for place, runs in places.items()
    }


def _printed(path: Path) -> Drawn:
    """Rows of the pages after the title page, page numbers left aside."""
    found: Drawn = {}
    document = pdfium.PdfDocument(path)
    for number in range(1, len(document)):
        page = document[number]
        text, height = page.get_textpage(), page.get_height()
        marks: dict[int, list[tuple[float, str]]] = {}
        for index in range(text.count_chars()):
            left, bottom, _, _ = text.get_charbox(index, loose=True)
            row = round((height - bottom - _TOP) / _ROW * 2) - 1
            marks.setdefault(row, []).append((left, text.get_text_range(index, 1)))
        for row, letters in marks.items():
            words = _letters("".join(letter for _, letter in sorted(letters)))
            if words and row >= -2:
                left = min(left for left, letter in letters if letter.strip())
                found[number, row] = (left, _undouble(words))
    return found


def _letters(text: str) -> str:
    return "".join(text.split()).replace("\ufffe", "-").replace("’", "'")


def _undouble(text: str) -> str:
    """Words printed twice over themselves (a bold (MORE)) read once."""
    return text[::2] if len(text) > 2 and text[::2] == text[1::2] else text


def _is_near(ours: tuple[float, str] | None, theirs: tuple[float, str]) -> bool:
    return ours is not None and ours[1] == theirs[1] and abs(ours[0] - theirs[0]) < _CHARACTER / 2


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<66} {measured:>28}   {bar}")
