import pytest
from tests.film.breakdown.test_tag import LEXICON, inputs

from secondunit.film.breakdown.cast import (
    character_names,
    cue_names,
    find_minors,
    find_parts,
    is_group,
    speaking_names,
)


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


def test_a_character_who_never_speaks_is_known_by_the_introduction() -> None:
    script = inputs(b"INT. A - DAY\n\nOLD PEG (71) knits.\n\nWREN\nNo.\n").screenplay
    assert character_names(script, LEXICON) == ("WREN", "OLD PEG")


def test_a_fuller_name_in_the_introduction_is_the_same_character() -> None:
    text = b"INT. A - DAY\n\nCAPTAIN ROURKE (40) bows. LADY AGNES HALE (28) nods.\n"
    text += b"\nROURKE\nMadam.\n\nAGNES\nSir.\n\nHALE\nWell!\n"
    script = inputs(text).screenplay
    assert character_names(script, LEXICON) == ("ROURKE", "AGNES", "HALE")
    mentions = {
        part.name: [e.span.quote for e in part.evidence if e.span is not None]
        for part in find_parts(script, LEXICON)
    }
    assert "AGNES" in mentions["AGNES"]
    assert mentions["HALE"] == ["HALE"]


def test_the_oldest_age_of_a_part_counts() -> None:
    text = b"INT. A - DAY\n\nTAM (9) waits.\n\nTAM\nNo.\n\nINT. B - DAY\n\nTAM (30s) waits.\n"
    assert find_minors(inputs(text).screenplay, ["TAM"], LEXICON) == frozenset()
