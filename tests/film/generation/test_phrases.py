import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.generation.phrases import FILE, colour_word, read_phrases
from secondunit.film.shots.terms import Move, Size

TEXT = PackagedTables().fetch_table(FILE)
PHRASES = read_phrases(TEXT)


def test_every_size_and_move_has_its_words() -> None:
    assert all(PHRASES.size[size] for size in Size)
    assert all(PHRASES.move[move] for move in Move)


@pytest.mark.parametrize(
    ("colour", "word"),
    [((255, 0, 0), "red"), ((20, 20, 20), "black"), ((58, 62, 84), "dark blue")],
)
def test_a_colour_is_called_by_the_nearest_word(colour: tuple[int, int, int], word: str) -> None:
    assert colour_word(colour, PHRASES) == word


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TEXT.replace('whip = "fast whip pan"', ""), "move has no words for “whip”"),
        (TEXT + "\n[smell]\nroses = ''", "no table “smell”"),
        ("[size", "Expected"),
        ("", "missing"),
    ],
)
def test_what_is_wrong_with_the_words_is_named(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_phrases(text)
    assert FILE in caught.value.message
