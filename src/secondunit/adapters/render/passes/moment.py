"""One frame of a shot, cast once: what every pass of it is read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.scene import Scene
from secondunit.adapters.render.casting.tracer import RAYS, Tracer
from secondunit.adapters.render.drawing.samples import Samples, take_samples
from secondunit.adapters.render.lens import View, make_view
from secondunit.adapters.render.light.tone import Seen
from secondunit.adapters.render.staged.motion import camera_at
from secondunit.adapters.render.staged.shot import Staged
from secondunit.adapters.render.staged.solids import turn_about_y
from secondunit.adapters.render.staged.stage import Placed
from secondunit.film.shots.model import Camera
from secondunit.film.shots.passes import PassRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What stands before the camera at one frame, before a ray is cast.

    Args:
        frame: The frame, from 0.
        camera: The camera.
        view: Its view.
        scene: The triangles.
        bodies: Who is seen.
    """

    frame: int
    camera: Camera
    view: View
    scene: Scene
    bodies: tuple[Placed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A frame and what its rays met.

    Args:
        stand: What stood before the camera.
        samples: The rays.
    """

    stand: Stand
    samples: Samples


def stand_at(staged: Staged, request: PassRequest, frame: int) -> Stand:
    """What stands before the camera at a frame; past the last, the shot stays as it ended.

    Raises:
        InputError: The lens or the aspect is impossible.
    """
    share = min(frame / max(request.duration - 1, 1), 1.0)
    seconds = float(request.rate.seconds_of(min(frame, request.duration - 1)))
    camera = camera_at(request.panel, share, seconds)
    return Stand(
        frame=frame,
        camera=camera,
        view=make_view(request.panel, camera),
        scene=staged.scene(share),
        bodies=tuple(staged.bodies(share)),
    )


def cast_moment(stand: Stand, tracer: Tracer = RAYS) -> Moment:
    """Find what a frame sees."""
    return Moment(stand=stand, samples=take_samples(stand.scene, stand.view, tracer))


def seen_by(moment: Moment) -> Seen:
    """The rays through the centres of a frame's pixels and what they met, for the loops."""
    samples, hits = moment.samples, moment.samples.centres
    eye = moment.stand.view.eye.astype(np.float32)
    return Seen(eye, samples.centre_rays, hits.face, hits.distance, hits.u, hits.v)


def in_world(
    placed: Placed, points: Sequence[Sequence[float]] | NDArray[np.floating]
) -> NDArray[np.float64]:
    """``(n, 3)``: points of a body's own axes where the body stands."""
    player, _, lift = placed
    at = np.array([player.mark.at[0], lift, player.mark.at[2]])
    found: NDArray[np.float64] = (
        np.asarray(points, dtype=np.float64).reshape(-1, 3) @ turn_about_y(player.mark.facing) + at
    )
    return found
