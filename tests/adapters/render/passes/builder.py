"""Moments of requests made by hand, for the tests of the passes."""

from __future__ import annotations

from secondunit.adapters.render.passes.moment import Moment, cast_moment, stand_at
from secondunit.adapters.render.staged.shot import Staged
from secondunit.core.timecode import Frames, Rate
from secondunit.film.shots.model import PanelRequest
from secondunit.film.shots.passes import PassKind, PassRequest, figure_labels


def asked(
    panel: PanelRequest,
    *kinds: PassKind,
    frames: tuple[int, int] = (0, 0),
    duration: int = 24,
    names: bool = False,
) -> PassRequest:
    return PassRequest(
        panel=panel,
        duration=Frames(duration),
        rate=Rate(numerator=24),
        first=frames[0],
        last=frames[1],
        kinds=kinds or tuple(PassKind),
        labels=figure_labels(panel.figures, panel.figures, names=names),
    )


def moment_of(panel: PanelRequest, frame: int = 0, duration: int = 24) -> Moment:
    return cast_moment(stand_at(Staged(panel), asked(panel, duration=duration), frame))
