from dataclasses import replace

import pytest
from tests.film.screenplay.drafts.test_match import BARN, POND, TALK, read

from secondunit.adapters.formats.pdf_print import FORMAT as PDF
from secondunit.adapters.formats.pdf_script import FORMAT as PDF_READER
from secondunit.core.errors import InputError
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.pages.measure import page_tops, scene_lengths

LONG = TALK + "".join(f"Somebody comes in and says nothing, time {n}.\n\n" for n in range(40))


def test_every_scene_is_measured_under_its_number() -> None:
    script = read(BARN, LONG, POND)
    found = scene_lengths(script)
    assert [row.scene for row in found] == ["1", "2", "3"]
    assert [row.eighths for row in found] == [scene.eighths for scene in script.scenes]
    assert [row.page for row in found] == [scene.page for scene in script.scenes]
    assert found[1].lines > 80


def test_six_lines_an_eighth_are_longer_than_seven() -> None:
    script = read(BARN, LONG)
    six, seven = (sum(r.eighths for r in scene_lengths(script, p)) for p in ("mms6", "mms7"))
    assert six > seven


def test_an_omitted_scene_has_no_length() -> None:
    assert scene_lengths(read(BARN, "OMITTED #2#\n\n"))[1].eighths == 0


def test_a_policy_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError) as caught:
        scene_lengths(read(BARN), "folk")
    assert "mms6" in caught.value.remedy


def test_each_page_says_what_it_begins_with() -> None:
    script = read("FADE IN:\n\n", BARN, LONG, POND)
    first, second = page_tops(script)[:2]
    assert (first.page, first.scene, first.text) == (1, "", "FADE IN:")
    assert (second.page, second.scene, second.kind) == (2, "2", LineKind.ACTION)
    assert second.text.startswith("Somebody comes in")
    assert not second.is_parted


def test_a_paragraph_over_two_pages_is_parted_and_goes_on_from_a_word() -> None:
    wordy = "The tide comes in and nobody looks at it. " * 120
    tops = page_tops(read(f"INT. BARN - DAY\n\n{wordy}\n\n"))
    assert len(tops) == 2
    assert tops[1].is_parted
    assert wordy.strip().endswith(tops[1].text.strip())


def test_a_script_without_lines_has_no_pages_to_tell_of() -> None:
    assert page_tops(replace(read(BARN), opening=(), scenes=())) == ()


def test_a_script_that_was_never_printed_is_measured_as_it_would_be_printed() -> None:
    script = read(BARN, LONG, POND)
    own = PDF_READER.read(PDF.write(script).data, "t.pdf").screenplay
    assert own is not None
    rows, printed = (scene_lengths(each, "printed") for each in (script, own))
    assert [(r.eighths, r.page) for r in rows] == [(r.eighths, r.page) for r in printed]
