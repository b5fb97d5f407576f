from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.adapters.formats.plain_text import FORMAT
from secondunit.film.screenplay.model import Screenplay

MESSY = """
          INT. CAFÉ - DAY

          Oren rings with his whole back, and at every single stroke
          the dust jumps.

                                   ÉLOÏSE
                    Did it speak to you when I was
                    away?

""" * 5  # fmt: skip
CLEAN = "INT. CAFÉ - DAY\n\nHe sits.\n\nÉLOÏSE\nNon… “jamais”.\n\n" * 5


def read(data: bytes) -> Screenplay:
    script = FORMAT.read(data, "t.txt").screenplay
    assert script is not None
    return script


def test_messy_text_is_read_by_its_looks_and_clean_text_as_fountain() -> None:
    assert read(MESSY.encode()).source_format == "plain-text"
    assert read(CLEAN.encode()).source_format == "fountain"
    assert FORMAT.is_format(MESSY.encode())
    assert not FORMAT.is_format(CLEAN.encode())


def test_lines_are_found_again_by_their_bytes() -> None:
    for encoding in ("utf-8", "utf-16", "cp1252"):
        data = MESSY.encode(encoding)
        for scene in read(data).scenes:
            for line in scene.lines:
                assert line.spot is not None
                there = data[line.spot.start : line.spot.end]
                if encoding != "utf-16":
                    assert line.text.split()[-1].encode(encoding) in there


def test_binary_files_are_refused_and_odd_encodings_told() -> None:
    assert FORMAT.read(b"PK\x03\x04", "t.txt").findings[0].rule == "screenplay.not-text"
    rules = {finding.rule for finding in FORMAT.read(MESSY.encode("cp1252"), "t.txt").findings}
    assert "screenplay.encoding" in rules


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    reading = FORMAT.read(data, "t.txt")
    assert reading.screenplay is not None or reading.findings
