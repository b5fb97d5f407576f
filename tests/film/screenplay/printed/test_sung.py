from dataclasses import dataclass

import pytest

from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.printed.sung import is_lyric, wraps


@dataclass
class Row:
    text: str
    styles: frozenset[str] = frozenset({"italic"})


@dataclass
class Above:
    kind: LineKind
    text: str


CUE = Above(LineKind.CUE, "MINA")


def test_letters_made_for_lyrics_are_sung() -> None:
    rule, sure = is_lyric(Row("La la.", frozenset({"italic", "lyric"})), CUE)
    assert (rule, sure > 0.95) == ("pdf.lyric-face", True)


def test_italics_alone_are_not_sung() -> None:
    assert is_lyric(Row("Voilà."), CUE) == ("", 0.0)


@pytest.mark.parametrize(
    "above",
    [
        Above(LineKind.CUE, "MINA (SINGING)"),
        Above(LineKind.PARENTHETICAL, "(sings, badly)"),
        Above(LineKind.PARENTHETICAL, "(chantant)"),
        Above(LineKind.LYRIC, "La la."),
    ],
)
def test_italics_are_sung_where_something_says_so(above: Above) -> None:
    assert is_lyric(Row("La la."), above)[0] == "pdf.sung"
    assert is_lyric(Row("La la.", frozenset()), above) == ("", 0.0)


def test_a_singer_is_not_a_song() -> None:
    assert is_lyric(Row("Voilà."), Above(LineKind.CUE, "THE SINGER (V.O.)")) == ("", 0.0)


def test_a_row_that_opens_with_a_note_of_music_is_sung() -> None:
    assert is_lyric(Row("♪ La la.", frozenset()), CUE)[0] == "pdf.music-note"


def test_a_verse_goes_on_only_where_its_next_word_found_no_room() -> None:
    assert wraps("Oh the bell of the island is ringing", "again", 35)
    assert not wraps("Oh the bell", "again", 35)
