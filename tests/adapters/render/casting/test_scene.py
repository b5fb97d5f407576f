from __future__ import annotations

import numpy as np
from tests.adapters.render.builder import f32

from secondunit.adapters.render.casting.scene import Heap, Scene, joined
from secondunit.adapters.render.mesh import Matter, Mesh, ball, block

DOWN = f32([[0.0, 0.0, -1.0]])


def round_one(depth: float) -> Mesh:
    return ball((0.0, 0.0, depth), (0.5, 0.5, 0.5), Matter("cloth", "ball"), sides=12)


def with_ball(depth: float, *, casts: bool = True) -> Scene:
    heap = Heap()
    heap.add(
        block((0, -2, 0), (4, 0.2, 4), Matter("set", "floor")), {"set": (1, 2, 3)}, casts=False
    )
    heap.add([round_one(depth)], {"cloth": (200, 40, 40)}, casts=casts, figure=True)
    return heap.scene([(0.0, depth, 0.1)])


def test_what_casts_no_shadow_is_seen_but_blocks_nothing() -> None:
    scene = with_ball(0.0, casts=False)
    start = f32([[0.0, 0.0, 4.0]])
    assert scene.caster.cast(start, DOWN).face[0] >= 0
    assert not scene.shadows.blocked(start, DOWN)[0]
    assert with_ball(0.0).shadows.blocked(start, DOWN)[0]


def test_the_face_that_a_ray_meets_is_of_the_part_that_was_added() -> None:
    scene = with_ball(0.0)
    face = scene.caster.cast(f32([[0.0, 0.0, 4.0]]), DOWN).face[0]
    assert scene.parts.figure[scene.part[face]]
    under = scene.caster.cast(f32([[0.0, -1.0, 0.0]]), f32([[0.0, -1.0, 0.0]])).face[0]
    assert not scene.parts.figure[scene.part[under]]
    assert np.allclose(scene.flat[under], (0, 1, 0), atol=1e-6)


def test_joined_scenes_keep_their_own_parts_materials_and_contacts() -> None:
    first, second = with_ball(0.0), with_ball(2.0)
    both = joined(first, second)
    face = both.caster.cast(f32([[0.0, 0.0, 4.0]]), DOWN).face[0]
    assert face >= len(first.faces)
    part = both.part[face]
    assert part >= len(first.parts.object)
    assert both.parts.object[part] > first.parts.object.max()
    assert both.materials[both.parts.material[part]] == ("cloth", (200.0, 40.0, 40.0))
    assert both.faces[face].min() >= len(first.normals)
    assert len(both.contacts) == 2
