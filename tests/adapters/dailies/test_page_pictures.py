import io

from PIL import Image
from tests.adapters.formats.test_takes_pdf import SHEET

from secondunit.adapters.dailies.page_pictures import draw_pages
from secondunit.adapters.formats.takes_pdf import FORMAT


def test_pages_of_a_document_lie_under_each_other_in_one_picture() -> None:
    pdf = FORMAT.write(SHEET)
    two, one = (Image.open(io.BytesIO(draw_pages(pdf, most=most))) for most in (9, 1))
    assert two.height == 2 * one.height
    assert two.width == one.width > one.height
