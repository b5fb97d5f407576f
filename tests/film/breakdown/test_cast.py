import pytest
from tests.film.breakdown.test_tag import LEXICON, inputs

from secondunit.film.breakdown.cast import cue_names, find_minors, is_group, speaking_names


@pytest.mark.parametrize(
    ("cue", "names"),
    [
        ("MINA & DES", ("MINA", "DES")),
        ("Mina/Des", ("MINA", "DES")),
        ("MINA'S VOICE", ("MINA",)),
        ("SANDY", ("SANDY",)),
        ("TOM AND ANDY", ("TOM", "ANDY")),
    ],
)
def test_a_cue_may_name_several(cue: str, names: tuple[str, ...]) -> None:
    assert cue_names(cue) == names


def test_a_group_is_not_a_character() -> None:
    assert is_group("SIX GUARDS", LEXICON)
    assert not is_group("GUARDA", LEXICON)
    script = inputs(b"INT. A - DAY\n\nALL\nNo!\n\nWREN\nYes.\n").screenplay
    assert speaking_names(script, LEXICON) == ("WREN",)


@pytest.mark.parametrize(
    ("introduction", "minor"),
    [("TAM (9) waits.", True), ("TAM (38) waits.", False), ("TAM waits.", False)],
)
def test_an_age_in_the_introduction_makes_a_minor(introduction: str, *, minor: bool) -> None:
    text = f"INT. A - DAY\n\n{introduction}\n\nTAM\nNo.\n".encode()
    assert ("TAM" in find_minors(inputs(text).screenplay, ["TAM"], LEXICON)) is minor


def test_a_childs_word_in_the_name_makes_a_minor() -> None:
    script = inputs(b"INT. A - DAY\n\nLITTLE GIRL\nNo.\n").screenplay
    assert find_minors(script, ["LITTLE GIRL"], LEXICON) == {"LITTLE GIRL"}
