from secondunit.film.screenplay.model import LineKind, Side
from secondunit.film.screenplay.pages.block import LINE
from secondunit.film.screenplay.pages.sizes import (
    extra_rows,
    is_seen,
    size_of,
    space_of,
    usual_left,
    usual_space,
    usual_width,
    width_of,
    words_of,
)
from secondunit.film.screenplay.pages.typed import PageLine


def line(kind: LineKind, text: str = "Words.", **more: object) -> PageLine:
    return PageLine(kind=kind, text=text, scene=0, **more)  # type: ignore[arg-type]  # few kinds


def test_each_kind_has_its_column_and_its_space() -> None:
    assert (usual_space(LineKind.HEADING), usual_width(LineKind.ACTION)) == (2, 61)
    assert (usual_left(LineKind.ACTION), usual_left(LineKind.CUE)) == (1.5, 3.5)


def test_a_paragraph_is_as_long_as_its_words_need_lines() -> None:
    assert size_of(line(LineKind.DIALOGUE, "x" * 36)) == (0, 2, LINE)
    assert size_of(line(LineKind.ACTION, "one\ntwo")) == (LINE, 2, LINE)
    assert size_of(line(LineKind.ACTION, spacing=1.5)) == (LINE, 1, LINE * 3 // 2)


def test_what_the_source_asks_for_counts_within_reason() -> None:
    asked = line(LineKind.ACTION, space_before=3, width=2)
    assert (space_of(asked), extra_rows(asked, 3), width_of(asked)) == (3, 2, 5)
    assert space_of(line(LineKind.ACTION, space_before=9999)) == 50
    assert width_of(line(LineKind.DIALOGUE, side=Side.LEFT)) == 29


def test_a_cue_is_typed_with_its_extension() -> None:
    assert words_of(line(LineKind.CUE, "OREN", extension="V.O.")) == "OREN (V.O.)"


def test_a_note_takes_room_only_where_the_source_prints_it() -> None:
    assert not is_seen(line(LineKind.NOTE))
    assert is_seen(line(LineKind.NOTE, shown=True))
