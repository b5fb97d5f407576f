from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.adapters.formats.fdx.whole_script import bare, lines_of, read, whole_file

from secondunit.adapters.formats.fdx import FORMAT
from secondunit.adapters.formats.fdx.fresh import settle_types
from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.production_data import ScriptData

WORKED = Path(__file__).parents[4] / "examples" / "right-ear-home.fountain"


def worked() -> Screenplay:
    script = FOUNTAIN.read(WORKED.read_bytes(), WORKED.name).screenplay
    assert script is not None
    return script


def test_a_whole_script_written_anew_reads_back_to_the_same() -> None:
    script = read(whole_file())
    back = read(FORMAT.write(script).data)
    assert bare(back) == bare(script)
    assert back.title_page == script.title_page
    assert [scene.number for scene in back.scenes] == [scene.number for scene in script.scenes]
    assert back.data is not None
    assert script.data is not None
    assert replace(back.data, types=()) == replace(script.data, types=())


def test_a_script_from_another_format_keeps_its_lines_scenes_and_lengths() -> None:
    script = worked()
    back = read(FORMAT.write(script).data)
    assert [(line.kind, line.text, line.extension, line.side) for line in lines_of(back)] == [
        (line.kind, line.text, line.extension, line.side) for line in lines_of(script)
    ]
    assert [(s.id, s.number, s.eighths) for s in back.scenes] == [
        (s.id, s.number, s.eighths) for s in script.scenes
    ]


def test_the_file_has_the_sections_that_final_draft_opens_with() -> None:
    root = ET.fromstring(FORMAT.write(worked()).data)  # noqa: S314  our own file
    assert (root.tag, root.get("DocumentType"), root.get("Version")) == (
        "FinalDraft",
        "Script",
        "5",
    )
    names = {child.tag for child in root}
    wanted = {"Content", "TitlePage", "ElementSettings", "PageLayout", "SceneNumberOptions"}
    assert wanted | {"MoresAndContinueds", "Revisions", "ScriptNotes", "LockedPages"} <= names
    assert all(paragraph.get("Type") for paragraph in root.findall("Content/Paragraph"))


def test_no_letter_changes_because_a_type_prints_in_capitals() -> None:
    script = FOUNTAIN.read(b"Int. kitchen - day\n\nHe runs.\n", "t.fountain").screenplay
    assert script is not None
    back = read(FORMAT.write(script).data)
    assert back.scenes[0].lines[0].text == "Int. kitchen - day"
    types = {each.name: dict(each.font)["Style"] for each in settle_types(script, ScriptData())}
    assert types["Scene Heading"] == ""
    assert types["Character"] == "AllCaps"
