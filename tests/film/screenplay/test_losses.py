from collections.abc import Sequence
from dataclasses import replace

from tests.film.screenplay.script_strategies import raw, script

from secondunit.film.screenplay.losses import list_losses
from secondunit.film.screenplay.model import Emphasis, LineKind, TitleField
from secondunit.film.screenplay.read import RawLine

LINES = [
    raw(LineKind.HEADING, "INT. HALL - DAY", number="1"),
    raw(LineKind.ACTION, "Dust falls."),
    raw(LineKind.CUE, "WREN", extension="V.O."),
    raw(LineKind.DIALOGUE, "No."),
]


def messages(kept: Sequence[RawLine], fields: tuple[TitleField, ...] = ()) -> list[str]:
    losses = list_losses(script(LINES), script(list(kept), fields), "X")
    return [loss.message for loss in losses]


def test_the_same_script_has_lost_nothing() -> None:
    assert messages(list(LINES)) == []


def test_rows_and_rules_found_anew_are_no_loss() -> None:
    assert messages([replace(line, row=9, rule="x", confidence=0.5) for line in LINES]) == []


def test_a_field_that_is_gone_is_counted() -> None:
    kept = [LINES[0], LINES[1], replace(LINES[2], extension=""), LINES[3]]
    assert messages(kept) == ["X does not hold what follows a name: 1 time"]


def test_a_line_that_reads_as_another_kind_says_which() -> None:
    kept = [LINES[0], replace(LINES[1], kind=LineKind.GENERAL), *LINES[2:]]
    assert messages(kept) == [
        "X does not hold action lines, which read back as general: 1 time",
    ]


def test_lines_that_were_joined_or_left_out_are_counted() -> None:
    assert messages(LINES[:3]) == [
        "X does not hold dialogue lines as they are: they are joined, cut or changed: 1 time",
    ]


def test_words_that_became_a_title_page_are_told() -> None:
    fields = (TitleField(key="Title", value="x"),)
    assert messages(list(LINES), fields) == [
        "X does not hold words that read as a title page: 1 time"
    ]


def test_a_style_said_in_two_pieces_is_the_same_style() -> None:
    def bold(*spans: tuple[int, int]) -> list[RawLine]:
        styles = tuple(Emphasis(start=a, end=b, style="bold") for a, b in spans)
        return [replace(LINES[1], emphasis=styles)]

    one, two = script(bold((0, 11))), script(bold((0, 4), (4, 11)))
    assert list_losses(one, two, "X") == ()
    assert len(list_losses(one, script([LINES[1]]), "X")) == 1
