from dataclasses import replace

import pytest
from tests.adapters.formats.timed_text import RATES, cues_of, golden, read_cues, whole_programme
from tests.film.localisation.builder import listed

from secondunit.adapters.formats.subtitles_vtt import FORMAT
from secondunit.core.timecode import Rate


def test_the_golden_webvtt_is_as_agreed() -> None:
    written = FORMAT.write(listed())
    assert written == golden("toast.vtt", written)


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.name)
def test_every_frame_and_row_survives_the_milliseconds(rate: Rate) -> None:
    for document in (listed(rate), whole_programme(rate, hours=3)):
        assert read_cues(FORMAT.write(document).decode(), rate) == cues_of(document)


def test_markup_in_a_speech_is_escaped() -> None:
    document = listed()
    first = replace(document.subtitles[0], rows=("a < b & c --> d",))
    text = FORMAT.write(replace(document, subtitles=(first,))).decode()
    assert "a &lt; b &amp; c --&gt; d" in text


def test_the_file_says_what_it_is_before_anything_else() -> None:
    lines = FORMAT.write(listed()).decode().split("\n")
    assert lines[:4] == ["WEBVTT", "", "NOTE language en", ""]
