"""The cut as OpenTimelineIO, for any editing system that reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondunit.core.ids import Digest
from secondunit.core.timecode import Rate
from secondunit.film.cut.model import Clip, Cut, CutDocument

if TYPE_CHECKING:
    import opentimelineio as otio

SPACE = "secondunit"
"""Our name in OTIO metadata."""


@dataclass(frozen=True, slots=True)
class OtioCut:
    """Writes one video track of clips with a marker at each scene's first frame.

    OTIO holds rates as floats, so the exact fraction stands in the metadata; the frame numbers
    are whole and exact.
    """

    key: str = "otio_cut"
    suffix: str = ".otio"
    media_type: str = "application/json"

    def write(self, document: CutDocument) -> bytes:
        """The timeline as OTIO JSON, media by relative path."""
        import opentimelineio as otio

        cut = document.cut
        paths = dict(document.paths)
        track = otio.schema.Track(name="V1", kind=otio.schema.TrackKind.Video)
        for clip in cut.clips:
            track.append(_clip(clip, cut.rate, paths))
        timeline = otio.schema.Timeline(
            name=cut.title,
            global_start_time=_time(cut.start, cut.rate),
            metadata={
                SPACE: {
                    "rate": f"{cut.rate.numerator}/{cut.rate.denominator}",
                    "status": document.status,
                }
            },
        )
        timeline.tracks.append(track)
        for marker in _markers(cut, {str(scene): name for scene, name in document.scenes}):
            timeline.tracks.markers.append(marker)
        text: str = otio.adapters.write_to_string(timeline, "otio_json", indent=2)
        return f"{text}\n".encode()


FORMAT = OtioCut()


def _time(frames: int, rate: Rate) -> otio.opentime.RationalTime:
    import opentimelineio as otio

    return otio.opentime.RationalTime(frames, rate.numerator / rate.denominator)


def _range(start: int, frames: int, rate: Rate) -> otio.opentime.TimeRange:
    import opentimelineio as otio

    return otio.opentime.TimeRange(_time(start, rate), _time(frames, rate))


def _clip(clip: Clip, rate: Rate, paths: Mapping[Digest, str]) -> otio.schema.Clip:
    import opentimelineio as otio

    media: otio.schema.MediaReference = otio.schema.MissingReference()
    if clip.media is not None:
        media = otio.schema.ExternalReference(
            target_url=paths.get(clip.media.digest, clip.media.name),
            available_range=_range(0, clip.source_in + clip.duration, rate),
        )
    return otio.schema.Clip(
        name=clip.slate or clip.number,
        source_range=_range(clip.source_in, clip.duration, rate),
        media_reference=media,
        metadata={
            SPACE: {
                "shot": clip.shot,
                "number": clip.number,
                "slate": clip.slate,
                "scene": clip.scene,
                "sha256": clip.media.digest if clip.media else "",
            }
        },
    )


def _markers(cut: Cut, scenes: dict[str, str]) -> list[otio.schema.Marker]:
    import opentimelineio as otio

    markers = []
    before = ""
    for clip in cut.clips:
        if clip.scene != before:
            before = clip.scene
            marked = _range(clip.record_in, 1, cut.rate)
            name = scenes.get(clip.scene, "")
            markers.append(otio.schema.Marker(name=name, marked_range=marked, color="CYAN"))
    return markers
