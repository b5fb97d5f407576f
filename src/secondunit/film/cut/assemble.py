"""Put the picked takes in order: the first cut, for an editor to take apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.evidence import from_fact, from_rule
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import ItemId, ShotId, digest, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask, MediaRef
from secondunit.core.timecode import Frames, Rate, timecode
from secondunit.film.cut.model import Clip, Cut
from secondunit.film.generation.model import Take
from secondunit.film.shots.model import Panel, ShotSpec

FIRST_HOUR_SECONDS = 3600
"""A programme starts at 01:00:00:00 by custom, so that a leader can stand before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssembleInputs:
    """What a cut is made from.

    Args:
        title: Of the production.
        shots: In script order.
        takes: The picked takes.
        panels: Stand-ins for shots without one.
        rate: Frame rate of the cut.
    """

    title: str
    shots: tuple[ShotSpec, ...]
    takes: tuple[Take, ...]
    panels: tuple[Panel, ...]
    rate: Rate


class AssembleStage:
    """Proposes one cut: every shot in script order, whole; slugs where there is no picture."""

    key = "cut.assemble"
    version = 1

    def plan(self, inputs: AssembleInputs) -> Sequence[Ask]:
        """Nothing is asked."""
        del inputs
        return ()

    def propose(self, inputs: AssembleInputs, answers: Sequence[Answer]) -> Proposal[Cut]:
        """The cut, and findings for what stands in for takes."""
        del answers
        takes: dict[ShotId, Take] = {take.shot: take for take in inputs.takes}
        panels: dict[ShotId, Panel] = {panel.shot: panel for panel in inputs.panels}
        clips: list[Clip] = []
        findings: list[Finding] = []
        at = 0
        for shot in inputs.shots:
            take = takes.get(shot.id)
            panel = panels.get(shot.id)
            media = take.media if take else panel.media if panel else None
            if take is None and panel is not None:
                findings.append(_stands_in(shot))
            clips.append(_clip(shot, take, media, at))
            at += clips[-1].duration
        if slugs := sum(clip.media is None for clip in clips):
            findings.append(_slugs(slugs, len(clips)))
        cut = Cut(
            title=inputs.title,
            rate=inputs.rate,
            clips=tuple(clips),
            start=Frames(inputs.rate.nominal * FIRST_HOUR_SECONDS),
        )
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=(_item(cut),) if clips else (),
            findings=tuple(findings),
        )


STAGE = AssembleStage()


def _item(cut: Cut) -> Item[Cut]:
    length = timecode(cut.duration, cut.rate)
    return Item(
        id=ItemId(stable_id("cut", "main")),
        label=f"Cut · {len(cut.clips)} shots · {length} at {cut.rate.name}",
        fact=cut,
        evidence=(
            from_rule("cut.assemble: picked takes in script order, each at its shot's length"),
            from_fact(digest([clip.media for clip in cut.clips]), "generation.pick"),
        ),
    )


def _clip(shot: ShotSpec, take: Take | None, media: MediaRef | None, at: int) -> Clip:
    return Clip(
        shot=shot.id,
        scene=shot.scene,
        number=shot.number,
        slate=take.number if take else "",
        media=media,
        source_in=Frames(0),
        duration=take.frames if take else shot.duration,
        record_in=Frames(at),
    )


def _stands_in(shot: ShotSpec) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="cut.no-take",
        where=f"shot {shot.number}",
        message="has no picked take; its panel stands in",
        remedy="Order a take of it, or pick one.",
    )


def _slugs(slugs: int, clips: int) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="cut.slug",
        where="the cut",
        message=f"{slugs} of {clips} shots have no picture yet; slugs hold their time",
        remedy="Draw the boards or order takes, and assemble again.",
    )
