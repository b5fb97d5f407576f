"""The nouns of generation: orders and takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from secondunit.core.ids import Digest, ShotId
from secondunit.core.money import Money
from secondunit.core.stage import MediaRef
from secondunit.core.timecode import Frames, Rate
from secondunit.film.shots.model import PanelRequest


class Control(StrEnum):
    """What an order can ask of a provider, and a provider can declare it honours."""

    FRAMING = "framing"
    CAMERA_MOVE = "camera-move"
    BLOCKING = "blocking"
    LIGHT = "light"
    SEED = "seed"
    DURATION = "duration"
    FIRST_FRAME = "first-frame"
    DRIVING_CLIP = "driving-clip"
    REFERENCES = "references"
    PROMPT = "prompt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a provider says it can do.

    Args:
        key: Name of the provider.
        version: Of its tool or model.
        media_type: What comes back.
        controls: Controls it honours; any other is refused, never dropped.
        max_frames: Longest take.
        deterministic: True when the same order gives the same bytes.
        leaves_the_machine: True when anything is sent elsewhere.
        trains_on_inputs: True when the provider may learn from what it is sent.
        price_per_frame: In micro-units of the currency's minor unit (0 for free).
    """

    key: str
    version: str
    media_type: str
    controls: tuple[Control, ...]
    max_frames: int
    deterministic: bool
    leaves_the_machine: bool
    trains_on_inputs: bool
    price_per_frame: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order for one take of one shot.

    Args:
        shot: The shot.
        number: As people call it (``12A``).
        provider: Key of the provider.
        seed: For what the shot leaves open (hand-held shake).
        duration: Frames.
        rate: Frame rate.
        controls: What must be honoured.
        spec: The shot as the renderer sees it; holds no script text.
        first_frame: The picture that the take opens on, by its digest; None for none.
        driving_clip: The move that the take follows frame for frame, by its digest; None for none.
    """

    shot: ShotId
    number: str
    provider: str
    seed: int
    duration: Frames
    rate: Rate
    controls: tuple[Control, ...]
    spec: PanelRequest
    first_frame: Digest | None = None
    driving_clip: Digest | None = None

    def media(self) -> tuple[Digest, ...]:
        """All that is handed to the provider beside the order itself."""
        return tuple(named for named in (self.first_frame, self.driving_clip) if named is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """What a provider gave back.

    Args:
        shot: The shot.
        number: Slate: shot number and take (``12A-1``).
        take: Take number, from 1.
        media: The clip.
        frames: Its length.
        rate: Its rate.
        provider: Who made it.
        version: Of the provider.
        seed: As ordered.
        inputs: Digest of the order.
        cost: What it cost.
        milliseconds: How long it took.
    """

    shot: ShotId
    number: str
    take: int
    media: MediaRef
    frames: Frames
    rate: Rate
    provider: str
    version: str
    seed: int
    inputs: Digest
    cost: Money
    milliseconds: int
