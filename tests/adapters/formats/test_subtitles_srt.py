from dataclasses import replace
from itertools import pairwise

import pytest
from tests.adapters.formats.timed_text import RATES, cues_of, golden, read_cues, whole_programme
from tests.film.localisation.builder import listed

from secondunit.adapters.formats.subtitles_srt import FORMAT
from secondunit.core.timecode import Rate


def test_the_golden_subrip_is_as_agreed() -> None:
    written = FORMAT.write(listed())
    assert written == golden("toast.srt", written)


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.name)
def test_every_frame_and_row_survives_the_milliseconds(rate: Rate) -> None:
    for document in (listed(rate), whole_programme(rate, hours=3)):
        assert read_cues(FORMAT.write(document).decode(), rate) == cues_of(document)


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.name)
def test_rounding_never_makes_two_subtitles_overlap(rate: Rate) -> None:
    text = FORMAT.write(whole_programme(rate, hours=3)).decode()
    stamps = [line.split(" --> ") for line in text.split("\r\n") if " --> " in line]
    assert all(before[1] <= after[0] for before, after in pairwise(stamps))


def test_lines_end_as_old_players_expect() -> None:
    text = FORMAT.write(listed()).decode()
    assert text.startswith("1\r\n00:00:02,000 --> ")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_a_list_without_subtitles_is_an_empty_file() -> None:
    assert FORMAT.write(replace(listed(), subtitles=())) == b""
