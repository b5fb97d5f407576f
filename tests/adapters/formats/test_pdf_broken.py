import pytest
from tests.adapters.paper.pdf_objects import (
    CATALOG,
    FONT,
    TWO_LINES,
    form,
    page,
    pdf,
    stream,
)

from secondunit.adapters.formats.pdf_script import FORMAT


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (page(b"/X Do", form(b"/X Do /X Do", 6), names=b"/XObject << /X 6 0 R >>"), "page 1 of it"),
        (b"%PDF-1.7\nno more of it", "cannot be opened"),
        (pdf(CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"), "cannot be opened"),
        (pdf(CATALOG, b"<< /Type /Pages /Kids [8 0 R 9 0 R] /Count 2 >>"), "cannot be read"),
        (page(b"BT /F 12 Tf " + b"(A) Tj " * 30_000 + b"ET"), "cannot be read"),
    ],
)
def test_a_file_that_breaks_readers_is_refused_with_a_remedy(data: bytes, said: str) -> None:
    reading = FORMAT.read(data, "s.pdf")
    assert reading.screenplay is None
    assert [finding.rule for finding in reading.findings] == ["screenplay.broken-pdf"]
    assert said in reading.findings[0].message
    assert "Fountain or FDX" in reading.findings[0].remedy


def test_a_page_that_is_damaged_is_named_and_the_others_are_read() -> None:
    kids = b"<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>"
    good = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> >> >>"
    )
    reading = FORMAT.read(pdf(CATALOG, kids, good, stream(TWO_LINES), FONT), "s.pdf")
    assert reading.screenplay is not None
    assert reading.screenplay.scenes[0].heading.set == "KITCHEN"
    found = next(each for each in reading.findings if each.rule == "screenplay.broken-page")
    assert found.where == "page 2"


@pytest.mark.parametrize("box", [b"0 0 1e30 1e30", b"0 0 0 0", b"612 792 0 0", b"0 0 /a nan"])
def test_paper_of_impossible_sizes_reads_all_the_same(box: bytes) -> None:
    script = FORMAT.read(page(TWO_LINES, box=box), "s.pdf").screenplay
    assert script is not None
    assert script.scenes[0].heading.set == "KITCHEN"
