from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.adapters.formats.pdf_script import FORMAT
from secondunit.film.screenplay.model import LineKind, Screenplay

MATERIAL = Path(__file__).parents[4] / "shared" / "material" / "screenplay" / "big-fish"
ACTION, DIALOGUE, ASIDE, CUE = 108, 180, 216, 252
PAGE_ONE = (
    (72, ACTION, "INT. KITCHEN - DAY"),
    (96, ACTION, "A black telephone rings. Oren goes on buttering toast, as"),
    (108, ACTION, "if nothing in the world had rung."),
    (132, CUE, "OREN"),
    (144, ASIDE, "(to the toast)"),
    (156, DIALOGUE, "Two sugars."),
    (180, ACTION, "EXT. YARD - NIGHT"),
    (204, ACTION, "Rain. Mina stands on the wall."),
    (228, CUE, "MINA (V.O.)"),
    (240, DIALOGUE, "Left ear out, right"),
    (252, CUE, "(MORE)"),
)
PAGE_TWO = (
    (40, 500, "2."),
    (72, CUE, "MINA (V.O.) (CONT'D)"),
    (84, DIALOGUE, "ear home."),
    (108, 430, "CUT TO:"),
)


def printed(*pages: tuple[tuple[int, int, str], ...], number: str = "", encrypt: str = "") -> bytes:
    """A script set in Courier as the industry sets it, optionally numbered on both sides."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=LETTER, invariant=1, encrypt=encrypt or None)
    for rows in pages:
        canvas.setFont("Courier", 12)
        for top, left, text in rows:
            canvas.drawString(left, LETTER[1] - top, text)
            if number and text.startswith(("INT", "EXT")):
                canvas.drawString(54, LETTER[1] - top, number)
                canvas.drawString(531, LETTER[1] - top, number)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(data: bytes) -> Screenplay:
    reading = FORMAT.read(data, "t.pdf")
    assert reading.screenplay is not None, reading.findings
    return reading.screenplay


def lines(script: Screenplay) -> list[tuple[str, str]]:
    return [(line.kind.value, line.text) for scene in script.scenes for line in scene.lines]


def test_a_page_is_read_by_its_columns_and_pages_are_stitched() -> None:
    assert lines(read(printed(PAGE_ONE, PAGE_TWO))) == [
        ("heading", "INT. KITCHEN - DAY"),
        (
            "action",
            "A black telephone rings. Oren goes on buttering toast, as "
            "if nothing in the world had rung.",
        ),
        ("cue", "OREN"),
        ("parenthetical", "(to the toast)"),
        ("dialogue", "Two sugars."),
        ("heading", "EXT. YARD - NIGHT"),
        ("action", "Rain. Mina stands on the wall."),
        ("cue", "MINA"),
        ("dialogue", "Left ear out, right ear home."),
        ("transition", "CUT TO:"),
    ]


def test_scene_numbers_on_both_sides_are_the_scenes_numbers() -> None:
    assert read(printed(PAGE_ONE, number="12A")).scenes[0].number == "12A"
    assert read(printed(PAGE_ONE, number="7")).scenes[0].heading.set == "KITCHEN"


def test_a_house_style_moved_sideways_reads_the_same() -> None:
    moved = tuple((top, left - 18, text) for top, left, text in PAGE_ONE)
    assert lines(read(printed(moved))) == lines(read(printed(PAGE_ONE)))


def test_a_title_page_is_not_a_scene() -> None:
    script = read(printed(((300, 250, "Right Ear Home"), (330, 270, "written by")), PAGE_ONE))
    assert script.title == "Right Ear Home"
    assert len(script.scenes) == 2


def test_a_scan_is_said_to_be_one_and_never_guessed_at() -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=LETTER)
    canvas.rect(100, 100, 300, 300, fill=1)
    canvas.showPage()
    canvas.save()
    reading = FORMAT.read(out.getvalue(), "scan.pdf")
    assert reading.screenplay is None
    assert "no text layer" in reading.findings[0].message


def test_a_broken_file_and_a_password_are_refused_with_a_remedy() -> None:
    for data in (b"%PDF-1.7 broken", printed(PAGE_ONE, encrypt="secret")):
        reading = FORMAT.read(data, "t.pdf")
        assert reading.screenplay is None
        assert "cannot be opened" in reading.findings[0].message
        assert reading.findings[0].remedy


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 2000))
def test_no_bytes_make_it_raise(noise: bytes, at: int) -> None:
    whole = printed(PAGE_ONE)
    FORMAT.read(noise, "t.pdf")
    FORMAT.read(whole[:at] + noise + whole[at:], "t.pdf")


@pytest.mark.skipif(not MATERIAL.is_dir(), reason="the material folder is not beside this checkout")
def test_a_real_print_agrees_with_its_fdx_paragraph_for_paragraph() -> None:
    def paragraphs(script: Screenplay) -> list[tuple[LineKind, str]]:
        return [
            (line.kind, " ".join(line.text.split()).casefold())
            for scene in script.scenes
            for line in scene.lines
        ]

    printed_script = FORMAT.read((MATERIAL / "source.pdf").read_bytes(), "s.pdf").screenplay
    written = FDX.read((MATERIAL / "source.fdx").read_bytes(), "s.fdx").screenplay
    assert printed_script is not None
    assert written is not None
    assert len(printed_script.scenes) == len(written.scenes)
    one, two = paragraphs(printed_script), paragraphs(written)
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) >= 0.99 * len(two)
