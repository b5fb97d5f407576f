from collections import Counter

from secondunit.film.screenplay.plain.rows import read_rows
from secondunit.film.screenplay.plain.scores import first_names, look_at, name_part, score_rows
from secondunit.film.screenplay.plain.votes import Label


def likeliest(text: str, at: int = 0) -> Label:
    rows = read_rows(text)
    looks = look_at(rows)
    gaps = [min(row.blanks, 2) for row in rows]
    scores = score_rows(rows, looks, gaps, first_names(looks), None, is_parted=True)
    return Label(scores[at].index(max(scores[at])))


def test_rows_that_look_like_something_are_likeliest_that() -> None:
    assert likeliest("INT. HALL - DAY\n\nHe sits.") is Label.HEADING
    assert likeliest("CUT TO:\n\nINT. HALL - DAY") is Label.TRANSITION
    assert likeliest("JUDE (V.O.)\nHello.") is Label.CUE
    assert likeliest("(quietly)\nHello.") is Label.PARENTHETICAL


def test_a_number_at_both_sides_makes_a_heading_of_any_capitals() -> None:
    assert likeliest("He sits.\n\n12   THE BELL TOWER        12\n\nHe rings.", 1) is Label.HEADING


def test_a_bracket_over_several_rows_is_one() -> None:
    looks = look_at(read_rows("(looks at the bell\nfor a long time)\nHello."))
    assert [(look.bracket, look.goes_on) for look in looks] == [(1, False), (0, True), (0, False)]


def test_a_bracket_that_never_closes_swallows_nothing() -> None:
    looks = look_at(read_rows("(looks at the bell\nHello.\n\n\nHe sits."))
    assert not any(look.goes_on for look in looks)


def test_names_in_small_letters_count_where_none_stands_in_capitals() -> None:
    small = look_at(read_rows("Jude\nHello.\n\nMina\nHello.\n\nJude\nHello."))
    assert first_names(small)["JUDE"] == 2
    capital = look_at(read_rows("JUDE\nHello.\n\nJUDE\nHello.\n\nNo\n"))
    assert first_names(capital) == Counter({"JUDE": 2})


def test_what_stands_in_brackets_is_no_part_of_a_name() -> None:
    assert name_part("JUDE (quietly)") == "JUDE "
    assert name_part("(quietly)") == "(quietly)"
