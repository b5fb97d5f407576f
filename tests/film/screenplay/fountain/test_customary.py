import pytest

from secondunit.film.screenplay.fountain.customary import (
    customary_kind,
    is_end_of_act,
    is_listed_prefix,
)
from secondunit.film.screenplay.model import LineKind


@pytest.mark.parametrize("text", ["FADE IN:", "FADE OUT.", "SMASH CUT TO BLACK.", "CUT TO:"])
def test_custom_knows_transitions_that_the_syntax_does_not(text: str) -> None:
    assert customary_kind(text) is LineKind.TRANSITION


@pytest.mark.parametrize(
    "text",
    [
        "ACT ONE",
        "ACT IV",
        "Act 2",
        "End of Act One",
        "END OF ACT TWO",
        "COLD OPEN",
        "TEASER",
        "TAG",
    ],
)
def test_custom_knows_act_cards(text: str) -> None:
    assert customary_kind(text) is LineKind.ACT


@pytest.mark.parametrize(
    "text",
    ["BANG", "ACTION STATIONS", "Fade out.", "TAGGED BOXES FALL", "ACT NOW", "TAG DAY", "Teaser"],
)
def test_other_capitals_are_only_loud(text: str) -> None:
    assert customary_kind(text) is None


@pytest.mark.parametrize(
    ("text", "is_listed"),
    [
        ("INT. HALL", True),
        ("I/E HALL", True),
        ("int./ext. hall", True),
        ("E/I HALL", False),
        ("INTÉRIEUR. HALL", False),
        ("12 INT. HALL", False),
    ],
)
def test_the_syntax_lists_few_prefixes(text: str, *, is_listed: bool) -> None:
    assert is_listed_prefix(text) is is_listed


def test_the_end_of_an_act_is_told_from_its_beginning() -> None:
    assert is_end_of_act("END OF ACT ONE")
    assert not is_end_of_act("ACT TWO")
