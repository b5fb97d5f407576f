from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.fountain_dumps import CHOSEN, DUMPS, differences
from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.adapters.formats.fountain import FORMAT
from secondunit.core.finding import blocking
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.model import LineKind, Screenplay
from secondunit.film.screenplay.statistics import count

ROOT = Path(__file__).parents[3]
MATERIAL = ROOT / ".." / "shared" / "material" / "screenplay"
needs_material = pytest.mark.skipif(
    not MATERIAL.is_dir(), reason="the material folder is not beside this checkout"
)
TEXT = "Title: Übung\n\nINT. CAFÉ - DAY #1#\n\nÉLOÏSE\nNon… “jamais”.\n"


def read(data: bytes) -> Screenplay:
    script = FORMAT.read(data, "t.fountain").screenplay
    assert script is not None
    return script


def words(script: Screenplay) -> list[str]:
    return [line.text for scene in script.scenes for line in scene.lines]


def refused(data: bytes) -> str:
    reading = FORMAT.read(data, "t.fountain")
    assert reading.screenplay is None
    return reading.findings[0].rule


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_unicode_in_any_dress_reads_the_same(encoding: str, ends: str) -> None:
    data = TEXT.replace("\n", ends).encode(encoding)
    assert words(read(data)) == words(read(TEXT.encode()))
    assert read(data).title == "Übung"
    assert read(data).source_digest == digest_bytes(data)


def test_a_file_of_windows_is_read_and_remarked_on() -> None:
    reading = FORMAT.read(TEXT.encode("cp1252"), "t.txt")
    assert reading.screenplay is not None
    assert words(reading.screenplay) == words(read(TEXT.encode()))
    assert [finding.rule for finding in reading.findings] == ["screenplay.encoding"]


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"PK\x03\x04\x14\x00\x06\x00word/document.xml",
        b"\x89PNG\r\n\x1a\n" + bytes(60),
        b"INT. HALL - DAY\n\n\x00\x00 dust",
        b"\x01\x02\x03\x04" * 50,
        b'<?xml version="1.0"?><FinalDraft/>',
        b"{\\rtf1\\ansi INT. HALL}",
    ],
)
def test_what_is_no_plain_text_is_refused(data: bytes) -> None:
    assert refused(data) == "screenplay.not-text"
    assert not FORMAT.is_format(data)


@pytest.mark.parametrize("data", [b"", b"\n\n  \n", "\ufeff".encode(), b"Title: Nothing yet\n"])
def test_a_script_without_words_is_read_but_cannot_be_produced_from(data: bytes) -> None:
    reading = FORMAT.read(data, "t.fountain")
    assert reading.screenplay is not None
    assert [each.rule for each in reading.findings if blocking([each])] == ["screenplay.empty"]


def test_a_script_without_headings_is_read_but_cannot_be_produced_from() -> None:
    reading = FORMAT.read(b"He runs.\n\nShe does not.\n", "t.fountain")
    assert reading.screenplay is not None
    assert [line.text for line in reading.screenplay.opening] == ["He runs.", "She does not."]
    assert {each.rule for each in reading.findings if blocking([each])} == {
        "screenplay.no-headings"
    }


def test_one_stray_control_character_is_a_slip_and_not_a_binary_file() -> None:
    reading = FORMAT.read(TEXT.encode() + b"\x1a", "t.fountain")
    assert reading.screenplay is not None
    assert "screenplay.hidden-characters" in {finding.rule for finding in reading.findings}


def test_findings_stand_in_the_order_of_the_file() -> None:
    text = "INT. HALL\n\nBETA ^\nTwo.\n\nint. attic\n\nHe [[runs.\n\nGo.\n"
    places = [finding.where for finding in FORMAT.read(text.encode(), "t").findings]
    rows = [int(place.removeprefix("line ")) for place in places]
    assert rows == sorted(rows)
    assert set(rows) == {1, 3, 6, 8}


def test_plain_text_of_any_kind_looks_like_fountain() -> None:
    assert FORMAT.is_format(TEXT.encode())
    assert FORMAT.is_format(TEXT.encode("utf-16"))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_are_an_accident(data: bytes) -> None:
    reading = FORMAT.read(data, "t.fountain")
    assert reading.screenplay is not None or reading.findings


@needs_material
def test_a_real_script_is_counted_exactly() -> None:
    counts = count(read((MATERIAL / "big-fish" / "source.fountain").read_bytes()))
    assert (counts.scenes, counts.cues, counts.speakers, counts.parentheticals) == (
        190,
        768,
        48,
        97,
    )
    assert counts.transitions == 34


@needs_material
@pytest.mark.parametrize("stem", sorted(DUMPS))
def test_the_conformance_files_read_as_expected_but_for_what_we_chose(stem: str) -> None:
    assert differences(stem) == CHOSEN.get(stem, [])


@needs_material
@pytest.mark.parametrize(
    ("stem", "kinds"),
    [
        ("Boneyard", {"boneyard": 3, "action": 2}),
        ("CenteredText", {"centered": 3, "transition": 1}),
        ("Dialogue", {"cue": 12, "dialogue": 12, "parenthetical": 4, "action": 1}),
        ("DualDialogue", {"cue": 2, "dialogue": 2}),
        ("ForcedElements", {"action": 1, "cue": 2, "dialogue": 1, "lyric": 2}),
        ("MultilineAction", {"action": 3}),
        ("Notes", {"action": 2, "note": 3}),
        ("SceneHeaders", {"heading": 16, "action": 3}),
        ("SceneNumbers", {"heading": 7}),
        ("SectionHeaders", {"section": 7}),
        ("Sections-Complex", {"section": 3, "synopsis": 1, "heading": 2}),
        ("Synopses", {"section": 3, "synopsis": 3}),
        ("Transitions", {"transition": 5, "action": 2}),
    ],
)
def test_the_reference_files_hold_what_their_names_say(stem: str, kinds: dict[str, int]) -> None:
    text = (MATERIAL / "conformance-b" / f"{stem}.fountain").read_text("utf-8")
    script, _ = read_fountain(text, name="t", digest=digest_bytes(b""))
    found: dict[str, int] = {}
    for line in script.lines:
        found[line.kind.value] = found.get(line.kind.value, 0) + 1
    assert found == kinds


@needs_material
@pytest.mark.parametrize("name", ["big-fish", "gumshoe", "mostly-genius", "vikings"])
def test_every_line_of_a_real_script_has_an_id_of_its_own(name: str) -> None:
    script = read((MATERIAL / name / "source.fountain").read_bytes())
    lines = [*script.opening, *(line for scene in script.scenes for line in scene.lines)]
    assert len({line.id for line in lines}) == len(lines)
    assert all(scene.lines[0].kind is LineKind.HEADING for scene in script.scenes)


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_script_written_into_its_own_file_changes_no_byte(encoding: str, ends: str) -> None:
    data = TEXT.replace("\n", ends).encode(encoding)
    written = FORMAT.write(read(data), data)
    assert (written.data, written.losses) == (data, ())


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_changed_line_is_written_in_the_hand_of_its_file(encoding: str) -> None:
    text = TEXT.replace("\n", "\r\n")
    script = read(text.encode(encoding))
    (scene,) = script.scenes
    lines = (*scene.lines[:-1], replace(scene.lines[-1], text="“Toujours”.\nÀ toi."))
    changed = replace(script, scenes=(replace(scene, lines=lines),))
    written = FORMAT.write(changed, text.encode(encoding))
    assert written.data == text.replace("Non… “jamais”.", "“Toujours”.\r\nÀ toi.").encode(encoding)
    assert written.losses == ()


def test_characters_that_a_file_has_no_place_for_make_it_utf8() -> None:
    data = TEXT.encode("cp1252")
    script = read(data)
    (scene,) = script.scenes
    lines = (*scene.lines[:-1], replace(scene.lines[-1], text="Никогда."))
    written = FORMAT.write(replace(script, scenes=(replace(scene, lines=lines),)), data)
    assert written.data == TEXT.replace("Non… “jamais”.", "Никогда.").encode()
    assert [loss.rule for loss in written.losses] == ["screenplay.encoding-changed"]


def test_a_script_from_elsewhere_is_written_anew() -> None:
    script = read(TEXT.encode())
    for source in (None, b"%PDF-1.7\n%\xe2\xe3"):
        assert FORMAT.write(script, source).data == TEXT.encode()


@needs_material
def test_every_real_script_is_written_into_its_own_file_without_a_change() -> None:
    for path in sorted(MATERIAL.rglob("*.fountain")):
        data = path.read_bytes()
        script = FORMAT.read(data, path.name).screenplay
        if script is not None:
            assert FORMAT.write(script, data).data == data, path


@needs_material
@pytest.mark.parametrize("name", ["gumshoe", "mostly-genius"])
def test_a_change_in_one_scene_leaves_the_bytes_of_all_others(name: str) -> None:
    data = (MATERIAL / name / "source.fountain").read_bytes()
    script = read(data)
    at = len(script.scenes) // 2
    scene = script.scenes[at]
    lines = tuple(
        replace(line, text="Something else.", emphasis=())
        if line.kind in {LineKind.ACTION, LineKind.DIALOGUE}
        else line
        for line in scene.lines
    )
    scenes = (*script.scenes[:at], replace(scene, lines=lines), *script.scenes[at + 1 :])
    written = FORMAT.write(replace(script, scenes=scenes), data).data
    first, after = scene.lines[0].spot, script.scenes[at + 1].lines[0].spot
    assert first is not None and after is not None
    assert written != data
    assert written[: first.start] == data[: first.start]
    assert written.endswith(data[after.start :])


SPACES = "   "
SPACED = f"""INT. HALL - DAY

Rain.


[[why?]]


Dust.

INT. YARD - DAY

Last.{SPACES}

End.
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("why?", "how?", "Rain.\n\n[[how?]]\n\n\n\nDust."),
        ("why?", None, "Rain.\n\n\n\nDust."),
        ("Dust.", "Sand.", "Rain.\n\n[[why?]]\n\n\n\nSand."),
        ("Rain.", "Snow.", "Snow.\n\n\n[[why?]]\n\n\nDust."),
    ],
)
def test_a_lone_note_among_empty_lines_is_changed_where_it_stands(
    old: str, new: str | None, expected: str
) -> None:
    script = read(SPACED.encode())
    (hall, yard) = script.scenes
    lines = tuple(
        replace(line, text=new or "") if line.text == old else line
        for line in hall.lines
        if line.text != old or new is not None
    )
    wanted = replace(script, scenes=(replace(hall, lines=lines), yard))
    written = FORMAT.write(wanted, SPACED.encode())
    assert written.losses == ()
    start, end = SPACED.index("Rain."), SPACED.index("Dust.") + len("Dust.")
    assert written.data.decode() == SPACED[:start] + expected + SPACED[end:]


def test_what_a_change_makes_read_otherwise_is_written_with_it_and_nothing_else() -> None:
    text = "INT. HALL - DAY\n\n> sign <\nINT. YARD - DAY\n\nRain.\n\nDust.\n\nLast.   \n\nEnd.\n"
    script = read(text.encode())
    (hall,) = script.scenes
    lines = tuple(line for line in hall.lines if line.text != "sign")
    written = FORMAT.write(replace(script, scenes=(replace(hall, lines=lines),)), text.encode())
    assert written.losses == ()
    assert written.data.decode() == text.replace("> sign <\nINT.", "!INT.")


def test_acts_of_final_draft_come_back_from_fountain_as_acts() -> None:
    paragraphs = (
        ("New Act", "ACT ONE"),
        ("Scene Heading", "INT. HALL - DAY"),
        ("Action", "Dust."),
        ("End of Act", "END OF ACT ONE"),
    )
    data = "".join(f'<Paragraph Type="{k}"><Text>{w}</Text></Paragraph>' for k, w in paragraphs)
    first = FDX.read(f"<FinalDraft><Content>{data}</Content></FinalDraft>".encode(), "a.fdx")
    assert first.screenplay is not None
    second = FORMAT.read(FORMAT.write(first.screenplay).data, "a.fountain").screenplay
    assert second is not None
    third = FDX.write(second).data.decode()
    assert [f'Type="{kind}"' in third for kind, _ in paragraphs] == [True] * 4
    last = FDX.read(third.encode(), "b.fdx").screenplay
    assert last is not None
    said = [
        [(line.kind, line.text, line.closes) for line in script.lines]
        for script in (first.screenplay, second, last)
    ]
    assert said[0] == said[1] == said[2]
