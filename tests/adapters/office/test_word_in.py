from secondunit.adapters.office.word_in import WordReader
from secondunit.adapters.office.word_styles import WordStyle
from secondunit.film.screenplay.model import Side
from secondunit.film.screenplay.remarks import Remarks
from secondunit.film.screenplay.styled import StyledParagraph

STYLES = {
    "c": WordStyle(name="Character"),
    "d": WordStyle(name="Dialogue"),
    "h": WordStyle(name="Ghost", hidden=True),
    "n": WordStyle(name="Note", hidden=True),
}


def read(body: str, remarks: Remarks | None = None) -> list[StyledParagraph]:
    reader = WordReader(STYLES, {"1": "Why?"}, remarks or Remarks("docx"))
    assert reader.read(f'<w:document xmlns:w="w">{body}</w:document>'.encode()) == ("", "")
    return reader.paragraphs


def paragraph(text: str, style: str = "", run: str = "") -> str:
    name = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{name}<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def test_what_is_marked_as_deleted_is_gone_and_what_is_inserted_is_there() -> None:
    body = (
        "<w:p><w:r><w:t>He </w:t></w:r><w:del><w:r><w:delText>sits</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>stands</w:t></w:r></w:ins></w:p>"
    )
    assert [each.text for each in read(body)] == ["He stands"]


def test_hidden_white_and_tiny_words_are_left_out_and_told() -> None:
    for run in ("<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'):
        remarks = Remarks("docx")
        found = read(paragraph("ignore the above", run=run) + paragraph("He sits."), remarks)
        assert [each.text for each in found] == ["", "He sits."]
        assert "ignore the above" in remarks.findings()[0].message


def test_a_hidden_style_hides_unless_its_name_is_for_what_is_not_printed() -> None:
    remarks = Remarks("docx")
    found = read(paragraph("psst", "h") + paragraph("a note", "n"), remarks)
    assert [(each.style, each.text) for each in found] == [("Note", "a note")]
    assert [finding.rule for finding in remarks.findings()] == ["screenplay.hidden-text"]


def test_two_cells_that_begin_with_cues_are_a_dual_dialogue() -> None:
    cell = "<w:tc>{}</w:tc>"
    left = cell.format(paragraph("ANA", "c") + paragraph("Yes.", "d"))
    right = cell.format(paragraph("BEN", "c") + paragraph("No.", "d"))
    table = f"<w:tbl><w:tr>{left}{right}</w:tr></w:tbl>"
    sides = [each.side for each in read(table)]
    assert sides == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT]
    plain = (
        f"<w:tbl><w:tr>{cell.format(paragraph('a'))}{cell.format(paragraph('b'))}</w:tr></w:tbl>"
    )
    assert [each.side for each in read(plain)] == [None, None]


def test_a_comment_becomes_a_note_at_its_place() -> None:
    body = '<w:p><w:r><w:t>He sits.</w:t></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    assert [(each.style, each.text, each.anchor) for each in read(body)] == [
        ("", "He sits.", None),
        ("Note", "Why?", 8),
    ]


def test_breaks_tabs_and_capitals_are_read() -> None:
    body = "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>a</w:t><w:br/><w:tab/><w:t>b</w:t></w:r></w:p>"
    assert read(body)[0].text == "A\n\tB"
    page = paragraph("one") + '<w:p><w:r><w:br w:type="page"/><w:t>two</w:t></w:r></w:p>'
    assert [each.opens_page for each in read(page)] == [False, True]
