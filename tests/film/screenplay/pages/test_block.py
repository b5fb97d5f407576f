"""Paragraphs that the page treats as one."""

from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.pages.block import LINE, Part, make_block


def part(line: int, rows: int, before: int = 0, pitch: int = LINE) -> Part:
    return Part(
        line=line,
        kind=LineKind.DIALOGUE,
        text="x",
        offset=0,
        width=35,
        before=before,
        rows=rows,
        pitch=pitch,
    )


def test_a_block_is_as_high_as_the_longer_of_its_columns() -> None:
    left, right = (part(1, 1, LINE), part(2, 2)), (part(3, 1, LINE), part(4, 5))
    block = make_block(LineKind.CUE, 0, (left, right))
    assert (block.height, block.before, block.line) == (7 * LINE, LINE, 1)


def test_a_double_spaced_paragraph_takes_twice_the_height() -> None:
    assert make_block(LineKind.DIALOGUE, 0, ((part(0, 3, pitch=2 * LINE),),)).height == 6 * LINE


def test_a_page_break_takes_no_room() -> None:
    block = make_block(LineKind.PAGE_BREAK, -1, ())
    assert (block.height, block.before, block.line) == (0, 0, 0)


def test_what_is_left_of_a_block_is_measured_anew() -> None:
    whole = make_block(LineKind.CUE, 3, ((part(0, 1), part(1, 4)),), closes=True)
    rest = whole.holding(((part(1, 2),),))
    assert (rest.height, rest.scene, rest.closes) == (2 * LINE, 3, True)
