from xml.etree import ElementTree as ET

from tests.adapters.formats.fdx.whole_script import read, whole_file

from secondunit.adapters.formats.fdx.new_sections import (
    write_revisions,
    write_running,
    write_tag_data,
)
from secondunit.film.screenplay.production_data import RevisionSet, RunningText, ScriptData


def test_a_script_that_says_nothing_has_page_numbers() -> None:
    root = ET.fromstring(write_running(ScriptData()))  # noqa: S314  our own markup
    labels = [label.get("Type") for label in root.iter("DynamicLabel")]
    assert (labels, root.get("HeaderVisible")) == (["Page #"], "Yes")


def test_what_is_filled_in_stands_where_it_stood() -> None:
    about = ScriptData(header=RunningText(text="Blue {Page #} of {Last Page #}"))
    header = ET.fromstring(write_running(about)).find("Header/Paragraph")  # noqa: S314
    assert header is not None
    said = [child.get("Type") or child.text for child in header]
    assert said == ["Blue ", "Page #", " of ", "Last Page #"]


def test_revisions_keep_their_numbers_colours_and_marks() -> None:
    sets = (RevisionSet(number=3, name="Yellow", mark="+", page_color="#FF0", is_full=True),)
    root = ET.fromstring(write_revisions(ScriptData(revisions=sets, active_revision=3)))  # noqa: S314
    (found,) = root
    assert root.get("ActiveSet") == "3"
    assert [found.get(key) for key in ("ID", "Mark", "FullRevision")] == ["3", "+", "Yes"]


def test_tags_point_at_definitions_and_those_at_categories() -> None:
    about = read(whole_file()).data
    assert about is not None
    root = ET.fromstring(write_tag_data(about))  # noqa: S314  our own markup
    assert root.findtext("Tags/Tag/DefId") == "d1"
    definition = root.find("TagDefinitions/TagDefinition")
    assert definition is not None
    assert definition.get("CatId") == "05c556eb"
    assert write_tag_data(ScriptData()) == ""
