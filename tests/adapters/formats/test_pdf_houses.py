"""Our own script as other houses print it, by a typesetter that knows nothing of the reader."""

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.pdf_paragraphs import HOUSES, paragraphs
from benchmarks.speeches import pair_speeches, printed_lines
from benchmarks.typesetter import House, typeset

from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.adapters.formats.pdf_script import FORMAT
from secondunit.film.screenplay.model import LineKind, Screenplay

SCRIPT = Path(__file__).parents[3] / "examples" / "right-ear-home.fountain"
NUMBERS = [f"{index}{'A' if index % 5 == 3 else ''}" for index in range(1, 60)]


def written() -> Screenplay:
    script = FOUNTAIN.read(SCRIPT.read_bytes(), SCRIPT.name).screenplay
    assert script is not None
    return script


def printed(house: House) -> Screenplay:
    lines = printed_lines(written())
    lines = pair_speeches(lines) if house.duals else lines
    reading = FORMAT.read(typeset(lines, house, NUMBERS), "house.pdf")
    assert reading.screenplay is not None, reading.findings
    return reading.screenplay


@pytest.mark.parametrize("name", HOUSES)
def test_every_house_is_read_paragraph_for_paragraph(name: str) -> None:
    house = HOUSES[name][0]
    read = printed(house)
    one, two = paragraphs(read), paragraphs(written())
    assert len(set(two) - set(one)) <= 1, set(two) - set(one)
    assert abs(len(one) - len(two)) <= 1
    if house.numbers is not None:
        assert [scene.number for scene in read.scenes] == NUMBERS[: len(read.scenes)]


def test_columns_of_dual_dialogue_keep_their_sides() -> None:
    house = HOUSES["dual dialogue wherever two speak"][0]
    wanted = [
        (line.side, line.text)
        for line in pair_speeches(printed_lines(written()))
        if line.kind is LineKind.CUE
    ]
    lines = printed_lines(printed(house))
    assert [(line.side, line.text) for line in lines if line.kind is LineKind.CUE] == wanted


def test_a_title_page_and_a_cast_page_are_kept_apart_from_the_script() -> None:
    house = House(cover=("A TITLE", "written by", "A. Writer"), cast=("CAST", "MINA", "OREN"))
    read = printed(house)
    assert [(field.key, field.value) for field in read.title_page] == [
        ("Title", "A TITLE"),
        ("Credit", "written by"),
        ("Author", "A. Writer"),
        ("Cast", "CAST\nMINA\nOREN"),
    ]
    assert paragraphs(read) == paragraphs(written())


def test_every_line_says_where_it_stands_by_which_rule_and_how_surely() -> None:
    house = replace(HOUSES["numbered A4"][0], cover=("A TITLE",))
    for line in printed_lines(printed(house)):
        assert line.spot is not None
        assert line.spot.page >= 2
        assert line.spot.box is not None
        left, top, right, bottom = line.spot.box
        assert 0 <= left < right <= 595.28
        assert 0 <= top < bottom <= 841.89
        assert line.rule.startswith("pdf.")
        assert 0 < line.confidence <= 1
