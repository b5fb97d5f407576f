from xml.etree import ElementTree

from secondunit.adapters.formats.sheet_html import FORMAT
from secondunit.core.sheet import Align, Column, Row, Sheet


def make_sheet(*rows: Row) -> Sheet:
    return Sheet(
        key="x",
        title="One-Line <Schedule>",
        production="Toast",
        subtitle="5 days",
        columns=(Column(title="Sc."), Column(title="Pages", align=Align.RIGHT)),
        rows=rows,
        status="PROPOSED",
        notes=("A note.",),
        watermark="DRAFT",
    )


def page_of(*rows: Row) -> ElementTree.Element:
    text = FORMAT.write([make_sheet(*rows)]).decode()
    return ElementTree.fromstring(  # noqa: S314  our own page
        text.replace("<!doctype html>", "")
    )


def test_a_script_cannot_write_into_the_page() -> None:
    text = FORMAT.write([make_sheet(Row(cells=("<script>alert(1)</script>", "1/8")))]).decode()
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_every_cell_is_there_and_a_banner_spans_the_table() -> None:
    page = page_of(
        Row(cells=("12", "1 4/8"), style="ext-day"), Row(cells=("End",), style="day-break")
    )
    rows = page.findall(".//tbody/tr")
    assert [cell.text for cell in rows[0]] == ["12", "1 4/8"]
    assert rows[0].get("class") == "ext-day"
    assert rows[1][0].get("colspan") == "2"


def test_status_notes_and_draft_mark_are_on_the_page() -> None:
    words = "".join(page_of().itertext())
    assert "PROPOSED" in words
    assert "A note." in words
    assert "DRAFT" in words


def test_strips_keep_the_colours_of_the_theme() -> None:
    assert ".ext-day td{background:#FFF173" in FORMAT.write([make_sheet()]).decode()
