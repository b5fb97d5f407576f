"""A shot on its stage: what is built once for it, and what is built for each of its moments."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.scene import Scene, joined
from secondunit.adapters.render.lens import make_view
from secondunit.adapters.render.light.asked import asked_mood
from secondunit.adapters.render.light.lamps import lamps_of
from secondunit.adapters.render.light.shade import Light, make_light
from secondunit.adapters.render.palette import mood_of
from secondunit.adapters.render.staged.designed import DesignedPart, Designs, parts_left
from secondunit.adapters.render.staged.motion import players_at
from secondunit.adapters.render.staged.solids import in_the_way, turn_about_y
from secondunit.adapters.render.staged.stage import (
    Placed,
    Player,
    build_scene,
    build_walkers,
    place,
)
from secondunit.film.shots.model import Camera, PanelRequest, Piece, SetPlan
from secondunit.film.shots.panel import is_still, walks


class Staged:
    """The set of a shot, without what hides it, and its figures.

    Args:
        request: The shot.
        designs: Where designers' models come from; without it the set's own pieces are drawn.
    """

    def __init__(self, request: PanelRequest, designs: Designs | None = None) -> None:
        self._request = request
        self._walking = frozenset(mark.figure for mark in request.marks if walks(mark))
        players = tuple(players_at(request, 0.0))
        placed = place(players, request.set)
        self._hidden = frozenset(
            each[0].figure.name for each in placed if _stood_in(each, request.camera)
        )
        self._pieces: tuple[Piece, ...] = ()
        self._parts: tuple[DesignedPart, ...] = ()
        eyes, seen = _sight(request, self._hidden)
        if request.set.model is not None and designs is not None:
            self._parts = parts_left(designs.parts(request.set.model), eyes, seen)
        else:
            self._pieces = tuple(p for p in request.set.pieces if not in_the_way(p, eyes, seen))

    def scene(self, share: float = 0.0, watched: float | None = None) -> Scene:
        """The scene at a share of the shot.

        Args:
            share: Of the shot, 0 to 1.
            watched: Where in the shot those who stand last turned their heads; None for now.
        """
        request = self._request
        before = tuple(players_at(request, share if watched is None else watched))
        left_out = self._walking | self._hidden
        still = _standing(request.set, (self._pieces, self._parts), before, left_out)
        walking = self._walking - self._hidden
        if not walking:
            return still
        now = place(tuple(players_at(request, share)), request.set)
        moving = [each for each in now if each[0].figure.name in walking]
        return joined(still, build_walkers(moving, request.set))

    def bodies(self, share: float = 0.0) -> list[Placed]:
        """Who is seen at a share of the shot, each with its body and the height it is lifted to."""
        placed = place(tuple(players_at(self._request, share)), self._request.set)
        return [each for each in placed if each[0].figure.name not in self._hidden]

    def light(self, scene: Scene) -> Light:
        """Its light."""
        request = self._request
        return make_light(
            scene,
            asked_mood(mood_of(request.light), request.lighting),
            interior=request.set.interior,
            lamps=lamps_of(request.set, request.lighting),
        )


@lru_cache(maxsize=6)
def _standing(
    plan: SetPlan,
    solids: tuple[tuple[Piece, ...], tuple[DesignedPart, ...]],
    players: tuple[Player, ...],
    left_out: frozenset[str],
) -> Scene:
    """The set with all figures but some; kept, since shots of a scene share it."""
    placed = place(players, plan)
    pieces, parts = solids
    seen = [each for each in placed if each[0].figure.name not in left_out]
    return build_scene(seen, plan, pieces, parts)


def _stood_in(each: Placed, cameras: Iterable[Camera]) -> bool:
    """True when the camera is in the figure's head: it sees what the figure sees."""
    player, body, lift = each
    at = np.array([player.mark.at[0], lift, player.mark.at[2]])
    head = np.asarray(body.head) @ turn_about_y(player.mark.facing) + at
    return any(
        float(np.linalg.norm(np.asarray(key.eye) - head)) < body.reach + 0.06 for key in cameras
    )


Points = list[NDArray[np.float64]]


def _sight(request: PanelRequest, hidden: frozenset[str]) -> tuple[Points, Points]:
    """Where the camera is through the shot, and what must be seen: nothing stands between."""
    eyes = [np.asarray(key.eye, dtype=np.float64) for key in request.camera]
    seen: Points = [np.asarray(key.target, dtype=np.float64) for key in request.camera]
    seen += _spots(request, request.camera[0], 0.0, hidden)
    if not is_still(request):
        seen += _spots(request, request.camera[-1], 1.0, hidden)
    return eyes, seen


def _spots(
    request: PanelRequest, camera: Camera, share: float, hidden: frozenset[str]
) -> list[NDArray[np.float64]]:
    """What a camera sees of the figures at a share of the shot: knees, chests and faces."""
    view = make_view(request, camera)
    found: list[NDArray[np.float64]] = []
    for player in players_at(request, share):
        if player.figure.name in hidden:
            continue
        for part in (0.35, 0.75, 0.95):
            spot = np.asarray(player.mark.at) + np.array([0.0, part * player.figure.height, 0.0])
            x, y, depth = view.project(spot)[0]
            if depth > 0 and 0 <= x < view.window.width and 0 <= y < view.window.height:
                found.append(spot)
    return found
