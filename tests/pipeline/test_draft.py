from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.pipeline.stand_ins import SCRIPT, open_production, read

from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.core.errors import Conflict, InputError, StoreError
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import read_json
from secondunit.pipeline import draft as draft_module
from secondunit.pipeline.draft import (
    ScriptFile,
    add_draft,
    prepare_draft,
    read_script,
    require_current,
    require_script,
)
from secondunit.pipeline.queries import View
from secondunit.ports.formats import Reading
from secondunit.ports.records import Draft

FORMATS = (FDX, FOUNTAIN)
BLUE = SCRIPT.replace(b"lifts a lantern", b"lifts a rusty lantern")


@pytest.fixture
def view(tmp_path: Path) -> View:
    return open_production(tmp_path)


def _add(view: View, text: bytes = SCRIPT, name: str = "white.fountain") -> Draft:
    return add_draft(view, *read(text, name), by="Lea Roy")


def _file(name: str, data: bytes) -> ScriptFile:
    return ScriptFile(name=name, data=data)


def test_a_script_is_read_by_its_suffix_whatever_the_case() -> None:
    reading = read_script(_file("SCRIPT.FOUNTAIN", SCRIPT), FORMATS)
    assert reading.screenplay is not None
    assert reading.screenplay.source_format == "fountain"


def test_a_file_without_a_telling_suffix_is_read_by_its_content() -> None:
    reading = read_script(_file("script.backup", SCRIPT), FORMATS)
    assert reading.screenplay is not None
    assert len(reading.screenplay.scenes) == 2


def test_a_file_that_nobody_knows_is_refused_with_the_suffixes_that_are_read() -> None:
    with pytest.raises(InputError, match=r"budget\.xlsx is in no format") as caught:
        read_script(_file("budget.xlsx", b"PK\x03\x04\x00\x00"), FORMATS)
    assert ".fdx" in caught.value.remedy
    assert ".fountain" in caught.value.remedy


def test_a_script_whose_suffix_is_wrong_is_read_as_what_it_is_and_told() -> None:
    reading = read_script(_file("script.fdx", SCRIPT), FORMATS)
    assert reading.screenplay is not None
    assert reading.screenplay.source_format == "fountain"
    assert reading.findings[0].rule == "screenplay.wrong-suffix"
    assert ".fountain" in reading.findings[0].remedy


def test_a_text_without_scenes_is_not_taken_for_a_script_of_another_suffix() -> None:
    reading = read_script(_file("script.fdx", b"Dear Sir"), FORMATS)
    assert reading.screenplay is None
    assert reading.findings[0].rule == "screenplay.broken-xml"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n"])
def test_an_empty_file_is_an_error_with_a_remedy_and_no_script(data: bytes) -> None:
    reading = read_script(_file("script.fountain", data), FORMATS)
    (finding,) = reading.findings
    assert reading.screenplay is None
    assert (finding.severity, finding.rule) == (Severity.ERROR, "screenplay.empty")
    assert finding.remedy == "Export the script again."


def test_a_file_too_large_for_a_script_is_never_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_module, "LARGEST", 10)
    (finding,) = read_script(_file("film.fountain", SCRIPT), FORMATS).findings
    assert finding.rule == "screenplay.too-large"


def test_a_reading_with_an_error_is_no_script_and_says_where_it_is_wrong() -> None:
    _, good = read(SCRIPT)
    error = Finding(
        severity=Severity.ERROR, rule="x", where="line 7", message="is torn", remedy="Mend it."
    )
    with pytest.raises(InputError, match=r"a\.fountain: line 7: is torn") as caught:
        require_script(_file("a.fountain", SCRIPT), replace(good, findings=(error,)))
    assert caught.value.remedy == "Mend it."
    with pytest.raises(InputError, match="nothing could be read"):
        require_script(_file("a.fountain", SCRIPT), Reading(screenplay=None))


def test_a_warning_stops_nothing() -> None:
    file, reading = read(SCRIPT)
    odd = Finding(severity=Severity.WARNING, rule="x", where="line 1", message="odd")
    assert require_script(file, replace(reading, findings=(odd,))) == reading.screenplay


def test_a_draft_keeps_the_file_the_script_and_who_brought_it(view: View) -> None:
    kept = _add(view)
    assert (kept.number, kept.name) == (1, "white.fountain")
    assert view.office.media.fetch_media(kept.source) == SCRIPT
    assert [scene.number for scene in view.screenplay().scenes] == ["1", "2"]
    (entry,) = view.office.records.journal()
    assert (entry.kind, entry.by) == ("draft", "Lea Roy")
    assert read_json(entry.body, Draft) == kept
    assert view.office.witness.last() == (1, entry.hash)


def test_what_is_the_same_in_the_next_draft_keeps_its_ids(view: View, tmp_path: Path) -> None:
    def lines(view: View) -> dict[str, str]:
        return {line.text: line.id for scene in view.screenplay().scenes for line in scene.lines}

    _add(view)
    before = lines(view)
    _add(view, BLUE, "blue.fountain")
    after = lines(open_production(tmp_path))
    assert len(before) == len(after)
    same = before.keys() & after.keys()
    assert len(same) == len(before) - 1
    assert {text: after[text] for text in same} == {text: before[text] for text in same}


def test_the_view_that_brought_a_draft_in_sees_its_words(view: View) -> None:
    _add(view)
    _add(view, BLUE, "blue.fountain")
    assert view.newest_draft().name == "blue.fountain"
    words = [line.text for scene in view.screenplay().scenes for line in scene.lines]
    assert "MINA (9) lifts a rusty lantern." in words


def test_a_draft_that_is_only_prepared_is_not_in_force(view: View) -> None:
    _add(view)
    made = prepare_draft(view, *read(BLUE, "blue.fountain"))
    assert made.number == 2
    assert len(view.office.records.drafts()) == 1
    assert view.newest_draft().name == "white.fountain"


def test_a_draft_that_cannot_be_written_down_is_not_there(
    view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(view)

    def full(entries: object) -> None:
        raise StoreError("no space left on device", remedy="Free some disk space.")

    with monkeypatch.context() as patch:
        patch.setattr(view.office.records, "add_entries", full)
        with pytest.raises(StoreError):
            _add(view, BLUE, "blue.fountain")
    assert [draft.name for draft in view.office.records.drafts()] == ["white.fountain"]
    assert view.newest_draft().name == "white.fountain"


def test_a_run_goes_on_with_the_newest_draft_and_with_the_first_one(view: View) -> None:
    require_current(view, _file("white.fountain", SCRIPT))
    _add(view)
    require_current(view, _file("copy of white.fountain", SCRIPT))


@dataclass(frozen=True)
class _Case:
    data: bytes
    said: str
    remedy: str


@pytest.mark.parametrize(
    "case",
    [
        _Case(SCRIPT, "is draft 1; draft 2", "secondunit produce blue.fountain"),
        _Case(b"INT. X - DAY\n\nNew.\n", "is another text", "secondunit revise script.fountain"),
    ],
    ids=["superseded", "unknown"],
)
def test_a_run_with_another_text_is_refused_and_told_both_ways_on(view: View, case: _Case) -> None:
    _add(view)
    _add(view, BLUE, "blue.fountain")
    with pytest.raises(Conflict, match=case.said) as caught:
        require_current(view, _file("script.fountain", case.data))
    assert case.remedy in caught.value.remedy
