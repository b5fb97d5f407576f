from __future__ import annotations

import numpy as np
import pytest

from secondunit.adapters.render.figures.head import make_head

STYLES = ["short-hair", "long-hair", "bun", "bald", "cap", "hat", "hood", "coat", "skirt"]


def reach(silhouette: str, *, soft: bool = False) -> np.ndarray:
    points = np.concatenate([mesh.points for mesh in make_head(silhouette, (0, 0), soft=soft)])
    return np.array([points.min(axis=0), points.max(axis=0)])


@pytest.mark.parametrize("silhouette", STYLES)
@pytest.mark.parametrize("soft", [True, False])
def test_every_head_has_a_face(silhouette: str, *, soft: bool) -> None:
    parts = [mesh.part for mesh in make_head(silhouette, (0, 0), soft=soft)]
    for part in ("head", "nose", "eye", "iris", "brow", "mouth", "ear"):
        assert part in parts


def test_the_nose_shows_where_the_face_looks() -> None:
    nose = next(mesh for mesh in make_head("bald", (0, 0), soft=False) if mesh.part == "nose")
    skull = next(mesh for mesh in make_head("bald", (0, 0), soft=False) if mesh.part == "head")
    assert nose.points[:, 2].max() > skull.points[:, 2].max()


def test_the_eyes_follow_what_is_looked_at() -> None:
    def irises(gaze: tuple[float, float]) -> float:
        meshes = make_head("bald", gaze, soft=False)
        return float(np.mean([m.points[:, 0].mean() for m in meshes if m.part == "iris"]))

    assert irises((30, 0)) > 0.02 > -0.02 > irises((-30, 0))


def test_irises_stand_out_of_the_whites_wherever_they_look() -> None:
    for gaze in ((0.0, 0.0), (35.0, 0.0), (-35.0, 15.0)):
        meshes = make_head("bald", gaze, soft=True)
        eye = max(mesh.points[:, 2].max() for mesh in meshes if mesh.part == "eye")
        iris = max(mesh.points[:, 2].max() for mesh in meshes if mesh.part == "iris")
        assert iris > eye - 0.005


def test_silhouettes_differ_in_outline() -> None:
    bald, long_hair = reach("bald"), reach("long-hair")
    assert long_hair[0, 1] < bald[0, 1] - 0.5
    assert reach("hat")[1, 0] > bald[1, 0] + 0.2
    assert reach("cap")[1, 2] > bald[1, 2] + 0.1
    assert reach("bun")[0, 2] < reach("short-hair")[0, 2] - 0.05
    assert reach("hood")[1, 0] > reach("short-hair")[1, 0]


def test_without_a_style_of_hair_the_build_decides() -> None:
    assert reach("coat", soft=True)[0, 1] <= reach("coat", soft=False)[0, 1]
