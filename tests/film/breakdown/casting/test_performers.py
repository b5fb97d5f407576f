from dataclasses import replace

import pytest
from tests.film.breakdown.test_tag import LEXICON, inputs, tag

from secondunit.core.ids import SceneId
from secondunit.film.breakdown.cast import find_parts
from secondunit.film.breakdown.casting.performers import cast_performers
from secondunit.film.breakdown.lexicon import Ages
from secondunit.film.breakdown.model import Category, Element, cast_list

HOUSE = "INT. HOUSE - DAY\n\n"
CAVE = "\n\nINT. CAVE - NIGHT\n\n"
SPEECH = "\n\nTAM\nNo.\n"


def lines(text: str) -> list[tuple[str, bool]]:
    """Cast lines by scene, each with whether it is a minor's."""
    items = tag(text.encode())
    return [(i.fact.name, i.fact.minor) for i in items if i.fact.category is Category.CAST]


@pytest.mark.parametrize(
    ("introduction", "minor"),
    [
        ("TAM (9) waits.", True),
        ("TAM (38) waits.", False),
        ("TAM waits.", False),
        ("TAM, now 12, waits.", True),
        ("TAM -- still about 10 -- waits.", True),
        ("TAM PRICE is 10.", True),
        ("TAM is 10 minutes late.", False),
        ("TAM, AGE 3, listens.", True),
        ("TAM at age 12 waits.", True),
        ("TAM, now in his sixties, waits.", False),
        ("TAM, in his early teens, waits.", True),
        ("An eight-year old Tam waits.", True),
        ("A twelve-year-old boy, Tam, waits.", True),
        ("Tam as a boy waits.", True),
    ],
)
def test_an_age_that_the_scene_states_makes_a_minor(introduction: str, *, minor: bool) -> None:
    assert lines(HOUSE + introduction + SPEECH) == [("TAM", minor)]


def test_a_childs_word_in_the_name_makes_a_minor() -> None:
    assert lines(HOUSE + "LITTLE GIRL\nNo.\n") == [("LITTLE GIRL", True)]


def test_a_character_is_a_minor_only_where_the_text_says_so() -> None:
    text = HOUSE + "TAM (40) waits." + SPEECH + CAVE + "Tam (9) hides." + SPEECH
    text += "\n\nINT. HOUSE - DAY (PRESENT)\n\nTam wakes." + SPEECH
    assert lines(text) == [("TAM", False), ("YOUNG TAM", True), ("TAM", False)]


def test_a_look_back_goes_on_until_the_script_breaks_it() -> None:
    text = HOUSE + "TAM (40) waits." + SPEECH + CAVE + "Tam (9) hides." + SPEECH
    text += "\n\nEXT. WOOD - NIGHT\n\nTam runs." + SPEECH
    text += "\n\nINT. HOUSE - DAY (PRESENT)\n\nTam wakes." + SPEECH
    names = [name for name, _ in lines(text)]
    assert names == ["TAM", "YOUNG TAM", "YOUNG TAM", "TAM"]


def test_years_later_make_everybody_older() -> None:
    text = HOUSE + "TAM (9) waits." + SPEECH + CAVE + "Tam hides." + SPEECH
    text += "\n\nEXT. WOOD - DAY\n\nTEN YEARS LATER. Tam runs." + SPEECH
    assert lines(text) == [("TAM", True), ("TAM", True), ("ADULT TAM", False)]


def test_the_year_of_a_heading_counts_from_the_year_of_a_stated_age() -> None:
    text = "INT. HOUSE - DAY (1973)\n\nTAM, AGE 3, waits." + SPEECH
    text += "\n\nINT. CAVE - DAY (1977)\n\nTam hides." + SPEECH
    text += "\n\nEXT. WOOD - DAY (1998)\n\nTam runs." + SPEECH
    assert lines(text) == [("LITTLE TAM", True), ("YOUNG TAM", True), ("TAM", False)]


def test_a_grown_narrator_over_a_child_is_a_performer_of_his_own() -> None:
    text = HOUSE + "TAM (40) waits." + SPEECH + CAVE + "Tam (9) hides.\n\nTAM (V.O.)\nI hid.\n"
    text += "\n\nINT. HOUSE - DAY (PRESENT)\n\nTam wakes." + SPEECH
    assert lines(text)[1:3] == [("TAM", False), ("YOUNG TAM", True)]


def test_a_name_of_the_scripts_own_for_the_child_is_the_childs_cast_line() -> None:
    text = HOUSE + "TAM (40) waits." + SPEECH + CAVE + "YOUNG TAM (9) hides.\n\nTAM\nNo.\n"
    text += "\n\nINT. SHED - DAY\n\nYOUNG TAM\nNo.\n"
    text += "\n\nINT. HOUSE - DAY (PRESENT)\n\nTam wakes." + SPEECH
    names = [name for name, _ in lines(text)]
    assert names == ["TAM", "YOUNG TAM", "YOUNG TAM", "TAM"]


def test_a_young_man_is_no_child() -> None:
    text = HOUSE + "DR. BENNETT (85) waits.\n\nDR. BENNETT\nNo.\n" + CAVE
    text += "YOUNG DR. BENNETT\nNo.\n"
    assert lines(text) == [("DR. BENNETT", False), ("YOUNG DR. BENNETT", False)]


def test_each_performer_quotes_the_age_or_says_from_where_it_is_known() -> None:
    text = HOUSE + "TAM (40) waits." + SPEECH + CAVE + "Tam (9) hides." + SPEECH
    text += "\n\nEXT. WOOD - NIGHT\n\nTam runs." + SPEECH + "\n\nINT. HOUSE - NIGHT (PRESENT)\n\n"
    text += "Tam wakes." + SPEECH
    young = [i for i in tag(text.encode()) if i.fact.name == "YOUNG TAM"]
    quoted = [e.span.quote for e in young[0].evidence if e.span and e.rule == "cast.age-stated"]
    assert quoted == ["Tam (9"]
    told = [e.rule for e in young[1].evidence if e.span is None]
    assert told == ["cast.age-carried: TAM is 9, as scene 2 says, with no break since"]
    sure = [i.confidence or 0.0 for i in young]
    assert sure[1] < sure[0]
    assert {i.fact.called for i in young} == {"TAM"}


def test_a_note_tells_who_has_several_performers_and_how_to_merge_them() -> None:
    text = HOUSE + "TAM (40) waits." + SPEECH + CAVE + "Tam (9) hides." + SPEECH
    text += "\n\nINT. HOUSE - DAY (PRESENT)\n\nTam wakes." + SPEECH
    given = inputs(text.encode())
    parts = find_parts(given.screenplay, LEXICON)
    _, (note,) = cast_performers(given.screenplay, parts, LEXICON)
    assert note.rule == "breakdown.several-performers"
    assert "YOUNG TAM in scene 2" in note.message
    assert "breakdown merge" in note.remedy


def test_a_production_whose_word_file_knows_no_ages_casts_everybody_once() -> None:
    text = HOUSE + "TAM (40) waits." + SPEECH + CAVE + "Tam (9) hides." + SPEECH
    script = inputs(text.encode()).screenplay
    plain = replace(LEXICON, ages=Ages())
    played, notes = cast_performers(script, find_parts(script, plain), plain)
    assert {each.part.name for each in played} == {"TAM"}
    assert notes == ()


def test_a_performer_who_is_merged_with_the_grown_one_is_no_minor_on_the_schedule() -> None:
    grown = Element(scene=SceneId("a"), category=Category.CAST, name="TAM")
    child = Element(scene=SceneId("b"), category=Category.CAST, name="TAM", minor=True, plays="TAM")
    (member,) = cast_list((grown, child), (SceneId("a"), SceneId("b")))
    assert not member.minor
