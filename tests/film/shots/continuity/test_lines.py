from dataclasses import replace

from tests.film.shots.builder import TALKERS, make_mark, make_shot

from secondunit.core.finding import Severity
from secondunit.film.shots.continuity.lines import axis_pairs, check_lines
from secondunit.film.shots.model import Framing, Key, ShotSpec, Size

FRONT_A, FRONT_B = (0.6, 1.5, 2.0), (-0.6, 1.5, 2.0)
BEHIND_B = (-0.6, 1.5, -2.0)


def crossed(*shots: ShotSpec) -> list[str]:
    return [finding.where for finding in check_lines(shots)]


def first_and_last() -> tuple[ShotSpec, ShotSpec]:
    return make_shot("1A", FRONT_A, ("ADA",)), make_shot("1D", BEHIND_B, ("BRAM",))


def test_a_reverse_from_the_other_side_is_an_error_that_names_the_two_and_the_shot_before() -> None:
    found = list(check_lines(first_and_last()))
    assert [f.severity for f in found] == [Severity.ERROR]
    assert found[0].where == "shot 1D"
    assert "ADA and BRAM" in found[0].message
    assert "1A" in found[0].message


def test_a_shot_on_the_line_a_move_across_it_a_cutaway_or_new_marks_reset_it() -> None:
    first, last = first_and_last()
    on_line = make_shot("1B", (5.0, 1.5, 0.1), ("ADA", "BRAM"), framing=Framing.TWO_SHOT)
    across = make_shot("1B", FRONT_B, ("BRAM",), size=Size.WIDE)
    across = replace(across, camera=(across.camera[0], replace(across.camera[0], eye=BEHIND_B)))
    cutaway = make_shot("1B", (0, 1, 3), (), framing=Framing.INSERT, size=Size.INSERT)
    moved = tuple(
        make_mark(m.figure, (m.at[0] + 2, 0, m.at[2] + 1), m.facing, m.gaze) for m in TALKERS
    )
    again = make_shot("1D", (1.4, 1.5, -1.0), ("BRAM",), marks=moved)
    for lawful in ((first, on_line, last), (first, across, last), (first, cutaway, last)):
        assert crossed(*lawful) == []
    assert crossed(first, again) == []


def test_a_point_of_view_of_one_of_the_two_frees_the_next_camera() -> None:
    first, last = first_and_last()
    seen = make_shot("1B", (-0.75, 1.6, 0.0), ("BRAM",), framing=Framing.POV)
    from_afar = make_shot("1B", (3.0, 1.6, 3.0), ("BRAM",), framing=Framing.POV)
    assert crossed(first, seen, last) == []
    assert crossed(first, from_afar, last) == ["shot 1D"]


def test_who_walks_on_screen_takes_the_line_along() -> None:
    ada, bram = TALKERS
    walks = replace(ada, keys=(Key(share=1.0, at=(0.75, 0.0, 1.5)),))
    there = (replace(ada, at=(0.75, 0.0, 1.5)), bram)
    walking = make_shot("1A", (0.0, 1.5, 4.0), ("ADA", "BRAM"), marks=(walks, bram))
    same_side = make_shot("1B", (-1.0, 1.5, 1.0), ("ADA",), marks=there)
    other_side = make_shot("1B", (2.5, 1.5, 1.0), ("ADA",), marks=there)
    assert {bool(crossed(walking, shot)) for shot in (same_side, other_side)} == {True, False}


def test_inserts_the_far_end_of_a_call_and_views_from_above_have_no_line() -> None:
    shot = make_shot("1A", FRONT_A, ("ADA",))
    assert list(axis_pairs(shot)) == [("ADA", "BRAM")]
    assert list(axis_pairs(replace(shot, framing=Framing.INSERT))) == []
    assert list(axis_pairs(replace(shot, place="OFFICE"))) == []
    assert list(axis_pairs(replace(shot, marks=()))) == []
