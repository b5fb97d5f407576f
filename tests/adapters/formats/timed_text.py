"""What the tests of all timed-text formats share."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from tests.film.localisation.builder import listed

from secondunit.core.timecode import RATE_NAMES, Frames, Rate
from secondunit.film.localisation.model import DialogueList, Subtitle

GOLDEN = Path(__file__).parents[2] / "golden" / "localisation"
RATES = [Rate(numerator=pair[0], denominator=pair[1]) for pair in RATE_NAMES]
_CUE = re.compile(r"(\d+):(\d\d):(\d\d)[.,](\d{3}) --> (\d+):(\d\d):(\d\d)[.,](\d{3})\n(.+?)\n(?:\n|$)", re.S)  # fmt: skip  # noqa: E501

Cue = tuple[int, int, tuple[str, ...]]


def golden(name: str, data: bytes) -> bytes:
    """The golden file of that name, written anew when the golden files are being made."""
    path = GOLDEN / name
    if os.environ.get("SECONDUNIT_GOLDEN") == "write":
        path.write_bytes(data)
    return path.read_bytes()


def cues_of(document: DialogueList) -> list[Cue]:
    """Start, end and rows of every subtitle."""
    return [(each.start, each.end, each.rows) for each in document.subtitles]


def read_cues(text: str, rate: Rate) -> list[Cue]:
    """Start, end and rows of every cue of a SubRip or WebVTT file, in frames of a rate."""
    cues = []
    for hit in _CUE.finditer(text.replace("\r\n", "\n")):
        start, end = (_frame(hit.groups()[at : at + 4], rate) for at in (0, 4))
        cues.append((start, end, tuple(hit[9].split("\n"))))
    return cues


def whole_programme(rate: Rate, hours: int) -> DialogueList:
    """Subtitles of one frame, as close as they may be, spread over a long programme."""
    last = hours * 3600 * rate.nominal
    starts = [at + step for at in range(0, last, last // 150) for step in (0, 1, 2)]
    return replace(
        listed(rate),
        duration=Frames(last + 10),
        events=(),
        subtitles=tuple(
            Subtitle(
                number=number,
                start=Frames(start),
                end=Frames(start + 1),
                rows=(f"{number}",),
                events=(),
            )
            for number, start in enumerate(starts, start=1)
        ),
    )


def _frame(parts: tuple[str, ...], rate: Rate) -> int:
    hours, minutes, seconds, thousandths = map(int, parts)
    exact = (hours * 60 + minutes) * 60 + seconds + Fraction(thousandths, 1000)
    return int(rate.frames_in(exact))
