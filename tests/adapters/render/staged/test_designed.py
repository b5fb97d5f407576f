from __future__ import annotations

from dataclasses import replace

import numpy as np
from tests.adapters.render.builder import request

from secondunit.adapters.render.panel import PanelRenderer
from secondunit.adapters.render.staged.designed import DesignedPart, parts_left
from secondunit.core.ids import Digest


def part(name: str, z: float, colour: tuple[float, float, float] = (200, 60, 50)) -> DesignedPart:
    corners = [(-3, 0, z), (3, 0, z), (3, 3, z), (-3, 3, z)]
    return DesignedPart(
        name=name,
        points=np.array(corners, dtype=np.float32),
        faces=np.array([[0, 1, 2], [0, 2, 3]], dtype=np.int32),
        colour=colour,
    )


class Shelf:
    def __init__(self, *parts: DesignedPart) -> None:
        self._parts = parts

    def parts(self, model: Digest) -> tuple[DesignedPart, ...]:
        return self._parts


EYE, FACE = np.array([0.0, 1.6, 4.0]), np.array([0.0, 1.6, 0.0])


def test_a_wall_before_the_camera_goes_and_a_table_stays() -> None:
    wall, table, back = part("Wall front", 2.0), part("table", 2.0), part("wall back", -3.0)
    assert parts_left([wall, table, back], [EYE], [FACE]) == (table, back)


def test_edges_stay_sharp() -> None:
    mesh = part("table", 0.0).mesh
    assert len(mesh.points) == 6
    assert np.abs(mesh.normals[:, 2]).min() > 0.99


def test_a_model_is_drawn_instead_of_the_pieces() -> None:
    own = request()
    designed = replace(own, set=replace(own.set, model=Digest("0" * 64)))
    plain = PanelRenderer().draw_panel(own)
    unknown = PanelRenderer().draw_panel(designed)
    drawn = PanelRenderer(Shelf(part("backdrop", -2.0, (40, 60, 220)))).draw_panel(designed)
    assert (plain == unknown).all()
    assert (drawn != plain).mean() > 0.2
    blue = drawn[: drawn.shape[0] // 3].astype(int)
    assert (blue[..., 2] - blue[..., 0]).mean() > 5
