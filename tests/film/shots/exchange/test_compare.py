from tests.film.shots.builder import list_shots
from tests.film.shots.exchange.lists import compare, edited, exported

from secondunit.film.shots.exchange.compare import locked, with_row
from secondunit.film.shots.model import Height, Size


def test_a_changed_cell_is_one_difference_with_before_and_after() -> None:
    (change,) = compare(edited("1B", size="CU")).changes
    (field,) = change.fields
    assert (change.shot.number, field.field, field.before, field.after) == (
        "1B",
        "size",
        "MS",
        "CU",
    )


def test_rows_match_by_number_where_they_have_no_id() -> None:
    compared = compare(edited("1B", id="", size="CU"))
    assert [change.shot.number for change in compared.changes] == ["1B"]
    assert compared.new == ()


def test_a_row_nobody_knows_is_a_new_shot_of_its_scene() -> None:
    rows = exported()
    new = ("", "1", "1Z", "single", "CU", *[""] * 12)
    ((row, after),) = compare([*rows, new]).new
    assert row.number == "1Z"
    assert after.scene == list_shots()[0].scene


def test_shots_a_list_leaves_out_are_named_but_only_of_its_scenes() -> None:
    rows = [row for row in exported() if row[2] != "1C"]
    first_scene = [row for row in rows if row[1] in {"Scene", "1"}]
    assert [shot.number for shot in compare(first_scene).missing] == ["1C"]


def test_a_row_of_no_scene_and_a_shot_named_twice_are_findings() -> None:
    rows = exported()
    nowhere = ("", "99", "99A", "single", "CU", *[""] * 12)
    found = compare([*rows, nowhere, rows[1]]).findings
    assert [finding.rule for finding in found] == ["shots.list-row"] * 2
    assert "99A" in found[0].message
    assert "second time" in found[1].message


def test_a_row_changes_only_what_it_says_and_locks_it() -> None:
    (change,) = compare(edited("1B", size="CU", seconds="3", height="floor")).changes
    made = locked(change, with_row(change.shot, change.row))
    assert (made.size, made.duration, made.height) == (Size.CLOSE, 72, Height.FLOOR)
    assert (made.framing, made.lens, made.action) == (
        change.shot.framing,
        change.shot.lens,
        change.shot.action,
    )
    assert set(made.locks) == {"size", "duration", "height"}


def test_a_list_that_speaks_of_locks_is_taken_at_its_word() -> None:
    (change,) = compare(edited("1B", size="CU", locks="lens")).changes
    assert locked(change, with_row(change.shot, change.row)).locks == ("lens",)
