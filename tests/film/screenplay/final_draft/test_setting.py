import pytest

from secondunit.film.screenplay.final_draft.setting import (
    Style,
    column_width,
    line_spacing,
    read_number,
    read_paper,
    read_style,
    rows_a_page,
    shows_outline,
)
from secondunit.film.screenplay.model import Paper


def test_points_of_space_are_read_as_lines() -> None:
    style = read_style({"SpaceBefore": "24", "Spacing": "2", "StartsNewPage": "Yes"})
    assert (style.space_before, style.spacing, style.opens_page) == (2.0, 2.0, True)


def test_what_is_not_said_is_none() -> None:
    assert read_style({"Type": "Action"}) == Style()
    assert read_style({"StartsNewPage": "No", "LeftIndent": "wide"}).opens_page is False


@pytest.mark.parametrize("text", ["", "wide", "nan", "inf", "1e999"])
def test_a_number_is_finite_or_nothing(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("left", "right", "first", "width"),
    [(1.5, 7.5, 0, 61), (2.5, 6.0, 0, 35), (3.0, 5.5, -0.1, 26), (2.25, 6.0, 0, 38)],
)
def test_indents_in_inches_give_the_characters_of_a_line(
    left: float, right: float, first: float, width: int
) -> None:
    assert column_width(Style(), Style(left=left, right=right, first=first)) == width
    assert column_width(Style(left=left, right=right), Style()) is not None


def test_a_column_without_indents_has_the_usual_width() -> None:
    assert column_width(Style(left=1.5), Style()) is None
    assert column_width(Style(left=7.0, right=1.0), Style()) == 1


def test_the_paper_is_read_from_the_file_within_reason() -> None:
    margins = {"TopMargin": "81", "BottomMargin": "54"}
    paper = read_paper({**margins, "Height": "11.69", "Width": "8.26"})
    assert (paper.width, paper.height, paper.top) == (8.26, 11.69, 1.125)
    assert (paper.rows, round(paper.body, 4)) == (58, 9.815)
    assert read_paper({}) == Paper()
    under_head = read_paper({"TopMargin": "0", "BottomMargin": "72", "HeaderMargin": "36"})
    assert (under_head.rows, under_head.top * 72, under_head.body) == (56, 48, 10)
    assert read_paper({**margins, "Height": "1e300"}).rows <= 108
    assert read_paper({**margins, "Height": "-4"}).rows == 10


def test_letter_and_a4_hold_54_and_58_lines() -> None:
    margins = {"TopMargin": "72", "BottomMargin": "72"}
    assert rows_a_page({**margins, "Height": "11.00"}) == 54
    assert rows_a_page({**margins, "Height": "11.69"}) == 58
    assert rows_a_page({**margins, "Height": "1e300"}) == 108
    assert rows_a_page({"Height": "11.00"}) == 54


def test_small_letters_stand_on_lower_lines_and_printed_ones_on_higher() -> None:
    small = read_style({}, font={"Size": "10", "Font": "Courier Prime"})
    printed = read_style({"LeftIndent": "1.5", "RightIndent": "7.5"}, font={"Font": "Arial"})
    assert line_spacing(Style(), small) == pytest.approx(10 / 12)
    assert line_spacing(Style(spacing=2), Style()) == 2
    assert line_spacing(Style(), printed) == pytest.approx(1.15)
    assert column_width(Style(), printed) == 67
    assert line_spacing(Style(), Style(size=1e9)) == 2


def test_a_file_says_whether_its_outline_is_printed() -> None:
    assert [shows_outline(said) for said in ({"Hidden": "No"}, {"Paragraphs": "Show"})] == [1, 1]
    assert [shows_outline(said) for said in ({"Hidden": "Yes"}, {"Paragraphs": "Hide"}, {})] == [
        0,
        0,
        0,
    ]
