from tests.film.schedule.reports.builder import make_schedule, read_script
from tests.film.schedule.reports.test_schedule import with_a_second_unit

from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.reports.words import (
    day_end,
    day_mark,
    day_name,
    element_words,
    strip_style,
    synopsis,
    unit_mark,
)


def test_strips_have_the_trades_colours_and_dawn_one_of_its_own() -> None:
    styles = [strip_style(scene) for scene in read_script().scenes]
    assert styles == ["int-day", "ext-night", "dawn"]


def test_the_writers_synopsis_comes_before_the_action() -> None:
    assert synopsis(read_script().scenes[0]) == "Oren does not hear the telephone."


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    short = synopsis(read_script().scenes[1])
    assert short.endswith(" …")
    assert len(short) <= 92


def test_a_day_ends_with_its_date_and_pages() -> None:
    schedule = make_schedule()
    text = day_end(schedule.board.days[0], schedule.needs)
    assert text.startswith("End of Day 1 — Mon 11 Jan 2027 — ")
    assert "pages" in text


def test_an_implied_element_is_marked_and_a_number_follows_its_name() -> None:
    scene = read_script().scenes[0].id
    element = Element(scene=scene, category=Category.ANIMALS, name="dog", quantity=3, implied=True)
    assert element_words(element) == "dog (3)*"


def test_a_day_is_named_with_its_unit_where_that_is_not_the_main_one() -> None:
    first, second, _ = with_a_second_unit().board.days
    assert (day_name(first), day_mark(first)) == ("Day 1", "D1")
    assert (day_name(second), day_mark(second)) == ("Second Unit Day 1", "2U1")
    assert unit_mark("splinter") == "SPL"
