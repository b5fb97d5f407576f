"""What holds for every frame of a shot, told from its marks and its camera's keys, not from pixels.

So frames that are asked for one by one match those asked for together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from secondunit.adapters.render.lens import View, make_view
from secondunit.adapters.render.passes.moment import in_world
from secondunit.adapters.render.staged.motion import camera_at
from secondunit.adapters.render.staged.shot import Staged
from secondunit.adapters.render.staged.stage import Placed
from secondunit.film.shots.passes import PassRequest

_LOOKS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Shares of the shot that are looked at."""
_NEARER = 0.75
"""White of the depth by the distance of the nearest figure: a hand put out is not clipped."""
_EVERY = 6
"""Every so many points of a body are looked at."""
_TOUCHING = 0.05
"""Metres before the eye that are not seen."""
_EMPTY = 2.0
"""Metres that are white where nobody is in the frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What holds for a shot.

    Args:
        near: Metres that are white in the inverse depth.
        framed: Names of the figures that are in the frame at some time, whether seen or
            behind something: those have a mask in every frame.
    """

    near: float
    framed: frozenset[str]


def look_ahead(staged: Staged, request: PassRequest) -> Outlook:
    """The outlook of a shot.

    Raises:
        InputError: The lens or the aspect is impossible.
    """
    framed: dict[str, float] = {}
    for share in _LOOKS:
        seconds = float(request.rate.seconds_of(request.duration)) * share
        view = make_view(request.panel, camera_at(request.panel, share, seconds))
        for each in staged.bodies(share):
            depth = _in_frame(each, view)
            if depth is not None:
                name = each[0].figure.name
                framed[name] = min(depth, framed.get(name, depth))
    nearest = min(framed.values(), default=_EMPTY / _NEARER)
    return Outlook(near=max(_NEARER * nearest, 0.2), framed=frozenset(framed))


def _in_frame(each: Placed, view: View) -> float | None:
    """How far what the frame holds of a figure is, or None when it holds nothing of it."""
    points = np.concatenate([mesh.points[::_EVERY] for mesh in each[1].meshes])
    x, y, depth = view.project(in_world(each, points)).T
    inside = (x > 0) & (x < view.window.width) & (y > 0) & (y < view.window.height)
    seen = depth[inside & (depth > _TOUCHING)]
    return float(np.median(seen)) if len(seen) else None
