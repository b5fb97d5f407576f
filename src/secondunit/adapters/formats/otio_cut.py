"""The cut as OpenTimelineIO, for any editing system that reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from secondunit.core.timecode import Rate
from secondunit.film.cut.model import Clip, Cut, CutDocument

if TYPE_CHECKING:
    import opentimelineio as otio

SPACE = "secondunit"
"""Our name in OTIO metadata."""


@dataclass(frozen=True, slots=True)
class OtioCut:
    """Writes one video track of clips with a marker at each scene's first frame.

    OTIO holds rates as floats, so the exact fraction stands in the metadata; frame numbers are
    whole and exact. A slug, or a clip whose media lies nowhere in the package, has a missing
    reference, which an editing system shows as offline; its metadata name what is missing.

    Source: OpenTimelineIO 0.18 (Timeline.1, Clip.2, Marker.2).
    """

    key: str = "otio_cut"
    suffix: str = ".otio"
    media_type: str = "application/json"

    def write(self, document: CutDocument) -> bytes:
        """The timeline as OTIO JSON, media by relative path."""
        import opentimelineio as otio

        cut = document.cut
        track = otio.schema.Track(name="V1", kind=otio.schema.TrackKind.Video)
        paths = dict(document.paths)
        decisions = dict(document.decisions)
        for clip in cut.clips:
            path = paths.get(clip.media.digest, "") if clip.media else ""
            made = _clip(clip, cut.rate, decisions.get(clip.shot, ""))
            made.media_reference = _reference(clip, cut.rate, path)
            track.append(made)
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


def _clip(clip: Clip, rate: Rate, decision: str) -> otio.schema.Clip:
    import opentimelineio as otio

    return otio.schema.Clip(
        name=clip.slate or clip.number,
        source_range=_range(clip.source_in, clip.duration, rate),
        metadata={
            SPACE: {
                "shot": clip.shot,
                "number": clip.number,
                "slate": clip.slate,
                "scene": clip.scene,
                "provider": clip.provider,
                "decision": decision,
            }
        },
    )


def _reference(clip: Clip, rate: Rate, path: str) -> otio.core.MediaReference:
    """Where the clip's media lies; a still is as long as it is held."""
    import opentimelineio as otio

    frames = clip.media_frames or clip.source_in + clip.duration
    available = _range(0, frames, rate)
    if clip.media is None:
        return otio.schema.MissingReference(name="slug", available_range=available)
    metadata = {
        SPACE: {
            "sha256": clip.media.digest,
            "media_type": clip.media.media_type,
            "byte_count": clip.media.byte_count,
            "name": clip.media.name,
            "frames": clip.media_frames,
        }
    }
    if not path:
        return otio.schema.MissingReference(
            name=clip.media.name, available_range=available, metadata=metadata
        )
    return otio.schema.ExternalReference(
        target_url=quote(path), available_range=available, metadata=metadata
    )


def _markers(cut: Cut, scenes: dict[str, str]) -> list[otio.schema.Marker]:
    import opentimelineio as otio

    markers = []
    before = ""
    for clip in cut.clips:
        if clip.scene != before:
            before = clip.scene
            markers.append(
                otio.schema.Marker(
                    name=scenes.get(clip.scene, clip.number),
                    marked_range=_range(clip.record_in, 1, cut.rate),
                    color=otio.schema.MarkerColor.CYAN,
                    metadata={SPACE: {"scene": clip.scene}},
                )
            )
    return markers
