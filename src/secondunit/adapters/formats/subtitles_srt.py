"""SubRip: the subtitle file that everything reads. Times count from the first frame of the cut."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from secondunit.core.timecode import Rate
from secondunit.film.localisation.model import DialogueList


@dataclass(frozen=True, slots=True)
class Srt:
    """Writes SubRip in UTF-8 without a byte order mark, with CRLF line ends as the first players
    expect. A millisecond is shorter than half a frame at every rate, so the frame can be read
    back.
    """

    key: str = "subtitles_srt"
    suffix: str = ".srt"
    media_type: str = "application/x-subrip"

    def write(self, document: DialogueList) -> bytes:
        """The subtitles; milliseconds are rounded to the nearest, so no two overlap."""
        blocks = []
        for each in document.subtitles:
            start, end = (_stamp(frames, document.rate) for frames in (each.start, each.end))
            blocks.append("\r\n".join([str(each.number), f"{start} --> {end}", *each.rows, ""]))
        return "\r\n".join(blocks).encode()


FORMAT = Srt()


def _stamp(frames: int, rate: Rate) -> str:
    """Hours to milliseconds of a frame.

    >>> _stamp(86400, Rate(numerator=24000, denominator=1001))
    '01:00:03,600'
    """
    milliseconds = int(rate.seconds_of(frames) * 1000 + Fraction(1, 2))
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d},{rest:03d}"
