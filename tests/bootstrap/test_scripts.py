import pytest

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.bootstrap.scripts import script_formats, script_writer, script_writers
from secondunit.core.errors import InputError
from secondunit.pipeline.draft import ScriptFile, read_script


def test_every_format_the_readme_names_is_read_by_suffix_and_known_by_content() -> None:
    formats = script_formats()
    assert {suffix for each in formats for suffix in each.suffixes} >= {".fdx", ".fountain", ".pdf"}
    fdx = b'<?xml version="1.0"?><FinalDraft DocumentType="Script"><Content/></FinalDraft>'
    knows = [each.key for each in formats if each.is_format(fdx)]
    assert knows[:1] == ["fdx"]
    reading = read_script(ScriptFile(name="x", data=b"INT. A - DAY\n\nDust.\n"), formats)
    assert reading.screenplay is not None
    assert reading.screenplay.source_format == FORMAT.key


def test_no_two_formats_write_the_same_suffix() -> None:
    suffixes = [suffix for writer in script_writers() for suffix in writer.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert {".fountain", ".fdx", ".pdf", ".docx", ".html"} <= set(suffixes)


def test_what_cannot_be_written_is_refused_with_what_can() -> None:
    assert script_writer(".fdx").key == "fdx"
    for suffix in (".xyz", ""):
        with pytest.raises(InputError) as caught:
            script_writer(suffix)
        assert ".fountain" in caught.value.remedy
