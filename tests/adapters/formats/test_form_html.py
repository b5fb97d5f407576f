from tests.film.call_sheet.builder import make_sheet

from secondunit.adapters.formats.form_html import FORMAT
from secondunit.core.form import Form, Panel
from secondunit.core.sheet import Column, Row
from secondunit.film.call_sheet.form import call_sheet_form


def test_a_call_sheet_is_on_the_page_with_its_strip_colours() -> None:
    text = FORMAT.write([call_sheet_form(make_sheet(2))]).decode()
    assert "Wed 20 Jan 2027 · Day 2 of 2" in text
    assert '<tr class="ext-night">' in text
    assert ".ext-night td{background:#9AD49A" in text
    assert "Stand-in: Bo Lamb" in text


def test_nothing_from_a_script_is_markup() -> None:
    panel = Panel(
        title="<b>", columns=(Column(title="<i>"),), rows=(Row(cells=("<script>",)),), span=4
    )
    form = Form(key="f", title="T", production="<u>", subtitle="", panels=(panel,))
    text = FORMAT.write([form]).decode()
    assert not any(tag in text for tag in ("<b>", "<i>", "<script>", "<u>"))
    assert "grid-column:span 4" in text


def test_equal_forms_give_equal_bytes_and_a_draft_is_marked() -> None:
    form = Form(key="f", title="T", production="P", subtitle="", panels=(), watermark="DRAFT")
    assert FORMAT.write([form]) == FORMAT.write([form])
    assert b"DRAFT" in FORMAT.write([form])
