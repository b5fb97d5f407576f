from dataclasses import replace

from tests.film.generation.builder import make_board, make_provider, make_request, make_shot

from secondunit.film.generation.order import STAGE, OrderInputs
from secondunit.film.rights.permit import Policy


def test_an_order_hands_over_its_first_frame_and_nothing_else() -> None:
    shot = make_shot("1A")
    inputs = OrderInputs(
        shots=(shot,),
        requests=(make_request(shot),),
        boards=(make_board(shot),),
        provider=make_provider(),
        policy=Policy(),
    )
    order = STAGE.propose(inputs, ()).items[0].fact
    assert order.media() == (make_board(shot).media.digest,)
    assert replace(order, first_frame=None).media() == ()
