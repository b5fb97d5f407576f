"""Put the picked takes in order: the first cut, for an editor to take apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondunit.core.evidence import from_fact, from_rule
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import ItemId, ShotId, digest, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.core.timecode import Frames, Rate, timecode
from secondunit.film.cut.check import check_cut
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
    """Proposes one cut: every shot in script order, whole."""

    key = "cut.assemble"
    version = 2

    def plan(self, inputs: AssembleInputs) -> Sequence[Ask]:
        """Nothing is asked."""
        del inputs
        return ()

    def propose(self, inputs: AssembleInputs, answers: Sequence[Answer]) -> Proposal[Cut]:
        """The cut; a finding for each take that is missing or cannot be used, one for all slugs."""
        del answers
        takes: dict[ShotId, Take] = {take.shot: take for take in inputs.takes}
        panels: dict[ShotId, Panel] = {panel.shot: panel for panel in inputs.panels}
        clips: list[Clip] = []
        findings: list[Finding] = []
        at = 0
        for shot in inputs.shots:
            take, panel = takes.get(shot.id), panels.get(shot.id)
            if take is not None and not _may_use(take, inputs.rate):
                findings.append(_other_rate(shot, take, inputs.rate))
                take = None
            elif panel is not None or take is not None:
                findings += _check_take(shot, take)
            clips.append(_clip(shot, take, panel, at))
            at += clips[-1].duration
        findings = [*_slugs(clips), *findings]
        cut = Cut(
            title=inputs.title,
            rate=inputs.rate,
            clips=tuple(clips),
            start=Frames(inputs.rate.nominal * FIRST_HOUR_SECONDS),
        )
        if clips:
            findings += check_cut(cut, inputs.shots)
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


def _clip(shot: ShotSpec, take: Take | None, panel: Panel | None, at: int) -> Clip:
    """The shot's length of its take, all of it where that is shorter; else the panel or a slug."""
    if take is None:
        return Clip(
            shot=shot.id,
            scene=shot.scene,
            number=shot.number,
            slate="",
            media=panel.media if panel else None,
            source_in=Frames(0),
            duration=shot.duration,
            record_in=Frames(at),
        )
    return Clip(
        shot=shot.id,
        scene=shot.scene,
        number=shot.number,
        slate=take.number,
        media=take.media,
        source_in=Frames(0),
        duration=Frames(min(shot.duration, take.frames)),
        record_in=Frames(at),
        media_frames=take.frames,
        provider=f"{take.provider} {take.version}",
    )


def _may_use(take: Take, rate: Rate) -> bool:
    """True when frames of the take are frames of the cut, and there are any."""
    return take.rate.fraction == rate.fraction and take.frames > 0


def _slugs(clips: Sequence[Clip]) -> Iterator[Finding]:
    """One finding for all shots without a picture: before the boards are drawn that is all."""
    slugs = [clip.number for clip in clips if clip.media is None]
    if slugs:
        few = ", ".join(slugs[:5]) + (", …" if len(slugs) > 5 else "")
        yield Finding(
            severity=Severity.WARNING,
            rule="cut.no-picture",
            where=f"shot {few}" if len(slugs) == 1 else f"shots {few}",
            message=f"{len(slugs)} of {len(clips)} shots have no picture yet; a slug holds their "
            "time",
            remedy="Run produce through the boards, or order takes.",
        )


def _check_take(shot: ShotSpec, take: Take | None) -> Iterator[Finding]:
    if take is None:
        yield _finding(
            "cut.no-take",
            shot,
            "has no picked take; its panel stands in",
            "Order a take of it, or pick one.",
        )
    elif take.frames < shot.duration:
        yield _finding(
            "cut.short-take",
            shot,
            f"take {take.number} is {shot.duration - take.frames} frames shorter than the shot; "
            "the cut uses all of it",
            "Order a longer take, or shorten the shot.",
        )


def _other_rate(shot: ShotSpec, take: Take, rate: Rate) -> Finding:
    return _finding(
        "cut.other-rate",
        shot,
        f"take {take.number} has {take.frames} frames at {take.rate.name}, the cut runs at "
        f"{rate.name}; it is not used",
        "Order the take again at the rate of the cut.",
    )


def _finding(rule: str, shot: ShotSpec, message: str, remedy: str) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule=rule,
        where=f"shot {shot.number}",
        message=message,
        remedy=remedy,
    )
