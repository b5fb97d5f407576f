from secondunit.film.screenplay.printed.outline import Outline

OUTLINE = Outline([(3, "Mina and Oren driving"), (4, "THE HOUSE AT THE END OF THE ROAD - LATER")])


def test_an_entry_names_its_row_on_its_page_whatever_the_case() -> None:
    assert OUTLINE.names(3, "MINA AND OREN DRIVING")
    assert not OUTLINE.names(4, "MINA AND OREN DRIVING")


def test_the_first_row_of_a_long_heading_is_named_too_and_a_short_beginning_is_not() -> None:
    assert OUTLINE.names(4, "THE HOUSE AT THE END OF THE ROAD")
    assert not OUTLINE.names(4, "THE HOUSE")


def test_rows_without_letters_are_named_by_nothing() -> None:
    assert not Outline([(1, "---")]).names(1, "***")
