"""IMSC 1.1 text profile: subtitles for broadcast and streaming, timed in whole frames."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from secondunit.core.timecode import Rate
from secondunit.film.localisation.model import DialogueList, Subtitle

PROFILE = "http://www.w3.org/ns/ttml/profile/imsc1.1/text"
NAMESPACES = {
    "xmlns": "http://www.w3.org/ns/ttml",
    "xmlns:ttp": "http://www.w3.org/ns/ttml#parameter",
    "xmlns:tts": "http://www.w3.org/ns/ttml#styling",
}
STYLE = {
    "xml:id": "text",
    "tts:fontFamily": "proportionalSansSerif",
    "tts:fontSize": "80%",
    "tts:lineHeight": "125%",
    "tts:textAlign": "center",
    "tts:color": "white",
    "tts:textOutline": "black 5%",
}
"""42 characters at this size take about two thirds of a 16:9 picture's width, two rows 14 % of
its height, so both fit the region."""
REGION = {
    "xml:id": "foot",
    "tts:origin": "10% 80%",
    "tts:extent": "80% 15%",
    "tts:displayAlign": "after",
    "tts:showBackground": "whenActive",
}
"""The foot of the picture, inside the title-safe area."""
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, section 2.2."""


@dataclass(frozen=True, slots=True)
class Imsc:
    """Writes TTML by the IMSC 1.1 text profile.

    Times are frame counts in media time, from 0 at the first frame of the cut (``120f``), never
    timecode, so that nothing is rounded at any rate; 23.976 is 24 with the multiplier 1000/1001.

    Source: W3C TTML Profiles for Internet Media Subtitles and Captions 1.1; TTML2 section 12.3.1
    (offset time in frames).
    """

    key: str = "subtitles_imsc"
    suffix: str = ".ttml"
    media_type: str = "application/ttml+xml"

    def write(self, document: DialogueList) -> bytes:
        """The subtitles as UTF-8 XML, centred at the foot of the picture."""
        root = ET.Element("tt", {**NAMESPACES, **_parameters(document)})
        head = ET.SubElement(root, "head")
        ET.SubElement(ET.SubElement(head, "styling"), "style", STYLE)
        ET.SubElement(ET.SubElement(head, "layout"), "region", REGION)
        body = ET.SubElement(root, "body", {"region": "foot", "style": "text"})
        division = ET.SubElement(body, "div")
        for each in document.subtitles:
            _paragraph(division, each)
        ET.indent(root)
        text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
        return text + b"\n"


FORMAT = Imsc()


def _parameters(document: DialogueList) -> dict[str, str]:
    return {
        "xml:lang": document.language,
        "ttp:contentProfiles": PROFILE,
        "ttp:timeBase": "media",
        "ttp:frameRate": str(document.rate.nominal),
        "ttp:frameRateMultiplier": _multiplier(document.rate),
        "ttp:cellResolution": "32 15",
    }


def _multiplier(rate: Rate) -> str:
    """What the nominal rate is multiplied by.

    >>> _multiplier(Rate(numerator=24000, denominator=1001)), _multiplier(Rate(numerator=25))
    ('1000 1001', '1 1')
    """
    exact = rate.fraction / rate.nominal
    return f"{exact.numerator} {exact.denominator}"


def _paragraph(division: ET.Element, each: Subtitle) -> None:
    paragraph = ET.SubElement(
        division,
        "p",
        {"xml:id": f"s{each.number}", "begin": f"{each.start}f", "end": f"{each.end}f"},
    )
    paragraph.text = _legal(each.rows[0])
    for row in each.rows[1:]:
        ET.SubElement(paragraph, "br").tail = _legal(row)


def _legal(text: str) -> str:
    """Text with the replacement character where XML has none."""
    return _ILLEGAL.sub("\ufffd", text)
