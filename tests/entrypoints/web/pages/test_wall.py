import re
from collections.abc import Callable

from starlette.testclient import TestClient


def test_the_wall_hangs_a_scenes_panels_and_says_what_each_is(
    enter: Callable[..., TestClient],
) -> None:
    client = enter("director")
    page = client.get("/t/night-bell/wall?scene=2").text
    assert page.count("<figure") > 1
    picture = re.search(r'src="(/t/night-bell/media/[0-9a-f]{64}\.png)"', page)
    assert picture is not None
    assert client.get(picture[1]).content.startswith(b"\x89PNG")


def test_a_scene_without_shots_is_not_there(enter: Callable[..., TestClient]) -> None:
    assert enter("director").get("/t/night-bell/wall?scene=99").status_code == 404
