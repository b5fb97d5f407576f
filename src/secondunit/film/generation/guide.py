"""Passes of a shot as guides: one control, drawn for every frame of it, as a picture or a clip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondunit.core.stage import Ask, ask
from secondunit.core.timecode import Frames, Rate
from secondunit.film.generation.ladder import PASSES
from secondunit.film.generation.model import Capabilities, Control
from secondunit.film.shots.model import PanelRequest, ShotSpec
from secondunit.film.shots.panel import is_still
from secondunit.film.shots.passes import PassKind, PassRequest

KIND = "guide"

PASS_OF: Mapping[Control, PassKind] = {
    Control.DEPTH: PassKind.DEPTH,
    Control.POSE: PassKind.POSE,
    Control.EDGES: PassKind.EDGES,
    Control.MASKS: PassKind.IDS,
}
"""Which pass says which control."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideRequest:
    """A pass of a whole shot, for a provider to be held to.

    Args:
        control: What it says.
        spec: The shot as a renderer sees it; figures bear no names in it.
        frames: Length; 1 where a still says it.
        rate: Frame rate.
    """

    control: Control
    spec: PanelRequest
    frames: Frames
    rate: Rate


def guide_asks(
    shot: ShotSpec, request: PanelRequest, provider: Capabilities, wanted: Iterable[Control]
) -> list[tuple[Control, Ask]]:
    """What has to be drawn to hold a provider to a shot by passes.

    Args:
        shot: The shot.
        request: How the renderer sees it.
        provider: Whom it is ordered from.
        wanted: Passes that a person insists on; none of them: those the provider takes.

    Returns:
        Control and ask, in the order of the ladder; of a shot that does not move a single picture.
    """
    insisted = set(wanted) & set(PASSES)
    kinds = insisted or (set(PASSES) & set(provider.controls))
    frames = Frames(1) if is_still(request) else shot.duration
    return [
        (
            control,
            ask(
                KIND,
                f"{control} of shot {shot.number}",
                GuideRequest(control=control, spec=request, frames=frames, rate=shot.rate),
            ),
        )
        for control in PASSES
        if control in kinds & set(provider.controls)
    ]


def pass_request(guide: GuideRequest) -> PassRequest:
    """The pass that draws a guide; figures are numbered in it, never named."""
    return PassRequest(
        panel=guide.spec,
        duration=guide.frames,
        rate=guide.rate,
        first=0,
        last=guide.frames - 1,
        kinds=(PASS_OF[guide.control],),
        labels=tuple(f"figure-{n:02d}" for n in range(1, len(guide.spec.figures) + 1)),
    )
