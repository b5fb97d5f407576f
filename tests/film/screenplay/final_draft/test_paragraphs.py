from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.screenplay.final_draft.lettering import Run
from secondunit.film.screenplay.final_draft.paragraph import FdxAside, FdxParagraph
from secondunit.film.screenplay.final_draft.paragraphs import (
    read_paragraphs,
)
from secondunit.film.screenplay.final_draft.setting import Style
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.read import RawLine


def paragraph(
    kind: str, *runs: str | tuple[str, str], row: int = 1, **style: object
) -> FdxParagraph:
    styled: list[Run] = [
        (run[0], {"Style": run[1]}) if isinstance(run, tuple) else (run, {}) for run in runs
    ]
    setting = Style(**style)  # type: ignore[arg-type]  # the tests give fields of the right type
    return FdxParagraph(kind=kind, row=row, style=setting, runs=styled)


def read(
    *paragraphs: FdxParagraph,
    asides: tuple[FdxAside, ...] = (),
    elements: Mapping[str, Style] | None = None,
) -> list[RawLine]:
    return list(read_paragraphs(paragraphs, asides, elements or {}))


def test_an_unknown_type_is_what_it_paginates_as_and_never_dropped() -> None:
    elements = {"Stage Business": Style(paginates_as="Action"), "Tally": Style(paginates_as="?")}
    lines = read(
        paragraph("Stage Business", "He bows."),
        paragraph("Tally", "3"),
        paragraph("End Of Act", "END"),
        paragraph("Outline 3", "Beat"),
        elements=elements,
    )
    assert [line.kind for line in lines] == ["action", "general", "act", "section"]
    assert lines[3].depth == 3


def test_only_a_scene_heading_opens_a_scene_where_the_file_has_any() -> None:
    elements = {"Shot Location": Style(paginates_as="Scene Heading")}
    studio = paragraph("Shot Location", "STUDIO")
    heading = paragraph("Scene Heading", "INT. SHOP - DAY")
    assert [line.kind for line in read(heading, studio, elements=elements)] == ["heading", "shot"]
    assert [line.kind for line in read(studio, elements=elements)] == ["heading"]


def test_an_end_of_act_and_a_printed_outline_close_the_scene() -> None:
    script = [
        paragraph("New Act", "ACT TWO"),
        paragraph("End of Act", "END OF ACT"),
        paragraph("Outline 1", "Act Three"),
    ]
    elements = {"Outline 1": Style(letters="Bold+HiddenText")}
    shown = list(read_paragraphs(script, (), elements, shows_outline=True))[1:]
    assert [(line.shown, line.closes) for line in shown] == [(0, 0), (0, 1), (1, 1)]
    assert [(line.shown, line.closes) for line in read(*script, elements=elements)[1:]] == [
        (0, 0),
        (0, 1),
        (0, 0),
    ]


def test_a_place_of_its_own_is_kept_in_inches() -> None:
    lines = read(
        paragraph("Action", "Here.", left=1.5, right=7.5),
        paragraph("Parenthetical", "(low)", left=2.75, right=5.5, first=-0.14),
    )
    assert [line.left for line in lines] == [None, 2.61]


def test_runs_are_joined_and_a_style_that_goes_on_is_one_stretch() -> None:
    (line,) = read(paragraph("Action", "He ", ("ru", "Bold"), ("ns", "Bold+Italic"), ".  "))
    assert line.text == "He runs."
    assert [(e.start, e.end, e.style) for e in line.emphasis] == [(3, 7, "bold"), (5, 7, "italic")]


def test_what_prints_in_capitals_reads_in_capitals() -> None:
    elements = {"Character": Style(letters="AllCaps")}
    lines = read(
        paragraph("Character", "The boy (v.o.)"),
        paragraph("Action", "A ", ("bang", "AllCaps"), "."),
        elements=elements,
    )
    assert (lines[0].text, lines[0].extension) == ("THE BOY", "V.O.")
    assert lines[1].text == "A BANG."


def test_empty_paragraphs_become_space_before_the_next() -> None:
    lines = read(paragraph("Action", "A."), paragraph("Action"), paragraph("Action", "B."))
    assert [line.space_before for line in lines] == [None, 3.0]


def test_a_paragraph_that_starts_a_page_has_a_break_before_it() -> None:
    lines = read(paragraph("New Act", "ACT TWO"), paragraph("Action", "A.", opens_page=True))
    assert [line.kind for line in lines] == ["page-break", "act", "page-break", "action"]
    closed = read(paragraph("New Act", "ACT TWO", opens_page=False))
    assert [line.kind for line in closed] == [LineKind.ACT]


def test_settings_of_the_element_hold_where_the_paragraph_is_silent() -> None:
    elements = {"Dialogue": Style(space_before=1.0, left=2.25, right=6.0, spacing=2.0)}
    own = paragraph("Dialogue", "B.", space_before=0.0)
    first, second = read(paragraph("Dialogue", "A."), own, elements=elements)
    assert (first.space_before, first.width, first.spacing) == (1.0, 38, 2.0)
    assert (second.space_before, second.width) == (None, 38)


def test_centred_action_is_centred_and_line_separators_are_line_breaks() -> None:
    (line,) = read(paragraph("Action", "THE\u2028END", is_centered=True))
    assert (line.kind, line.text) == (LineKind.CENTERED, "THE\nEND")


def test_an_aside_follows_its_paragraph_and_knows_its_character() -> None:
    note = FdxAside(kind=LineKind.NOTE, text="Why?", after=0, anchor=3)
    loose = FdxAside(kind=LineKind.NOTE, text="Loose.", after=-1)
    lines = read(paragraph("Action", "He runs."), paragraph("Action", "B."), asides=(note, loose))
    assert [(line.text, line.anchor) for line in lines] == [
        ("Loose.", None),
        ("He runs.", None),
        ("Why?", 3),
        ("B.", None),
    ]


@given(st.lists(st.text(alphabet="aß İ\n", max_size=12), max_size=6), st.booleans())
def test_styles_always_lie_within_the_text(words: list[str], is_capital: bool) -> None:  # noqa: FBT001
    elements = {"Dialogue": Style(letters="AllCaps" if is_capital else "")}
    for line in read(paragraph("Dialogue", *((word, "Bold") for word in words)), elements=elements):
        assert all(0 <= e.start < e.end <= len(line.text) for e in line.emphasis)
        assert line.text == line.text.strip()
