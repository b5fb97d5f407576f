import pytest

from secondunit.film.screenplay.identify import NO_ID
from secondunit.film.screenplay.model import Line, LineKind, Paper, Spot
from secondunit.film.screenplay.pages.printed_length import measure_printed


def line(page: int, top: float, rows: int = 1, kind: LineKind = LineKind.ACTION) -> Line:
    box = (108.0, top, 540.0, top + 12.0 * rows)
    return Line(id=NO_ID, kind=kind, text="Words.", row=1, spot=Spot(page=page, box=box))


def heading(page: int, top: float) -> Line:
    return line(page, top, kind=LineKind.HEADING)


def test_a_scene_reaches_from_its_heading_to_the_next() -> None:
    lines = [heading(1, 72), line(1, 96, 3), heading(1, 162), line(1, 186)]
    measured = measure_printed(lines, [0, 2], Paper())
    assert measured is not None
    assert list(measured.scenes) == [90, 36]  # the last ends at its lowest row
    assert list(measured.pages) == [1, 1]
    assert measured.body == 648  # too short to tell: the paper decides


def test_over_the_end_of_a_page_what_is_left_empty_is_not_counted() -> None:
    lines = [heading(1, 600), line(1, 624), line(2, 72, 4), heading(2, 144), line(2, 168)]
    measured = measure_printed(lines, [0, 3], Paper())
    assert measured is not None
    assert measured.scenes[0] == (636 - 600) + (144 - 72)
    assert list(measured.pages) == [1, 2]


def test_a_paragraph_that_goes_on_over_the_page_counts_on_both() -> None:
    lines = [heading(1, 600), line(1, 624, 6), heading(2, 120), line(2, 72, 1)]
    lines.insert(0, line(2, 72))  # what stands at the head of page 2 shows where it begins
    measured = measure_printed(lines, [1, 3], Paper())
    assert measured is not None
    assert measured.scenes[0] == (696 - 600) + (120 - 72)


def test_a_longer_document_tells_how_high_its_pages_are() -> None:
    lines = [each for page in range(1, 11) for each in (heading(page, 72), line(page, 620))]
    measured = measure_printed(lines, list(range(0, 20, 2)), Paper())
    assert measured is not None
    assert measured.body == pytest.approx(632 - 72)
    assert measured.count == 10


def test_a_script_that_was_never_printed_has_no_printed_heights() -> None:
    unprinted = Line(id=NO_ID, kind=LineKind.HEADING, text="INT. A", row=1)
    assert measure_printed([unprinted], [0], Paper()) is None
    mixed = measure_printed([unprinted, heading(3, 72), line(3, 96)], [0, 1], Paper())
    assert mixed is not None
    assert (list(mixed.scenes), list(mixed.pages)) == ([0, 36], [0, 1])
