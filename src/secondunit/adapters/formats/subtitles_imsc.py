"""IMSC 1.1 text profile: subtitles for broadcast and streaming, timed in whole frames."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from secondunit.film.localisation.model import DialogueList

TT = "http://www.w3.org/ns/ttml"
TTP = "http://www.w3.org/ns/ttml#parameter"
TTS = "http://www.w3.org/ns/ttml#styling"
XML = "http://www.w3.org/XML/1998/namespace"
PROFILE = "http://www.w3.org/ns/ttml/profile/imsc1.1/text"


@dataclass(frozen=True, slots=True)
class Imsc:
    """Writes TTML that conforms to the IMSC 1.1 text profile.

    Times are frame counts from the first frame of the cut (``120f``), so that nothing is rounded
    at any rate; 23.976 is 24 with the multiplier 1000/1001.

    Source: W3C TTML Profiles for Internet Media Subtitles and Captions 1.1.
    """

    key: str = "subtitles_imsc"
    suffix: str = ".ttml"
    media_type: str = "application/ttml+xml"

    def write(self, document: DialogueList) -> bytes:
        """The subtitles as UTF-8 XML, centred at the foot of the picture."""
        for prefix, name in (("", TT), ("ttp", TTP), ("tts", TTS)):
            ET.register_namespace(prefix, name)
        root = ET.Element(
            f"{{{TT}}}tt",
            {
                f"{{{XML}}}lang": document.language,
                f"{{{TTP}}}contentProfiles": PROFILE,
                f"{{{TTP}}}timeBase": "media",
                f"{{{TTP}}}frameRate": str(document.rate.nominal),
                f"{{{TTP}}}frameRateMultiplier": _multiplier(document),
                f"{{{TTP}}}cellResolution": "32 15",
            },
        )
        _head(root)
        body = ET.SubElement(root, f"{{{TT}}}body", {"region": "foot", "style": "text"})
        division = ET.SubElement(body, f"{{{TT}}}div")
        for each in document.subtitles:
            paragraph = ET.SubElement(
                division,
                f"{{{TT}}}p",
                {
                    f"{{{XML}}}id": f"s{each.number}",
                    "begin": f"{each.start}f",
                    "end": f"{each.end}f",
                },
            )
            paragraph.text = each.rows[0]
            for row in each.rows[1:]:
                ET.SubElement(paragraph, f"{{{TT}}}br").tail = row
        ET.indent(root)
        text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
        return text + b"\n"


FORMAT = Imsc()


def _multiplier(document: DialogueList) -> str:
    return "1000 1001" if document.rate.denominator == 1001 else "1 1"


def _head(root: ET.Element) -> None:
    head = ET.SubElement(root, f"{{{TT}}}head")
    styling = ET.SubElement(head, f"{{{TT}}}styling")
    ET.SubElement(
        styling,
        f"{{{TT}}}style",
        {
            f"{{{XML}}}id": "text",
            f"{{{TTS}}}fontFamily": "proportionalSansSerif",
            f"{{{TTS}}}fontSize": "100%",
            f"{{{TTS}}}textAlign": "center",
            f"{{{TTS}}}color": "white",
        },
    )
    layout = ET.SubElement(head, f"{{{TT}}}layout")
    ET.SubElement(
        layout,
        f"{{{TT}}}region",
        {
            f"{{{XML}}}id": "foot",
            f"{{{TTS}}}origin": "10% 80%",
            f"{{{TTS}}}extent": "80% 15%",
            f"{{{TTS}}}displayAlign": "after",
        },
    )
