import re
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from tests.film.localisation.test_spot import listed

from secondunit.adapters.formats.subtitles_imsc import FORMAT as IMSC
from secondunit.adapters.formats.subtitles_srt import FORMAT as SRT
from secondunit.adapters.formats.subtitles_vtt import FORMAT as VTT
from secondunit.core.timecode import RATE_NAMES, Rate

RATES = [Rate(numerator=n, denominator=d) for n, d in RATE_NAMES]
_STAMP = re.compile(r"(\d\d):(\d\d):(\d\d)[.,](\d{3})")


def _frames(text: str, rate: Rate) -> list[int]:
    found = []
    for hours, minutes, seconds, thousandths in _STAMP.findall(text):
        whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
        found.append(int(rate.frames_in(whole + Fraction(int(thousandths), 1000))))
    return found


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.name)
@pytest.mark.parametrize("written", [SRT, VTT], ids=["srt", "vtt"])
def test_every_frame_survives_the_milliseconds(written: object, rate: Rate) -> None:
    document = listed(rate)
    text = written.write(document).decode()  # type: ignore[attr-defined]  # one of two formats
    expected = [at for each in document.subtitles for at in (each.start, each.end)]
    assert _frames(text, rate) == expected


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.name)
def test_imsc_counts_in_frames_at_the_exact_rate(rate: Rate) -> None:
    document = listed(rate)
    root = ET.fromstring(IMSC.write(document))  # noqa: S314  our own output
    spans = [(p.get("begin"), p.get("end")) for p in root.iter("{http://www.w3.org/ns/ttml}p")]
    assert spans == [(f"{each.start}f", f"{each.end}f") for each in document.subtitles]
    parameter = "{http://www.w3.org/ns/ttml#parameter}"
    nominal = int(root.attrib[f"{parameter}frameRate"])
    times, per = map(int, root.attrib[f"{parameter}frameRateMultiplier"].split())
    assert Fraction(nominal * times, per) == rate.fraction


def test_subrip_is_numbered_and_ends_its_lines_as_old_players_expect() -> None:
    text = SRT.write(listed()).decode()
    assert text.startswith("1\r\n00:00:02,000 --> ")
    assert "\n" not in text.replace("\r\n", "")


def test_markup_in_a_speech_is_escaped_in_webvtt() -> None:
    from dataclasses import replace

    document = listed()
    first = replace(document.subtitles[0], rows=("a < b & c",))
    text = VTT.write(replace(document, subtitles=(first,))).decode()
    assert "a &lt; b &amp; c" in text
