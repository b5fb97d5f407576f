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
    LAST_FRAME = "last-frame"
    DEPTH = "depth"
    POSE = "pose"
    EDGES = "edges"
    MASKS = "masks"
    PERFORMANCE = "performance"
    REFERENCES = "references"
    PROMPT = "prompt"


class Modality(StrEnum):
    """What a provider makes, from what."""

    TEXT_TO_IMAGE = "text-to-image"
    IMAGE_TO_IMAGE = "image-to-image"
    TEXT_TO_VIDEO = "text-to-video"
    IMAGE_TO_VIDEO = "image-to-video"
    VIDEO_TO_VIDEO = "video-to-video"
    PERFORMANCE = "performance"


class Rung(StrEnum):
    """How tightly an order holds a provider to the shot, tightest first.

    Source: the degrade ladder of section 6 of the studio's page on generation.
    """

    PASSES = "passes"
    DRIVING_CLIP = "driving-clip"
    FRAMES = "first-and-last-frame"
    FIRST_FRAME = "first-frame"
    TEXT = "text"


class Lookup(StrEnum):
    """How an order whose answer was lost can be found again at the provider."""

    KEY = "idempotency-key"
    TAG = "client-tag"
    NONE = "none"


class Waiting(StrEnum):
    """How the result of an order is waited for."""

    ANSWERED = "answered"
    POLLED = "polled"
    MADE_HERE = "made-here"


class LifeStage(StrEnum):
    """Where a provider's model stands in its life."""

    ACTIVE = "active"
    LEGACY = "legacy"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """How long a model can be ordered from.

    Args:
        stage: As its provider says.
        ends_on: ISO date of its last day, or "".
        successor: The model that its provider names in its place, or "".
        source: Where this was read.
        checked_on: ISO date.
    """

    stage: LifeStage = LifeStage.ACTIVE
    ends_on: str = ""
    successor: str = ""
    source: str = ""
    checked_on: str = ""


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
        model: As the provider names it, or "" where it has one only.
        modalities: What it makes.
        lookup: How a lost order is found again; with none, a person has to look.
        most_references: Reference pictures it takes.
        currency: ISO 4217 of its price.
        trials_only: True when the adapter was tried only against our own reading of the
            provider's documents.
        waiting: How its result is waited for.
        needs: Controls without which it makes nothing.
        seconds: Lengths it sells, in whole seconds; empty for any.
        sizes: Sizes it makes (``1280x720``), the usual one first; empty for any.
        longest_prompt: Most characters of words it takes; 0 for no limit.
        price_per_second: In micro-units of the minor unit, of each second sold.
        price_per_take: In micro-units of the minor unit, whatever the length.
        lifecycle: How long it can be ordered.
        product: Which product of the provider this is, as its terms are kept.
        verify: True while nobody has confirmed price and limits against a contract.
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
    model: str = ""
    modalities: tuple[Modality, ...] = ()
    lookup: Lookup = Lookup.KEY
    most_references: int = 0
    currency: str = "USD"
    trials_only: bool = False
    waiting: Waiting = Waiting.POLLED
    needs: tuple[Control, ...] = ()
    seconds: tuple[int, ...] = ()
    sizes: tuple[str, ...] = ()
    longest_prompt: int = 0
    price_per_second: int = 0
    price_per_take: int = 0
    lifecycle: Lifecycle = Lifecycle()
    product: str = "api"
    verify: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Concession:
    """A control that the provider does not honour as such; recorded, never dropped.

    Args:
        control: What was asked.
        by: What stands in for it (words, a first frame, a pass), or None where nothing does.
        reason: Why, in words for people.
    """

    control: Control
    by: Control | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """One control pass or picture that a take is held to.

    Args:
        control: What it says.
        media: The picture or clip.
    """

    control: Control
    media: Digest


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
        take: Take number, from 1.
        model: The provider's model, or "" for its only one.
        rung: How tightly the shot is held to.
        prompt: Words derived from the spec and the character bible, or ""; never script text.
        guides: Passes and last frame, beside the first frame and the driving clip.
        references: Pictures of who and what is in it, in order.
        concessions: What was asked and is not honoured as such.
        size: Picture size ordered (``1280x720``), or "" where the provider has no choice of them.
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
    take: int = 1
    model: str = ""
    rung: Rung = Rung.TEXT
    prompt: str = ""
    guides: tuple[Guide, ...] = ()
    references: tuple[Digest, ...] = ()
    concessions: tuple[Concession, ...] = ()
    size: str = ""

    def media(self) -> tuple[Digest, ...]:
        """All that is handed to the provider beside the order itself."""
        frames = tuple(each for each in (self.first_frame, self.driving_clip) if each is not None)
        return (*frames, *(guide.media for guide in self.guides), *self.references)

    def held_by(self, control: Control) -> Digest | None:
        """The picture or clip that says a control, where the order asks for that control."""
        if control not in self.controls:
            return None
        if control is Control.FIRST_FRAME:
            return self.first_frame
        if control is Control.DRIVING_CLIP:
            return self.driving_clip
        return next((guide.media for guide in self.guides if guide.control is control), None)


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
