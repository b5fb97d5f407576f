import pytest
from tests.adapters.formats.zips import bomb, zipped

from secondunit.adapters.formats.fade_in import FORMAT
from secondunit.film.screenplay.model import Emphasis, Line, LineKind, Screenplay, Side

TYPE = 'type="Open Screenplay Format document"'


def osf(body: str, version: str = "30", more: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><document {TYPE} version="{version}">{more}'
        f"<paragraphs>{body}</paragraphs></document>"
    ).encode()


def para(style: str, text: str, said: str = "", own: str = "") -> str:
    return f'<para {own}><style basestylename="{style}" {said}/><text>{text}</text></para>'


SCRIPT = (
    para(
        "Scene Heading", "INT. LAB - DAY", own='scene_number="12" note="check" synopsis="It starts"'
    )
    + para("Action", "He sits.")
    + para("Character", "ANA (V.O.)")
    + para("Parenthetical", "(quietly)")
    + para("Dialogue", "Yes.")
    + para("Transition", "CUT TO:")
)


def read(data: bytes) -> Screenplay:
    reading = FORMAT.read(data, "t.fadein")
    assert reading.screenplay is not None, reading.findings
    return reading.screenplay


def lines(data: bytes) -> list[Line]:
    script = read(data)
    return [*script.opening, *(line for scene in script.scenes for line in scene.lines)]


def test_zipped_or_bare_the_document_reads_the_same() -> None:
    bare, packed = osf(SCRIPT), zipped({"document.xml": osf(SCRIPT)})
    assert [(x.kind, x.text) for x in lines(bare)] == [(x.kind, x.text) for x in lines(packed)]
    assert FORMAT.is_format(bare)
    assert FORMAT.is_format(packed)
    kinds = [x.kind.value for x in lines(bare)]
    assert kinds == ["heading", "synopsis", "note", "action", "cue", "parenthetical", "dialogue",
                     "transition"]  # fmt: skip
    assert read(bare).scenes[0].number == "12"


def test_version_21_writes_its_attributes_in_mixed_case() -> None:
    body = '<para><style baseStyleName="Scene Heading"/><text>INT. LAB - DAY</text></para>'
    assert lines(osf(body, "21"))[0].kind is LineKind.HEADING


def test_a_style_of_the_writers_own_means_what_it_is_based_on() -> None:
    styles = '<styles><style name="Sound" basestylename="Action"/></styles>'
    found = lines(osf(SCRIPT + para("Sound", "BANG."), more=styles))
    assert (found[-1].kind, found[-1].rule) == (LineKind.ACTION, "fade-in.style")


def test_what_the_program_shows_in_capitals_is_in_capitals() -> None:
    styles = '<styles><style name="Character" basestylename="Normal Text" allcaps="1"/></styles>'
    found = lines(osf(SCRIPT.replace("ANA", "Ana"), more=styles))
    assert "ANA" in [x.text for x in found]


def test_the_marked_speech_stands_left_and_the_next_right() -> None:
    body = SCRIPT + (
        para("Character", "BEN", 'dualdialogue="1"')
        + para("Dialogue", "One.")
        + para("Character", "CAL")
        + para("Dialogue", "Two.")
        + para("Character", "DOT", 'dualdialogue="1"')
        + para("Dialogue", "Alone.")
        + para("Action", "They go.")
    )
    sides = [x.side for x in lines(osf(body))[-7:]]
    assert sides == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, None, None, None]


def test_emphasis_is_read_from_runs_and_in_version_1_from_the_words() -> None:
    new = para("Action", 'He </text><text bold="1">sits').replace(" ></text>", "")
    old = para("Action", "He &lt;b&gt;sits&lt;/b&gt;")
    bold = (Emphasis(start=3, end=7, style="bold"),)
    assert lines(osf(SCRIPT + new))[-1].emphasis == bold
    assert lines(osf(SCRIPT + old, "12"))[-1].emphasis == bold
    assert lines(osf(SCRIPT + old))[-1].text == "He <b>sits</b>"


def test_the_title_page_is_read_in_both_layouts() -> None:
    info = '<info title="The Bell" written_by="A. Writer"/>'
    page = (
        '<titlepage><para bookmark="Title"><style/><text>The Bell</text></para>'
        '<para bookmark="Author"><style/><text>A. Writer</text></para></titlepage>'
    )
    for more in (info, page):
        fields = {x.key: x.value for x in read(osf(SCRIPT, more=more)).title_page}
        assert fields == {"Title": "The Bell", "Author": "A. Writer"}


def test_a_page_break_is_kept() -> None:
    found = lines(osf(SCRIPT + para("Action", "New page.", 'pagebreakbefore="1"')))
    assert [x.kind for x in found[-2:]] == [LineKind.PAGE_BREAK, LineKind.ACTION]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (bomb("document.xml"), "zip-bomb"),
        (zipped({"document.xml": zipped({"a": "b"})}), "nested-zip"),
        (zipped({"other.xml": ""}), "not-fade-in"),
        (b"<document><!-- Open Screenplay Format -->", "broken-xml"),
        (b"<other/>", "not-fade-in"),
        (b'<!DOCTYPE d [<!ENTITY a "b">]><document>&a;</document>', "unsafe-xml"),
    ],
)
def test_bad_files_are_refused_with_a_reason(data: bytes, rule: str) -> None:
    reading = FORMAT.read(data, "t.fadein")
    assert reading.screenplay is None
    assert reading.findings[0].rule == f"screenplay.{rule}"
