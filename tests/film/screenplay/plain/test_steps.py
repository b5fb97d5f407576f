from secondunit.film.screenplay.plain.rows import read_rows
from secondunit.film.screenplay.plain.steps import step_tables
from secondunit.film.screenplay.plain.votes import Ballot, Label, take_votes

A, C, D, S = Label.ACTION, Label.CUE, Label.DIALOGUE, Label.HEADING
TEXT = "JUDE\nIt rings for you and for me, I\nthink.\nHe walks over to the bell.\n" * 20


def ballot() -> Ballot:
    return take_votes(read_rows(TEXT), [C, D, D, A] * 20, [1.0] * 80, [()] * 80, [0] * 80)


def test_a_speech_goes_on_below_a_row_without_room_for_another_word() -> None:
    rows = read_rows("It rings for you and for me, I\nThink.\nHe walks over to the bell.")
    tables = step_tables(rows, [0, 0, 0], ballot(), is_parted=False)
    assert tables[1][D][D] > tables[1][A][D]


def test_below_a_row_with_room_left_another_paragraph_begins() -> None:
    rows = read_rows("It rings.\nHe walks over to the bell.")
    tables = step_tables(rows, [0, 0], ballot(), is_parted=False)
    assert tables[1][A][D] > tables[1][D][D]


def test_a_heading_too_long_for_a_row_goes_on_in_the_next() -> None:
    text = "INT. BELL HOUSE - DAY\nThe rope is worn and it drops into\nhis fists.\n" * 20
    votes = take_votes(read_rows(text), [S, A, A] * 20, [1.0] * 60, [()] * 60, [0] * 60)
    rows = read_rows("INT. BELL HOUSE OF SAINT OLAF - ROPE\nLOFT")
    tables = step_tables(rows, [0, 0], votes, is_parted=True)
    assert tables[1][S][S] > tables[1][A][S]


def test_no_sentence_runs_on_into_a_speech() -> None:
    rows = read_rows("He takes the rope and\npulls.")
    tables = step_tables(rows, [0, 0], None, is_parted=True)
    assert tables[1][A][A] > tables[1][D][A]
