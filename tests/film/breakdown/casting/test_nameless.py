import pytest
from tests.film.breakdown.test_tag import LEXICON, inputs, tag

from secondunit.film.breakdown.cast import find_parts
from secondunit.film.breakdown.casting.nameless import fold_nameless, is_nameless, plain_name
from secondunit.film.breakdown.model import Category


def cast(text: str) -> list[str]:
    return [i.fact.name for i in tag(text.encode()) if i.fact.category is Category.CAST]


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("A MAN", "MAN"),
        ("THE MAN", "MAN"),
        ("MAN 1", "MAN #1"),
        ("MAN #1", "MAN #1"),
        ("FIRST MAN", "MAN #1"),
        ("MAN TWO", "MAN #2"),
        ("THE BEAST", "THE BEAST"),
        ("A DEEP VOICE", "A DEEP VOICE"),
    ],
)
def test_articles_and_ways_to_number_fold(name: str, plain: str) -> None:
    assert plain_name(name, {name}, LEXICON) == plain


def test_a_role_with_and_without_its_article_is_one() -> None:
    assert plain_name("THE MAYOR", {"THE MAYOR", "MAYOR"}, LEXICON) == "MAYOR"
    assert not is_nameless("MAYOR", LEXICON)


def test_a_man_and_the_man_are_one_in_a_scene() -> None:
    assert cast("INT. BAR - DAY\n\nA MAN\nHey.\n\nTHE MAN\nYou.\n\nMAN\nYes.\n") == ["MAN"]


def test_two_numbered_men_are_two() -> None:
    assert cast("INT. BAR - DAY\n\nMAN 1\nHey.\n\nMAN #2\nYou.\n") == ["MAN #1", "MAN #2"]


def test_a_man_stays_the_same_in_the_next_scene_and_on_the_same_set() -> None:
    speech = "\n\nMAN\nHey.\n\n"
    text = f"INT. BAR - DAY{speech}EXT. STREET - DAY{speech}"
    text += f"INT. SHED - DAY\n\nRain.\n\nINT. BAR - DAY{speech}"
    assert cast(text) == ["MAN", "MAN", "MAN"]


def test_a_man_elsewhere_is_another_and_a_note_says_so() -> None:
    text = (
        "INT. BAR - DAY\n\nMAN\nHey.\n\nINT. SHED - DAY\n\nRain.\n\nEXT. PIER - DAY\n\nA MAN\nHo.\n"
    )
    assert cast(text) == ["MAN (BAR)", "MAN (PIER)"]
    script = inputs(text.encode()).screenplay
    folded = fold_nameless(script, find_parts(script, LEXICON), LEXICON)
    (note,) = folded.notes
    assert "MAN (BAR) in scene 1; MAN (PIER) in scene 3" in note.message
    assert folded.called[script.scenes[2].id, "MAN (PIER)"] == "A MAN"


def test_a_man_who_speaks_in_one_scene_is_background_in_another() -> None:
    text = "INT. BAR - DAY\n\nMAN\nHey.\n\nINT. SHED - DAY\n\nRain.\n\n"
    text += "EXT. PIER - DAY\n\nA MAN waits.\n"
    found = {(i.fact.category, i.fact.name) for i in tag(text.encode())}
    assert (Category.BACKGROUND, "man") in found
    assert cast(text) == ["MAN"]


def test_the_one_child_that_speaks_is_the_child_of_the_other_scenes_too() -> None:
    text = "INT. BAR - DAY\n\nBOY\nHey.\n\nINT. SHED - DAY\n\nRain.\n\n"
    text += "EXT. PIER - DAY\n\nThe boy waits.\n"
    found = [i.fact for i in tag(text.encode()) if i.fact.category is Category.CAST]
    assert [(e.name, e.minor) for e in found] == [("BOY", True), ("BOY", True)]


def test_another_child_is_not_the_one_that_speaks() -> None:
    text = "INT. BAR - DAY\n\nBOY\nHey.\n\nINT. SHED - DAY\n\nRain.\n\n"
    text += "EXT. PIER - DAY\n\nA BORED BOY fishes. The boy yawns.\n"
    assert cast(text) == ["BOY"]
