import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.film.shots.builder import TALKERS, library, make_mark, make_shot

from secondunit.core.finding import Severity
from secondunit.film.screenplay.model import IntExt
from secondunit.film.shots.camera.body import facing_towards
from secondunit.film.shots.continuity.check import axis_pairs, azimuth, check_continuity, gaze_sign
from secondunit.film.shots.model import Framing, Mark, ShotSpec, Size
from secondunit.film.shots.sets.build import build_set


def rules(*shots: ShotSpec) -> list[str]:
    return [finding.rule for finding in check_continuity(shots)]


FRONT_A, FRONT_B = (0.6, 1.5, 2.0), (-0.6, 1.5, 2.0)
BEHIND_B = (-0.6, 1.5, -2.0)


def test_reverses_from_one_side_are_lawful() -> None:
    assert rules(make_shot("1A", FRONT_A, ("ADA",)), make_shot("1B", FRONT_B, ("BRAM",))) == []


def test_a_reverse_from_the_other_side_crosses_the_line_and_both_look_the_same_way() -> None:
    found = check_continuity(
        (make_shot("1A", FRONT_A, ("ADA",)), make_shot("1B", BEHIND_B, ("BRAM",)))
    )
    assert [f.rule for f in found] == ["shots.line-crossed", "shots.eyeline"]
    assert {f.severity for f in found} == {Severity.ERROR}
    assert found[0].where == "shot 1B"
    assert "ADA and BRAM" in found[0].message


def test_a_shot_on_the_line_a_move_across_it_a_cutaway_or_new_marks_reset_it() -> None:
    first, last = make_shot("1A", FRONT_A, ("ADA",)), make_shot("1D", BEHIND_B, ("BRAM",))
    on_line = make_shot("1B", (5.0, 1.5, 0.1), ("ADA", "BRAM"), framing=Framing.TWO_SHOT)
    across = make_shot("1B", FRONT_B, ("BRAM",), size=Size.WIDE)
    across = replace(across, camera=(across.camera[0], replace(across.camera[0], eye=BEHIND_B)))
    cutaway = make_shot("1B", (0, 1, 3), (), framing=Framing.INSERT, size=Size.INSERT)
    moved = tuple(
        make_mark(m.figure, (m.at[0] + 2, 0, m.at[2] + 1), m.facing, m.gaze) for m in TALKERS
    )
    again = make_shot("1D", (1.4, 1.5, -1.0), ("BRAM",), marks=moved)
    assert "shots.line-crossed" in rules(first, last)
    for lawful in ((first, on_line, last), (first, across, last), (first, cutaway, last)):
        assert "shots.line-crossed" not in rules(*lawful)
    assert "shots.line-crossed" not in rules(first, again)


def test_a_jump_cut_is_a_warning_and_thirty_degrees_or_two_sizes_are_none() -> None:
    first = make_shot("1A", FRONT_A, ("ADA",))
    assert rules(first, make_shot("1B", (0.7, 1.5, 2.0), ("ADA",))) == ["shots.jump-cut"]
    assert rules(first, make_shot("1B", (0.7, 1.5, 2.0), ("ADA",), size=Size.CLOSE)) == []
    assert rules(first, make_shot("1B", (-0.9, 1.5, 2.4), ("ADA",))) == []


def test_a_camera_in_a_piece_of_the_set_is_an_error_and_one_near_it_a_warning() -> None:
    plan = build_set("KITCHEN", IntExt.INT, library())
    table = next(piece.centre for piece in plan.pieces if piece.name == "table")
    inside = make_shot("1A", table, ("ADA",))
    near = make_shot("1B", (table[0], table[1] + 0.2, table[2]), (), framing=Framing.MASTER)
    found = check_continuity((inside, near), plan)
    assert [f.severity for f in found if f.rule == "shots.camera-blocked"] == [
        Severity.ERROR,
        Severity.WARNING,
    ]


def test_inserts_and_the_far_end_of_a_call_have_no_line() -> None:
    shot = make_shot("1A", FRONT_A, ("ADA",))
    assert len(list(axis_pairs(shot))) == 1
    assert list(axis_pairs(replace(shot, framing=Framing.INSERT))) == []
    assert list(axis_pairs(replace(shot, place="OFFICE"))) == []
    assert gaze_sign(replace(shot, marks=())) == 0
    assert azimuth(shot.camera[0]) == pytest.approx(facing_towards((-0.75, 0, 0), FRONT_A))


def _setup_of(count: int, spread: list[float]) -> tuple[Mark, ...]:
    names = ("ADA", "BRAM", "CAL", "DOT")[:count]
    places = [
        (1.3 * math.sin(2 * math.pi * n / count + spread[n]), 0.0,
         1.3 * math.cos(2 * math.pi * n / count + spread[n]))
        for n in range(count)
    ]  # fmt: skip
    return tuple(
        make_mark(
            name,
            places[n],
            facing_towards(places[n], places[(n + 1) % 2]),
            names[(n + 1) % 2],
        )
        for n, name in enumerate(names)
    )


@settings(max_examples=300, deadline=None)
@given(
    st.integers(2, 4),
    st.lists(st.floats(-0.3, 0.3), min_size=4, max_size=4),
    st.floats(22, 158),
    st.floats(22, 158),
    st.floats(1.5, 5),
    st.booleans(),
)
def test_a_crossed_camera_is_always_found_and_an_uncrossed_never(
    count: int,
    spread: list[float],
    first: float,
    second: float,
    away: float,
    crossed: bool,  # noqa: FBT001
) -> None:
    marks = _setup_of(count, spread)
    line = facing_towards(marks[0].at, marks[1].at)
    middle = [(a + b) / 2 for a, b in zip(marks[0].at, marks[1].at, strict=True)]
    reach = away + math.dist(marks[0].at, marks[1].at)

    def eye(turn: float) -> tuple[float, float, float]:
        angle = math.radians(line + turn)
        return (middle[0] + reach * math.sin(angle), 1.5, middle[2] + reach * math.cos(angle))

    shots = (
        make_shot("1A", eye(first), ("ADA",), marks=marks),
        make_shot("1B", eye(-second if crossed else second), ("BRAM",), marks=marks),
    )
    assert ("shots.line-crossed" in rules(*shots)) is crossed
