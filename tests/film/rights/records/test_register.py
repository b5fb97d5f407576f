from dataclasses import replace

import pytest
from tests.adapters.egress.gates import MemoryLog
from tests.film.rights.records.test_people import PAPER

from secondunit.core.errors import InputError, StoreError
from secondunit.core.ids import digest_bytes
from secondunit.film.rights.model import ProviderTerms, Seller
from secondunit.film.rights.records.papers import (
    AssetNote,
    Consultation,
    License,
    Quarantine,
    TermsAdded,
    TermsConfirmed,
    TitlePolicy,
    UnionNotice,
)
from secondunit.film.rights.records.people import ConsentMove, ConsentStatus, RightsHolder
from secondunit.film.rights.records.register import (
    Register,
    kind_of,
    read_register,
    terms_digest,
    with_record,
)

ACTIVE = ConsentMove(consent="c-1", to=ConsentStatus.ACTIVE)
THING = digest_bytes(b"a picture")


def test_the_register_is_what_its_events_add_up_to() -> None:
    log = MemoryLog()
    terms = ProviderTerms(seller=Seller(provider="acme"), hosts=("api.acme.example",))
    confirmed = TermsConfirmed(
        terms=terms_digest(terms), snapshot=THING, checked_on="2026-11-25", valid_until="2027-01-01"
    )
    log.sign(
        RightsHolder(id="ana", name="Ana Ruiz"),
        PAPER,
        ACTIVE,
        License(id="l-1", asset="", licensor="photo-house"),
        UnionNotice(id="n-1", union="SAG-AFTRA", kind="synthetic-performer"),
        Consultation(
            id="d-1",
            role="director",
            person="B",
            proposal="p",
            response="r",
            dissent=False,
            held_on="2026-11-01",
        ),
        TermsAdded(terms=terms),
        confirmed,
        TitlePolicy(medium="feature"),
        AssetNote(digest=THING, owner="production"),
        Quarantine(digests=(THING,)),
    )
    register = read_register(log.entries)
    assert register.holders["ana"].name == "Ana Ruiz"
    assert register.consents["c-1"].status is ConsentStatus.ACTIVE
    assert register.confirmed[terms_digest(terms)] == confirmed
    assert (register.policy.medium, register.terms) == ("feature", (terms,))
    assert (register.quarantined, register.length) == (frozenset({THING}), 11)
    assert read_register(log.entries[6:], read_register(log.entries[:6])) == register


def test_what_was_held_back_can_be_let_go() -> None:
    held = with_record(Register(), Quarantine(digests=(THING,)))
    assert with_record(held, Quarantine(digests=(THING,), held=False)).quarantined == frozenset()


def test_new_terms_of_a_seller_stand_in_the_place_of_its_old_ones() -> None:
    old = ProviderTerms(seller=Seller(provider="acme"), hosts=("a.example",))
    register = with_record(Register(), TermsAdded(terms=old))
    new = replace(old, retention_days=0)
    assert with_record(register, TermsAdded(terms=new)).terms == (new,)


def test_a_move_of_a_consent_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputError, match="no consent “c-1”"):
        with_record(Register(), ACTIVE)


def test_a_consent_is_never_written_over() -> None:
    register = with_record(Register(), PAPER)
    with pytest.raises(InputError, match="already"):
        with_record(register, replace(PAPER, uses=("anything",)))


def test_a_register_that_cannot_be_read_stops_everything() -> None:
    log = MemoryLog()
    log.append(kind="consent", by="Lea", body={"role": "legal", "reason": "", "record": "{}"})
    with pytest.raises(StoreError, match="entry 1"):
        read_register(log.entries)
    log.append(kind="rumour", by="Lea", body={"role": "legal", "reason": "", "record": "{}"})
    with pytest.raises(StoreError):
        read_register(log.entries[1:])


def test_only_records_of_rights_are_events() -> None:
    assert kind_of(PAPER) == "consent"
    with pytest.raises(InputError, match="no event holds a str"):
        kind_of("hearsay")
