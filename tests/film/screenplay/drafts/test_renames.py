from tests.film.screenplay.drafts.test_match import BARN, POND, TALK, read

from secondunit.film.screenplay.drafts.match import match_scenes
from secondunit.film.screenplay.drafts.renames import speeches


def test_a_rewritten_speech_still_tells_who_took_the_name() -> None:
    other = TALK.replace("REED", "RUSH").replace("I never hear anything", "I do not hear much")
    assert match_scenes(read(TALK), read(other)).renamed == (("REED", "RUSH"),)


def test_a_character_whose_last_scene_is_omitted_is_not_renamed_to_anybody() -> None:
    less = BARN + "OMITTED #2#\n\n"
    assert match_scenes(read(BARN, TALK.replace("DAY", "DAY #2#")), read(less)).renamed == ()


def test_a_set_with_another_name_over_the_same_scenes_is_renamed() -> None:
    other = TALK.replace("KITCHEN", "SCULLERY")
    assert match_scenes(read(BARN, TALK), read(BARN, other)).sets == (("KITCHEN", "SCULLERY"),)


def test_a_set_that_stays_elsewhere_is_not_renamed() -> None:
    again = TALK.replace("two places", "three places")
    moved = again.replace("KITCHEN", "SCULLERY")
    assert match_scenes(read(TALK, BARN, again), read(TALK, BARN, moved)).sets == ()


def test_an_omitted_scene_renames_no_set() -> None:
    full, less = read(BARN, POND.replace("NIGHT", "NIGHT #2#")), read(BARN, "OMITTED #2#\n\n")
    assert match_scenes(full, less).sets == ()
    assert match_scenes(less, full).sets == ()


def test_a_speech_in_two_paragraphs_is_two_of_the_same_speaker() -> None:
    scene = read("INT. BARN - DAY\n\nWREN\nOne.\n(beat)\nTwo.\n\n").scenes[0]
    assert [(speech.name, speech.words) for speech in speeches(scene)] == [
        ("WREN", "One."),
        ("WREN", "Two."),
    ]
