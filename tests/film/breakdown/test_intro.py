import pytest
from tests.film.breakdown.test_tag import FRENCH, LEXICON

from secondunit.film.breakdown.intro import introductions


def _names(text: str) -> list[str]:
    return [name for name, _, _ in introductions(text, LEXICON)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("WREN (40s) waits.", ["WREN"]),
        ("OLD PEG, 71, knits.", ["OLD PEG"]),
        ("THE WRITER (35) stands up.", ["THE WRITER"]),
        ("SERGEANT-MAJOR MORRIS (early 50s) bows.", ["SERGEANT-MAJOR MORRIS"]),
        ("TOM waves.", ["TOM"]),
        ("A SURGEON (50) waits.", []),
        ("TWO GUARDS (30s) smoke.", []),
        ("GUARDS (30s) smoke.", []),
        ("The word STOP. A BANG.", []),
        ("A ROSE in a vase.", []),
    ],
)
def test_an_age_or_a_given_name_in_capitals_brings_a_character_in(
    text: str, names: list[str]
) -> None:
    assert _names(text) == names


def test_a_french_age_does_too() -> None:
    text = "KARIM (30 ans) descend."
    ((name, start, end),) = introductions(text, FRENCH)
    assert text[start:end] == name == "KARIM"
