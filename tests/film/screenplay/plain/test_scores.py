from secondunit.film.screenplay.plain.looks import first_names, look_at
from secondunit.film.screenplay.plain.rows import read_rows
from secondunit.film.screenplay.plain.scores import score_rows
from secondunit.film.screenplay.plain.votes import Label


def likeliest(text: str, at: int = 0) -> Label:
    rows = read_rows(text)
    looks = look_at(rows)
    gaps = [min(row.blanks, 2) for row in rows]
    scores = score_rows(rows, looks, gaps, first_names(looks, gaps), None, is_parted=True)
    return Label(scores[at].index(max(scores[at])))


def test_rows_that_look_like_something_are_likeliest_that() -> None:
    assert likeliest("INT. HALL - DAY\n\nHe sits.") is Label.HEADING
    assert likeliest("CUT TO:\n\nINT. HALL - DAY") is Label.TRANSITION
    assert likeliest("JUDE (V.O.)\nHello.") is Label.CUE
    assert likeliest("(quietly)\nHello.") is Label.PARENTHETICAL


def test_a_number_at_both_sides_makes_a_heading_of_any_capitals() -> None:
    assert likeliest("He sits.\n\n12   THE BELL TOWER        12\n\nHe rings.", 1) is Label.HEADING


def test_a_beat_and_a_camera_speak_for_action() -> None:
    text = "JUDE\nHello.\n\n{}\n\nJUDE\nHello."
    assert likeliest(text.format("A long beat."), 2) is Label.ACTION
    assert likeliest(text.format("We find the bell in pieces."), 2) is Label.ACTION


def test_a_list_of_speakers_under_capitals_makes_a_heading_of_them() -> None:
    speech = "\n\nJUDE\nHello.\n\nOREN\nHello.\n\nJUDE\nYes.\n\nOREN\nNo."
    text = f"SALT SHED\n({{}})\n\nJude waits.{speech}"
    assert likeliest(text.format("Jude, Oren")) is Label.HEADING
    assert likeliest(text.format("Jude, Oren"), 1) is Label.ACTION
    assert likeliest(text.format("quietly"), 1) is Label.PARENTHETICAL
