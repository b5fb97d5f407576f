from dataclasses import replace
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from tests.adapters.formats.timed_text import RATES, Cue, cues_of, golden
from tests.film.localisation.builder import STYLE, listed

from secondunit.adapters.formats.subtitles_imsc import FORMAT
from secondunit.core.timecode import Rate
from secondunit.film.localisation.model import DialogueList

TT = "{http://www.w3.org/ns/ttml}"
TTP = "{http://www.w3.org/ns/ttml#parameter}"
TTS = "{http://www.w3.org/ns/ttml#styling}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def _root(document: DialogueList) -> ET.Element:
    return ET.fromstring(FORMAT.write(document))  # noqa: S314  our own output


def _read(root: ET.Element) -> list[Cue]:
    cues = []
    for each in root.iter(f"{TT}p"):
        begin, end = each.attrib["begin"], each.attrib["end"]
        assert begin[-1] == end[-1] == "f"
        rows = [each.text or "", *(row.tail or "" for row in each.iter(f"{TT}br"))]
        cues.append((int(begin[:-1]), int(end[:-1]), tuple(row.strip() for row in rows)))
    return cues


def test_the_golden_imsc_is_as_agreed() -> None:
    written = FORMAT.write(listed(Rate(numerator=24000, denominator=1001)))
    assert written == golden("toast.ttml", written)


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.name)
def test_it_counts_in_frames_at_the_exact_rate(rate: Rate) -> None:
    document = listed(rate)
    root = _root(document)
    assert _read(root) == cues_of(document)
    times, per = map(int, root.attrib[f"{TTP}frameRateMultiplier"].split())
    assert Fraction(int(root.attrib[f"{TTP}frameRate"]) * times, per) == rate.fraction


def test_profile_language_and_time_base_are_declared() -> None:
    root = _root(listed())
    profile = root.attrib[f"{TTP}contentProfiles"]
    assert profile == "http://www.w3.org/ns/ttml/profile/imsc1.1/text"
    assert root.attrib[f"{XML}lang"] == "en"
    assert root.attrib[f"{TTP}timeBase"] == "media"


def test_what_is_named_is_there_and_every_id_is_unique() -> None:
    root = _root(listed())
    ids = [each.attrib[f"{XML}id"] for each in root.iter() if f"{XML}id" in each.attrib]
    assert len(ids) == len(set(ids))
    body = root.find(f"{TT}body")
    assert body is not None
    assert {body.attrib["region"], body.attrib["style"]} <= set(ids)


def test_two_full_rows_fit_the_region() -> None:
    root = _root(listed())
    style, region = next(root.iter(f"{TT}style")), next(root.iter(f"{TT}region"))
    _, cells = root.attrib[f"{TTP}cellResolution"].split()
    percent = [
        Fraction(style.attrib[f"{TTS}{name}"].strip("%")) / 100
        for name in ("fontSize", "lineHeight")
    ]
    row = percent[0] * percent[1] / int(cells)
    width, height = (
        Fraction(part.strip("%")) / 100 for part in region.attrib[f"{TTS}extent"].split()
    )
    assert STYLE.max_rows * row <= height
    # A character of a proportional face is about half as wide as it is high.
    glyphs = STYLE.max_characters * Fraction(1, 2) * percent[0] / int(cells)
    assert glyphs * Fraction(9, 16) <= width


def test_markup_and_what_xml_cannot_hold_are_made_safe() -> None:
    document = listed()
    first = replace(document.subtitles[0], rows=("a < b & c", "bell\x07"))
    root = _root(replace(document, subtitles=(first,)))
    assert _read(root)[0][2] == ("a < b & c", "bell\ufffd")
