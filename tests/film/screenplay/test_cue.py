import pytest

from secondunit.film.screenplay.cue import Cue, read_cue, split_cue


@pytest.mark.parametrize(
    ("text", "name", "extension", "is_dual"),
    [
        ("WREN", "WREN", "", False),
        ("WREN (V.O.)", "WREN", "V.O.", False),
        ("WREN (V.O.) (CONT'D)", "WREN", "V.O., CONT'D", False),
        ("WREN(O.S.)^", "WREN", "O.S.", True),
        ("WREN (V.O", "WREN", "V.O", False),
        ("_WREN_", "WREN", "", False),
        ("MAN #2", "MAN #2", "", False),
        ("GROSSMUTTER WEIß", "GROSSMUTTER WEIß", "", False),
        ("WREN (LATER) AGAIN", "WREN (LATER) AGAIN", "", False),
    ],
)
def test_a_cue_is_taken_apart(text: str, name: str, extension: str, is_dual: bool) -> None:  # noqa: FBT001  parametrised
    assert read_cue(text) == Cue(name=name, extension=extension, is_dual=is_dual)


@pytest.mark.parametrize(
    "text",
    [
        "Wren",
        "23",
        "23 (WREN)",
        "(WREN)",
        "^",
        "CUT TO:",
        "WREN ^ (dual)",
        "...",
        "वह गिरता है और फिर उठता है",
        "वह गिरा।",
    ],
)
def test_these_are_no_cues(text: str) -> None:
    assert read_cue(text) is None


def test_a_forced_cue_is_split_whatever_its_case() -> None:
    assert split_cue(" McCLANE (low) ^ ") == Cue(name="McCLANE", extension="low", is_dual=True)
