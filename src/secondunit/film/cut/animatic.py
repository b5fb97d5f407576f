"""The boards in time: each panel held for its shot's length or moving, at an exact rate.

Two stages, so that a changed shot is encoded alone: segments first, then one join that encodes
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.errors import AnswerUnreadable
from secondunit.core.evidence import from_answer
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import ItemId, ShotId, digest, read_json, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask, MediaRef, ask
from secondunit.core.timecode import Frames, Rate, timecode
from secondunit.film.cut.model import (
    Animatic,
    BurnIn,
    ClipReply,
    JoinRequest,
    Segment,
    SegmentRequest,
)
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.shots.model import Panel, ShotSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentInputs:
    """Shots in script order, their panels, and the script they are of."""

    screenplay: Screenplay
    shots: tuple[ShotSpec, ...]
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnimaticInputs:
    """Segments in the order of the script, and their rate."""

    title: str
    segments: tuple[Segment, ...]
    rate: Rate


def burn_in(shot: ShotSpec, scene: str) -> BurnIn:
    """What stands under a panel: scene, shot, size and lens, seconds and frames."""
    seconds, frames = divmod(shot.duration, shot.rate.nominal)
    return BurnIn(
        scene=scene,
        shot=shot.number,
        framing=f"{shot.size.value} · {shot.lens.focal_mm:g} mm",
        duration=f"{seconds}:{frames:02d}",
    )


class SegmentStage:
    """Encodes each shot for its length: its panel held, or its move as it was drawn."""

    key = "cut.segment"
    version = 2

    def plan(self, inputs: SegmentInputs) -> Sequence[Ask]:
        """One ask a shot that has a panel; a shot that is the same is not encoded again."""
        return [
            ask(
                "segment",
                shot.number,
                SegmentRequest(
                    panel=panel.media.digest,
                    frames=shot.duration,
                    rate=shot.rate,
                    burn_in=burn_in(shot, scene),
                    clip=panel.clip.digest if panel.clip is not None else None,
                ),
            )
            for shot, panel, scene in _drawn(inputs)
        ]

    def propose(self, inputs: SegmentInputs, answers: Sequence[Answer]) -> Proposal[Segment]:
        """The segments in the order of the script.

        Raises:
            AnswerUnreadable: An answer carries no clip, or one of another length.
        """
        drawn = _drawn(inputs)
        items = []
        for (shot, _, _), answer in zip(drawn, answers, strict=True):
            media, frames = read_clip(answer, f"shot {shot.number}", shot.duration)
            items.append(
                Item(
                    id=ItemId(stable_id("segment", shot.id)),
                    label=f"Shot {shot.number} · {frames} frames",
                    fact=Segment(shot=shot.id, media=media, frames=frames),
                    evidence=(from_answer(answer.ask, "cut.segment"),),
                )
            )
        have = {shot.id for shot, _, _ in drawn}
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=tuple(items),
            findings=tuple(_no_panel(shot) for shot in inputs.shots if shot.id not in have),
        )


class AnimaticStage:
    """Joins the segments."""

    key = "cut.animatic"
    version = 1

    def plan(self, inputs: AnimaticInputs) -> Sequence[Ask]:
        """One join of all segments; nothing when there are none."""
        if not inputs.segments:
            return ()
        clips = tuple(segment.media.digest for segment in inputs.segments)
        return [
            ask("join", "animatic", JoinRequest(clips=clips, rate=inputs.rate, name="animatic"))
        ]

    def propose(self, inputs: AnimaticInputs, answers: Sequence[Answer]) -> Proposal[Animatic]:
        """The animatic, exactly as long as its segments together.

        Raises:
            AnswerUnreadable: The answer carries no film, or one of another length.
        """
        wanted = Frames(sum(segment.frames for segment in inputs.segments))
        items = []
        for answer in answers:
            media, frames = read_clip(answer, "animatic", wanted)
            length = timecode(frames, inputs.rate)
            items.append(
                Item(
                    id=ItemId(stable_id("animatic", "main")),
                    label=f"Animatic · {length} at {inputs.rate.name}",
                    fact=Animatic(media=media, rate=inputs.rate, frames=frames),
                    evidence=(from_answer(answer.ask, "cut.animatic"),),
                )
            )
        return Proposal(
            stage=self.key, version=self.version, inputs=digest(inputs), items=tuple(items)
        )


SEGMENT = SegmentStage()
ANIMATIC = AnimaticStage()


def read_clip(answer: Answer, what: str, wanted: int) -> tuple[MediaRef, Frames]:
    """The clip of an answer, and its counted length.

    Raises:
        AnswerUnreadable: There is no clip, or it has another length than was asked for.
    """
    if len(answer.media) != 1:
        raise AnswerUnreadable(f"{what} came without its clip", remedy="Run produce again.")
    frames = read_json(answer.body, ClipReply).frames
    if frames != wanted:
        raise AnswerUnreadable(
            f"{what} came with {frames} frames where {wanted} were asked for",
            remedy="Report the encoder; the cut would drift.",
        )
    return answer.media[0], Frames(frames)


def _drawn(inputs: SegmentInputs) -> list[tuple[ShotSpec, Panel, str]]:
    panels: dict[ShotId, Panel] = {panel.shot: panel for panel in inputs.panels}
    names = {scene.id: f"{scene.number}  {scene.heading.raw}" for scene in inputs.screenplay.scenes}
    return [
        (shot, panels[shot.id], names.get(shot.scene, ""))
        for shot in inputs.shots
        if shot.id in panels
    ]


def _no_panel(shot: ShotSpec) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="cut.no-panel",
        where=f"shot {shot.number}",
        message="has no panel, so the animatic leaves it out",
        remedy="Run produce again to draw it.",
    )
