from secondunit.film.screenplay.plain.headings import score_headings
from secondunit.film.screenplay.plain.looks import first_names, look_at
from secondunit.film.screenplay.plain.rows import read_rows

SCENE = "\n\n\nINT. BELL HOUSE {} - DAY\n\nOren rings.\n\nThe bell swings over the yard."


def score_of(text: str, row: str) -> float:
    rows = read_rows(text)
    looks = look_at(rows)
    gaps = [min(row.blanks, 2) for row in rows]
    scores = score_headings(rows, looks, gaps, first_names(looks, gaps), is_parted=True)
    return scores[[each.text for each in rows].index(row)][0]


def test_a_row_with_the_gap_of_headings_is_rather_one() -> None:
    scenes = "".join(SCENE.format(n) for n in range(9))
    near = score_of(f"{scenes}\n\nTHE ROPE LOFT\n\nDust.", "THE ROPE LOFT")
    far = score_of(f"{scenes}\n\n\nTHE ROPE LOFT\n\nDust.", "THE ROPE LOFT")
    assert far > near + 2


def test_where_no_heading_has_a_prefix_capitals_are_enough() -> None:
    alone = "\n\n".join(f"LOFT {n}\n\nOren rings.\n\nThe bell swings." for n in range(9))
    beside = "".join(SCENE.format(n) for n in range(9))
    row = "\n\nTHE SLUICE\n\nWater."
    assert score_of(alone + row, "THE SLUICE") > score_of(beside + row, "THE SLUICE")


def test_small_letters_are_a_heading_where_the_headings_have_them() -> None:
    small = "".join(SCENE.format(n).replace("INT. BELL HOUSE", "int. bell house") for n in range(9))
    large = "".join(SCENE.format(n) for n in range(9))
    row = "\n\n\nthe bell house\n\nDust."
    assert score_of(small + row, "the bell house") > score_of(large + row, "the bell house") + 5


def test_many_bare_names_between_the_headings_are_headings_too() -> None:
    one = "\n\nOLD MAREL\n\nWater."
    scenes = "".join(SCENE.format(n) for n in range(6))
    many = "".join(f"\n\nHARL {n} SEL\n\nOren rings." for n in range(9))
    assert score_of(scenes + many + one, "OLD MAREL") > score_of(scenes + one, "OLD MAREL") + 2


def test_the_card_of_an_act_is_no_heading() -> None:
    alone = "\n\n".join(f"LOFT {n}\n\nOren rings.\n\nThe bell swings." for n in range(9))
    for card in ("ACT TWO", "END OF TEASER", "TAG"):
        assert score_of(f"{alone}\n\n{card}\n\nDust.", card) < 0, card
