from dataclasses import replace

from tests.adapters.formats.fdx.whole_script import find, read, whole_file

from secondunit.adapters.formats.fdx.original import Original
from secondunit.core.ids import Digest


def test_a_paragraph_is_found_by_where_it_begins() -> None:
    data = whole_file()
    script = read(data)
    original = Original(data, script)
    index = original.index_at(find(script, "Rain on").spot)
    assert index is not None
    assert original.found.paragraphs[index].runs[0][0] == "Rain on a tin roof."
    assert original.index_at(None) is None


def test_a_column_of_a_dual_dialogue_belongs_to_the_paragraph_that_holds_it() -> None:
    data = whole_file()
    script = read(data)
    original = Original(data, script)
    inner = original.index_at(find(script, "It did not.").spot)
    assert inner is not None
    assert original.found.paragraphs[original.outermost(inner)].is_frame
    alone = original.index_at(find(script, "Rain on").spot)
    assert alone is not None
    assert original.outermost(alone) == alone


def test_it_knows_whether_the_script_came_from_it() -> None:
    data = whole_file()
    script = read(data)
    assert Original(data, script).is_source
    assert not Original(data, replace(script, source_digest=Digest("0"))).is_source


def test_the_indents_of_the_file_are_those_of_its_paragraphs() -> None:
    data = whole_file()
    original = Original(data, read(data))
    assert original.indent == b"\n    "
    assert original.indented("<a>\n  <b/>\n</a>") == "\n    <a>\n      <b/>\n    </a>"
