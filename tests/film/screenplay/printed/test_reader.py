from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.film.screenplay.printed.columns import PageRow
from secondunit.film.screenplay.printed.reader import read_pages

A, D, P, C = 108.0, 180.0, 216.0, 252.0
SPEECH = ((C, "MINA", 24), (D, "Left ear out, right ear home.", 12))
FILLER = (
    (A, "EXT. YARD - DAY", 24),
    (A, "Rain falls on the old town and goes on falling.", 24),
    (A, "till morning.", 12),
    *SPEECH,
    (C, "OREN", 24),
    (P, "(low)", 12),
    (D, "It would.", 12),
)
Rows = tuple[tuple[float, str, int], ...]


def rows(*pages: Rows) -> list[PageRow]:
    """Pages of (left, text, distance from the row above); a distance of 0 is the same row."""
    found = []
    for number, page in enumerate(pages, 1):
        top = 60.0
        for left, text, gap in page:
            top += gap
            right = left + 7 * len(text)
            found.append(PageRow(page=number, left=left, right=right, top=top, text=text))
    return found


def read(*pages: Rows) -> list[tuple[str, str]]:
    """What comes after a page that shows where the columns are."""
    lines = read_pages(rows(FILLER + FILLER, *pages))
    return [(line.kind.value, line.text) for line in lines if line.row >= 2000]


def test_a_speech_parted_by_more_is_one_again() -> None:
    first = (*SPEECH[:1], (D, "Left ear out,", 12), (C, "(MORE)", 12))
    second = ((C, "MINA (CONT'D)", 12), (D, "right ear home.", 12), (A, "Rain.", 24))
    assert read(first, second) == [
        ("cue", "MINA"),
        ("dialogue", "Left ear out, right ear home."),
        ("action", "Rain."),
    ]


def test_a_sentence_cut_by_the_page_goes_on() -> None:
    cut = ((A, "Rain falls on the old", 12),)
    assert read(cut, ((A, "town.", 12),)) == [("action", "Rain falls on the old town.")]
    whole = (*FILLER, (A, "Rain falls.", 24))
    assert read(whole, ((A, "Town.", 12),))[-2:] == [("action", "Rain falls."), ("action", "Town.")]


def test_a_heading_of_two_rows_is_one_heading_and_action_below_is_not() -> None:
    page = ((A, "INT. THE LONG HALL OF THE OLD", 24), (A, "TOWN - DAY", 12), (A, "Rain.", 12))
    assert read(page) == [
        ("heading", "INT. THE LONG HALL OF THE OLD TOWN - DAY"),
        ("action", "Rain."),
    ]


def test_a_hyphen_at_the_end_of_a_row_takes_no_space() -> None:
    page = ((A, "A soon-to-be-", 24), (A, "born son -- and", 12), (A, "more.", 12))
    assert read(page) == [("action", "A soon-to-be-born son -- and more.")]


def test_a_parenthetical_of_two_rows_is_one() -> None:
    page = ((C, "MINA", 24), (P, "(to the wall and", 12), (P + 7, "its cat)", 12), (D, "No.", 12))
    assert read(page)[1] == ("parenthetical", "(to the wall and its cat)")


def test_capitals_far_to_the_right_are_a_transition_of_one_or_two_rows() -> None:
    page = ((A, "Rain.", 24), (413.0, "RETURNING BACK", 24), (490.0, "TO:", 12))
    assert read(page)[1] == ("transition", "RETURNING BACK TO:")


def test_centred_rows_are_acts_or_centred_words_unless_somebody_speaks_below() -> None:
    middle = (A + 437) / 2  # of the longest row of action on the first page

    def centred(text: str) -> tuple[float, str, int]:
        return (middle - 3.5 * len(text), text, 24)

    page = (centred("ACT TWO"), centred("THE END"), centred("MINA"), (D, "Left.", 12))
    assert [kind for kind, _ in read(page)] == ["act", "centered", "cue", "dialogue"]


def test_dual_dialogue_is_read_column_by_column() -> None:
    page = (
        (C - 60, "OREN (V.O.)", 24),
        (420.0, "MINA", 0),
        (A, "Two sugars, please,", 12),
        (333.0, "(low)", 0),
        (A, "and milk.", 12),
        (333.0, "It spoke.", 0),
        (333.0, "To us.", 12),
        (A, "Rain.", 24),
    )
    lines = [line for line in read_pages(rows(FILLER, page)) if line.row >= 2000]
    assert [(line.side, line.kind.value, line.text) for line in lines] == [
        ("left", "cue", "OREN"),
        ("left", "dialogue", "Two sugars, please, and milk."),
        ("right", "cue", "MINA"),
        ("right", "parenthetical", "(low)"),
        ("right", "dialogue", "It spoke. To us."),
        (None, "action", "Rain."),
    ]
    assert lines[0].extension == "V.O."


def test_a_page_left_mostly_empty_ends_on_purpose() -> None:
    short: Rows = ((A, "The end of it.", 24),)
    pages = [FILLER * 5, short, FILLER * 5, FILLER * 5, FILLER]
    kinds = [line.kind.value for line in read_pages(rows(*pages))]
    assert kinds.count("page-break") == 1


def test_a_number_before_a_heading_in_one_run_is_its_number() -> None:
    lines = read_pages(rows(FILLER, ((72.0, "12 INT. HALL - DAY", 24),)))
    assert (lines[-1].kind, lines[-1].text, lines[-1].number) == (
        "heading",
        "INT. HALL - DAY",
        "12",
    )


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([54.0, A, D, P, C, 333.0, 420.0, 531.0]),
            st.text(alphabet="AaB (.):-*1 ", min_size=1, max_size=20).filter(str.strip),
            st.sampled_from([0, 12, 24, 300]),
        ),
        max_size=25,
    )
)
def test_every_letter_but_those_of_the_margins_is_kept(page: list[tuple[float, str, int]]) -> None:
    kept = "".join(
        line.text + line.extension + line.number for line in read_pages(rows(tuple(page)))
    )
    said = "".join(text for _, text, _ in page)
    assert set(kept) <= set(said) | {" ", ","}
    assert sum(map(str.isalpha, kept)) <= sum(map(str.isalpha, said))
