import pytest

from secondunit.film.screenplay.fountain.comments import cut_comments
from secondunit.film.screenplay.fountain.source import read_rows
from secondunit.film.screenplay.fountain.title_page import read_title_page
from secondunit.film.screenplay.remarks import Remarks


def read(text: str) -> tuple[dict[str, str], int]:
    fields, end = read_title_page(
        cut_comments(read_rows(text, Remarks("fountain")), Remarks("fountain"))
    )
    return {field.key: field.value for field in fields}, end


def test_values_stand_beside_their_key_or_indented_under_it() -> None:
    text = (
        "Title:\n    _**RIGHT EAR**_\n\t**HOME**\nAuthor: A. Writer\n   B. Writer\n\nINT. X - DAY"
    )
    assert read(text) == ({"Title": "RIGHT EAR\nHOME", "Author": "A. Writer\nB. Writer"}, 5)


def test_a_key_of_any_name_is_kept_beside_a_usual_one() -> None:
    assert read("Title: A\n    B\nLook: Noir\nAuthor: C\n\nDust.")[0] == {
        "Title": "A\nB",
        "Look": "Noir",
        "Author": "C",
    }
    assert read("Look: Noir\nLens: Old\n\nDust.")[0] == {"Look": "Noir", "Lens": "Old"}


@pytest.mark.parametrize(
    "text",
    [
        "FADE IN:\n\nINT. X - DAY",
        "EXT. YARD: NIGHT - DAY\n\nDust.",
        "SUPER: Ten years later\n\nDust.",
        "She whispers: go.\n\nDust.",
        "10:30 and all is well.\n\nDust.",
        "Dust.\nTitle: late\n\n",
        "",
        "\n\n",
    ],
)
def test_these_begin_no_title_page(text: str) -> None:
    assert read(text) == ({}, 0)


def test_the_page_ends_at_an_empty_line_or_at_what_is_no_field() -> None:
    assert read("Title: A\n\nAuthor: B") == ({"Title": "A"}, 1)
    assert read("Title: A\nno field here\nAuthor: B") == ({"Title": "A"}, 1)
    assert read("Title: A\nEXT. YARD: NIGHT - DAY\n") == ({"Title": "A"}, 1)


def test_a_comment_does_not_end_the_page() -> None:
    assert read("Title: A\n[[really?]]\nAuthor: B\n") == ({"Title": "A", "Author": "B"}, 3)
