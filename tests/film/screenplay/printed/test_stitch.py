import pytest
from tests.film.screenplay.printed.builder import COLUMNS

from secondunit.film.screenplay.printed.columns import PageRow
from secondunit.film.screenplay.printed.margins import ScriptRow
from secondunit.film.screenplay.printed.stitch import learn_stitch

FULL = "The rain in the old town goes on and on till the morning is"


def row(page: int, top: float, text: str, left: float = 108) -> ScriptRow:
    run = PageRow(page=page, left=left, right=left + 7.2 * len(text), top=top, text=text)
    return ScriptRow(place=page * 1000 + 1, top=top, runs=(run,))


def pages(foot: str) -> list[ScriptRow]:
    return [r for page in range(1, 21) for r in (row(page, 72, "Rain."), row(page, 708, foot))]


def sure(
    text: str, *below: str, top: float = 708, foot: str = "The rain ends.", last: str = ""
) -> float:
    stitch = learn_stitch(pages(foot), COLUMNS)
    return stitch.goes_on(
        text, row(1, top, last or text), [row(2, 72 + 12 * i, t) for i, t in enumerate(below)]
    )


def test_a_sentence_without_an_end_goes_on() -> None:
    assert sure("The rain in the", "old town.") > 0.9


def test_a_sentence_with_its_end_at_the_foot_of_a_full_page_is_taken_as_whole() -> None:
    assert sure("The rain ends.", "Mina waits.") < 0.5


def test_what_had_found_room_on_the_page_before_belongs_to_what_stands_there() -> None:
    assert sure("The rain ends.", "Mina waits.", top=672) > 0.5


@pytest.mark.parametrize("below", ["Mina waits for the rain to come."])
def test_a_page_that_was_ended_on_purpose_ends_its_paragraph(below: str) -> None:
    assert sure("Louisa Alcott", below, top=200) < 0.5
    assert sure("The rain in the", "old town.", top=200) > 0.5


def test_where_pages_end_anywhere_a_row_with_room_left_is_a_last_row() -> None:
    free = "the rain goes on and"
    assert sure("The rain ends.", "Mina waits.", foot=free) < 0.2
    assert sure(FULL, "over.", foot=free) > 0.5


def test_more_under_a_speech_does_not_count_as_the_foot_of_the_page() -> None:
    rows = [r for page in range(1, 9) for r in (row(page, 708, "x."), row(page, 720, "(MORE)"))]
    assert learn_stitch(rows, COLUMNS).foot == 0.0
