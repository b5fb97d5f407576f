from __future__ import annotations

import numpy as np
import pytest
from tests.adapters.render.builder import f32

from secondunit.adapters.render.light.tone import (
    Air,
    Faced,
    Seen,
    Skin,
    face_camera,
    face_key,
    lay_tone,
)
from secondunit.adapters.render.palette import LEVELS

FLOOR = Skin(
    flat=f32([[0.0, 1.0, 0.0], [0.0, 1.0, 0.0]]),
    normals=f32([[0.0, 1.0, 0.0]] * 3),
    faces=np.array([[0, 1, 2], [0, 1, 2]], dtype=np.int32),
    part=np.array([0, 1], dtype=np.int16),
    smooth=np.array([False, True]),
    figure=np.array([False, True]),
    material=np.array([0, 0], dtype=np.int16),
)
"""One face of a set and one of a figure, both level."""
RAMP = np.arange(LEVELS, dtype=np.uint8)[None, :, None].repeat(3, axis=2)
"""A material as bright as its tone's number."""
UP = f32([0.0, 1.0, 0.0])


def looked(*rays: tuple[int, list[float]], far: float = 2.0) -> Seen:
    """Samples that met faces (-1: none) from an eye two metres up."""
    count = len(rays)
    return Seen(
        eye=f32([0.0, 2.0, 0.0]),
        rays=f32([way for _, way in rays]),
        face=np.array([face for face, _ in rays], dtype=np.int32),
        distance=np.full(count, far, dtype=np.float32),
        u=np.full(count, 0.2, dtype=np.float32),
        v=np.full(count, 0.3, dtype=np.float32),
    )


def faced(seen: Seen, key: np.ndarray[tuple[int], np.dtype[np.float32]]) -> tuple[Faced, int]:
    count = len(seen.face)
    found = Faced(
        facing=np.zeros(count, dtype=np.float32),
        rise=np.zeros(count, dtype=np.float32),
        blocked=np.zeros(count, dtype=np.bool_),
    )
    starts, asked = np.empty((count, 3), dtype=np.float32), np.empty(count, dtype=np.int32)
    return found, face_key(FLOOR, seen, key, found, starts, asked)


def toned(
    seen: Seen,
    *,
    blocked: bool = False,
    contacts: list[list[float]] | None = None,
    sky: bool = False,
) -> tuple[list[list[int]], list[int]]:
    found, _ = faced(seen, UP)
    found.blocked[:] = blocked
    air = Air(open=sky, low=f32([200.0, 210.0, 220.0]), high=f32([100.0, 110.0, 120.0]))
    colours = np.empty((len(seen.face), 3), dtype=np.uint8)
    dark = np.empty(len(seen.face), dtype=np.uint8)
    spots = f32(contacts) if contacts else np.zeros((0, 3), dtype=np.float32)
    lay_tone(FLOOR, seen, found, air, RAMP, spots, colours, dark)
    return colours.tolist(), dark.tolist()


def test_a_level_face_looks_at_a_key_overhead_and_asks_for_its_shadow() -> None:
    found, rays = faced(looked((0, [0.0, -1.0, 0.0]), (1, [0.0, -1.0, 0.0])), UP)
    assert found.facing == pytest.approx([1.0, 1.0], abs=1e-5)
    assert rays == 2


def test_shadow_rays_start_off_the_surface() -> None:
    seen = looked((0, [0.0, -1.0, 0.0]))
    starts, asked = np.empty((1, 3), dtype=np.float32), np.empty(1, dtype=np.int32)
    found, _ = faced(seen, UP)
    assert face_key(FLOOR, seen, UP, found, starts, asked) == 1
    assert starts[0] == pytest.approx([0.0, 0.007, 0.0], abs=1e-4)
    assert asked[0] == 0


def test_a_face_that_looks_away_asks_for_no_shadow_and_a_miss_is_skipped() -> None:
    seen = looked((0, [0.0, -1.0, 0.0]), (-1, [0.0, -1.0, 0.0]))
    assert faced(seen, -UP)[1] == 0


def test_a_face_seen_from_behind_is_turned_to_the_eye() -> None:
    found, _ = faced(looked((0, [0.0, 1.0, 0.0])), -UP)
    assert found.facing[0] == pytest.approx(1.0)
    assert found.rise[0] == pytest.approx(-1.0)


def test_a_shadow_darkens_and_is_told() -> None:
    (lit,), (none,) = toned(looked((0, [0.0, -1.0, 0.0])))
    (shaded,), (dark,) = toned(looked((0, [0.0, -1.0, 0.0])), blocked=True)
    assert lit[0] == LEVELS - 1
    assert shaded[0] == int(0.26 * LEVELS)
    assert (none, dark) == (0, 255)


def test_a_figure_takes_more_light_and_a_quarter_of_the_hatching() -> None:
    _, (dark,) = toned(looked((1, [0.0, -1.0, 0.0])), blocked=True)
    assert dark == int(0.25 * 255)


def test_ground_is_dark_under_a_foot_and_only_there() -> None:
    seen = looked((0, [0.0, -1.0, 0.0]))
    (under,), (dark,) = toned(seen, contacts=[[0.0, 0.0, 0.1]])
    (beside,), (clear,) = toned(seen, contacts=[[1.0, 0.0, 0.1]])
    assert under[0] < beside[0]
    assert dark > 150
    assert clear == 0


def test_nothing_met_is_the_stage_or_a_sky_that_lightens_to_the_horizon() -> None:
    up, level = (-1, [0.0, 1.0, -0.5]), (-1, [0.0, 0.0, -1.0])
    assert toned(looked(up, level))[0] == [[200, 210, 220]] * 2
    assert toned(looked(up, level), sky=True)[0] == [[100, 110, 120], [200, 210, 220]]


def test_far_sets_fade_into_the_horizon_and_figures_do_not() -> None:
    way = [0.0, -0.02, -1.0]
    (near, figure), _ = toned(looked((0, way), (1, way), far=100.0), sky=True)
    assert near[0] > 150
    assert figure[0] <= LEVELS


@pytest.mark.parametrize("way", [1.0, -1.0])
def test_a_surface_that_is_met_faces_the_eye_whichever_way_it_was_built(way: float) -> None:
    skin = FLOOR._replace(flat=f32([[0, way, 0]] * 2), normals=f32([[0, way, 0]] * 3))
    normals = np.empty((3, 3), dtype=np.float32)
    down = [0.0, -1.0, 0.0]
    face_camera(
        skin, looked((0, down), (1, down), (-1, down)), np.eye(3, dtype=np.float32), normals
    )
    assert np.allclose(normals, [[0, 1, 0], [0, 1, 0], [0, 0, 0]])
