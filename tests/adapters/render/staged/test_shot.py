from __future__ import annotations

import numpy as np
from tests.adapters.render.builder import FRONT, TABLE, camera, mark, reddish, request, room, yard

from secondunit.adapters.render.casting.scene import Scene
from secondunit.adapters.render.drawing.picture import draw
from secondunit.adapters.render.lens import make_view
from secondunit.adapters.render.staged.shot import Staged
from secondunit.film.shots.model import PanelRequest

KEY = camera((0, 1.4, 5.0), (0, 1.0, 0))
WALK = request(
    mark("ADA", (-1.5, 0, 0), to=(1.5, 0, 0)),
    mark("BRAM", (0, 0, -1.0), gaze="ADA"),
    plan=yard(TABLE),
    keys=(KEY,),
)


def figures(scene: Scene) -> int:
    return len({int(each) for each in scene.parts.object[scene.parts.figure]})


def middle(asked: PanelRequest, share: float) -> float:
    """Column of the red figure's middle."""
    staged = Staged(asked)
    scene = staged.scene(share)
    picture = draw(scene, staged.light(scene), make_view(asked, KEY))
    return float(np.nonzero(reddish(picture))[1].mean())


def test_who_walks_is_where_they_are_by_then() -> None:
    assert middle(WALK, 0.0) < middle(WALK, 0.5) < middle(WALK, 1.0)


def test_everybody_is_in_the_scene_whoever_walks() -> None:
    assert figures(Staged(WALK).scene(0.3)) == 2


def test_the_set_is_built_once_while_heads_stay_turned() -> None:
    staged = Staged(WALK)
    first, second = staged.scene(0.2, 0.0), staged.scene(0.3, 0.0)
    still = len(first.normals)
    assert still == len(second.normals)
    same = (first.normals == second.normals).all(axis=1)
    assert 0.3 < same.mean() < 1.0  # the set and who stands; not who walks
    turned = staged.scene(0.3, 0.9)
    assert not (turned.normals == second.normals).all()


def test_a_figure_that_the_camera_stands_in_is_not_drawn_but_still_looked_at() -> None:
    eye = (0.0, 1.55, 2.0)
    asked = request(
        mark("ADA", (0, 0, 0), facing=90.0, gaze="BRAM"),
        mark("BRAM", (0, 0, 2.0), facing=180.0),
        plan=yard(),
        keys=(camera(eye, (0, 1.5, 0)),),
    )
    alone = request(
        mark("ADA", (0, 0, 0), facing=90.0), plan=yard(), keys=(camera(eye, (0, 1.5, 0)),)
    )
    seen = Staged(asked).scene()
    if figures(seen) == 1:
        assert not np.array_equal(seen.normals, Staged(alone).scene().normals)
    else:
        raise AssertionError("the camera is outside the head: move the eye of this test")


def test_a_wall_before_the_camera_goes_for_the_whole_shot() -> None:
    asked = request(
        mark("ADA"), plan=room(FRONT, TABLE), keys=(camera((0, 1.4, 4.5), (0, 1.0, 0)),)
    )
    scene = Staged(asked).scene()
    table = Staged(request(mark("ADA"), plan=room(TABLE), keys=asked.camera)).scene()
    assert len(scene.faces) == len(table.faces)
