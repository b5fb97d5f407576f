from __future__ import annotations

from dataclasses import replace

import pypdfium2

from secondunit.adapters.formats.sheet_pdf import FORMAT
from secondunit.core.sheet import Align, Column, Row, Sheet

COLUMNS = (
    Column(title="Sc.", width=6),
    Column(title="Set", width=30),
    Column(title="Pages", width=8, align=Align.RIGHT),
)
STYLES = ("int-day", "ext-day", "int-night", "ext-night", "dawn", "dusk")


def a_board(strips: int = 30) -> Sheet:
    rows = []
    for number in range(strips):
        style = STYLES[number % 6]
        rows.append(Row(cells=(str(number + 1), f"COVE {number}", "1 2/8"), style=style))
        if number % 6 == 5:
            rows.append(Row(cells=(f"END OF DAY {number // 6 + 1}",), style="day-break"))
    return Sheet(
        key="stripboard",
        title="Stripboard",
        production="THE COVE",
        subtitle="White draft",
        columns=COLUMNS,
        rows=tuple(rows),
        status="PROPOSED · 12 decisions open",
        notes=("Strip colours by the convention.",),
    )


def texts(data: bytes) -> list[str]:
    pdf = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    pdf.close()
    return pages


def pixel(data: bytes, x: int, y: int) -> tuple[int, int, int]:
    pdf = pypdfium2.PdfDocument(data)
    colour = pdf[0].render(scale=1).to_pil().convert("RGB").getpixel((x, y))
    pdf.close()
    assert isinstance(colour, tuple)
    return colour[0], colour[1], colour[2]


def test_every_page_says_what_it_is_its_status_and_its_number() -> None:
    pages = texts(FORMAT.write([a_board(150)]))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        for words in ("THE COVE", "Stripboard", "Sc.", "PROPOSED · 12 decisions open"):
            assert words in page
        assert f"Page {number} of {len(pages)}" in page


def test_every_cell_and_note_is_on_paper() -> None:
    together = "\n".join(texts(FORMAT.write([a_board()])))
    assert all(f"COVE {number}" in together for number in range(30))
    assert "END OF DAY 5" in together
    assert "Strip colours by the convention." in together


def test_equal_sheets_give_equal_bytes() -> None:
    assert FORMAT.write([a_board(), a_board(5)]) == FORMAT.write([a_board(), a_board(5)])


def test_strips_have_their_colours() -> None:
    sheet = replace(a_board(2), rows=(Row(cells=("1", "", ""), style="ext-day"),))
    data = FORMAT.write([sheet])
    assert pixel(data, 300, 36 + 44 + 14 + 7) == (0xFF, 0xF1, 0x73)


def test_a_landscape_sheet_is_wider_than_high() -> None:
    pdf = pypdfium2.PdfDocument(FORMAT.write([replace(a_board(2), landscape=True), a_board(2)]))
    assert [pdf[0].get_size(), pdf[1].get_size()] == [(792, 612), (612, 792)]
    pdf.close()


def test_accents_greek_and_cyrillic_can_be_read_back() -> None:
    sheet = replace(a_board(1), rows=(Row(cells=("1", "ŁÓDŹ · Ελένη · Наташа", "")),))
    assert "ŁÓDŹ · Ελένη · Наташа" in texts(FORMAT.write([sheet]))[0]


def test_cjk_is_set_and_what_has_no_form_is_noted() -> None:
    sheet = replace(a_board(1), rows=(Row(cells=("1", "灯台の 등대 😀", "")),))
    (page,) = texts(FORMAT.write([sheet]))
    assert "[U+1F600]" in page
    assert "Characters without a printed form" in page


def test_a_calendar_of_ninety_days_continues_sideways() -> None:
    dates = tuple(Column(title=f"Mon\n{day}", width=4, align=Align.CENTRE) for day in range(90))
    row = Row(cells=("MINA", *[f"W{day}" for day in range(90)]))
    columns = (Column(title="Character", width=20), *dates)
    pages = texts(FORMAT.write([replace(a_board(1), columns=columns, rows=(row,), notes=())]))
    assert all("MINA" in page and f"of {len(pages)}" in page for page in pages)
    assert all(any(f"W{day}" in page for page in pages) for day in range(90))


def test_notes_that_do_not_fit_go_on_a_page_of_their_own() -> None:
    notes = tuple(f"note {number}" for number in range(200))
    pages = texts(FORMAT.write([replace(a_board(), notes=notes)]))
    assert all(any(note in page for page in pages) for note in notes)
    assert len(pages) >= 3


def test_a_sheet_without_rows_and_a_file_without_sheets_are_still_files() -> None:
    assert "Stripboard" in texts(FORMAT.write([replace(a_board(), rows=(), notes=())]))[0]
    assert FORMAT.write([]).startswith(b"%PDF")


def test_a_sheet_that_all_but_fits_on_a_page_is_drawn_in() -> None:
    rows = tuple(Row(cells=(str(number), "COVE", "1")) for number in range(49))
    assert len(texts(FORMAT.write([replace(a_board(), rows=rows)]))) == 1
    longer = rows + rows[:10]
    assert len(texts(FORMAT.write([replace(a_board(), rows=longer)]))) == 2
