import pytest

from secondunit.core.errors import NotFound
from secondunit.pipeline.queries import View
from secondunit.pipeline.screens.wall import wall


def test_the_wall_has_every_shot_of_its_scene_with_its_picture(production: View) -> None:
    shown = wall(production)
    (count,) = [n for number, _, n in shown.scenes if number == shown.scene.number]
    assert len(shown.scene.panels) == count
    assert all(panel.picture for panel in shown.scene.panels)
    assert shown.animatic


def test_a_scene_that_is_not_there_is_named(production: View) -> None:
    with pytest.raises(NotFound, match="scene 99"):
        wall(production, "99")
