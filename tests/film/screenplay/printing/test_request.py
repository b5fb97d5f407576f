from dataclasses import replace

import pytest

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.core.errors import InputError
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.pages.layout import lay_out_script
from secondunit.film.screenplay.pages.locked_pages import written_locks
from secondunit.film.screenplay.printing.options import A4, NumberSides
from secondunit.film.screenplay.printing.pages import print_pages
from secondunit.film.screenplay.printing.request import (
    PreparedPrint,
    PrintRequest,
    prepare_print,
)
from secondunit.film.screenplay.production_data import ScriptData

SCENES = [
    f"INT. ROOM {number} - DAY #{number}#\n\n" + f"Rain falls on roof {number}.\n\n" * 14
    for number in range(1, 9)
]
OLD = "Title: Rain\nRevision: Blue\n\n" + "".join(SCENES)
ADDED = "Somebody opens the door and goes.\n\n" * 30


def read(text: str) -> Screenplay:
    script = FORMAT.read(text.encode(), "t.fountain").screenplay
    assert script is not None
    return script


def prepared(new: str, **asked: object) -> PreparedPrint:
    return prepare_print(read(new), PrintRequest(since=read(OLD), **asked))  # type: ignore[arg-type]


def labels(found: PreparedPrint) -> list[str]:
    return [page.label for page in print_pages(found.script, found.options)[0]]


def longer() -> str:
    return OLD.replace("Rain falls on roof 3.\n\n", "Rain falls on roof 3.\n\n" + ADDED, 1)


def test_only_changed_pages_go_out_under_the_numbers_of_those_they_replace() -> None:
    whole = lay_out_script(read(OLD)).labels
    found = prepared(longer(), only_changed=True)
    assert labels(found) == list(found.changed)
    assert found.changed[0] in whole
    assert any(label.endswith("A") for label in found.changed)
    assert len(found.changed) < len(whole)
    assert {f.rule for f in found.findings} >= {"screenplay.pages-locked-here"}


def test_the_whole_draft_flows_freely_where_no_page_is_locked() -> None:
    found = prepared(longer())
    assert labels(found) == [str(number) for number in range(1, len(labels(found)) + 1)]


def test_changed_pages_alone_name_the_revision() -> None:
    found = prepared(OLD.replace("roof 8", "barn 8"))
    pages = print_pages(found.script, found.options)[0]
    named = [page.label for page in pages if any("Pink Rev." in w.text for w in page.words)]
    assert named == list(found.changed) == [pages[-1].label]


def test_locked_pages_of_the_file_are_kept_with_or_without_a_revision() -> None:
    half = len(SCENES) // 2
    text = "".join(SCENES[:half]) + "=== 10\n\n" + "".join(SCENES[half:])
    found = prepare_print(read(text), PrintRequest())
    assert "10" in labels(found)
    assert labels(found)[0] == "1"
    assert [lock.label for lock in written_locks(read(text))] == ["", "10"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"only_changed": True}, "--changed-pages: this script marks no revision"),
        ({"colour": "pink", "date": "5 May"}, "--colour and --date"),
        ({"tint": True}, "--tint"),
        ({"number_scenes": True, "sides": NumberSides.NONE}, "at once"),
    ],
)
def test_what_contradicts_itself_or_is_not_there_is_refused(
    asked: dict[str, object], message: str
) -> None:
    with pytest.raises(InputError, match=message) as refused:
        prepare_print(read(OLD), PrintRequest(**asked))  # type: ignore[arg-type]
    assert refused.value.remedy


def test_nothing_is_printed_where_no_page_has_changed() -> None:
    with pytest.raises(InputError, match="no page has changed"):
        prepared(OLD, only_changed=True)


def test_white_pages_are_not_tinted() -> None:
    with pytest.raises(InputError, match="no colour"):
        prepared(longer(), colour="white", tint=True)
    assert prepared(longer(), colour="pink", tint=True).options.revision


def test_a_draft_of_another_script_is_pointed_out() -> None:
    other = "INT. SEA - NIGHT\n\nA whale sings to nobody at all.\n"
    found = prepare_print(read(OLD), PrintRequest(since=read(other), date="5 May"))
    assert [f.rule for f in found.findings] == ["screenplay.not-a-draft"]


def test_scenes_without_a_number_among_numbered_ones_are_pointed_out() -> None:
    script = read(OLD.replace(" #4#", ""))
    (finding,) = prepare_print(script, PrintRequest()).findings
    assert finding.rule == "screenplay.scenes-without-number"
    assert not prepare_print(script, PrintRequest(number_scenes=True)).findings


def test_numbers_stand_where_the_file_has_them_unless_told_otherwise() -> None:
    data = ScriptData(numbering=(("ShowNumbersOnLeft", "Yes"), ("ShowNumbersOnRight", "No")))
    script = replace(read(OLD), data=data)
    assert prepare_print(script, PrintRequest()).options.sides is NumberSides.LEFT
    asked = PrintRequest(sides=NumberSides.BOTH)
    assert prepare_print(script, asked).options.sides is NumberSides.BOTH


def test_locked_pages_on_another_paper_are_pointed_out() -> None:
    script = read("=== 5\n\n" + "".join(SCENES))
    (finding,) = prepare_print(script, PrintRequest(paper=A4)).findings
    assert finding.rule == "screenplay.locked-on-other-paper"


def test_pages_locked_here_are_locked_on_the_paper_of_the_print() -> None:
    found = prepared(longer(), only_changed=True, paper=A4)
    assert "screenplay.locked-on-other-paper" not in {f.rule for f in found.findings}


def test_a_title_page_with_the_colour_of_the_draft_before_is_pointed_out() -> None:
    rules = {f.rule for f in prepared(longer(), date="5 May").findings}
    assert rules == {"screenplay.title-page-not-current"}
    titled = longer().replace("Revision: Blue", "Revision: Pink")
    assert not prepared(titled, date="5 May").findings
    assert not prepared(longer(), date="5 May", cover=False).findings
