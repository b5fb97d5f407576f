from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.adapters.formats.pdf_print import FORMAT, PdfPrintFormat
from secondunit.adapters.formats.pdf_script import FORMAT as READER
from secondunit.film.screenplay.model import PRINTED, LineKind, Screenplay
from secondunit.film.screenplay.printing.options import (
    A4,
    NumberSides,
    PrintedRevision,
    PrintOptions,
    RevisedWords,
)

EXAMPLES = Path(__file__).parents[3] / "examples"
LONG_SPEECH = " ".join(
    f"Rain falls on the old town for day {n}, and Mina waits." for n in range(40)
)
EVERYTHING = f"""Title: The Long Rain
Credit: written by
Author: A. Writer
Draft date: 5 May 2026

> ACT ONE <

INT. HALL - DAY #12A#

Rain *falls* on _the old town_ and **goes on**.

OREN
Two sugars, and a spoon. I have all day.

MINA (V.O.) ^
(to his back)
It spoke. To us!

OMITTED #13#

EXT. YARD - DAY #14#

CUTTER
(low)
{LONG_SPEECH}

CUT TO:

INT. HALL - NIGHT #15#

Rain.

> THE END <
"""


def read(text: str) -> Screenplay:
    script = FOUNTAIN.read(text.encode(), "t.fountain").screenplay
    assert script is not None
    return script


def read_back(script: Screenplay, options: PrintOptions | None = None) -> Screenplay:
    reading = READER.read(PdfPrintFormat(options).write(script).data, "t.pdf")
    assert reading.screenplay is not None, reading.findings
    return reading.screenplay


_KINDS = {LineKind.ACT: LineKind.CENTERED}


def paragraphs(script: Screenplay) -> list[tuple[str, str, str | None]]:
    """What stands on paper: kind, words and column."""
    return [
        (
            _KINDS.get(line.kind, line.kind),
            f"{line.text} ({line.extension})".casefold().replace("\n", " "),
            line.side,
        )
        for line in script.lines
        if line.kind in PRINTED
    ]


OPTIONS = [
    PrintOptions(),
    PrintOptions(paper=A4, continueds=True, watermark="MINA 0042"),
    PrintOptions(
        sides=NumberSides.NONE,
        revision=PrintedRevision(name="Blue Rev.", date="5 May 2026"),
    ),
]


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("name", ["right-ear-home", "right-ear-home-blue"])
def test_a_printed_script_reads_back_paragraph_for_paragraph(
    name: str, options: PrintOptions
) -> None:
    script = read((EXAMPLES / f"{name}.fountain").read_text("utf-8"))
    again = read_back(script, options)
    assert paragraphs(again) == paragraphs(script)
    assert again.title.casefold() == script.title.casefold()
    if options.sides is NumberSides.BOTH:
        assert [scene.number for scene in again.scenes] == [s.number for s in script.scenes]


@pytest.mark.parametrize("options", OPTIONS)
def test_duals_omitted_scenes_acts_and_speeches_over_the_page_read_back(
    options: PrintOptions,
) -> None:
    script = read(EVERYTHING)
    assert paragraphs(read_back(script, options)) == paragraphs(script)


def test_emphasis_reads_back() -> None:
    line = read_back(read(EVERYTHING)).scenes[0].lines[1]
    assert [(line.text[e.start : e.end], e.style) for e in line.emphasis] == [
        ("falls", "italic"),
        ("the old town", "underline"),
        ("goes on", "bold"),
    ]


def test_stars_stand_beside_changed_lines_and_do_not_read_as_words() -> None:
    script = read(EVERYTHING)
    changed = tuple(RevisedWords(line=line.id, start=0, end=999) for line in script.lines)
    options = PrintOptions(revision=PrintedRevision(name="Blue Rev.", date="5 May", words=changed))
    with pypdfium2.PdfDocument(PdfPrintFormat(options).write(script).data) as document:
        text = document[1].get_textpage().get_text_range()
    assert "Blue Rev. (5 May)" in text
    assert text.count("*") > 10
    assert paragraphs(read_back(script, options)) == paragraphs(script)


def test_equal_scripts_give_equal_bytes() -> None:
    assert FORMAT.write(read(EVERYTHING)).data == FORMAT.write(read(EVERYTHING)).data


@pytest.mark.parametrize(("options", "size"), [(None, (612, 792)), (OPTIONS[1], (595, 842))])
def test_the_paper_is_the_one_that_was_ordered(
    options: PrintOptions | None, size: tuple[int, int]
) -> None:
    data = PdfPrintFormat(options).write(read(EVERYTHING)).data
    with pypdfium2.PdfDocument(BytesIO(data)) as document:
        assert tuple(round(each) for each in document[0].get_size()) == size


def test_what_a_print_cannot_hold_is_listed() -> None:
    losses = FORMAT.write(read("INT. HALL - DAY\n\nRain [[why?]] 🎬 日.\n\nMINA\n~La.\n")).losses
    assert [(loss.rule, loss.message) for loss in losses] == [
        ("screenplay.not-printed", "notes: 1, not printed"),
        (
            "screenplay.no-letter",
            "no typeface here has U+1F3AC; an empty box stands for each",
        ),
        (
            "screenplay.borrowed-letter",
            "1 characters such as 日 show where the reader has a face for them",
        ),
    ]
    assert all(loss.remedy for loss in losses)
    assert FORMAT.write(read("INT. HALL - DAY\n\nRain.\n")).losses == ()


def test_the_cover_may_be_left_out() -> None:
    script = read(EVERYTHING)
    pages = [
        len(pypdfium2.PdfDocument(PdfPrintFormat(PrintOptions(cover=cover)).write(script).data))
        for cover in (True, False)
    ]
    assert pages[0] == pages[1] + 1


SAID = ["Rain", "falls", "on", "the", "old", "town", "again", "while", "Mina", "waits", "there"]
WORDS = st.lists(st.sampled_from(SAID), min_size=1, max_size=90).map(
    lambda words: " ".join(words).capitalize() + "."
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["INT", "MINA", "OREN", "action"]), WORDS), min_size=40))
def test_any_script_reads_back_but_for_action_that_a_page_parts_at_a_sentence(
    parts: list[tuple[str, str]],
) -> None:
    text = "INT. HALL - DAY\n\n" + "Rain falls on the old town. " * 5 + "\n\nMINA\nIt rains.\n\n"
    for kind, words in parts:
        heading = "INT. YARD - DAY\n\n" if kind == "INT" else ""
        text += heading or (f"{words}\n\n" if kind == "action" else f"{kind}\n{words}\n\n")
    script = read(text)
    kinds = [LineKind.HEADING, LineKind.CUE, LineKind.DIALOGUE]
    again = read_back(script)
    for kind in kinds:
        assert [p for p in paragraphs(again) if p[0] == kind] == [
            p for p in paragraphs(script) if p[0] == kind
        ]
    said = "".join(words for _, words, _ in paragraphs(script)).replace(" ", "")
    assert "".join(words for _, words, _ in paragraphs(again)).replace(" ", "").replace(
        "()", ""
    ) == said.replace("()", "")


def test_a_script_of_nothing_prints_one_page() -> None:
    script = replace(read("INT. HALL - DAY\n\nRain.\n"), scenes=(), opening=(), title_page=())
    assert len(pypdfium2.PdfDocument(FORMAT.write(script).data)) == 1


def test_lyrics_read_back_as_lyrics_and_slanted_dialogue_as_dialogue() -> None:
    song = "~Oh the bell of the island is ringing again for the tide\n~and the tide is late"
    text = f"""INT. HALL - DAY

MINA
{song}
And so on.
~La.

OREN
*Voilà, all of it slanted.*

OREN
~Beside you, now and ever after, dear

MINA ^
~I sing as well.
It is no song.
"""
    again = read_back(read(text))
    assert paragraphs(again) == paragraphs(read(text))
    sung = [line for line in again.lines if line.kind is LineKind.LYRIC]
    assert {line.emphasis for line in sung} == {()}
    assert min(line.confidence for line in sung) >= 0.9


def test_headings_without_int_or_ext_read_back_as_headings_by_the_outline() -> None:
    text = "INT. HALL - DAY\n\nDust.\n\n.MINA AND OREN DRIVING\n\nRain.\n\nBANG\n\nThey stop.\n"
    script = FOUNTAIN.read(text.encode(), "t.fountain").screenplay
    assert script is not None
    lines = [replace(line, space_before=1.0) for line in script.scenes[1].lines]
    scenes = (script.scenes[0], replace(script.scenes[1], lines=tuple(lines)))
    back = READER.read(FORMAT.write(replace(script, scenes=scenes)).data, "t.pdf").screenplay
    assert back is not None
    assert [scene.heading.raw for scene in back.scenes] == [
        "INT. HALL - DAY",
        "MINA AND OREN DRIVING",
    ]
    assert back.scenes[1].lines[0].rule == "pdf.outline"


def test_the_outline_of_a_print_leads_to_each_scene() -> None:
    script = FOUNTAIN.read(EVERYTHING.encode(), "t.fountain").screenplay
    assert script is not None
    with pypdfium2.PdfDocument(FORMAT.write(script).data) as document:
        titles = [entry.get_title() for entry in document.get_toc()]
    assert titles == [scene.heading.raw.upper() for scene in script.scenes]
