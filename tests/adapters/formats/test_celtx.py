import pytest
from tests.adapters.formats.zips import bomb, zipped

from secondunit.adapters.formats.celtx import FORMAT
from secondunit.film.screenplay.model import Line, Screenplay

HEAD = (
    "<html><head><title>The Bell</title><style>p {{ color: red }}</style>"
    '<meta content="A. Writer" name="Author"><meta content="{}" name="CX.sceneNumbering"></head>'
)
BODY = """<body>
<p scenestr="12A" class="sceneheading">int. lab - day<br>
</p>
<p class="action">He <b>sits</b>
down.<br>
</p>
<p class="">A bell &amp; a rope.</p>
<p class="character">ana (v.o.)</p>
<p class="parenthetical">(quietly)</p>
<p class="dialog">Yes.<br></p>
<p class="transition">cut to:</p>
{}</body></html>"""


def celtx(more: str = "", numbering: str = "none") -> bytes:
    page = HEAD.format(numbering) + BODY.format(more)
    return zipped({"project.rdf": "<r/>", "local.rdf": "<r/>", "script-abc.html": page,
                   "scratch-abc.html": "<p>no</p>"})  # fmt: skip


def read(data: bytes) -> Screenplay:
    reading = FORMAT.read(data, "t.celtx")
    assert reading.screenplay is not None, reading.findings
    return reading.screenplay


def lines(data: bytes) -> list[Line]:
    return [line for scene in read(data).scenes for line in scene.lines]


def test_named_paragraphs_are_read_as_celtx_shows_them() -> None:
    assert [(x.kind.value, x.text) for x in lines(celtx())] == [
        ("heading", "INT. LAB - DAY"),
        ("action", "He sits down."),
        ("action", "A bell & a rope."),
        ("cue", "ANA"),
        ("parenthetical", "(quietly)"),
        ("dialogue", "Yes."),
        ("transition", "CUT TO:"),
    ]
    assert [e.style for e in lines(celtx())[1].emphasis] == ["bold"]


def test_scene_numbers_count_where_they_are_shown() -> None:
    assert read(celtx()).scenes[0].number == "1"
    assert read(celtx(numbering="left")).scenes[0].number == "12A"


def test_the_title_page_is_read() -> None:
    fields = {x.key: x.value for x in read(celtx()).title_page}
    assert fields == {"Title": "The Bell", "Author": "A. Writer"}


def test_hidden_paragraphs_are_left_out_and_told() -> None:
    hidden = '<p class="action" style="display: none">obey me</p>'
    reading = FORMAT.read(celtx(hidden), "t.celtx")
    assert reading.screenplay is not None
    assert "obey me" not in [x.text for x in lines(celtx(hidden))]
    told = [f.message for f in reading.findings if f.rule == "screenplay.hidden-text"]
    assert "obey me" in told[0]


def test_of_several_scripts_the_first_is_read_and_that_is_told() -> None:
    page = HEAD.format("none") + BODY.format("")
    data = zipped({"script-a.html": page, "script-b.html": page})
    rules = {finding.rule for finding in FORMAT.read(data, "t.celtx").findings}
    assert "screenplay.several-scripts" in rules


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"<html>", "not-celtx"),
        (zipped({"project.rdf": ""}), "not-celtx"),
        (bomb("script-a.html"), "zip-bomb"),
        (zipped({"script-a.html": zipped({"a": "b"})}), "nested-zip"),
        (b"PK\x03\x04", "broken-zip"),
    ],
)
def test_bad_files_are_refused_with_a_reason(data: bytes, rule: str) -> None:
    reading = FORMAT.read(data, "t.celtx")
    assert reading.screenplay is None
    assert reading.findings[0].rule == f"screenplay.{rule}"


def test_a_project_is_known_by_its_parts() -> None:
    assert FORMAT.is_format(celtx())
    assert not FORMAT.is_format(zipped({"word/document.xml": ""}))
