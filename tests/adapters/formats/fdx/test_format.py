import re
import time
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.adapters.formats.fdx import FORMAT
from secondunit.film.screenplay.model import LineKind, Screenplay, Side
from secondunit.ports.formats import Reading

MATERIAL = Path(__file__).parents[5] / "shared" / "material" / "screenplay"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<FinalDraft DocumentType="Script" Version="5">'
BODY = """<Content>
<Paragraph Type="Scene Heading" Number="12A"><SceneProperties Length="2/8"/>
<Text>INT. KITCHEN - DAY</Text></Paragraph>
<Paragraph Type="Action"><Text>Oren </Text><Text Style="Bold+Italic">butters</Text><Text> toast.
</Text><ScriptNote ID="1"><Paragraph><Text>Which toast?</Text></Paragraph></ScriptNote></Paragraph>
<Paragraph><DualDialogue>
<Paragraph Type="Character"><Text>OREN (V.O.)</Text></Paragraph>
<Paragraph Type="Dialogue"><Text>Two sugars.</Text></Paragraph>
<Paragraph Type="Character"><Text>MINA</Text></Paragraph>
<Paragraph Type="Parenthetical"><Text>(to his back)</Text></Paragraph>
<Paragraph Type="Dialogue"><Text>It spoke.</Text></Paragraph>
</DualDialogue></Paragraph>
<Paragraph Type="Start of Act"><Text>ACT ONE</Text></Paragraph>
<Paragraph Type="Transition"><Text>CUT TO:</Text></Paragraph>
</Content>
<TitlePage><Content><Paragraph><Text>Right Ear Home</Text></Paragraph>
<Paragraph><Text>written by</Text></Paragraph><Paragraph><Text>Second Unit</Text></Paragraph>
</Content></TitlePage>
<ElementSettings Type="Start of Act"><Behavior PaginateAs="New Act"/></ElementSettings>
</FinalDraft>"""


def read(text: str) -> Screenplay:
    script = FORMAT.read((HEAD + text).encode(), "t.fdx").screenplay
    assert script is not None
    return script


def refused(data: bytes) -> str:
    reading: Reading = FORMAT.read(data, "t.fdx")
    assert reading.screenplay is None
    return reading.findings[0].message


def test_paragraphs_runs_and_numbers_are_read() -> None:
    (scene,) = read(BODY).scenes
    assert scene.number == "12A"
    action = next(line for line in scene.lines if line.kind is LineKind.ACTION)
    assert action.text.split() == ["Oren", "butters", "toast."]
    assert {e.style for e in action.emphasis} == {"bold", "italic"}
    assert all(action.text[e.start : e.end] == "butters" for e in action.emphasis)


def test_dual_dialogue_has_two_sides_and_extensions_stand_apart() -> None:
    dual = [line for line in read(BODY).scenes[0].lines if line.side is not None]
    assert [(line.text, line.side) for line in dual] == [
        ("OREN", Side.LEFT),
        ("Two sugars.", Side.LEFT),
        ("MINA", Side.RIGHT),
        ("(to his back)", Side.RIGHT),
        ("It spoke.", Side.RIGHT),
    ]
    assert dual[0].extension == "V.O."


def test_notes_custom_types_and_the_title_page_are_kept() -> None:
    script = read(BODY)
    kinds = {line.text: line.kind for line in script.scenes[0].lines}
    assert kinds["Which toast?"] is LineKind.NOTE
    assert kinds["ACT ONE"] is LineKind.ACT
    assert script.title == "Right Ear Home"
    assert ("Author", "Second Unit") in [(f.key, f.value) for f in script.title_page]


def test_utf_16_reads_the_same() -> None:
    text = (HEAD + BODY).replace("UTF-8", "UTF-16")
    data = text.encode("utf-16")
    script = FORMAT.read(data, "t.fdx").screenplay
    assert script is not None
    assert [scene.id for scene in script.scenes] == [scene.id for scene in read(BODY).scenes]
    for scene in script.scenes:
        for line in scene.lines:
            assert line.spot is not None
            element = data[line.spot.start : line.spot.end].decode("utf-16-le")
            assert element.startswith("<")
            assert element.endswith(("</Paragraph>", "</ScriptNote>"))


def test_a_file_cut_in_the_middle_names_the_line() -> None:
    whole = (HEAD + BODY).encode()
    reading = FORMAT.read(whole[: len(whole) // 2], "t.fdx")
    assert reading.screenplay is None
    assert "line" in reading.findings[0].where
    assert "save it again" in reading.findings[0].remedy


def test_a_bomb_is_refused_at_once_and_nothing_is_fetched() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)
    )
    began = time.process_time()
    assert "document type" in refused(f"{bomb}]><FinalDraft>&j;</FinalDraft>".encode())
    outside = '<!DOCTYPE x SYSTEM "file:///etc/passwd"><FinalDraft/>'
    assert "document type" in refused(outside.encode())
    deep = ("<a>" * 200_000).encode()
    assert "nested deeper" in refused(deep)
    assert time.process_time() - began < 1.0


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300), st.integers(0, len(BODY)))
def test_no_bytes_make_it_raise(noise: bytes, at: int) -> None:
    whole = (HEAD + BODY).encode()
    FORMAT.read(noise, "t.fdx")
    FORMAT.read(whole[:at] + noise + whole[at:], "t.fdx")


NUMBERS = st.sampled_from(["", "nan", "-1e9", "1e999", "12", "Yes", "99999999999999999999"])
NAMES = st.sampled_from(
    ["Paragraph", "DualDialogue", "ScriptNote", "ScriptNotes", "OmittedScene", "SceneProperties",
     "Summary", "TitlePage", "Content", "ElementSettings", "ParagraphSpec", "Behavior"]
)  # fmt: skip
KINDS = st.sampled_from(["Character", "Dialogue", "Action", "Scene Heading", "New Act", "Odd"])


@st.composite
def trees(draw: st.DrawFn, depth: int = 0) -> str:
    """Well-formed elements of the format in any order, with any attributes."""
    if depth > 4 or draw(st.booleans()):
        words = draw(st.sampled_from(["", "INT. A", "oh", "(x)"]))
        return f"<Text Style='AllCaps+Bold'>{words}</Text>"
    name, kind = draw(NAMES), draw(KINDS)
    numbers = " ".join(
        f"{key}='{draw(NUMBERS)}'"
        for key in ("SpaceBefore", "LeftIndent", "RightIndent", "Spacing", "Range", "Number")
    )
    inside = "".join(draw(st.lists(trees(depth + 1), max_size=3)))
    return f"<{name} Type='{kind}' PaginateAs='{kind}' {numbers}>{inside}</{name}>"


@settings(max_examples=150, deadline=None)
@given(st.lists(trees(), max_size=6))
def test_no_order_of_elements_makes_it_raise(found: list[str]) -> None:
    inside = "".join(found)
    text = f"{HEAD}<Content><Paragraph Type='Scene Heading'><Text>INT. A</Text></Paragraph>"
    reading = FORMAT.read(f"{text}{inside}</Content>{inside}</FinalDraft>".encode(), "t.fdx")
    assert reading.screenplay is not None
    assert all(scene.eighths >= 0 for scene in reading.screenplay.scenes)


def test_it_knows_its_own() -> None:
    assert FORMAT.is_format((HEAD + BODY).encode())
    assert not FORMAT.is_format(b"INT. KITCHEN - DAY")


def test_dual_dialogue_leaves_no_empty_paragraph_behind() -> None:
    lines = read(BODY).scenes[0].lines
    assert [line.space_before for line in lines if line.side is not None] == [None] * 5


def test_planning_notes_of_a_scene_are_kept_and_never_printed() -> None:
    planned = """<SceneProperties Length="2/8"><Summary><Paragraph><Text>They meet.</Text>
</Paragraph></Summary><SceneArcBeats><CharacterArcBeat Name="OREN"><Paragraph><Text>Waits.</Text>
</Paragraph></CharacterArcBeat><CharacterArcBeat Name="MINA"><Paragraph><Text/></Paragraph>
</CharacterArcBeat></SceneArcBeats></SceneProperties>"""
    whole = BODY.replace('<SceneProperties Length="2/8"/>', planned)
    (scene,) = read(whole).scenes
    assert [(line.kind.value, line.text) for line in scene.lines[1:3]] == [
        ("synopsis", "They meet."),
        ("note", "OREN: Waits."),
    ]
    assert scene.eighths == read(BODY).scenes[0].eighths


def test_notes_at_the_end_of_the_file_return_to_their_words() -> None:
    notes = """</Content><ScriptNotes><ScriptNote Range="24,31" Name="Toast">
<Paragraph><Text>Burn it.</Text></Paragraph><Paragraph><Text>Twice.</Text></Paragraph></ScriptNote>
</ScriptNotes>"""
    lines = read(BODY.replace("</Content>", notes, 1)).scenes[0].lines
    at = next(i for i, line in enumerate(lines) if line.text.startswith("Toast"))
    assert lines[at].text == "Toast: Burn it.\nTwice."
    assert lines[at].kind is LineKind.NOTE
    above = next(line for line in reversed(lines[:at]) if line.kind is not LineKind.NOTE)
    assert above.text[lines[at].anchor :].startswith("butters")


def test_what_is_left_in_the_file_is_said() -> None:
    text = HEAD + BODY.replace("<TitlePage>", "<Images><Image>x</Image></Images><TitlePage>")
    reading = FORMAT.read(text.encode(), "t.fdx")
    assert [f.message for f in reading.findings if f.rule == "screenplay.not-read"] == [
        "pictures: not read"
    ]


def test_an_omitted_scene_keeps_its_words_unprinted() -> None:
    gone = """<Paragraph Type="Scene Heading" Number="13"><Text>OMITTED</Text><OmittedScene>
<Paragraph Type="Scene Heading"><Text>INT. ATTIC - DAY</Text></Paragraph>
<Paragraph Type="Action"><Text>Dust.</Text></Paragraph></OmittedScene></Paragraph></Content>"""
    scene = read(BODY.replace("</Content>", gone, 1)).scenes[1]
    assert (scene.number, scene.omitted) == ("13", True)
    assert [(line.kind, line.text) for line in scene.lines[1:]] == [
        (LineKind.BONEYARD, "INT. ATTIC - DAY\nDust.")
    ]


def test_the_page_and_the_elements_of_the_file_decide_lengths() -> None:
    many = "".join(
        f'<Paragraph Type="Action"><Text>Step {step}.</Text></Paragraph>' for step in range(60)
    )
    longer = BODY.replace("</Content>", f"{many}</Content>", 1)
    a4 = """<PageLayout TopMargin="72" BottomMargin="72"><PageSize Height="11.69"/></PageLayout>"""
    double = """<ElementSettings Type="Action"><ParagraphSpec SpaceBefore="36"/>
<Behavior PaginateAs="Action"/></ElementSettings>"""
    plain = read(longer).scenes[0].eighths
    assert read(longer.replace("<TitlePage>", f"{a4}<TitlePage>")).scenes[0].eighths < plain
    assert read(longer.replace("<TitlePage>", f"{double}<TitlePage>")).scenes[0].eighths > plain


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "broken-xml"),
        (b"\x00\x01binary", "broken-xml"),
        (b"<html><body>INT. YARD - DAY</body></html>", "not-fdx"),
        (b'<?xml version="1.0" encoding="shift_jis"?><FinalDraft/>', "encoding"),
        (b'<?xml version="1.0" encoding="none-such"?><FinalDraft/>', "encoding"),
    ],
)
def test_what_is_no_final_draft_file_is_refused_with_a_remedy(data: bytes, rule: str) -> None:
    reading = FORMAT.read(data, "t.fdx")
    assert reading.screenplay is None
    assert reading.findings[0].rule == f"screenplay.{rule}"
    assert reading.findings[0].remedy


def test_a_file_of_unreasonable_size_is_not_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secondunit.adapters.formats.fdx.format.LARGEST", 1000)
    assert "a script has at most" in refused((HEAD + BODY).encode())


@pytest.mark.skipif(not MATERIAL.is_dir(), reason="the material folder is not beside this checkout")
@pytest.mark.parametrize("path", sorted(MATERIAL.glob("*/*.fdx")), ids=lambda p: p.parent.name)
def test_no_word_of_a_real_file_is_lost(path: Path) -> None:
    data = path.read_bytes()
    script = FORMAT.read(data, path.name).screenplay
    content = ET.fromstring(data).find("Content")  # noqa: S314  a known file
    assert script is not None
    assert content is not None
    wanted: Counter[str] = Counter()
    for paragraph in content.iter("Paragraph"):
        wanted += words("".join(run.text or "" for run in paragraph.findall("Text")))
    lines = [*script.opening, *(line for scene in script.scenes for line in scene.lines)]
    found = Counter[str]()
    for line in lines:
        found += words(f"{line.text} {line.extension}")
    assert not wanted - found


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


@pytest.mark.skipif(not MATERIAL.is_dir(), reason="the material folder is not beside this checkout")
def test_a_real_feature_has_its_192_headings() -> None:
    script = FORMAT.read((MATERIAL / "big-fish" / "source.fdx").read_bytes(), "s.fdx").screenplay
    assert script is not None
    assert len(script.scenes) == 192


@pytest.mark.skipif(not MATERIAL.is_dir(), reason="the material folder is not beside this checkout")
def test_the_vendors_own_sample_counts_as_its_xml_does() -> None:
    data = (MATERIAL / "fd12-sample" / "source.fdx").read_bytes()
    script = FORMAT.read(data, "s.fdx").screenplay
    assert script is not None
    lines = [*script.opening, *(line for scene in script.scenes for line in scene.lines)]
    kinds = Counter(line.kind for line in lines)
    assert len(script.scenes) == 36
    assert (kinds[LineKind.CUE], kinds[LineKind.DIALOGUE], kinds[LineKind.SHOT]) == (186, 192, 5)
    root = ET.fromstring(data)  # noqa: S314  a known file
    notes = len(root.findall("ScriptNotes/ScriptNote"))
    beats = [b for b in root.iter("CharacterArcBeat") if any(t.text for t in b.iter("Text"))]
    assert kinds[LineKind.NOTE] == notes + len(beats)
    duals = [line for line in lines if line.side is Side.RIGHT and line.kind is LineKind.CUE]
    assert len(duals) == len(list(root.iter("DualDialogue")))
