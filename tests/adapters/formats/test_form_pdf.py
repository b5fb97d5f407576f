from pypdfium2 import PdfDocument

from secondunit.adapters.formats.form_pdf import FORMAT, plan_pages
from secondunit.adapters.paper.theme import shipped_theme
from secondunit.core.form import Form, Panel
from secondunit.core.sheet import Column, Row

COLUMN = (Column(title=""),)


def panel(title: str, rows: int, span: int = 12, color: str = "") -> Panel:
    cells = tuple(Row(cells=(f"{title} {number}",)) for number in range(rows))
    return Panel(title=title, columns=COLUMN, rows=cells, span=span, color=color)


def form(*panels: Panel) -> Form:
    return Form(
        key="f",
        title="Call Sheet",
        production="Toast",
        subtitle="Day 1",
        panels=panels,
        status="PROPOSED",
        notes=("A note.",),
        watermark="DRAFT",
    )


def texts(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in PdfDocument(data)]


def test_every_cell_is_printed_once_however_long_a_panel_is() -> None:
    data = FORMAT.write([form(panel("Props", 3, 6), panel("Cast", 150, 6), panel("End", 2))])
    pages = texts(data)
    assert len(pages) > 1
    words = "\n".join(pages)
    assert all(f"Cast {number}\n" in words.replace("\r", "") + "\n" for number in range(150))
    assert "Cast (continued)" in pages[1]
    assert all("PROPOSED" in page and f"of {len(pages)}" in page for page in pages)


def test_panels_stand_side_by_side_until_the_grid_is_full() -> None:
    (page,) = plan_pages(
        form(panel("A", 1, 4), panel("B", 1, 8), panel("C", 1, 6)), shipped_theme()
    )
    assert [[box.panel.title for box in boxes] for _, boxes in page.rows] == [["A", "B"], ["C"]]


def test_an_empty_box_leaves_room_to_write_in() -> None:
    empty = Panel(title="Notes", columns=COLUMN, rows=(), lines=5)
    (page,) = plan_pages(form(empty), shipped_theme())
    assert page.used > 5 * 7.5


def test_each_form_counts_its_own_pages_and_equal_forms_give_equal_bytes() -> None:
    two = [form(panel("A", 1)), form(panel("B", 1))]
    assert all("Page 1 of 1" in page for page in texts(FORMAT.write(two)))
    assert FORMAT.write(two) == FORMAT.write(two)


def test_a_bar_has_the_colour_that_is_asked_for() -> None:
    page = PdfDocument(FORMAT.write([form(panel("Props", 1, color="#7B3FA0"))]))[0]
    colors = page.render(scale=1).to_pil().convert("RGB").getcolors(100_000)
    assert any(color == (123, 63, 160) and count > 1000 for count, color in colors)


def test_a_cell_higher_than_a_page_goes_on_over_the_next() -> None:
    row = Row(cells=(" ".join(f"word{number}" for number in range(6000)),))
    long = Panel(title="Long", columns=COLUMN, rows=(row,))
    words = " ".join(texts(FORMAT.write([form(long)])))
    assert "word0 " in words
    assert "word5999" in words
