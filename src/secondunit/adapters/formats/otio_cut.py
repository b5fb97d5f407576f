"""The cut as OpenTimelineIO, for any editing system that reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from secondunit.core.timecode import Rate
from secondunit.film.cut.model import Clip, Cut, CutDocument, SoundKind, SoundSlot

if TYPE_CHECKING:
    import opentimelineio as otio

SPACE = "secondunit"
"""Our name in OTIO metadata."""


@dataclass(frozen=True, slots=True)
class OtioCut:
    """Writes one video track of clips with a marker at each scene's first frame, and a sound track
    for each kind of temp sound, whose slots are offline until they are recorded.

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
        timeline.tracks.extend(_sound_tracks(document))
        for marker in _markers(cut, {str(scene): name for scene, name in document.scenes}):
            timeline.tracks.markers.append(marker)
        text: str = otio.adapters.write_to_string(timeline, "otio_json", indent=2)
        return f"{text}\n".encode()


FORMAT = OtioCut()


def _sound_tracks(document: CutDocument) -> list[otio.schema.Track]:
    """A track for each kind of temp sound; what overlaps goes to a second track of its kind."""
    import opentimelineio as otio

    rate = document.cut.rate
    lanes: dict[tuple[SoundKind, int], list[SoundSlot]] = {}
    for slot in document.slots:
        lane = 1
        while (held := lanes.setdefault((slot.kind, lane), [])) and held[-1].end > slot.start:
            lane += 1
        held.append(slot)
    tracks = []
    for (kind, lane), slots in sorted(lanes.items()):
        name = kind.value if lane == 1 else f"{kind.value} {lane}"
        track = otio.schema.Track(name=name, kind=otio.schema.TrackKind.Audio)
        at = 0
        for slot in slots:
            if slot.start > at:
                track.append(otio.schema.Gap(source_range=_range(0, slot.start - at, rate)))
            track.append(_slot(slot, rate))
            at = slot.end
        tracks.append(track)
    return tracks


def _slot(slot: SoundSlot, rate: Rate) -> otio.schema.Clip:
    import opentimelineio as otio

    length = _range(0, slot.end - slot.start, rate)
    return otio.schema.Clip(
        name=slot.name,
        source_range=length,
        media_reference=otio.schema.MissingReference(name="temp sound", available_range=length),
        metadata={SPACE: {"scene": slot.scene, "words": slot.words}},
    )


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
