import pytest
from tests.film.breakdown.words.lines import english, french

from secondunit.film.breakdown.words.people import find_people


def _people(text: str) -> dict[str, int]:
    return {find.name: find.quantity for find in find_people(english(text))}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Two GUARDS smoke.", {"guard": 2}),
        ("A dozen miners cheer.", {"miner": 12}),
        ("Passengers wait.", {"passenger": 2}),
        ("A nurse waits.", {"nurse": 1}),
        ("An old woman knits.", {"old woman": 1}),
        ("TWO MEN in suits.", {"man": 2}),
        ("A blacksmith and a PREACHER.", {"blacksmith": 1, "preacher": 1}),
    ],
)
def test_background_is_counted_by_what_the_words_say(text: str, people: dict[str, int]) -> None:
    assert _people(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "Mina, a nurse, waits.",
        "Mina (30), astronomer, waits.",
        "Mina is a doctor.",
        "He stands like a soldier.",
        "Her maid, Mina, waits.",
        "The man turns.",
        "Her mother laughs.",
        "The guard's keys.",
        "A couple of beers.",
    ],
)
def test_what_somebody_is_or_owns_or_resembles_is_nobody_new(text: str) -> None:
    assert _people(text) == {}


def test_children_among_the_background_are_minors() -> None:
    found = {find.name: find.minor for find in find_people(english("Three children, two cops."))}
    assert found == {"child": True, "cop": False}


def test_french_background_is_found() -> None:
    found = {f.name: f.quantity for f in find_people(french("Deux policiers. Des passants."))}
    assert found == {"policier": 2, "passant": 2}


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("BRIDESMAIDS, three of them, six years old.", True),
        ("Two WAITERS (16) wait.", True),
        ("Two WAITERS (60s) wait.", False),
        ("A WAITER pours a ten-year-old port.", False),
    ],
)
def test_an_age_behind_people_makes_minors_of_them(text: str, *, minor: bool) -> None:
    finds = list(find_people(english(text)))
    assert [find.minor for find in finds] == [minor]


def test_a_rank_before_a_full_name_and_words_on_a_shirt_are_nobody() -> None:
    assert not list(find_people(english("SHERIFF AMOS MINA spits.")))
    assert not list(find_people(english("An apron that says CHEF.")))
