from dataclasses import replace

from tests.film.generation.builder import make_provider, make_request, make_shot

from secondunit.core.ids import read_json
from secondunit.film.generation.guide import GuideRequest, guide_asks, pass_request
from secondunit.film.generation.model import Control
from secondunit.film.shots.passes import PassKind

SHOT = make_shot("1A", frames=48)
REQUEST = make_request(SHOT)
TAKES_PASSES = replace(
    make_provider(), controls=(Control.FRAMING, Control.POSE, Control.DEPTH, Control.PROMPT)
)


def test_a_provider_is_given_the_passes_it_takes_in_the_order_of_the_ladder() -> None:
    asked = guide_asks(SHOT, REQUEST, TAKES_PASSES, ())
    assert [control for control, _ in asked] == [Control.DEPTH, Control.POSE]
    words_only = replace(make_provider(), controls=(Control.PROMPT,))
    assert guide_asks(SHOT, REQUEST, words_only, ()) == []


def test_a_person_who_insists_on_one_pass_gets_that_one_only() -> None:
    asked = guide_asks(SHOT, REQUEST, TAKES_PASSES, (Control.POSE, Control.FRAMING))
    assert [control for control, _ in asked] == [Control.POSE]
    assert guide_asks(SHOT, REQUEST, TAKES_PASSES, (Control.EDGES,)) == []


def test_a_shot_that_does_not_move_is_held_by_one_picture() -> None:
    (_, ask), *_ = guide_asks(SHOT, REQUEST, TAKES_PASSES, ())
    guide = read_json(ask.body, GuideRequest)
    assert guide.frames == 1
    wanted = pass_request(guide)
    assert (wanted.first, wanted.last, wanted.kinds) == (0, 0, (PassKind.DEPTH,))
