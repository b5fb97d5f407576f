from dataclasses import replace

import pytest
from obstore.store import MemoryStore
from tests.adapters.egress.gates import REMOTE, RULINGS, FixedClock, MemoryLog
from tests.film.rights.records.test_people import PAPER

from secondunit.adapters.store.objects import ObjectStore
from secondunit.core.errors import InputError, NotFound, RoleMayNotSign
from secondunit.core.ids import ShotId, digest
from secondunit.core.stage import MediaRef
from secondunit.film.generation.model import Order
from secondunit.film.rights.model import ProviderTerms, Seller
from secondunit.film.rights.records.papers import AssetNote
from secondunit.film.rights.records.people import ConsentStatus, RightsHolder
from secondunit.film.rights.records.register import terms_digest
from secondunit.pipeline.queries import View
from secondunit.pipeline.rights_desk import (
    RightsDesk,
    Signature,
    add_terms,
    confirm_terms,
    hold,
    move_consent,
    note_of,
    sign,
    terms_for,
)
from secondunit.ports.take_bin import OrderedTake

LEGAL = Signature(by="Lea Roy", role="legal", reason="agreed")
SCAN, STILL = digest("scan"), digest("still")
LISTED = ProviderTerms(seller=Seller(provider="luma"), hosts=("api.lumalabs.ai",))


def desk() -> RightsDesk:
    return RightsDesk(
        title="two-rooms",
        log=MemoryLog(),
        book=RULINGS.book,
        media=ObjectStore(MemoryStore()),
        clock=FixedClock(),
        listed=(LISTED,),
    )


def live(opened: RightsDesk) -> RightsDesk:
    sign(opened, RightsHolder(id="ana", name="Ana"), LEGAL)
    sign(opened, PAPER, LEGAL)
    move_consent(opened, "c-1", ConsentStatus.ACTIVE, LEGAL)
    sign(opened, AssetNote(digest=SCAN, owner="production", likenesses=("ana",)), LEGAL)
    sign(opened, AssetNote(digest=STILL, owner="production", parents=(SCAN,)), LEGAL)
    return opened


def take(order: Order, media: str | None = "take") -> OrderedTake:
    ref = (
        MediaRef(digest=digest(media), media_type="video/mp4", byte_count=1, name="t.mp4")
        if media
        else None
    )
    return OrderedTake(
        key=digest(order),
        shot=ShotId("s-1"),
        slate="12A-1",
        take=1,
        order=order,
        by="Lea",
        role="director",
        at="2026-11-25T12:00:00Z",
        media=ref,
    )


@pytest.fixture
def order(production: View) -> Order:
    found: Order = production.values("generation.order")[0]
    return replace(found, first_frame=None, driving_clip=None, guides=(), references=())


def test_a_record_is_signed_by_name_in_a_role_that_may_and_kept_once() -> None:
    opened = desk()
    entry = sign(opened, RightsHolder(id="ana", name="Ana"), LEGAL)
    assert (entry.by, entry.kind, opened.register().length) == ("Lea Roy", "holder", 1)
    with pytest.raises(RoleMayNotSign):
        sign(opened, RightsHolder(id="b", name="B"), Signature(by="Bo", role="grip"))
    assert opened.register().length == 1


def test_a_record_that_contradicts_what_stands_is_not_kept() -> None:
    opened = live(desk())
    before = opened.register().length
    with pytest.raises(InputError, match="already"):
        sign(opened, PAPER, LEGAL)
    assert opened.register().length == before


def test_revoking_holds_back_everything_that_shows_her_takes_included(order: Order) -> None:
    opened = live(desk())
    made = take(replace(order, references=(STILL,)))
    held = move_consent(opened, "c-1", ConsentStatus.REVOKED, LEGAL, [made, take(order, None)])
    assert held.takes == ("12A-1",)
    assert made.media is not None
    assert set(held.assets) == {SCAN, STILL, made.media.digest}
    assert opened.register().quarantined == frozenset(held.assets)


def test_the_performer_revokes_and_what_follows_is_held_in_the_same_breath() -> None:
    opened = live(desk())
    asked = Signature(by="Ana Ruiz", role="performer", reason="I changed my mind")
    assert move_consent(opened, "c-1", ConsentStatus.REVOKED, asked).assets == (SCAN, STILL)
    assert [entry.by for entry in opened.log.after(0)][-2:] == ["Ana Ruiz", "Ana Ruiz"]


def test_a_consent_does_not_end_without_a_reason() -> None:
    opened = live(desk())
    with pytest.raises(InputError, match="say why"):
        move_consent(opened, "c-1", ConsentStatus.SUSPENDED, replace(LEGAL, reason=" "))
    assert opened.register().consents["c-1"].status is ConsentStatus.ACTIVE


def test_what_was_held_back_is_let_go_only_by_name() -> None:
    opened = live(desk())
    assert set(hold(opened, [SCAN], LEGAL, held=True)) == {SCAN, STILL}
    assert hold(opened, [STILL], LEGAL, held=False) == (STILL,)
    assert opened.register().quarantined == {SCAN}


def test_a_take_is_made_from_all_that_its_order_names(order: Order) -> None:
    note = note_of(take(replace(order, first_frame=SCAN, references=(STILL,))))
    assert note is not None
    assert note.parents == (SCAN, STILL)
    assert note_of(take(order, None)) is None


def test_terms_are_confirmed_against_a_text_that_is_kept() -> None:
    opened = desk()
    add_terms(opened, REMOTE, LEGAL)
    found = terms_for(opened, REMOTE.seller)
    done = confirm_terms(opened, found, b"the contract", "2027-01-01", LEGAL)
    assert opened.media.fetch_media(done.snapshot) == b"the contract"
    assert opened.register().confirmed[terms_digest(REMOTE)] == done
    with pytest.raises(NotFound, match="no terms of nobody"):
        terms_for(opened, Seller(provider="nobody"))


@pytest.mark.parametrize(
    ("text", "until", "said"),
    [(b" ", "2027-01-01", "empty"), (b"x", "2026-11-25", "run out"), (b"x", "", "run out")],
)
def test_terms_are_not_confirmed_against_nothing(text: bytes, until: str, said: str) -> None:
    opened = desk()
    with pytest.raises(InputError, match=said):
        confirm_terms(opened, LISTED, text, until, LEGAL)


def test_only_legal_confirms_and_nothing_is_kept_when_another_tries() -> None:
    opened = desk()
    with pytest.raises(RoleMayNotSign):
        confirm_terms(opened, LISTED, b"x", "2027-01-01", replace(LEGAL, role="producer"))
    assert opened.register().length == 0
