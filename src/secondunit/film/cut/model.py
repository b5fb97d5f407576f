"""The nouns of the cut."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.ids import SceneId, ShotId
from secondunit.core.stage import MediaRef
from secondunit.core.timecode import Frames, Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """One shot in the cut.

    Args:
        shot: The shot.
        scene: Its scene.
        number: Shot number (``12A``).
        slate: Slate of the take used, or "" when the panel stands in for it.
        media: The take or the panel.
        source_in: First frame used of the media.
        duration: Frames used.
        record_in: First frame in the cut.
    """

    shot: ShotId
    scene: SceneId
    number: str
    slate: str
    media: MediaRef
    source_in: Frames
    duration: Frames
    record_in: Frames


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The picture in order.

    Args:
        title: Title of the production.
        rate: Frame rate.
        clips: Gapless, from record frame 0.
        start: Timecode of the first frame, in frames (01:00:00:00).
    """

    title: str
    rate: Rate
    clips: tuple[Clip, ...]
    start: Frames

    @property
    def duration(self) -> Frames:
        """Length in frames."""
        return Frames(sum(clip.duration for clip in self.clips))
