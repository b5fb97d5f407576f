import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.adapters.formats.fdx import FORMAT
from secondunit.film.screenplay.model import LineKind, Screenplay, Side
from secondunit.ports.formats import Reading

MATERIAL = Path(__file__).parents[4] / "shared" / "material" / "screenplay"
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
    script = FORMAT.read(text.encode("utf-16"), "t.fdx").screenplay
    assert script is not None
    assert script.scenes == read(BODY).scenes


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


def test_it_knows_its_own() -> None:
    assert FORMAT.is_format((HEAD + BODY).encode())
    assert not FORMAT.is_format(b"INT. KITCHEN - DAY")


@pytest.mark.skipif(not MATERIAL.is_dir(), reason="the material folder is not beside this checkout")
@pytest.mark.parametrize("path", sorted(MATERIAL.glob("*/*.fdx")), ids=lambda p: p.parent.name)
def test_no_word_of_a_real_file_is_lost(path: Path) -> None:
    data = path.read_bytes()
    script = FORMAT.read(data, path.name).screenplay
    if script is None:
        pytest.skip("a fixture without scene headings")
    content = ET.fromstring(data).find("Content")  # noqa: S314  a known file
    assert content is not None
    wanted = sorted("".join("".join(t.text or "" for t in content.iter("Text")).split()))
    lines = [*script.opening, *(line for scene in script.scenes for line in scene.lines)]
    found = sorted("".join("".join(f"{line.text}{line.extension}").split()) for line in lines)
    letters = sorted("".join(found))
    lost = len([c for c in wanted if c not in "()"]) - len([c for c in letters if c not in "()"])
    assert lost <= len(wanted) // 500


@pytest.mark.skipif(not MATERIAL.is_dir(), reason="the material folder is not beside this checkout")
def test_a_real_feature_has_its_192_headings() -> None:
    script = FORMAT.read((MATERIAL / "big-fish" / "source.fdx").read_bytes(), "s.fdx").screenplay
    assert script is not None
    assert len(script.scenes) == 192
