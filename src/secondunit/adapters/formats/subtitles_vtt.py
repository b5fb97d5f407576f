"""WebVTT: subtitles for the web. Times count from the first frame of the cut."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from secondunit.core.timecode import Rate
from secondunit.film.localisation.model import DialogueList


@dataclass(frozen=True, slots=True)
class WebVtt:
    """Writes WebVTT with a language note and one cue a subtitle."""

    key: str = "subtitles_vtt"
    suffix: str = ".vtt"
    media_type: str = "text/vtt"

    def write(self, document: DialogueList) -> bytes:
        """The subtitles.

        Source: W3C WebVTT, section 4 (syntax): ``&``, ``<`` and ``>`` are escaped in cue text.
        """
        blocks = [f"WEBVTT\n\nNOTE language {document.language}\n"]
        for each in document.subtitles:
            start, end = (_stamp(frames, document.rate) for frames in (each.start, each.end))
            rows = "\n".join(_escape(row) for row in each.rows)
            blocks.append(f"{each.number}\n{start} --> {end}\n{rows}\n")
        return "\n".join(blocks).encode()


FORMAT = WebVtt()


def _stamp(frames: int, rate: Rate) -> str:
    milliseconds = int(rate.seconds_of(frames) * 1000 + Fraction(1, 2))
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:03d}"


def _escape(row: str) -> str:
    return row.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
