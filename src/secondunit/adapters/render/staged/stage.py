"""The scene of a shot: figures on their marks in their set, as triangles that can be asked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.scene import Heap, Scene
from secondunit.adapters.render.figures.mannequin import SEATED, Body, Posture, apple_box, make_body
from secondunit.adapters.render.figures.wardrobe import outfit_of
from secondunit.adapters.render.mesh import Mesh, turned
from secondunit.adapters.render.palette import FIXED
from secondunit.adapters.render.staged.designed import DesignedPart
from secondunit.adapters.render.staged.solids import make_piece, turn_about_y
from secondunit.film.shots.camera.body import SEAT_PLAY
from secondunit.film.shots.camera.sight import seat_under
from secondunit.film.shots.model import Build, Figure, Mark, Piece, Pose, SetPlan

_GROUND = 600.0
"""Half the extent of the ground, metres."""
_CHEEK_TO_CHEEK = (26.0, -6.0)
"""Turn of the head of somebody in an embrace: over the other's shoulder."""
_OVERHEAD = frozenset({"wall", "ceiling", "roof", "floor", "ground", "window", "door", "sky"})
"""Pieces that throw no shadow: the key of an interior comes through them, as on a stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """A figure on its mark at one moment.

    Args:
        figure: Who.
        mark: Where; ``at`` is where it is now.
        phase: Of its step.
    """

    figure: Figure
    mark: Mark
    phase: float = 0.12


Placed = tuple[Player, Body, float]
"""A player, its body, and the height it is lifted to."""


def place(players: Sequence[Player], plan: SetPlan) -> list[Placed]:
    """The body of each player, and the height it is lifted to: a seat's, or its mark's."""
    heads = {player.figure.name: _head_height(player) for player in players}
    placed = []
    for player in players:
        posture = _posture(player, heads)
        body = make_body(player.figure, posture)
        lift = float(player.mark.at[1])
        if body.seat:
            found = seat_under(plan.pieces, player.mark.at[0], player.mark.at[2])
            if found is not None and abs(found - body.seat - lift) < SEAT_PLAY:
                lift = found - body.seat
        placed.append((player, body, lift))
    return placed


def build_scene(
    placed: Sequence[Placed],
    plan: SetPlan,
    pieces: Sequence[Piece],
    parts: Sequence[DesignedPart] = (),
) -> Scene:
    """A scene ready to be drawn.

    Args:
        placed: From :func:`place`, without those the camera stands in.
        plan: The set.
        pieces: Those of its pieces that stay.
        parts: Those parts of a designer's model that stay, drawn instead of pieces.
    """
    heap = Heap()
    heap.add([_ground()], {"ground": (205.0, 198.0, 184.0)}, casts=False, name="0")
    _add_pieces(heap, placed, plan, pieces)
    for part in parts:
        called = str(part.place) if part.place else ""
        heap.add([part.mesh], {"set": part.colour}, casts=part.casts, name=called)
    return heap.scene(_add_figures(heap, placed, plan))


def build_walkers(placed: Sequence[Placed], plan: SetPlan) -> Scene:
    """Figures without the set they are in, to be joined to it."""
    heap = Heap()
    return heap.scene(_add_figures(heap, placed, plan))


def _add_pieces(
    heap: Heap, placed: Sequence[Placed], plan: SetPlan, pieces: Sequence[Piece]
) -> None:
    places = {piece: str(place) for place, piece in enumerate(plan.pieces, start=1)}
    drivers = [each.mark.at for each, _, _ in placed if each.mark.pose is Pose.DRIVE]
    for piece in pieces:
        if piece.name == "wheel" and any(math.dist(piece.centre, at) < 1.3 for at in drivers):
            continue  # the driver holds a wheel of its own
        casts = not piece.wild and piece.name not in _OVERHEAD
        heap.add(make_piece(piece), {"set": piece.colour}, casts=casts, name=places.get(piece, ""))


def _add_figures(
    heap: Heap, placed: Sequence[Placed], plan: SetPlan
) -> list[tuple[float, float, float]]:
    """Add figures on their marks; where they touch the ground."""
    contacts: list[tuple[float, float, float]] = []
    for player, body, lift in placed:
        frame = turn_about_y(player.mark.facing)
        at = np.array([player.mark.at[0], lift, player.mark.at[2]])
        meshes = [turned(mesh, frame, at) for mesh in body.meshes]
        found = seat_under(plan.pieces, at[0], at[2])
        if body.seat and (found is None or found < body.seat + lift - SEAT_PLAY):
            box = [turned(mesh, frame, (at[0], 0, at[2])) for mesh in apple_box(body.seat + lift)]
            heap.add(box, {"box": FIXED["box"]}, casts=True)
        colours = outfit_of(player.figure, player.mark.look).colours
        heap.add(meshes, colours, casts=True, figure=True, name=player.figure.name)
        if abs(lift) < 0.05:
            reach = 0.075 * player.figure.height + 0.04
            for x, z in body.contacts:
                spot = np.array([x, 0, z]) @ frame + at
                contacts.append((float(spot[0]), float(spot[2]), reach))
    return contacts


def _head_height(player: Player) -> NDArray[np.float64]:
    share = 1.15 if player.figure.build is Build.ANIMAL else 0.93
    if player.mark.pose in SEATED:
        share = 0.71
    at = player.mark.at
    return np.array([at[0], at[1] + share * player.figure.height, at[2]])


def _posture(player: Player, heads: dict[str, NDArray[np.float64]]) -> Posture:
    """Pose, and a head and eyes that turn to what is looked at."""
    mark = player.mark
    head, gaze = (0.0, 0.0), (0.0, 0.0)
    if mark.pose is Pose.HUG:
        head = _CHEEK_TO_CHEEK
    elif mark.gaze in heads and mark.gaze != player.figure.name:
        away = turn_about_y(mark.facing) @ (heads[mark.gaze] - heads[player.figure.name])
        yaw = math.degrees(math.atan2(away[0], away[2]))
        pitch = math.degrees(math.atan2(away[1], math.hypot(away[0], away[2])))
        turn, rise = max(-62.0, min(62.0, yaw * 0.82)), max(-32.0, min(32.0, pitch * 0.8))
        head = (round(turn), round(rise))
        gaze = (float(round(yaw - turn)), float(round(pitch - rise)))
    return Posture(
        pose=mark.pose,
        phase=round(player.phase % 1.0, 3),
        head=head,
        gaze=gaze,
        prop=mark.prop,
        look=mark.look,
    )


def _ground() -> Mesh:
    reach = _GROUND
    corners = [(-reach, reach), (reach, reach), (reach, -reach), (-reach, -reach)]
    points = np.array([(x, -0.004, z) for x, z in corners], dtype=np.float32)
    return Mesh(
        points=points,
        normals=np.tile(np.array([0, 1, 0], dtype=np.float32), (4, 1)),
        faces=np.array([[0, 1, 2], [0, 2, 3]], dtype=np.int32),
        material="ground",
        part="ground",
    )
