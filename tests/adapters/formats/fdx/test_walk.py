import pytest
from tests.adapters.formats.fdx.whole_script import whole_file

from secondunit.adapters.formats.fdx.walk import (
    BrokenError,
    ForbiddenError,
    UnknownEncodingError,
    walk,
)


def test_every_paragraph_aside_and_section_knows_its_bytes() -> None:
    data = whole_file()
    found = walk(data)
    for each in found.paragraphs:
        piece = data[each.start : each.end]
        assert piece.startswith(b"<Paragraph")
        assert piece.endswith(b"</Paragraph>")
        for start, words in each.texts:
            assert data[start:].startswith(b"<Text")
            assert words.split(" ")[0].split("&")[0].encode() in data[start:]
    for aside in found.asides:
        assert data[aside.start : aside.end].endswith(f"</{aside.element}>".encode())
    for section in found.sections:
        piece = data[section.start : section.end]
        assert piece.startswith(f"<{section.name}".encode())
        assert piece.endswith((f"</{section.name}>".encode(), b"/>"))


def test_elements_that_close_themselves_end_where_they_begin_to() -> None:
    data = b"<FinalDraft><Content><Paragraph Type='a>b'/><Paragraph/></Content><X/></FinalDraft>"
    found = walk(data)
    assert [data[p.start : p.end] for p in found.paragraphs] == [
        b"<Paragraph Type='a>b'/>",
        b"<Paragraph/>",
    ]
    assert data[found.sections[1].start : found.sections[1].end] == b"<X/>"


def test_what_no_script_needs_is_refused() -> None:
    with pytest.raises(ForbiddenError, match="document type"):
        walk(b'<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><FinalDraft/>')
    with pytest.raises(ForbiddenError, match="nested"):
        walk(b"<FinalDraft>" + b"<a>" * 200_000)


def test_a_broken_file_says_where() -> None:
    with pytest.raises(BrokenError) as caught:
        walk(b"<FinalDraft>\n<Content></FinalDraft>")
    assert (caught.value.line, caught.value.byte) == (2, 24)
    with pytest.raises(UnknownEncodingError):
        walk(b'<?xml version="1.0" encoding="none-such"?><FinalDraft/>')


def test_other_wordings_of_a_line_are_named_at_it() -> None:
    found = walk(whole_file())
    (line,) = (each for each in found.paragraphs if each.alternates)
    assert (line.alternates, line.alternate) == (["8", "9"], 1)
