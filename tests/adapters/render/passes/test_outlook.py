from tests.adapters.render.builder import camera, mark, request
from tests.adapters.render.passes.builder import asked

from secondunit.adapters.render.passes.outlook import look_ahead
from secondunit.adapters.render.staged.shot import Staged
from secondunit.film.shots.model import Move, PanelRequest


def outlook(panel: PanelRequest, first: int = 0) -> tuple[float, frozenset[str]]:
    found = look_ahead(Staged(panel), asked(panel, frames=(first, first)))
    return found.near, found.framed


def test_who_stands_outside_the_frame_or_behind_the_camera_has_no_mask() -> None:
    panel = request(mark("ADA"), mark("BRAM", (6.0, 0, 0)), mark("PIP", (0, 0, 8.0)))
    assert outlook(panel)[1] == {"ADA"}


def test_who_walks_in_later_has_one_from_the_first_frame() -> None:
    panel = request(mark("ADA", (6.0, 0, 0), to=(0.0, 0, 0)))
    assert outlook(panel)[1] == {"ADA"}


def test_white_lies_before_the_nearest_figure_of_the_whole_shot_at_every_frame() -> None:
    keys = (camera((0, 1.4, 6), (0, 1, 0)), camera((0, 1.4, 3), (0, 1, 0)))
    push = request(mark(), keys=keys, move=Move.PUSH_IN)
    near, _ = outlook(push)
    assert 1.8 < near < 2.8
    assert outlook(push, first=20)[0] == near


def test_an_empty_set_has_a_white_too() -> None:
    assert outlook(request())[0] > 0
