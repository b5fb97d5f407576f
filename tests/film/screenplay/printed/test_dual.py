from tests.film.screenplay.printed.builder import COLUMNS

from secondunit.film.screenplay.printed.columns import PageRow
from secondunit.film.screenplay.printed.dual import dual_end, read_dual
from secondunit.film.screenplay.printed.margins import ScriptRow


def rows(*found: tuple[float, tuple[tuple[float, str], ...]]) -> list[ScriptRow]:
    made = []
    for top, runs in found:
        parts = []
        for left, text in runs:
            starts = [i for i, c in enumerate(text) if i and text[i - 1] == " "]
            parts.append(
                PageRow(
                    page=1,
                    left=left,
                    right=left + 7.2 * len(text),
                    top=top,
                    text=text,
                    words=tuple(left + 7.2 * at for at in starts),
                )
            )
        made.append(ScriptRow(place=1001, top=top, runs=tuple(parts)))
    return made


DUAL = rows(
    (100, ((190, "OREN"), (420, "MINA (V.O.)"))),
    (112, ((108, "Two sugars, and milk"), (340, "(to his"))),
    (124, ((333, "back)"),)),
    (136, ((108, "please."), (333, "It spoke."))),
    (160, ((108, "Rain."),)),
)


def said(found: list[ScriptRow]) -> list[tuple[str, str, str]]:
    return [(g.side or "", g.kind, g.text) for g in read_dual(found)]


def test_two_names_side_by_side_begin_it_and_a_gap_ends_it() -> None:
    assert dual_end(DUAL, 0, COLUMNS) == 4
    assert dual_end(DUAL, 4, COLUMNS) == 4


def test_the_left_speech_comes_first_and_then_the_right_one() -> None:
    assert said(DUAL[:4]) == [
        ("left", "cue", "OREN"),
        ("left", "dialogue", "Two sugars, and milk please."),
        ("right", "cue", "MINA (V.O.)"),
        ("right", "parenthetical", "(to his back)"),
        ("right", "dialogue", "It spoke."),
    ]


def test_a_row_that_fills_the_left_column_is_cut_where_the_right_one_begins() -> None:
    full = "The rain in the old town goes on and"
    tight = rows(
        (100, ((190, "OREN"), (420, "MINA"))),
        (112, ((108, "Two sugars."), (108 + 7.2 * 33, "It spoke."))),
        (124, ((108, full),)),
    )
    assert said(tight)[1] == ("left", "dialogue", "Two sugars. The rain in the old town goes on")
    assert said(tight)[3] == ("right", "dialogue", "It spoke. and")


def test_a_parenthetical_beside_the_only_row_on_the_left_does_not_move_the_columns() -> None:
    found = rows(
        (100, ((190, "OREN"), (415, "MINA"))),
        (112, ((108, "Prove it."), (351, "(to the cat, low)"))),
        (124, ((333, "It spoke, and it"),)),
        (136, ((333, "spoke to us."),)),
    )
    assert said(found)[1] == ("left", "dialogue", "Prove it.")
    assert said(found)[4] == ("right", "dialogue", "It spoke, and it spoke to us.")


def test_capitals_with_a_transition_beside_them_are_no_speech() -> None:
    found = rows((100, ((190, "OREN"), (440, "CUT TO:"))), (112, ((108, "Rain."),)))
    assert dual_end(found, 0, COLUMNS) == 0
