import re
import time
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.adapters.formats.pdf_script import FORMAT, PdfScriptFormat
from secondunit.adapters.paper.pages import Pages
from secondunit.film.screenplay.model import LineKind, Screenplay, Side

MATERIAL = Path(__file__).parents[4] / "shared" / "material" / "screenplay"
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


def picture_then(*pages: tuple[tuple[int, int, str], ...], pictures: int = 1) -> bytes:
    """Pages that are pictures, then pages of a script."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=LETTER, invariant=1)
    for _ in range(pictures):
        canvas.drawImage(ImageReader(Image.new("L", (40, 40), 200)), 0, 0, *LETTER)
        canvas.showPage()
    for rows in pages:
        canvas.setFont("Courier", 12)
        for top, left, text in rows:
            canvas.drawString(left, LETTER[1] - top, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_first_page_that_is_a_picture_is_named_and_the_rest_is_read() -> None:
    reading = FORMAT.read(picture_then(PAGE_ONE, PAGE_TWO), "t.pdf")
    assert reading.screenplay is not None
    assert lines(reading.screenplay) == lines(read(printed(PAGE_ONE, PAGE_TWO)))
    (found,) = (f for f in reading.findings if f.rule == "screenplay.no-text-layer")
    assert found.where == "page 1"
    assert found.remedy


def test_a_document_of_pictures_with_a_page_of_text_is_a_scan() -> None:
    reading = FORMAT.read(picture_then(PAGE_ONE, PAGE_TWO, pictures=3), "t.pdf")
    assert reading.screenplay is None
    assert reading.findings[0].rule == "screenplay.no-text-layer"


def test_a_row_knows_its_box_on_the_page() -> None:
    line = read(printed(PAGE_ONE)).scenes[0].lines[1]
    assert line.spot is not None
    assert line.spot.page == 1
    left, top, right, bottom = line.spot.box or (0, 0, 0, 0)
    assert (left, round(right)) == (108, 518)
    assert 80 < top < 96
    assert 108 < bottom < 116
    assert (line.rule, line.confidence) == ("pdf.column", 0.98)


def test_a4_is_known_by_its_height() -> None:
    assert read(press()).paper.rows == 58


def test_a_broken_file_and_a_password_are_refused_with_a_remedy() -> None:
    for data, rule in (
        (b"%PDF-1.7 broken", "screenplay.broken-pdf"),
        (printed(PAGE_ONE, encrypt="secret"), "screenplay.password"),
    ):
        reading = FORMAT.read(data, "t.pdf")
        assert reading.screenplay is None
        assert [found.rule for found in reading.findings] == [rule]
        assert reading.findings[0].remedy


def press(pages: int = 4) -> bytes:
    """A revised A4 script: heads, numbers on both sides, stars, CONTINUEDs, dual, a watermark."""
    out = BytesIO()
    _, height = A4
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for page in range(1, pages + 1):
        canvas.saveState()
        canvas.setFont("Helvetica", 60)
        canvas.translate(150, 200)
        canvas.rotate(45)
        canvas.drawString(0, 0, "OREN 2")
        canvas.restoreState()
        canvas.setFont("Helvetica", 40)
        canvas.drawString(200, 30, "DRAFT")
        canvas.setFont("Courier", 12)
        canvas.drawString(90, height - 36, "RIGHT EAR HOME - Blue Rev. 5/5/26")
        canvas.drawString(500, height - 36, f"{page}.")
        rows = [(54, f"{page}", 72), (90, f"INT. ROOM {page} - DAY", 72), (525, f"{page}", 72)]
        rows += [(90, "A black telephone rings. Oren goes on", 96), (558, "*", 96)]
        rows += [(90, f"buttering toast for the {page}th time.", 108)]
        rows += [(200, "OREN", 132), (420, "MINA (V.O.)", 132)]
        rows += [(90, "Two sugars, and a", 144), (320, "(to his back)", 144)]
        rows += [(90, "spoon.", 156), (320, "It spoke.", 156)]
        for step in range(12):
            top = 180 + 36 * step
            rows += [(234, "MINA", top), (162, f"Left ear out {step}", top + 12)]
        rows += [(430, "(CONTINUED)", 650)]
        for left, text, top in rows:
            canvas.drawString(left, height - top, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_revised_numbered_a4_script_reads_clean() -> None:
    script = read(press())
    assert [scene.number for scene in script.scenes] == ["1", "2", "3", "4"]
    for number, scene in enumerate(script.scenes, 1):
        assert scene.heading.raw == f"INT. ROOM {number} - DAY"
        first = scene.lines[1]
        assert first.text == (
            f"A black telephone rings. Oren goes on buttering toast for the {number}th time."
        )
        assert [(line.side, line.text) for line in scene.lines[2:7]] == [
            (Side.LEFT, "OREN"),
            (Side.LEFT, "Two sugars, and a spoon."),
            (Side.RIGHT, "MINA"),
            (Side.RIGHT, "(to his back)"),
            (Side.RIGHT, "It spoke."),
        ]
        speeches = [line for line in scene.lines[7:] if line.kind is LineKind.DIALOGUE]
        assert [line.text for line in speeches] == [f"Left ear out {i}" for i in range(12)]
        assert len(scene.lines) == 7 + 24


def test_rows_say_where_a_line_stands() -> None:
    rows = [line.row for line in read(printed(PAGE_ONE, PAGE_TWO)).scenes[1].lines]
    assert [row // 1000 for row in rows] == [1, 1, 1, 1, 2]


def test_a_cover_of_words_at_the_head_of_a_page_is_script() -> None:
    epigraph = ((72, ACTION, "This is a story of ears."),)
    script = read(printed(((300, 250, "Right Ear Home"),), epigraph, PAGE_ONE))
    assert [line.text for line in script.opening][:1] == ["This is a story of ears."]


def test_too_many_pages_are_no_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secondunit.adapters.formats.pdf_script.MOST_PAGES", 1)
    reading = FORMAT.read(printed(PAGE_ONE, PAGE_TWO), "t.pdf")
    assert reading.findings[0].rule == "screenplay.too-large"


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 2000))
def test_no_bytes_make_it_raise(noise: bytes, at: int) -> None:
    whole = printed(PAGE_ONE)
    FORMAT.read(noise, "t.pdf")
    FORMAT.read(whole[:at] + noise + whole[at:], "t.pdf")


def paragraphs(script: Screenplay) -> list[tuple[str, str]]:
    """Kinds and words, case, punctuation and CONT'D aside, as they can be told from a print."""
    lines = [*script.opening, *(line for scene in script.scenes for line in scene.lines)]
    found = []
    for line in lines:
        words = re.sub(r"\W|cont['’]d", "", f"{line.text}{line.extension}".casefold())
        kind = "action" if line.kind in {LineKind.CENTERED, LineKind.ACT} else line.kind.value
        if words:
            found.append((kind, words))
    return found


@pytest.mark.skipif(not MATERIAL.is_dir(), reason="the material folder is not beside this checkout")
@pytest.mark.parametrize(
    ("name", "file", "share"),
    [("big-fish", "source.pdf", 0.998), ("mostly-genius", "sanitized-source.pdf", 1.0)],
)
def test_a_real_print_agrees_with_its_fdx_paragraph_for_paragraph(
    name: str, file: str, share: float
) -> None:
    folder = MATERIAL / name
    began = time.process_time()
    printed_script = FORMAT.read((folder / file).read_bytes(), "s.pdf").screenplay
    assert time.process_time() - began < 2.5
    written = FDX.read((folder / "source.fdx").read_bytes(), "s.fdx").screenplay
    assert printed_script is not None
    assert written is not None
    assert len(printed_script.scenes) == len(written.scenes)
    one, two = paragraphs(printed_script), paragraphs(written)
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in blocks) >= share * len(two)
    assert abs(printed_script.pages - written.pages) <= 2


def test_the_same_pages_again_and_again_are_no_script() -> None:
    def read_apart(_: bytes, most_pages: int) -> Pages:
        return Pages(count=most_pages, problem="repeats")

    reading = PdfScriptFormat(read_apart).read(b"%PDF-1.7", "t.pdf")
    assert reading.screenplay is None
    assert "again and again" in reading.findings[0].message
