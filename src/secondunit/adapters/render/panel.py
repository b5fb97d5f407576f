"""The studio's renderer: shots as inked storyboard panels and as moving previs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.arrows import draw_arrows
from secondunit.adapters.render.figure import Body
from secondunit.adapters.render.lens import make_view
from secondunit.adapters.render.motion import camera_at, is_still, players_at
from secondunit.adapters.render.palette import mood_of
from secondunit.adapters.render.picture import draw
from secondunit.adapters.render.shade import make_light
from secondunit.adapters.render.solids import in_the_way, turn_about_y
from secondunit.adapters.render.stage import Player, Scene, build_scene, place
from secondunit.core.errors import InputError
from secondunit.film.shots.model import Camera, PanelRequest, Piece, SetPlan
from secondunit.ports.renderer import Picture

ON_THREES = 3
"""Frames each picture of a move is held."""
MATTE = (22, 21, 23)
"""sRGB outside the delivery aspect."""
FRAMES_A_SECOND = 24
"""Shake is timed by this; a shot's real rate changes it by less than the eye sees."""


class PanelRenderer:
    """Draws shots with ray-cast figures in simple sets. The same request, the same bytes."""

    version = "previs-2"

    def draw_panel(self, request: PanelRequest) -> Picture:
        """The shot at its first key as an inked panel, with arrows for its moves.

        Raises:
            InputError: The frame, the lens or the aspect is impossible.
        """
        _require_frame(request)
        camera = request.camera[0]
        players = players_at(request, 0.0)
        picture = _draw(request, camera, players)
        view = make_view(request, camera)
        window = view.window
        open_part = picture[
            window.top : window.top + window.height, window.left : window.left + window.width
        ]
        open_part[:] = draw_arrows(open_part, view, request)
        return picture

    def draw_frames(self, request: PanelRequest, frames: int) -> Iterator[tuple[Picture, int]]:
        """The shot as pictures, each with the frames it is held; moves are drawn on threes.

        Raises:
            InputError: The frame, the lens or the aspect is impossible.
        """
        _require_frame(request)
        if frames <= 0:
            return
        if is_still(request):
            yield _draw(request, request.camera[0], players_at(request, 0.0)), frames
            return
        last = max(frames - 1, 1)
        for frame in range(0, frames, ON_THREES):
            share = min(frame / last, 1.0)
            camera = camera_at(request, share, frame / FRAMES_A_SECOND)
            picture = _draw(request, camera, players_at(request, share))
            yield picture, min(ON_THREES, frames - frame)


def _require_frame(request: PanelRequest) -> None:
    if not request.camera:
        raise InputError(f"shot {request.shot} has no camera", remedy="Give it one camera key.")
    if min(request.width, request.height) < 32 or max(request.width, request.height) > 8192:
        raise InputError(
            f"a frame of {request.width}x{request.height} cannot be drawn",
            remedy="Ask for 32 to 8192 pixels each way.",
        )


def _draw(request: PanelRequest, camera: Camera, players: Sequence[Player]) -> Picture:
    view = make_view(request, camera)
    placed = place(players, request.set)
    stays = tuple(index for index, each in enumerate(placed) if not _stood_in(each, request.camera))
    pieces = _pieces_left(request, tuple(players[index] for index in stays))
    scene = _scene(request.set, pieces, tuple(players[index] for index in stays))
    light = make_light(scene, mood_of(request.light), interior=request.set.interior)
    picture = np.empty((request.height, request.width, 3), dtype=np.uint8)
    picture[:] = MATTE
    window = view.window
    picture[window.top : window.top + window.height, window.left : window.left + window.width] = (
        draw(scene, light, view)
    )
    return picture


def _stood_in(each: tuple[Player, Body, float], cameras: Sequence[Camera]) -> bool:
    """True when the camera is in the figure's head: it sees what the figure sees."""
    player, body, lift = each
    at = np.array([player.mark.at[0], lift, player.mark.at[2]])
    head = np.asarray(body.head) @ turn_about_y(player.mark.facing) + at
    return any(
        float(np.linalg.norm(np.asarray(key.eye) - head)) < body.reach + 0.06 for key in cameras
    )


def _pieces_left(request: PanelRequest, players: Sequence[Player]) -> tuple[Piece, ...]:
    """The pieces that stay for the whole shot: none of them hides what the shot is of."""
    eyes = [np.asarray(key.eye, dtype=np.float64) for key in request.camera]
    seen: list[NDArray[np.float64]] = [
        np.asarray(key.target, dtype=np.float64) for key in request.camera
    ]
    view = make_view(request, request.camera[0])
    for player in players:
        for share in (0.35, 0.75, 0.95):
            spot = np.asarray(player.mark.at) + np.array([0.0, share * player.figure.height, 0.0])
            x, y, depth = view.project(spot)[0]
            if depth > 0 and 0 <= x < view.window.width and 0 <= y < view.window.height:
                seen.append(spot)
    return tuple(piece for piece in request.set.pieces if not in_the_way(piece, eyes, seen))


@lru_cache(maxsize=6)
def _scene(plan: SetPlan, pieces: tuple[Piece, ...], players: tuple[Player, ...]) -> Scene:
    """The scene of players in a set; kept, since shots of a scene share it."""
    return build_scene(place(players, plan), plan, pieces)
