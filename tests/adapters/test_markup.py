from collections.abc import Mapping

import pytest

from secondunit.adapters.markup import walk_html, walk_xml


class Heard:
    def __init__(self) -> None:
        self.words = ""
        self.names: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.names.append(name)

    def end(self, name: str) -> None:
        pass

    def text(self, data: str) -> None:
        self.words += data


def test_a_document_is_walked() -> None:
    heard = Heard()
    assert walk_xml(b"<a><b>x &amp; y</b></a>", heard) == ("", "")
    assert (heard.names, heard.words) == (["a", "b"], "x & y")


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>', "unsafe-xml"),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "unsafe-xml"),
        (b"<a>" * 200_000, "unsafe-xml"),
        (b"<a><b></a>", "broken-xml"),
        (b"", "broken-xml"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "encoding"),
    ],
)
def test_what_no_script_needs_or_is_broken_is_refused(data: bytes, rule: str) -> None:
    found, words = walk_xml(data, Heard())
    assert (found, bool(words)) == (rule, True)


def test_a_page_is_walked_with_its_attributes() -> None:
    tags = list(walk_html("<P CLASS='a b' id=x>Tom &amp; Ana<br></p><!-- no --> <"))
    assert [(tag.name, tag.closes, tag.text) for tag in tags] == [
        ("p", False, ""),
        ("", False, "Tom & Ana"),
        ("br", False, ""),
        ("p", True, ""),
        ("", False, " <"),
    ]
    assert dict(tags[0].attributes) == {"class": "a b", "id": "x"}
