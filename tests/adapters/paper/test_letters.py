from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from secondunit.adapters.paper.letters import is_picture, read_letters
from secondunit.film.screenplay.printed.letters import Letter


def drawn(draw: Callable[[Any], None], *, rotation: int = 0) -> tuple[list[Letter], bool]:
    out = BytesIO()
    canvas = Canvas(out, pagesize=LETTER)
    canvas.setFont("Courier", 12)
    draw(canvas)
    canvas.setPageRotation(rotation)
    canvas.showPage()
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        page = document[0]
        try:
            return read_letters(page), is_picture(page)
        finally:
            page.close()


def text(letters: list[Letter]) -> str:
    return "".join(letter.text for letter in letters)


def test_letters_have_their_place_from_the_upper_left_corner() -> None:
    letters, _ = drawn(lambda canvas: canvas.drawString(108, LETTER[1] - 72, "Rain"))
    assert text(letters) == "Rain"
    assert (round(letters[1].x, 1), round(letters[1].foot, 1)) == (115.2, 72)


def test_letters_across_the_page_are_a_watermark_and_left_out() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(108, 700, "Rain")
        canvas.rotate(45)
        canvas.drawString(400, 100, "DRAFT")

    assert text(drawn(draw)[0]) == "Rain"


def test_a_page_shown_turned_is_read_as_it_is_shown() -> None:
    def draw(canvas: Any) -> None:
        canvas.rotate(90)
        canvas.drawString(50, -100, "Rain")

    letters, _ = drawn(draw, rotation=90)
    assert text(letters) == "Rain"
    assert letters[1].x > letters[0].x
    assert abs(letters[1].foot - letters[0].foot) < 0.1


def test_fonts_and_rules_are_styles() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(108, 700, "a")
        canvas.line(107, 698, 116, 698)
        canvas.setFont("Courier-BoldOblique", 12)
        canvas.drawString(108, 600, "b")

    letters, _ = drawn(draw)
    assert [letter.styles for letter in letters] == [("underline",), ("bold", "italic")]


@pytest.mark.parametrize(("count", "shows"), [(1, False), (40, True)])
def test_a_page_without_letters_is_a_picture_when_much_is_drawn_on_it(
    *, count: int, shows: bool
) -> None:
    def draw(canvas: Any) -> None:
        for index in range(count):
            canvas.circle(100 + index, 300, 20)

    assert drawn(draw) == ([], shows)


def test_letters_nowhere_near_the_paper_are_left_out() -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("Courier", 12)
        canvas.drawString(108, 700, "here")
        canvas.drawString(1e7, 700, "there")

    assert text(drawn(draw)[0]) == "here"
