"""A shot as a renderer sees it: set, figures, marks, camera; no word of the script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondunit.core.errors import InputError
from secondunit.film.shots.camera.path import mark_at, moves_about
from secondunit.film.shots.model import Figure, Mark, Move, PanelRequest, SetPlan, ShotSpec


def panel_request(
    shot: ShotSpec, plan: SetPlan, figures: Sequence[Figure], width: int, height: int
) -> PanelRequest:
    """What to draw for a shot.

    Args:
        shot: The shot.
        plan: The set it plays in (of ``shot.place``, where that is given).
        figures: The cast of the production; those marked in the shot are taken.
        width: Pixels.
        height: Pixels.

    Raises:
        InputError: The size is no picture, or a mark names nobody of the cast.
    """
    if width < 16 or height < 16:
        raise InputError(
            f"{width} x {height} is no picture size", remedy="Use at least 16 pixels each way."
        )
    cast = {figure.name: figure for figure in figures}
    missing = [mark.figure for mark in shot.marks if mark.figure not in cast]
    if missing:
        raise InputError(
            f"shot {shot.number} marks {missing[0]}, who is not among the figures",
            remedy="Give the figures of the whole production.",
        )
    return PanelRequest(
        shot=shot.id,
        set=plan,
        figures=tuple(_as_worn(cast[mark.figure], mark) for mark in shot.marks),
        marks=shot.marks,
        camera=shot.camera,
        lens=shot.lens,
        aspect=shot.aspect,
        light=shot.light,
        width=width,
        height=height,
        move=shot.move,
        motion=shot.motion,
        lighting=shot.lighting,
    )


def end_request(request: PanelRequest) -> PanelRequest:
    """The last frame of a shot that moves, as a picture of its own.

    Args:
        request: The shot.
    """
    return replace(
        request,
        marks=tuple(mark_at(mark, 1.0) for mark in request.marks),
        camera=request.camera[-1:],
        move=Move.STATIC,
    )


def _as_worn(figure: Figure, mark: Mark) -> Figure:
    """The figure with the look it wears alone: another day's look changes no picture of today."""
    worn = tuple(
        replace(look, scenes=(), since="") for look in figure.looks if look.name == mark.look
    )
    return figure if worn == figure.looks else replace(figure, looks=worn)


def is_still(request: PanelRequest) -> bool:
    """True when nothing in the shot moves: its panel carries no arrow and is its every frame."""
    return stays(request) and not sways(request)


def sways(request: PanelRequest) -> bool:
    """True when the camera is in the hand, or was asked to sway as if it were."""
    return request.move is Move.HANDHELD or request.motion.sway_degrees > 0


def stays(request: PanelRequest) -> bool:
    """True when neither the camera's keys nor a figure's mark lead anywhere else."""
    keys = request.camera
    return not any(map(walks, request.marks)) and all(key == keys[0] for key in keys)


def walks(mark: Mark) -> bool:
    """True when a figure leaves its mark, or does something else on it, during the shot."""
    return moves_about(mark)
