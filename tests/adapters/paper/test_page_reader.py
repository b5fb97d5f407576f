import json
from io import BytesIO

from tests.adapters.paper.pdf_objects import TWO_LINES, page

from secondunit.adapters.paper import page_reader


def written(data: bytes, most_pages: int = 10) -> list[dict[str, object]]:
    out = BytesIO()
    page_reader.write_pages(data, out, most_pages)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_number_of_pages_comes_first_and_then_a_page_a_line() -> None:
    first, second = written(page(TWO_LINES))
    assert first == {"pages": 1}
    assert second["size"] == [612.0, 792.0]
    assert second["unread"] == ""


def test_what_cannot_be_opened_is_a_problem() -> None:
    assert written(b"%PDF-1.7") == [{"problem": "broken"}]
