import pytest

from secondunit.core.ids import Digest
from secondunit.film.screenplay.model import Emphasis, LineKind
from secondunit.film.screenplay.styled import (
    CAPITALS,
    Run,
    StyledParagraph,
    join_runs,
    kind_of,
    read_styled,
    read_unnamed,
    says_enough,
)


def paragraph(style: str, text: str, **more: object) -> StyledParagraph:
    return StyledParagraph(style=style, runs=(Run(text=text),), row=1, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("Scene Heading", LineKind.HEADING),
        ("sceneheading", LineKind.HEADING),
        ("Slug Line", LineKind.HEADING),
        ("SP Character", LineKind.CUE),
        ("dialog", LineKind.DIALOGUE),
        ("Section 3", LineKind.SECTION),
        ("Normal", None),
        ("Heading 1", LineKind.HEADING),
        ("", None),
    ],
)
def test_names_of_many_programs_are_known(style: str, kind: LineKind | None) -> None:
    assert kind_of(style) is kind


def test_lines_say_by_which_rule_and_an_unknown_name_is_doubted() -> None:
    lines = read_styled(
        [paragraph("Scene Heading", "12 INT. HALL - DAY"), paragraph("Fancy", "He sits.")], "x"
    )
    assert [(line.kind, line.text, line.number) for line in lines] == [
        (LineKind.HEADING, "INT. HALL - DAY", "12"),
        (LineKind.ACTION, "He sits.", ""),
    ]
    assert [(line.rule, line.confidence) for line in lines] == [("x", 1.0), ("x-unknown", 0.5)]


def test_a_program_that_shows_capitals_is_read_in_capitals() -> None:
    lines = read_styled([paragraph("Character", "Ana (v.o.)")], "x", CAPITALS)
    assert (lines[0].text, lines[0].extension) == ("ANA", "V.O.")


def test_runs_of_one_style_are_one_stretch_wherever_they_are_cut() -> None:
    bold = frozenset({"bold"})
    text, emphasis = join_runs(
        [Run(text=" a"), Run(text="b", styles=bold), Run(text="c ", styles=bold)]
    )
    assert (text, emphasis) == ("abc", (Emphasis(start=1, end=3, style="bold"),))


def test_a_few_names_among_many_unknown_say_not_enough() -> None:
    named = [paragraph("Character", "ANA"), paragraph("Dialogue", "Yes.")]
    assert says_enough(named)
    assert not says_enough([*named, *[paragraph("Normal", "x")] * 5])
    assert not says_enough([paragraph("Title", "x"), paragraph("Text", "y")])


def test_paragraphs_without_names_are_told_by_their_indents() -> None:
    script = [
        paragraph("Normal", "INT. HALL - DAY"),
        paragraph("Normal", ""),
        paragraph("Normal", "He sits down on the bench."),
        paragraph("Normal", ""),
        paragraph("Normal", "ANA", indent=2.2),
        paragraph("Normal", "Did it speak?", indent=1.0),
        paragraph("Normal", ""),
    ] * 3
    raw, _ = read_unnamed(script, "docx", "t.docx", Digest("d"))
    kinds = [line.kind.value for line in raw.lines[:4]]
    assert kinds == ["heading", "action", "cue", "dialogue"]
    assert raw.source_format == "docx"


def test_centred_action_is_centred() -> None:
    assert read_styled([paragraph("Action", "THE END", align="center")], "x")[0].kind is (
        LineKind.CENTERED
    )
