from fractions import Fraction

import pytest
from tests.film.shots.exchange.lists import columns, exported, make_grid, read

from secondunit.core.errors import InputError
from secondunit.film.shots.exchange.listed import likeliest
from secondunit.film.shots.model import Angle, Framing, Height, Size

HEADS = ("Scene", "Shot", "Size", "Type", "Lens", "Cast", "Seconds", "Height", "Locks")


def test_a_list_of_another_program_is_read_under_its_own_heads() -> None:
    found = read(
        ("The Late Ferry",),
        ("Sc.", "Setup", "Shot Size", "Shot Type", "Camera Angle", "Focal Length", "Characters"),
        ("1", "1A", "close up", "OTS", "low angle", "85mm", "Ada; Bram"),
    )
    (row,) = found.shots
    assert (row.size, row.framing, row.angle) == (Size.CLOSE, Framing.OVER_SHOULDER, Angle.LOW)
    assert (row.lens, row.subjects) == (85.0, ("ADA", "BRAM"))
    assert row.place == "list.csv, line 3"
    assert found.findings == ()


def test_an_empty_cell_says_nothing_and_a_dash_takes_away() -> None:
    first, second = read(
        HEADS,
        ("1", "1A", "MS", "", "", "", "", "floor", "size, lens"),
        ("1", "1B", "", "", "", "-", "", "-", "-"),
    ).shots
    assert (first.framing, first.lens, first.subjects) == (None, None, None)
    assert (first.height, first.locks) == (Height.FLOOR, ("size", "lens"))
    assert (second.subjects, second.frees_height, second.locks) == ((), True, ())


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("Size", "gigantic"),
        ("Type", "sideways"),
        ("Lens", "long"),
        ("Lens", "0"),
        ("Cast", "ZOE"),
        ("Seconds", "-3"),
        ("Seconds", "soon"),
        ("Seconds", "90000"),
        ("Height", "moon"),
        ("Locks", "everything"),
    ],
)
def test_a_cell_that_cannot_be_read_is_a_finding_with_its_place_and_a_remedy(
    column: str, text: str
) -> None:
    row = {"Scene": "1", "Shot": "1A", column: text}
    found = read(HEADS, tuple(row.get(head, "") for head in HEADS))
    (finding,) = found.findings
    assert finding.where.startswith("list.csv, line 2, column ")
    assert text in finding.message
    assert finding.remedy


def test_lengths_are_read_as_seconds_or_minutes() -> None:
    said = [
        ("1", "1A", "", "", "", "", text, "", "") for text in ("4.5", "4,5 s", "0:45", "1:02:03")
    ]
    seconds = [row.seconds for row in read(HEADS, *said).shots]
    assert seconds == [Fraction(9, 2), Fraction(9, 2), Fraction(45), None]


def test_a_scene_number_holds_for_the_rows_under_it() -> None:
    rows = read(HEADS, ("7", "1", "WS"), ("", "2", "MS")).shots
    assert [row.scene for row in rows] == ["7", "7"]


def test_banners_totals_and_notes_are_no_shots() -> None:
    rows = read(HEADS, ("1  INT. FERRY",), ("", "1A", "MS"), ("Total", "", "9 shots")).shots
    assert [row.number for row in rows] == ["1A"]


def test_an_unknown_column_is_named_and_passed_over() -> None:
    found = read(("Shot", "Size", "Moon phase"), ("1A", "MS", "full"))
    assert [f.where for f in found.findings] == ["list.csv, line 1, column Moon phase"]
    assert len(found.shots) == 1


def test_a_table_that_is_no_shot_list_is_refused() -> None:
    with pytest.raises(InputError, match="columns of a shot list"):
        read(("Name", "Phone"), ("Ada", "1"))
    with pytest.raises(InputError, match="two columns are the size"):
        read(("Shot", "Size", "Shot size"), ("1A", "MS", "MS"))
    with pytest.raises(InputError, match="which shot a row is"):
        read(("Size", "Lens"), ("MS", "50"))


def test_of_many_sheets_the_one_most_like_a_shot_list_is_read() -> None:
    other = make_grid(("Name", "Phone"), ("Ada", "1"))
    mine = make_grid(*exported())
    assert likeliest([other, mine], columns()) is mine
