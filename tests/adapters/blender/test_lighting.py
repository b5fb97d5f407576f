from dataclasses import replace

import pytest
from tests.adapters.render.builder import TABLE, mark, request

from secondunit.adapters.blender.lighting import burning, light_of
from secondunit.adapters.render.palette import MOODS
from secondunit.film.shots.model import Lighting, PanelRequest
from secondunit.film.shots.terms import Mood

PANEL = request(mark())


def asked(**fields: object) -> PanelRequest:
    return replace(PANEL, lighting=Lighting(**fields))  # type: ignore[arg-type]


def fill_and_key(panel: PanelRequest) -> tuple[float, float]:
    light = light_of(panel)
    return sum(light["fill"]), sum(light["key"])  # type: ignore[call-overload]


@pytest.mark.parametrize("hour", MOODS)
def test_the_key_stands_where_the_board_has_it_at_every_hour(hour: str) -> None:
    assert light_of(replace(PANEL, light=hour))["towards"] == list(MOODS[hour].key)


def test_night_is_darker_than_day() -> None:
    day, night = (sum(fill_and_key(replace(PANEL, light=hour))) for hour in ("day", "night"))
    assert night < 0.7 * day


@pytest.mark.parametrize("ratio", [2.0, 4.0, 8.0])
def test_the_ratio_a_director_asks_for_is_the_one_rendered(ratio: float) -> None:
    light = light_of(asked(ratio=ratio))
    fill, key = light["fill"][0], light["key"][0]  # type: ignore[index]
    assert (key + fill) / fill == pytest.approx(ratio, rel=0.01)


def test_a_silhouette_darkens_people_alone() -> None:
    assert light_of(PANEL)["figures"] == 1.0
    assert light_of(asked(mood=Mood.SILHOUETTE))["figures"] < 0.2  # type: ignore[operator]


def test_a_practical_lights_the_room_from_where_it_stands() -> None:
    lamp = replace(TABLE, name="lamp", centre=(1.0, 1.2, -1.0))
    panel = asked(practicals=("lamp",))
    panel = replace(panel, set=replace(panel.set, pieces=(TABLE, lamp)))
    assert light_of(panel)["lamps"] == [[1.0, 1.2, -1.0]]
    assert burning(panel) == {"2"}
    assert burning(replace(panel, lighting=Lighting())) == frozenset()


def test_air_hazes_outside_alone() -> None:
    inside = replace(PANEL, set=replace(PANEL.set, interior=True))
    outside = replace(PANEL, set=replace(PANEL.set, interior=False))
    assert (light_of(inside)["open"], light_of(outside)["open"]) == (False, True)
