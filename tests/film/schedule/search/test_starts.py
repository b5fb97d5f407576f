import numpy as np
from tests.film.schedule.builder import make_need, make_timed

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import new_desk
from secondunit.film.schedule.decoder.encode import encode
from secondunit.film.schedule.rules.terms import Lock, Precedence
from secondunit.film.schedule.search.starts import by_location, completed, in_script_order, mended

NEEDS = tuple(make_need(n, eighths=32, place="AB"[n % 2]) for n in range(1, 7))


def test_the_usual_orders_hold_every_scene_once() -> None:
    encoded = encode(make_timed(*NEEDS))
    for order in (in_script_order(encoded), by_location(encoded)):
        assert sorted(order.tolist()) == list(range(6))
    assert completed(encoded, [NEEDS[5].scene]).tolist()[0] == 5


def test_an_order_that_breaks_turn_and_locks_is_mended() -> None:
    turn = Precedence(first=NEEDS[5].scene, then=NEEDS[0].scene)
    lock = Lock(date="2027-01-05", scenes=(NEEDS[4].scene,))
    encoded = encode(make_timed(*NEEDS, before=(turn,), locks=(lock,)))
    desk = new_desk(encoded.tables)
    order = mended(encoded, np.arange(6), desk)
    assert desk.shares[arrays.LEFT_OUT] == 0
    assert order.tolist().index(5) < order.tolist().index(0)
