from importlib.resources import files
from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from secondunit.adapters.paper.letters import read_letters
from secondunit.adapters.paper.typewriter import (
    BOX,
    CELL,
    Typewriter,
    require_typewriter,
)
from secondunit.core.errors import InputError
from secondunit.film.screenplay.printed.letters import Letter


def typed(text: str, *, face: bytes | None = None, **styles: bool) -> list[Letter]:
    out = BytesIO()
    canvas = Canvas(out)
    Typewriter(face).type_text(canvas, text, (100, 500), **styles)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        page = document[0]
        try:
            return read_letters(page)
        finally:
            page.close()


def test_every_letter_has_a_cell_of_a_tenth_of_an_inch() -> None:
    assert all(
        abs(font.stringWidth("M", 12) - CELL) < 0.01 for font in require_typewriter().values()
    )


@pytest.mark.parametrize("text", ["naïve Ωμέγα Жук ♪ x", "“quiet” — ok"])
def test_letters_of_other_alphabets_stay_in_their_cells(text: str) -> None:
    letters = typed(text)
    assert "".join(letter.text for letter in letters) == text.replace(" ", "")
    for letter, index in zip(letters, (i for i, c in enumerate(text) if c != " "), strict=True):
        assert -0.5 <= letter.x - 100 - CELL * index < CELL


def test_what_no_face_has_is_a_box_and_is_named() -> None:
    assert [letter.text for letter in typed("a🎬b")] == ["a", BOX, "b"]
    assert Typewriter().missing("a🎬b") == {"🎬"}
    assert not Typewriter().missing("naïve Ω 日")


def test_chinese_is_set_in_a_face_of_the_readers() -> None:
    assert Typewriter().borrowed("INT. 日本 Ω") == {"日", "本"}


def test_styles_are_faces_of_their_own() -> None:
    assert typed("a", bold=True, italic=True)[0].styles == ("bold", "italic")


def test_lyrics_can_be_told_from_words_that_are_only_slanted() -> None:
    assert typed("a", lyric=True)[0].styles == ("italic", "lyric")
    assert typed("a", italic=True)[0].styles == ("italic",)


def test_a_face_brought_along_is_used_for_what_the_typewriter_lacks() -> None:
    data = (files("secondunit") / "data" / "fonts" / "DejaVuSansCondensed.ttf").read_bytes()
    assert [letter.text for letter in typed("aΩ", face=data)] == ["a", "Ω"]
    assert Typewriter(data).borrowed("Ω日") == {"日"}


def test_what_is_no_font_is_refused_with_a_remedy() -> None:
    with pytest.raises(InputError, match="cannot be embedded") as refused:
        Typewriter(b"no font")
    assert "TrueType" in refused.value.remedy
