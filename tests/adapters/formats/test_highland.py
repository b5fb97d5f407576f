import pytest
from tests.adapters.formats.zips import bomb, zipped

from secondunit.adapters.formats.highland import FORMAT

TEXT = "Title: The Bell\n\nINT. LAB - DAY\n\nHe sits.\n\nANA\nYes.\n"


def bundle(text: str | bytes = TEXT, name: str = "The Bell.textbundle/text.fountain") -> bytes:
    return zipped({"The Bell.textbundle/info.json": "{}", name: text})


@pytest.mark.parametrize("name", ["a.textbundle/text.fountain", "text.md", "x/text.txt"])
def test_the_text_of_the_bundle_is_fountain(name: str) -> None:
    script = FORMAT.read(bundle(name=name), "t.highland").screenplay
    assert script is not None
    assert script.title == "The Bell"
    assert [line.kind.value for line in script.scenes[0].lines] == [
        "heading",
        "action",
        "cue",
        "dialogue",
    ]
    assert FORMAT.is_format(bundle(name=name))


def test_hidden_characters_are_told() -> None:
    rules = {f.rule for f in FORMAT.read(bundle(TEXT.replace("ANA", "A\u200bNA")), "t").findings}
    assert "screenplay.hidden-characters" in rules


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (TEXT.encode(), "not-highland"),
        (zipped({"info.json": "{}"}), "not-highland"),
        (bomb("text.md"), "zip-bomb"),
        (bundle(zipped({"a": "b"})), "nested-zip"),
        (zipped({"text.md": "a", "more.tar.gz": b""}), "nested-zip"),
        (bundle(b"\x00\x01\x02\x03"), "not-text"),
    ],
)
def test_bad_files_are_refused_with_a_reason(data: bytes, rule: str) -> None:
    reading = FORMAT.read(data, "t.highland")
    assert reading.screenplay is None
    assert reading.findings[0].rule == f"screenplay.{rule}"
