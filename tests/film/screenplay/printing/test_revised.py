import pytest

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.film.screenplay.drafts.revise import carry_ids
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.printing.revised import revised_since

OLD = """INT. HALL - DAY

Rain falls on the old town.

OREN
Two sugars. And a spoon.

Mina waits.

EXT. YARD - DAY

The dog sleeps. Nobody comes near the gate.

MINA
Good dog.

INT. ATTIC - NIGHT

Dust. A single bulb swings over the trunk.

DES
It is empty.
"""


def read(text: str) -> Screenplay:
    script = FORMAT.read(text.encode(), "t.fountain").screenplay
    assert script is not None
    return script


def starred(new: str, old: str = OLD) -> list[str]:
    """The words that carry a star; ``line|`` where words were only taken out."""
    before = read(old)
    script = carry_ids(before, read(new))
    lines = {line.id: line for line in script.lines}
    found = []
    for words in revised_since(before, script):
        text = lines[words.line].text
        said = text[words.start : words.end]
        found.append(said if words.start < words.end else f"{text[: words.start]}|")
    return found


@pytest.mark.parametrize(
    ("old", "new", "stars"),
    [
        ("Two sugars.", "Three sugars.", ["Three"]),
        ("the old town", "the town", ["Rain falls on the |"]),
        ("Mina waits.", "Mina waits.\n\nShe goes.", ["She goes."]),
        ("\n\nMina waits.", "", ["Two sugars. And a spoon.|"]),
        ("INT. HALL - DAY", "INT. HALL - NIGHT", ["INT. HALL - NIGHT"]),
        ("OREN", "DES", ["DES"]),
        ("Good dog.", "  Good   dog.", []),
    ],
)
def test_only_words_that_changed_are_starred(old: str, new: str, stars: list[str]) -> None:
    assert starred(OLD.replace(old, new, 1)) == stars


def test_the_same_draft_has_no_star() -> None:
    assert starred(OLD) == []


def test_a_new_scene_is_starred_whole() -> None:
    new = OLD.replace("EXT. YARD", "INT. CELLAR - DAY\n\nWater.\n\nEXT. YARD")
    assert starred(new) == ["INT. CELLAR - DAY", "Water."]


def test_where_a_scene_was_taken_out_the_row_above_is_starred() -> None:
    start, end = OLD.index("EXT. YARD"), OLD.index("INT. ATTIC")
    assert starred(OLD[:start] + OLD[end:]) == ["Mina waits.|"]


def test_a_scene_that_moved_is_new_where_it_stands() -> None:
    at = OLD.index("INT. ATTIC")
    found = starred(OLD[at:] + "\n" + OLD[:at])
    assert "INT. ATTIC - NIGHT" in found
    assert "Rain falls on the old town." not in found


def test_of_a_scene_that_was_split_only_what_is_new_is_starred() -> None:
    new = OLD.replace("MINA\nGood", "EXT. GATE - DAY\n\nMINA\nGood")
    assert starred(new)[0] == "EXT. GATE - DAY" or "EXT. GATE - DAY" in starred(new)
    assert "INT. ATTIC - NIGHT" not in starred(new)
