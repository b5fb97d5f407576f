"""The nouns of the cut."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from secondunit.core.ids import Digest, SceneId, ShotId
from secondunit.core.stage import MediaRef
from secondunit.core.timecode import Frames, Rate

STILL = Frames(0)
"""Length of what can be held for any time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BurnIn:
    """What is written under a panel in the animatic.

    Args:
        scene: Scene number and heading.
        shot: Shot number.
        framing: Size and lens (``MCU · 50 mm``).
        duration: Seconds and frames (``3:12``).
    """

    scene: str
    shot: str
    framing: str
    duration: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentRequest:
    """One shot of the animatic to be encoded.

    Args:
        panel: Digest of the panel.
        frames: How long it is held.
        rate: Frame rate.
        burn_in: What is written under it.
        clip: Digest of the move that is shown instead of the panel, or None.
    """

    panel: Digest
    frames: Frames
    rate: Rate
    burn_in: BurnIn
    clip: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinRequest:
    """Clips of one encoder to be joined end to end."""

    clips: tuple[Digest, ...]
    rate: Rate
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipReply:
    """What a performer answers for a clip it made: its length, counted in the clip itself."""

    frames: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One shot of the animatic."""

    shot: ShotId
    media: MediaRef
    frames: Frames


@dataclass(frozen=True, slots=True, kw_only=True)
class Animatic:
    """The boards in time.

    Args:
        media: The film.
        rate: Its rate.
        frames: Its length.
    """

    media: MediaRef
    rate: Rate
    frames: Frames


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """One shot in the cut.

    Args:
        shot: The shot.
        scene: Its scene.
        number: Shot number (``12A``).
        slate: Slate of the take used, or "" when something stands in for it.
        media: The take, or the panel; None for a slug: time held for a picture yet to come.
        source_in: First frame used of the media.
        duration: Frames used.
        record_in: First frame in the cut.
        media_frames: Length of the media; 0 for a still, which can be held for any time.
        provider: Who made the take, with the version of the tool or model; "" for a panel.
    """

    shot: ShotId
    scene: SceneId
    number: str
    slate: str
    media: MediaRef | None
    source_in: Frames
    duration: Frames
    record_in: Frames
    media_frames: Frames = STILL
    provider: str = ""


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


class SoundKind(StrEnum):
    """Tracks of temp sound."""

    DIALOGUE = "dialogue"
    EFFECT = "effect"
    MUSIC = "music"


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundSlot:
    """A stretch of the cut in which something is heard.

    Args:
        kind: The track it belongs to.
        name: Who speaks, or what is heard.
        words: What is said, or "".
        scene: Scene number.
        start: First frame, counted from the first frame of the cut.
        end: One past the last.
    """

    kind: SoundKind
    name: str
    words: str
    scene: str
    start: Frames
    end: Frames


@dataclass(frozen=True, slots=True, kw_only=True)
class CutDocument:
    """A cut with what an editing system needs beside it.

    Args:
        cut: The cut.
        paths: Where each clip's media lies in the package, by its digest.
        scenes: Number and heading of each scene, for markers.
        status: ``PROPOSED`` or who approved it.
        decisions: What was decided about a shot's take, in words, by its shot.
        slots: What is to be heard when, in the order of the cut.
    """

    cut: Cut
    paths: tuple[tuple[Digest, str], ...]
    scenes: tuple[tuple[SceneId, str], ...]
    status: str = ""
    decisions: tuple[tuple[ShotId, str], ...] = ()
    slots: tuple[SoundSlot, ...] = ()
