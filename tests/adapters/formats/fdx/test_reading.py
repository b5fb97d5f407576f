import pytest
from tests.adapters.formats.fdx.whole_script import find, read, whole_file

from secondunit.adapters.formats.fdx import FORMAT
from secondunit.adapters.formats.fdx.reading import read_walk
from secondunit.adapters.formats.fdx.walk import BrokenError

TEXT = whole_file().decode().replace("Rain on a tin roof.", "Café “noir” on a tin roof.")


def test_a_file_in_another_encoding_than_it_says_is_read_in_its_own() -> None:
    for encoding in ("windows-1252", "utf-16"):
        reading = FORMAT.read(TEXT.encode(encoding), "t.fdx")
        assert reading.screenplay is not None, encoding
        assert find(reading.screenplay, "Café “noir”")
        (warning,) = (f for f in reading.findings if f.rule == "screenplay.wrong-encoding")
        assert encoding in warning.message
        assert warning.remedy


def test_a_file_that_says_utf_16_and_is_not_is_read_as_what_it_is() -> None:
    data = TEXT.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode()
    script = FORMAT.read(data, "t.fdx").screenplay
    assert script is not None
    assert find(script, "Café “noir”")


def test_such_a_file_is_written_in_the_encoding_it_has() -> None:
    data = TEXT.encode("windows-1252")
    script = FORMAT.read(data, "t.fdx").screenplay
    assert script is not None
    assert FORMAT.write(script, data).data == data


def test_what_no_encoding_explains_stays_broken() -> None:
    with pytest.raises(BrokenError):
        read_walk(b"<FinalDraft>\x00\x81</FinalDraft>")


def test_sections_that_moved_are_found_and_unknown_ones_do_no_harm() -> None:
    data = whole_file()
    content = data[data.index(b"<Content>") : data.index(b"</Content>") + len(b"</Content>")]
    moved = data.replace(content, b"<Odd><Odder>x</Odder></Odd>", 1)
    moved = moved.replace(b"</FinalDraft>", content + b"</FinalDraft>")
    assert [line.text for line in read(moved).scenes[0].lines] == [
        line.text for line in read(data).scenes[0].lines
    ]
