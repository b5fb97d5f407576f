import json

from tests.adapters.paper.pdf_objects import CATALOG, FONT, TWO_LINES, form, page, pdf, stream

from secondunit.adapters.paper.pages import read_pages_apart, unpack


def test_rows_come_back_as_they_stand_on_the_page() -> None:
    found = read_pages_apart(page(TWO_LINES), 10)
    assert (found.count, found.problem) == (1, "")
    first = found.pages[0]
    assert [(row.text, row.left, row.top) for row in first.rows] == [
        ("INT. KITCHEN - DAY", 108.0, 92.0),
        ("A black telephone rings.", 108.0, 116.0),
    ]
    assert (first.width, first.height) == (612.0, 792.0)


def test_a_drawing_that_contains_itself_is_given_up() -> None:
    """PDFium follows it for hours and cannot be interrupted from Python."""
    endless = page(b"/X Do", form(b"/X Do /X Do", 6), names=b"/XObject << /X 6 0 R >>")
    found = read_pages_apart(endless, 10)
    assert (found.problem, found.at, found.pages) == ("deadly", 1, ())


def test_drawings_that_multiply_are_given_up() -> None:
    multiplied = [form(b"/X Do " * 10, 7 + index) for index in range(9)]
    found = read_pages_apart(page(b"/X Do", *multiplied, names=b"/XObject << /X 6 0 R >>"), 10)
    assert found.problem == "deadly"


def test_a_page_tree_that_bites_its_tail_has_pages_that_are_missing() -> None:
    found = read_pages_apart(pdf(CATALOG, b"<< /Type /Pages /Kids [2 0 R] /Count 3 >>"), 10)
    assert [each.unread for each in found.pages] in ([], ["missing"] * 3)


def test_a_page_that_the_file_lacks_does_not_take_the_others_with_it() -> None:
    found = read_pages_apart(
        pdf(
            CATALOG,
            b"<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /Font << /F 5 0 R >> >> >>",
            stream(TWO_LINES),
            FONT,
        ),
        10,
    )
    assert [each.unread for each in found.pages] == ["", "missing"]
    assert found.pages[0].rows


def test_a_page_of_more_letters_than_it_has_room_for_is_crowded() -> None:
    found = read_pages_apart(page(b"BT /F 12 Tf " + b"(A) Tj " * 30_000 + b"ET"), 10)
    assert [each.unread for each in found.pages] == ["crowded"]


def test_of_a_file_with_too_many_pages_only_their_number_is_read() -> None:
    many = pdf(
        CATALOG,
        b"<< /Type /Pages /Kids [" + b"3 0 R " * 30 + b"] /Count 30 >>",
        b"<< /Type /Page /Parent 2 0 R >>",
    )
    found = read_pages_apart(many, 20)
    assert (found.count, found.pages, found.problem) == (30, (), "")


def test_bytes_that_are_no_pdf_are_a_broken_one() -> None:
    assert read_pages_apart(b"%PDF-1.7\nno more of it", 10).problem == "broken"


def test_a_reader_that_died_tells_the_page_it_died_at() -> None:
    said = [{"pages": 9}, {"rows": [], "size": [612, 792], "unread": ""}]
    found = unpack([json.dumps(each).encode() for each in said], is_whole=False)
    assert (found.problem, found.at, found.count) == ("deadly", 2, 9)
    assert unpack([], is_whole=False).at == 0


def test_an_outline_is_told_with_the_pages() -> None:
    said: list[dict[str, object]] = [
        {"pages": 1, "outline": [[1, "INT. HALL - DAY"]]},
        {"rows": [], "size": [612, 792], "unread": ""},
    ]
    found = unpack([json.dumps(each).encode() for each in said], is_whole=True)
    assert found.outline == ((1, "INT. HALL - DAY"),)


def test_a_file_that_shows_one_page_again_and_again_is_not_read_to_its_end() -> None:
    same = pdf(
        CATALOG,
        b"<< /Type /Pages /Kids [" + b"3 0 R " * 300 + b"] /Count 300 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> >> >>",
        stream(TWO_LINES),
        FONT,
    )
    found = read_pages_apart(same, 1000)
    assert (found.problem, found.count, found.pages) == ("repeats", 300, ())
