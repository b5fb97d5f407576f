from dataclasses import replace

import pytest
from tests.adapters.egress.gates import make_gate

from secondunit.core.errors import NotFound
from secondunit.core.ids import digest, digest_bytes
from secondunit.film.generation.model import Order
from secondunit.film.rights.model import ProviderTerms, Purpose, Seller
from secondunit.pipeline.clearance import Errand, order_of, request_of, verdict_on
from secondunit.pipeline.queries import View

PREVIS = Seller(provider="previs")
ERRAND = Errand(by="Lea", purpose=Purpose.TEMP, seller=PREVIS, likenesses=("ana",))
BOARD, PHOTO = digest("board"), digest("photo")


def test_what_the_studio_drew_is_its_own_and_a_reference_is_not(order: Order) -> None:
    asked = replace(order, first_frame=BOARD, references=(PHOTO,), prompt="a quiet room")
    request = request_of(asked, "two-rooms", ERRAND)
    assert [(each.digest, each.made_here) for each in request.media] == [
        (BOARD, True),
        (PHOTO, False),
    ]
    assert request.prompt == digest_bytes(b"a quiet room")
    assert (request.subject, request.likenesses) == (f"shot {order.number}", ("ana",))


def test_an_order_without_words_sends_none(order: Order) -> None:
    assert request_of(order, "two-rooms", ERRAND).prompt is None


def test_a_shot_is_asked_about_by_its_number(production: View) -> None:
    gate = make_gate(ProviderTerms(seller=PREVIS, local=True, generative=False)).gate
    number = production.values("generation.order")[0].number
    plain = replace(ERRAND, likenesses=())
    assert verdict_on(production, gate, number.lower(), plain).allowed
    away = replace(plain, seller=Seller(provider="luma"))
    assert not verdict_on(production, gate, number, away).allowed
    with pytest.raises(NotFound, match="no order of a shot 99Z"):
        order_of(production, "99Z")


@pytest.fixture
def order(production: View) -> Order:
    found: Order = production.values("generation.order")[0]
    return replace(found, first_frame=None, driving_clip=None, guides=(), references=(), prompt="")
