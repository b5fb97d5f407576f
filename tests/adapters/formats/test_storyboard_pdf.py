from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from secondunit.adapters.formats.storyboard_pdf import FORMAT, caption, plan_pages, print_picture
from secondunit.core.errors import InputError
from secondunit.ports.documents import Storyboard, StoryboardFrame
from secondunit.ports.formats import DocumentFormat


def png(width: int = 320, height: int = 180, seed: int = 1) -> bytes:
    rng = np.random.Generator(np.random.PCG64(seed))
    base = np.kron(rng.integers(120, 240, (6, 8, 3)), np.ones((height // 6, width // 8, 1)))
    noise = rng.integers(-3, 4, base.shape)
    out = io.BytesIO()
    Image.fromarray((base + noise).clip(0, 255).astype(np.uint8)).save(out, "PNG")
    return out.getvalue()


PNG = png()
WRITER: DocumentFormat[Storyboard] = FORMAT


def frame(number: str, scene: str = "12 INT. KITCHEN - NIGHT", **fields: str) -> StoryboardFrame:
    return replace(
        StoryboardFrame(
            number=number,
            scene=scene,
            picture=PNG,
            size="MCU",
            lens="50 mm",
            move="push in",
            duration="3:12",
            action="Ada puts the letter down.",
            dialogue="I never left.",
            speaker="ADA",
        ),
        **fields,  # type: ignore[arg-type]  # texts by name
    )


def board(*frames: StoryboardFrame, watermark: str = "") -> Storyboard:
    return Storyboard(
        title="The Late Ferry",
        status="PROPOSED · 7 decisions open",
        draft="Draft 2, blue",
        frames=frames,
        watermark=watermark,
    )


def texts(document: Storyboard) -> list[str]:
    pdf = pypdfium2.PdfDocument(WRITER.write(document))
    return [page.get_textpage().get_text_bounded() for page in pdf]


def test_six_panels_are_on_a_page() -> None:
    pages = texts(board(*(frame(f"12{letter}") for letter in "ABCDEFG")))
    assert len(pages) == 2
    assert "12F" in pages[0]
    assert "12G" in pages[1]


def test_a_caption_has_what_the_convention_asks() -> None:
    (page,) = texts(board(frame("12A")))
    for text in (
        "12A",
        "MCU · 50 mm · push in",
        "3:12",
        "Ada puts the letter",
        "ADA: I never left.",
    ):
        assert text in page


def test_every_page_says_its_status_and_its_number() -> None:
    pages = texts(board(*(frame(f"{n}A") for n in range(1, 14))))
    for number, page in enumerate(pages, start=1):
        assert "PROPOSED · 7 decisions open" in page
        assert f"Page {number} of {len(pages)}" in page
        assert "The Late Ferry" in page
        assert "Draft 2, blue" in page


def test_a_scene_starts_a_row_and_goes_on_over_pages() -> None:
    frames = [frame(f"1{c}", "1 EXT. PIER - DAY") for c in "ABCD"]
    frames += [frame(f"2{c}", "2 INT. CABIN - NIGHT") for c in "ABCDEFGH"]
    headings = [[strip.heading for strip in page] for page in plan_pages(frames)]
    assert headings == [
        ["1 EXT. PIER - DAY", ""],
        ["2 INT. CABIN - NIGHT", ""],
        ["2 INT. CABIN - NIGHT (continued)"],
    ]
    shown = [each for page in plan_pages(frames) for strip in page for each in strip.frames]
    assert shown == frames


def test_any_language_is_printed_or_said_to_be_lost() -> None:
    (page,) = texts(
        board(frame("1A", "ŁÓDŹ – ΑΘΗΝΑ", action="Čau, Привет", dialogue="\U0001f600", speaker="É"))
    )
    for text in ("ŁÓDŹ – ΑΘΗΝΑ", "Čau, Привет", "U+1F600"):
        assert text in page


def test_a_long_action_is_cut_with_an_ellipsis_and_never_pushes_out_the_dialogue() -> None:
    lines = caption(frame("1A", action="word " * 200, dialogue="speech " * 100), 220.0)
    assert len(lines) == 7
    assert [bold for _, bold in lines] == [False] * 5 + [True] * 2
    assert lines[4][0].endswith("…")
    assert lines[6][0].endswith("…")


def test_a_draft_is_watermarked_on_every_page() -> None:
    pages = texts(board(*(frame(f"{n}A") for n in range(1, 9)), watermark="DRAFT"))
    assert len(pages) == 2
    assert all("DRAFT" in page for page in pages)


def test_equal_boards_give_equal_bytes() -> None:
    document = board(frame("1A"), frame("1B"))
    assert WRITER.write(document) == WRITER.write(document)


def test_an_empty_board_is_one_page() -> None:
    assert len(texts(board())) == 1


def test_a_panel_is_made_as_small_as_paper_shows() -> None:
    printed = Image.open(io.BytesIO(print_picture(png(1920, 1080))))
    assert printed.size == (960, 540)
    assert Image.open(io.BytesIO(print_picture(PNG))).size == (320, 180)


def test_a_hundred_and_twenty_panels_can_be_sent_by_mail() -> None:
    frames = [replace(frame(f"{n}A"), picture=png(960, 540, seed=n % 6)) for n in range(12)]
    assert len(WRITER.write(board(*frames))) < 15_000_000 / 10


def test_an_upright_panel_keeps_its_shape() -> None:
    document = board(replace(frame("1A"), picture=png(96, 180)))
    page = pypdfium2.PdfDocument(WRITER.write(document))[0]
    image = next(iter(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])))
    left, bottom, right, top = image.get_bounds()
    assert (right - left) / (top - bottom) == pytest.approx(96 / 180, rel=0.02)


def test_a_panel_that_is_no_picture_is_refused() -> None:
    with pytest.raises(InputError, match="no picture"):
        WRITER.write(board(replace(frame("1A"), picture=b"nothing")))
