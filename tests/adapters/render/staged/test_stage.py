from __future__ import annotations

import pytest
from tests.adapters.render.builder import ADA, BRAM, DOG, f32, mark, room, wall, yard

from secondunit.adapters.render.staged.stage import Player, build_scene, place
from secondunit.film.shots.model import Mark, Piece, Pose, SetPlan, Shape

STOOL = Piece(
    shape=Shape.BOX, centre=(2.0, 0.23, 0.0), size=(0.45, 0.46, 0.45), turn=0, colour=(9, 9, 9)
)
ROCK = Piece(
    shape=Shape.BOX, centre=(2.0, 0.33, 0.0), size=(0.9, 0.66, 0.9), turn=0, colour=(9, 9, 9)
)


def lift(mark_: Mark, plan: SetPlan) -> float:
    return place([Player(figure=BRAM, mark=mark_)], plan)[0][2]


def test_who_sits_is_brought_to_the_seat() -> None:
    sitting = mark("BRAM", (2.0, 0.0, 0.0), pose=Pose.SIT)
    ((_, body, raised),) = place([Player(figure=BRAM, mark=sitting)], room(STOOL))
    assert body.seat + raised == pytest.approx(0.46)


def test_a_rock_too_high_does_not_undo_the_framing() -> None:
    assert lift(mark("BRAM", (2.0, 0.0, 0.0), pose=Pose.SIT), yard(ROCK)) == 0


def test_a_mark_on_a_platform_is_kept() -> None:
    assert lift(mark("BRAM", (0.0, 0.6, 0.0)), yard()) == pytest.approx(0.6)


def test_without_a_seat_there_is_an_apple_box() -> None:
    def materials(*pieces: Piece) -> set[str]:
        plan = room(*pieces)
        sitting = mark("BRAM", (2.0, 0.0, 0.0), pose=Pose.SIT)
        scene = build_scene(place([Player(figure=BRAM, mark=sitting)], plan), plan, pieces)
        return {name for name, _ in scene.materials}

    assert "box" in materials()
    assert "box" not in materials(STOOL)


def test_heads_turn_to_who_is_looked_at() -> None:
    players = [
        Player(figure=ADA, mark=mark("ADA", (-1.0, 0.0, 0.0), facing=0.0, gaze="BRAM")),
        Player(figure=BRAM, mark=mark("BRAM", (1.0, 0.0, 0.0), facing=0.0)),
    ]
    ((_, ada, _), (_, bram, _)) = place(players, room())
    nose = [
        next(m for m in body.meshes if m.part == "nose").points[:, 0].mean() for body in (ada, bram)
    ]
    assert nose[0] > 0.05
    assert abs(nose[1]) < 0.02


def test_each_figure_is_one_object_in_its_own_colours() -> None:
    players = [Player(figure=who, mark=mark(who.name)) for who in (ADA, BRAM, DOG)]
    plan = room(STOOL)
    scene = build_scene(place(players, plan), plan, plan.pieces)
    figures = set(scene.parts.object[scene.parts.figure].tolist())
    assert len(figures) == 3
    colours = {colour for name, colour in scene.materials if name in {"torso", "coat"}}
    assert colours == {tuple(float(c) for c in who.colour) for who in (ADA, BRAM, DOG)}


def test_walls_throw_no_shadow_into_an_interior() -> None:
    up = f32([[0, 1, 0]])
    floor = f32([[0, 0.1, 0]])
    ceiling = wall((0, 2.6, 0), (6, 0.1, 5))
    plan = room(ceiling)
    scene = build_scene([], plan, plan.pieces)
    assert not scene.shadows.blocked(floor, up)[0]
    assert scene.caster.cast(floor, up).face[0] >= 0


def test_a_driver_replaces_the_wheel_of_the_set() -> None:
    wheel = Piece(
        shape=Shape.CYLINDER, centre=(0, 0.9, 0.5), size=(0.4, 0.05, 0.4), turn=0,
        colour=(9, 9, 9), name="wheel",
    )  # fmt: skip
    plan = room(wheel)
    driving = [Player(figure=ADA, mark=mark("ADA", pose=Pose.DRIVE))]
    standing = [Player(figure=ADA, mark=mark("ADA"))]
    alone, kept = (
        {name for name, _ in build_scene(place(players, plan), plan, plan.pieces).materials}
        for players in (driving, standing)
    )
    assert "set" not in alone
    assert "set" in kept
