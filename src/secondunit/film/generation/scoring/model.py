"""The nouns of scoring: aspects, faults, scores and the marks that show where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from secondunit.core.ids import Digest
from secondunit.core.stage import MediaRef


class Aspect(StrEnum):
    """What a take is judged by, each apart; there is no number for the whole of it."""

    TECHNICAL = "technical"
    FRAMING = "framing"
    CAMERA = "camera"
    BLOCKING = "blocking"
    WARDROBE = "wardrobe"
    POSE = "pose"
    STYLE = "style"
    IDENTITY = "identity"


class Fault(StrEnum):
    """What can be wrong with a take."""

    UNREADABLE = "unreadable"
    LENGTH = "wrong length"
    RATE = "wrong rate"
    SHAPE = "wrong shape"
    BLANK = "blank"
    BLACK = "black"
    FROZEN = "frozen"
    DUPLICATES = "doubled frames"
    FLICKER = "flicker"
    BANDING = "banding"
    MIRRORED = "mirrored"
    MISFRAMED = "misframed"
    MOVE = "wrong move"
    MISSING = "person missing"
    EXTRA = "person too many"
    SWAPPED = "people swapped"
    SCALE = "wrong scale"
    WARDROBE = "wrong wardrobe"
    LIMB = "wrong pose"
    STYLE = "off style"
    STRANGER = "another face"


HARD = frozenset(
    {
        Fault.UNREADABLE,
        Fault.LENGTH,
        Fault.RATE,
        Fault.SHAPE,
        Fault.BLANK,
        Fault.BLACK,
        Fault.FROZEN,
        Fault.MIRRORED,
        Fault.MISSING,
        Fault.EXTRA,
        Fault.SWAPPED,
    }
)
"""Faults that no grade, reframe or trim mends: a take with one is ranked after all others.

Source: section 7 of the studio's page on generation (mirror, wrong count, swap, wrong duration).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceMark:
    """A place in the picture that a score speaks of.

    Args:
        frame: The frame, from 0.
        box: Left, top, right and bottom, as shares of the open window.
        expected: What was asked for there, in a few words.
        came: What came.
        expected_colour: sRGB, or None where colour is not the point.
        came_colour: sRGB.
        wrong: True for a fault; False only says where it was looked.
    """

    frame: int
    box: tuple[float, float, float, float]
    expected: str = ""
    came: str = ""
    expected_colour: tuple[int, int, int] | None = None
    came_colour: tuple[int, int, int] | None = None
    wrong: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number behind a score, with its unit in its name (``shift_px``)."""

    name: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What was found of one aspect.

    Args:
        aspect: Which.
        value: 0 to 1, how sure that this aspect is as asked; None where it was not assessed.
        said: One sentence for people: what came against what was asked, or why it was not assessed.
        measures: The numbers behind it.
        faults: What is wrong.
        marks: Where it is seen.
        overlay: The picture that shows it, once it is drawn.
    """

    aspect: Aspect
    value: float | None
    said: str
    measures: tuple[Measure, ...] = ()
    faults: tuple[Fault, ...] = ()
    marks: tuple[EvidenceMark, ...] = ()
    overlay: MediaRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeScores:
    """All that was found of one take.

    Args:
        take: Digest of its order.
        media: What was looked at.
        scorer: Version of the scorer.
        calibration: Date and digest of the calibration that its numbers rest on.
        frames: Frames that were looked at closely.
        scores: One for each aspect, in the order of the aspects.
        probability: 0 to 1, that the take is what was ordered, as calibrated on synthetic takes;
            None where nothing but technical faults could be looked at.
        strip: Small pictures of those frames side by side, or None.
    """

    take: Digest
    media: Digest
    scorer: str
    calibration: str
    frames: tuple[int, ...]
    scores: tuple[Score, ...]
    probability: float | None = None
    strip: MediaRef | None = None

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All faults, aspect by aspect."""
        return tuple(fault for score in self.scores for fault in score.faults)

    @property
    def hard(self) -> tuple[Fault, ...]:
        """Those that keep the take from being proposed before a take without."""
        return tuple(fault for fault in self.faults if fault in HARD)

    @property
    def unassessed(self) -> tuple[Aspect, ...]:
        """What nobody has looked at: a person must."""
        return tuple(score.aspect for score in self.scores if score.value is None)

    def score(self, aspect: Aspect) -> Score:
        """The score of an aspect; one that says so where it was not assessed."""
        for each in self.scores:
            if each.aspect is aspect:
                return each
        return not_assessed(aspect, "not looked at")


def not_assessed(aspect: Aspect, why: str) -> Score:
    """A score that says that there is none."""
    return Score(aspect=aspect, value=None, said=f"not assessed: {why}")
