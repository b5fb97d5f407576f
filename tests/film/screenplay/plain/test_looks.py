from collections import Counter

from secondunit.film.screenplay.plain.looks import first_names, look_at, name_part
from secondunit.film.screenplay.plain.rows import read_rows


def names_in(text: str) -> Counter[str]:
    rows = read_rows(text)
    return first_names(look_at(rows), [row.blanks for row in rows])


def test_a_bracket_over_several_rows_is_one() -> None:
    looks = look_at(read_rows("(looks at the bell\nfor a long time)\nHello."))
    assert [(look.bracket, look.goes_on) for look in looks] == [(1, False), (0, True), (0, False)]


def test_a_bracket_that_never_closes_swallows_nothing() -> None:
    looks = look_at(read_rows("(looks at the bell\nHello.\n\n\nHe sits."))
    assert not any(look.goes_on for look in looks)


def test_names_in_small_letters_count_where_none_stands_in_capitals() -> None:
    assert names_in("Jude\nHello.\n\nMina\nHello.\n\nJude\nHello.")["JUDE"] == 2
    assert names_in("JUDE\nHello.\n\nJUDE\nHello.\n\nNo\n") == Counter({"JUDE": 2})


def test_where_names_touch_their_speech_what_stands_apart_is_no_name() -> None:
    speeches = "JUDE\nHello.\n\n" * 9
    assert "BELFRY" not in names_in(speeches + "BELFRY\n\nHe rings.\n\n" * 2)


def test_what_stands_in_brackets_is_no_part_of_a_name() -> None:
    assert name_part("JUDE (quietly)") == "JUDE "
    assert name_part("(quietly)") == "(quietly)"
