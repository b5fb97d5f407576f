import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from tests.adapters.formats.zips import bomb, zipped
from tests.film.screenplay.script_strategies import scripts

from secondunit.adapters.formats.docx_script import FORMAT
from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.film.screenplay.model import Line, LineKind, Screenplay

ROOT = Path(__file__).parents[3]
HEAD = '<w:document xmlns:w="w"><w:body>'


def docx(body: str, styles: str = "") -> bytes:
    parts: dict[str, str | bytes] = {"word/document.xml": f"{HEAD}{body}</w:body></w:document>"}
    if styles:
        parts["word/styles.xml"] = f'<w:styles xmlns:w="w">{styles}</w:styles>'
    return zipped(parts)


def paragraph(text: str, style: str = "", left: int = 0) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:ind w:left="{left}"/></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
    )


def lines(script: Screenplay) -> list[Line]:
    return [*script.opening, *(line for scene in script.scenes for line in scene.lines)]


def read(data: bytes) -> Screenplay:
    reading = FORMAT.read(data, "t.docx")
    assert reading.screenplay is not None, reading.findings
    return reading.screenplay


def rule(data: bytes) -> str:
    reading = FORMAT.read(data, "t.docx")
    assert reading.screenplay is None
    return reading.findings[0].rule


STYLED = (
    paragraph("INT. HALL - DAY", "SceneHeading")
    + paragraph("He sits.", "Action")
    + paragraph("ANA (V.O.)", "Character")
    + paragraph("(quietly)", "Parenthetical")
    + paragraph("Yes.", "Dialogue")
    + paragraph("CUT TO:", "Transition")
)
PLAIN = "".join(
    paragraph(text, "", left)
    for _ in range(3)
    for text, left in (
        ("INT. HALL - DAY", 0),
        ("", 0),
        ("He sits down on the bench and waits for her.", 0),
        ("", 0),
        ("ANA", 3168),
        ("(quietly)", 2300),
        ("Did it speak?", 1440),
        ("", 0),
        ("CUT TO:", 6000),
        ("", 0),
    )
)
KINDS = ["heading", "action", "cue", "parenthetical", "dialogue", "transition"]


def test_named_paragraphs_are_what_they_are_named() -> None:
    script = read(docx(STYLED))
    assert [line.kind.value for line in lines(script)] == KINDS
    assert {line.rule for line in lines(script)} == {"docx.style"}


def test_paragraphs_without_names_are_told_by_indents_and_neighbours() -> None:
    script = read(docx(PLAIN))
    assert [line.kind.value for line in lines(script)] == KINDS * 3
    assert all(line.rule.startswith("plain.") and line.confidence for line in lines(script))


def test_our_own_script_reads_back_the_same() -> None:
    path = ROOT / "examples" / "right-ear-home.fountain"
    script = FOUNTAIN.read(path.read_bytes(), path.name).screenplay
    assert script is not None
    written = FORMAT.write(script)
    assert [finding.rule for finding in written.losses] == ["screenplay.hidden-in-docx"]
    again = read(written.data)
    assert again.title_page == script.title_page
    assert [(x.kind, x.text, x.number, x.side) for x in lines(again)] == [
        (x.kind, x.text, x.number, x.side) for x in lines(script)
    ]


@settings(max_examples=150, deadline=None)
@given(scripts())
def test_what_is_not_lost_reads_back_and_what_is_lost_is_told(script: Screenplay) -> None:
    written = FORMAT.write(script)
    again = FORMAT.read(written.data, "t.docx").screenplay
    lost = {finding.rule for finding in written.losses} - {"screenplay.hidden-in-docx"}
    if again is not None and not lost:
        assert [(x.kind, x.text.strip()) for x in lines(again)] == [
            (x.kind, x.text.strip()) for x in lines(script)
        ]
        assert [x.side for x in lines(again)] == [x.side for x in lines(script)]


def test_notes_that_ride_along_are_told() -> None:
    script = FOUNTAIN.read(b"INT. A - DAY\n\nHe sits. [[secret]]\n", "t").screenplay
    assert script is not None
    written = FORMAT.write(script)
    assert "screenplay.hidden-in-docx" in {finding.rule for finding in written.losses}
    assert [x.text for x in lines(read(written.data)) if x.kind is LineKind.NOTE] == ["secret"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"PK\x03\x04 and no more", "screenplay.broken-zip"),
        (b"no zip", "screenplay.broken-zip"),
        (zipped({"word/other.xml": "<a/>"}), "screenplay.not-docx"),
        (bomb("word/document.xml"), "screenplay.zip-bomb"),
        (zipped({"word/document.xml": "<a>" * 5000}), "screenplay.unsafe-xml"),
        (
            zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "screenplay.unsafe-xml",
        ),
        (zipped({"word/document.xml": "<a>"}), "screenplay.broken-xml"),
    ],
)
def test_bad_files_are_refused_with_a_reason(data: bytes, expected: str) -> None:
    assert rule(data) == expected


def test_a_document_is_known_by_its_parts() -> None:
    assert FORMAT.is_format(docx(STYLED))
    assert not FORMAT.is_format(zipped({"document.xml": "<a/>"}))
    assert not FORMAT.is_format(b"INT. HALL - DAY")


def test_pages_count_from_the_first_of_the_script_and_lyrics_are_slanted_by_their_style() -> None:
    text = b"Title: T\n\nINT. HALL - DAY\n\nMINA\n~La la.\n"
    script = FOUNTAIN.read(text, "t.fountain").screenplay
    assert script is not None
    with ZipFile(BytesIO(FORMAT.write(script).data)) as archive:
        document = archive.read("word/document.xml").decode()
        styles = archive.read("word/styles.xml").decode()
    title, body = document.split("</w:sectPr>", 1)
    assert "headerReference" not in title
    assert '<w:pgNumType w:start="1"/><w:titlePg/>' in body
    (lyrics,) = re.findall(r'w:styleId="Lyrics">.*?</w:style>', styles)
    assert "<w:i/>" in lyrics
    again = FORMAT.read(FORMAT.write(script).data, "t.docx").screenplay
    assert again is not None
    assert [(x.kind, x.emphasis) for x in again.lines if x.text == "La la."] == [("lyric", ())]


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e"])
def test_what_nobody_can_see_is_reported_once_and_by_its_paragraph(unseen: str) -> None:
    data = docx(PLAIN.replace("He sits down", f"He {unseen}sits down", 1))
    found = [each for each in FORMAT.read(data, "t.docx").findings if "hidden" in each.rule]
    assert [each.where for each in found] == ["paragraph 3"]
