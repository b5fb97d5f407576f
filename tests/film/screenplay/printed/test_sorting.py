import pytest
from tests.film.screenplay.printed.builder import COLUMNS

from secondunit.film.screenplay.model import Emphasis, LineKind
from secondunit.film.screenplay.printed.columns import PageRow
from secondunit.film.screenplay.printed.gathered import Gathered
from secondunit.film.screenplay.printed.margins import ScriptRow
from secondunit.film.screenplay.printed.sorting import Sorted, Sorter

Row = tuple[float, str, float]


def rows(*found: Row, number: str = "", bold: frozenset[int] = frozenset()) -> list[ScriptRow]:
    """Rows of (left, text, distance from the row above)."""
    made, top = [], 72.0
    for index, (left, text, gap) in enumerate(found):
        top += gap
        styles = (Emphasis(start=0, end=len(text), style="bold"),) if index in bold else ()
        run = PageRow(
            page=1,
            left=left,
            right=left + 7.2 * len(text),
            top=top,
            text=text,
            emphasis=styles,
        )
        made.append(ScriptRow(place=1001 + index, top=top, runs=(run,), number=number))
    return made


def sort(*found: Row, above: LineKind | None = None, number: str = "") -> Sorted:
    """The second of the rows, which may have a follower."""
    made = rows(*found, number=number)
    last = None
    if above is not None:
        last = Gathered(above, made[0].runs, 1001, rule="", confidence=1)
    return Sorter(made, COLUMNS).sort(1, last)


RAIN = (108.0, "Rain.", 0.0)


@pytest.mark.parametrize("name", ["CUTTER", "CLINT", "INTERN #2", "EXTRA (O.S.)", "FADER"])
def test_a_name_that_holds_another_word_of_the_trade_is_a_cue(name: str) -> None:
    found = sort(RAIN, (252, name, 24), (180, "It would.", 12))
    assert (found.kind, found.confidence) == (LineKind.CUE, 0.99)


def test_a_heading_in_small_letters_is_one() -> None:
    assert sort(RAIN, (108, "int. kitchen - day", 24)).kind is LineKind.HEADING


def test_a_numbered_row_is_a_heading_and_small_letters_make_it_less_sure() -> None:
    assert sort(RAIN, (108, "THE KITCHEN", 24), number="7").confidence > 0.9
    found = sort(RAIN, (108, "The kitchen, later", 24), number="7")
    assert (found.kind, found.confidence) == (LineKind.HEADING, 0.7)


def test_capitals_with_the_space_that_headings_have_are_a_heading() -> None:
    heads = [
        row
        for name in ("HALL", "YARD", "ATTIC")
        for row in ((108.0, f"INT. {name} - DAY", 36.0), (108.0, "Rain.", 24.0))
    ]
    made = rows(RAIN, *heads, (108, "UNDER THE BED", 36), (108, "A cat.", 24))
    assert Sorter(made, COLUMNS).sort(7, None).kind is LineKind.HEADING
    tight = rows(RAIN, *heads, (108, "UNDER THE BED", 24), (108, "A cat.", 24))
    assert Sorter(tight, COLUMNS).sort(7, None).kind is LineKind.ACTION


def test_one_heading_with_more_space_is_enough_among_rows_with_less() -> None:
    rain = [(108.0, "Rain.", 24.0)] * 3
    made = rows(
        RAIN,
        *rain,
        (108.0, "INT. HALL - DAY", 36.0),
        *rain,
        (108.0, "UNDER THE BED", 36.0),
        (108.0, "A cat.", 24.0),
    )
    assert Sorter(made, COLUMNS).sort(8, None).kind is LineKind.HEADING


def test_capitals_that_stand_alone_are_action_and_unsure() -> None:
    found = sort(RAIN, (108, "UNDER THE BED", 24), (108, "A cat.", 24))
    assert (found.kind, found.rule, found.confidence) == (LineKind.ACTION, "pdf.capitals", 0.6)


def test_capitals_in_the_bold_of_the_headings_are_a_heading() -> None:
    heads = [
        row
        for name in ("HALL", "YARD", "ATTIC")
        for row in ((108.0, f"INT. {name} - DAY", 24.0), (108.0, "Rain.", 24.0))
    ]
    found = (RAIN, *heads, (108.0, "UNDER THE BED", 24.0), (108.0, "A cat.", 24.0))
    bold = frozenset({1, 3, 5, 7})
    sorter = Sorter(rows(*found, bold=bold), COLUMNS)
    assert sorter.sort(7, None).kind is LineKind.HEADING
    assert sorter.house_styles == {"bold"}
    assert Sorter(rows(*found, bold=bold - {7}), COLUMNS).sort(7, None).kind is LineKind.ACTION


def test_a_bracket_in_a_speech_is_a_parenthetical_and_stays_open() -> None:
    assert sort((252, "MINA", 0), (216, "(low)", 12), above=LineKind.CUE).kind == "parenthetical"
    opened = Gathered(
        LineKind.PARENTHETICAL, rows((216, "(to the", 0))[0].runs, 1, rule="", confidence=1
    )
    made = rows((216, "(to the", 0), (223, "cat)", 12))
    assert Sorter(made, COLUMNS).sort(1, opened).kind is LineKind.PARENTHETICAL


def test_words_in_the_dialogue_column_that_nobody_says_are_action() -> None:
    found = sort(RAIN, (180, "A letter: come home.", 24), above=LineKind.ACTION)
    assert (found.kind, found.rule) == (LineKind.ACTION, "pdf.nobody-speaks")


def test_centred_words_are_centred_or_an_act() -> None:
    middle = 306
    for text, kind in (("THE END", LineKind.CENTERED), ("END OF ACT ONE", LineKind.ACT)):
        left = middle - 3.6 * len(text)
        assert sort(RAIN, (left, text, 24), above=LineKind.ACTION).kind is kind


def test_what_fits_no_column_is_action_and_says_how_unsure_that_is() -> None:
    assert sort(RAIN, (150, "Rain again.", 24), above=LineKind.ACTION).confidence == 0.5
