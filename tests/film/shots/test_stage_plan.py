from dataclasses import replace

from tests.film.shots.builder import FERRY, library, make_script, tables

from secondunit.core.ids import SceneId
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.shots.cast.figures import EXTRA
from secondunit.film.shots.stage_plan import MOST_EXTRAS, count_extras, plan_stage


def test_a_set_is_built_once_and_inside_and_outside_apart() -> None:
    text = FERRY + "\nEXT. PIER - NIGHT\n\nRain.\n\nINT. PIER - NIGHT\n\nRain.\n"
    script = make_script(text)
    stage = plan_stage(script, (), tables(), library())
    places = [stage.set_of[scene.id] for scene in script.scenes]
    assert places == [0, 1, 0, 2]
    assert [plan.name for plan in stage.sets] == ["PIER", "FERRY CABIN", "PIER"]


def test_everybody_has_a_figure_and_extras_come_last() -> None:
    stage = plan_stage(make_script(), (), tables(), library())
    assert [f.name for f in stage.figures[: len(stage.roles)]] == [r.name for r in stage.roles]
    assert {"ADA", "BRAM"} <= {figure.name for figure in stage.figures}
    assert all(f.name.startswith(EXTRA) for f in stage.figures[len(stage.roles) :])


def test_a_crowd_is_told_by_its_front_row() -> None:
    crowd = Element(scene=SceneId("s"), category=Category.BACKGROUND, name="islander", quantity=40)
    assert count_extras("s", (crowd,)) == MOST_EXTRAS
    assert count_extras("s", (replace(crowd, quantity=2),)) == 2
    assert count_extras("other", (crowd,)) == 0
