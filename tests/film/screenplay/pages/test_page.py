from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.film.screenplay.model import LineKind, Side
from secondunit.film.screenplay.pages.block import LINE
from secondunit.film.screenplay.pages.page import FEWEST_ROWS, PageStart, lay_out
from secondunit.film.screenplay.pages.typed import PageLine, set_type

SENTENCE = "Rain falls on the old town and nobody looks up at the sky."
KINDS = [kind for kind in LineKind if kind is not LineKind.PAGE_BREAK]


def line(kind: LineKind, text: str = "Words.", side: Side | None = None) -> PageLine:
    return PageLine(kind=kind, text=text, scene=0, side=side)


def starts(*lines: PageLine, rows: int = 10) -> list[tuple[int, int]]:
    return [(p.start.line, p.start.character) for p in lay_out(set_type(lines), rows * LINE)]


def filler(count: int) -> list[PageLine]:
    """Paragraphs of one line each, which take 2 x count - 1 lines at the head of a page."""
    return [line(LineKind.ACTION) for _ in range(count)]


def test_an_empty_script_has_one_page() -> None:
    assert [page.start for page in lay_out([])] == [PageStart(line=0, character=0)]


def test_a_page_holds_54_lines_and_drops_the_space_at_its_head() -> None:
    assert starts(*filler(27), rows=54) == [(0, 0)]
    assert starts(*filler(28), rows=54) == [(0, 0), (27, 0)]


def test_a_heading_is_never_alone_at_the_foot() -> None:
    lines = [*filler(4), line(LineKind.HEADING), line(LineKind.ACTION)]
    assert starts(*lines) == [(0, 0), (4, 0)]


def test_a_transition_is_never_first_on_a_page() -> None:
    lines = [*filler(5), line(LineKind.TRANSITION, "CUT TO:")]
    assert starts(*lines) == [(0, 0), (4, 0)]


def test_action_is_parted_between_sentences_with_two_lines_on_either_side() -> None:
    text = f"{SENTENCE} {SENTENCE} {SENTENCE} {SENTENCE}"
    lines = [*filler(4), line(LineKind.ACTION, text)]
    assert starts(*lines) == [(0, 0), (4, len(SENTENCE) * 2 + 2)]
    assert starts(*filler(4), line(LineKind.ACTION, "x " * 120)) == [(0, 0), (4, 0)]


def test_a_short_paragraph_goes_over_whole() -> None:
    lines = [*filler(4), line(LineKind.ACTION, f"{SENTENCE} {SENTENCE} {SENTENCE}")]
    assert starts(*lines) == [(0, 0), (4, 0)]


def test_a_speech_may_be_parted_after_a_parenthetical_and_its_cue_costs_no_line() -> None:
    speech = [
        line(LineKind.CUE, "OREN"),
        line(LineKind.DIALOGUE),
        line(LineKind.PARENTHETICAL, "(to the toast)"),
        line(LineKind.DIALOGUE, "It is far too late to say so now, and you know it."),
    ]
    assert starts(*filler(3), *speech) == [(0, 0), (6, 0)]
    over = [*filler(3), *speech, *filler(4), line(LineKind.ACTION)]
    assert starts(*over) == [(0, 0), (6, 0), (11, 0)]


def test_a_speech_that_cannot_be_parted_goes_over_with_its_cue() -> None:
    speech = [line(LineKind.CUE, "OREN"), line(LineKind.DIALOGUE, "word " * 20)]
    assert starts(*filler(4), *speech) == [(0, 0), (4, 0)]


def test_a_forced_break_begins_a_page_and_two_of_them_no_empty_one() -> None:
    forced = line(LineKind.PAGE_BREAK, "")
    assert starts(forced, *filler(1), forced, forced, *filler(1), forced) == [(1, 0), (4, 0)]


def test_dual_dialogue_stays_whole() -> None:
    dual = [
        line(LineKind.CUE, "OREN", Side.LEFT),
        line(LineKind.DIALOGUE, SENTENCE, Side.LEFT),
        line(LineKind.CUE, "MINA", Side.RIGHT),
        line(LineKind.DIALOGUE, f"{SENTENCE} {SENTENCE}", Side.RIGHT),
    ]
    assert starts(*filler(3), *dual) == [(0, 0), (3, 0)]


def test_what_no_page_can_hold_is_cut_anywhere() -> None:
    assert starts(line(LineKind.ACTION, "x" * 61 * 25)) == [(0, 0), (0, 610), (0, 1220)]
    both = [line(LineKind.CUE, "A", Side.LEFT), line(LineKind.DIALOGUE, "y" * 29 * 12, Side.LEFT)]
    assert starts(*both) == [(0, 0), (1, 29 * 9)]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            PageLine,
            kind=st.sampled_from([*KINDS, LineKind.PAGE_BREAK]),
            text=st.text(alphabet="ab .-\n", max_size=900),
            scene=st.just(0),
            side=st.sampled_from([None, None, Side.LEFT, Side.RIGHT]),
            space_before=st.sampled_from([None, 0, 1.5, 7, 400]),
            width=st.sampled_from([None, 1, 37]),
            spacing=st.sampled_from([1, 2, 0.1, 90]),
        ),
        max_size=30,
    ),
    st.integers(0, 60),
)
def test_every_script_ends_and_its_pages_ascend(lines: list[PageLine], rows: int) -> None:
    pages = [page.start for page in lay_out(set_type(lines), rows * LINE)]
    assert pages == sorted(pages)
    assert len(pages) <= 2 + sum(len(each.text) + 52 for each in lines) * 8 // FEWEST_ROWS


def test_hundreds_of_transitions_in_a_row_fill_their_pages() -> None:
    cuts = [line(LineKind.TRANSITION, "CUT TO:") for _ in range(540)]
    pages = lay_out(set_type(cuts), 54 * LINE)
    assert sum(len(page.placed) for page in pages) == 540
    assert len(pages) <= 22


def test_a_block_is_as_high_as_its_longer_column() -> None:
    left = line(LineKind.DIALOGUE, "Yes.", Side.LEFT)
    right = line(LineKind.DIALOGUE, SENTENCE, Side.RIGHT)
    (both,) = set_type([left, right])
    (alone,) = set_type([left])
    assert both.height > alone.height
