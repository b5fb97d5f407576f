import pytest
from tests.film.breakdown.test_tag import LEXICON, inputs

from secondunit.film.breakdown.cast import (
    character_names,
    cue_names,
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


def test_a_role_that_does_things_of_its_own_is_a_part_without_lines() -> None:
    text = (
        b"INT. A - DAY\n\nA DUCHESS, in pearls. The duchess rises. The duchess slowly turns away.\n"
    )
    assert character_names(inputs(text).screenplay, LEXICON) == ("DUCHESS",)


def test_a_role_that_only_stands_there_stays_background() -> None:
    text = b"INT. A - DAY\n\nA DUCHESS in pearls. The duchess rises.\n\nWREN\nNo.\n"
    assert character_names(inputs(text).screenplay, LEXICON) == ("WREN",)


def test_who_is_cued_by_a_rank_plays_where_the_action_says_the_rank_in_small_letters() -> None:
    text = b"INT. A - DAY\n\nDUCHESS\nNo.\n\nINT. B - DAY\n\nThe duchess waits.\n"
    text += b"\nINT. C - DAY\n\nA duchess waits.\n"
    script = inputs(text).screenplay
    scenes = [part.scene for part in find_parts(script, LEXICON)]
    assert scenes == [script.scenes[0].id, script.scenes[1].id]


def test_a_crowd_that_does_things_of_its_own_is_no_part() -> None:
    text = b"INT. A - DAY\n\nThe CROWD cheers. The crowd roars.\n"
    assert character_names(inputs(text).screenplay, LEXICON) == ()


def test_an_old_woman_who_acts_is_not_every_woman() -> None:
    text = b"INT. A - DAY\n\nAn OLD WOMAN. The Old Woman rises. The Old Woman nods.\n"
    text += b"\nINT. B - DAY\n\nA CHUBBY WOMAN laughs.\n\nWOMAN\nHa.\n"
    script = inputs(text).screenplay
    parts = find_parts(script, LEXICON)
    assert [part.name for part in parts] == ["OLD WOMAN", "WOMAN"]
