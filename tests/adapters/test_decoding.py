import codecs

import pytest

from secondunit.adapters.decoding import LARGEST, decode

TEXT = "Übung\nÉLOÏSE 🎬 said"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_every_character_knows_its_byte(encoding: str) -> None:
    text = TEXT if encoding != "utf-16-le" else "plain words all through, and nothing else"
    data = text.encode(encoding)
    decoded = decode(data)
    assert decoded.text == text
    at = decoded.byte_at()
    word = data[at(text.index("s")) :].decode(decoded.encoding)
    assert word == text[text.index("s") :]
    assert at(len(text)) == len(data)


def test_windows_text_is_read_and_remarked_on() -> None:
    decoded = decode("ÉLOÏSE".encode("cp1252"))
    assert decoded.text == "ÉLOÏSE"
    assert "Windows-1252" in decoded.odd
    assert decoded.byte_at()(3) == 3


def test_a_damaged_file_has_no_known_bytes() -> None:
    decoded = decode(codecs.BOM_UTF8 + b"a\xff")
    assert decoded.odd
    assert decoded.byte_at()(0) == -1


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"PK\x03\x04", b"<?xml ?>", b"\x00\x01\x02", b"\x01" * 99]
)
def test_what_is_no_text_says_so(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.text is None
    assert decoded.odd.startswith("is ")


def test_more_text_than_scripts_hold_is_not_decoded() -> None:
    decoded = decode(b"a" * (LARGEST + 1))
    assert (decoded.text, decoded.rule) == (None, "too-large")
