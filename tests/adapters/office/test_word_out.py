import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

from secondunit.adapters.office.word_out import write_document
from secondunit.core.ids import Digest
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.read import read_scenes

SCRIPT = """Title: The <Bell>
Author: A & B

INT. HALL - DAY #12A#

He *sits*. [[a note]]

ANA (V.O.)
(quietly)
Yes.

ANA
One.

BEN ^
Two.

CUT TO:
"""


def script(text: str = SCRIPT) -> Screenplay:
    raw, _ = read_fountain(text, name="t.fountain", digest=Digest("d"))
    return read_scenes(raw)[0]


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_every_part_is_well_formed_and_named_in_the_list_of_types() -> None:
    found = parts(write_document(script()))
    for text in found.values():
        ElementTree.fromstring(text)  # noqa: S314  our own file
    for name in ("document", "styles", "header1"):
        assert f"/word/{name}.xml" in found["[Content_Types].xml"]


def test_equal_scripts_give_equal_bytes() -> None:
    assert write_document(script()) == write_document(script())


def test_scene_numbers_stand_on_both_sides_and_dual_dialogue_in_a_table() -> None:
    document = parts(write_document(script()))["word/document.xml"]
    assert document.count(">12A</w:t>") == 2
    assert document.count("<w:tbl>") == 1
    assert document.count("<w:tc>") == 2


def test_characters_xml_cannot_hold_are_left_out() -> None:
    read = script()
    line = replace(read.scenes[0].lines[1], text="He\x08 sits.\ud800", emphasis=())
    scene = replace(read.scenes[0], lines=(read.scenes[0].lines[0], line))
    data = write_document(replace(read, scenes=(scene,)))
    ElementTree.fromstring(parts(data)["word/document.xml"])  # noqa: S314  our own file
