from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from secondunit.adapters.formats.fdx.markup import codec_of, element, leaf, set_attribute

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)


@given(TEXT, TEXT)
def test_whatever_is_written_is_well_formed_and_nothing_visible_is_lost(
    words: str, value: str
) -> None:
    markup = element("P", [("Name", value)], leaf("Text", (), words))
    read = ET.fromstring(markup)  # noqa: S314  our own markup
    written = (read.findtext("Text") or "", read.get("Name") or "")
    for before, after in zip((words, value), written, strict=True):
        assert [c for c in before if c.isalnum()] == [c for c in after if c.isalnum()]


def test_an_attribute_is_set_changed_and_taken_away() -> None:
    tag = "<P Type='a>b' Number = \"1\" ><x Number='9'/></P>"
    assert set_attribute(tag, "Number", "2") == "<P Type='a>b' Number=\"2\" ><x Number='9'/></P>"
    assert set_attribute(tag, "Number", None) == "<P Type='a>b' ><x Number='9'/></P>"
    assert set_attribute("<P/>", "Type", "&") == '<P Type="&amp;"/>'


def test_the_encoding_is_what_the_file_is_in() -> None:
    head = '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'
    assert codec_of(head.encode(), None) == "ISO-8859-1"
    assert codec_of(head.encode(), "windows-1252") == "windows-1252"
    assert codec_of(head.encode("utf-16"), None) == "utf-16-le"
    assert codec_of(b"<a/>", None) == "utf-8"
