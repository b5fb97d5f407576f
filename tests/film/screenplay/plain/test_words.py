import pytest

from secondunit.film.screenplay.plain.words import (
    bare_name,
    can_be_name,
    capital_share,
    has_extension,
    heading_strength,
    is_act,
    is_capital,
    is_shot,
    is_transition,
)


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("INT. KITCHEN - DAY", 3),
        ("lNT. KITCHEN - DAY", 3),
        ("OMITTED", 3),
        ("int. kitchen - day", 2),
        ("FLASHBACK - INT. TRUCK", 2),
        ("STUDIO. INT. DAY. 1994", 2),
        ("KITCHEN - NIGHT", 1),
        ("LATER", 1),
        ("He comes in from the night.", 0),
        ("SOMEBODY SHOUTS!", 0),
    ],
)
def test_a_heading_is_told_as_surely_as_it_says_where_and_when(text: str, strength: int) -> None:
    assert heading_strength(text) == strength


@pytest.mark.parametrize(
    "text", ["CUT TO:", "SMASH CUT TO BLACK", "FADE OUT.", "Cut to:", "DISSOLVE T0:", "FADE IN:"]
)
def test_transitions_are_known_in_every_dress(text: str) -> None:
    assert is_transition(text)


@pytest.mark.parametrize("text", ["CUTTER", "He cuts to the chase.", "GO TO BED", "CLINT"])
def test_words_that_only_begin_like_one_are_none(text: str) -> None:
    assert not is_transition(text)


def test_names_stand_without_brackets_contd_and_colon() -> None:
    assert bare_name("Jude (into the phone):") == "JUDE"
    assert bare_name("JUDE CONT'D") == "JUDE"


@pytest.mark.parametrize("text", ["JUDE", "MRS. TULL", "ERNESTO J.", "GUARD #2", "ÉLOÏSE (V.O.)"])
def test_names_can_be_names(text: str) -> None:
    assert can_be_name(text)


@pytest.mark.parametrize("text", ["He sits.", "(beat)", "WHAT?", "1994", "A" * 60])
def test_sentences_brackets_and_numbers_cannot(text: str) -> None:
    assert not can_be_name(text)


def test_a_slip_of_the_scanner_leaves_capitals_capital() -> None:
    assert is_capital("lNT. HOUSE")
    assert not is_capital("Inside the house")
    assert capital_share("12.5") == 0


def test_extensions_shots_and_acts_are_known() -> None:
    assert has_extension("JUDE (V.O.)")
    assert not has_extension("(V.O.)")
    assert is_shot("CLOSE ON THE BELL")
    assert is_act("END OF ACT TWO")
