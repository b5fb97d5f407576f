from dataclasses import replace

import pytest
from tests.adapters.egress.gates import POLICY, TODAY
from tests.film.rights.records.test_people import PAPER

from secondunit.film.rights.model import EgressRequest, Purpose, Seller
from secondunit.film.rights.records.papers import UnionNotice
from secondunit.film.rights.records.people import Consent, ConsentStatus, RightsHolder
from secondunit.film.rights.records.register import Register
from secondunit.film.rights.ruling.portrayal import (
    best_consent,
    consent_facts,
    covers,
    holder_facts,
    notice_facts,
    years_of,
)

LIVE = replace(PAPER, status=ConsentStatus.ACTIVE)
REQUEST = EgressRequest(
    by="Lea",
    title="two-rooms",
    purpose=Purpose.FINAL,
    seller=Seller(provider="acme"),
    subject="shot 1",
    likenesses=("ana",),
)


def register(*papers: Consent) -> Register:
    return Register(consents={each.id: each for each in papers}, policy=POLICY)


def test_a_paper_covers_what_it_names_and_nothing_else() -> None:
    facts = consent_facts(LIVE, REQUEST, register(LIVE), TODAY)
    assert (facts.status, facts.covers_project, facts.covers_use) == ("active", True, True)
    assert (facts.covers_media, facts.covers_territories, facts.covers_name) == (True, True, False)
    other = replace(REQUEST, title="another-film", use="voice", released_as="trailer")
    facts = consent_facts(LIVE, other, register(LIVE), TODAY)
    assert (facts.covers_project, facts.covers_use, facts.covers_media) == (False, False, False)


def test_a_consent_past_its_last_day_has_run_out() -> None:
    assert consent_facts(LIVE, REQUEST, register(LIVE), "2027-01-02").status == "expired"
    assert consent_facts(LIVE, REQUEST, register(LIVE), "2025-12-31").begun is False


def test_the_paper_that_comes_closest_is_asked_and_a_live_one_before_a_revoked_one() -> None:
    wide = replace(LIVE, id="wide", status=ConsentStatus.REVOKED)
    other_film = replace(LIVE, id="other", projects=("another-film",))
    assert best_consent("ana", REQUEST, register(wide, other_film), TODAY) == other_film
    assert best_consent("ana", REQUEST, register(other_film, LIVE), TODAY) == LIVE
    assert best_consent("ben", REQUEST, register(LIVE), TODAY) is None


def test_without_a_paper_nothing_is_known() -> None:
    assert consent_facts(None, REQUEST, register(), TODAY).status is None


def test_a_dispute_freezes_members_of_that_union_and_unsaid_disputes_everybody() -> None:
    ana = RightsHolder(id="ana", name="Ana", unions=("SAG-AFTRA",))
    struck = Register(policy=replace(POLICY, disputes=("SAG-AFTRA",)))
    other = Register(policy=replace(POLICY, disputes=("IATSE",)))
    unsaid = Register(policy=replace(POLICY, disputes=None))
    assert [holder_facts(ana, each).in_dispute for each in (struck, other, unsaid)] == [
        True,
        False,
        None,
    ]
    assert holder_facts(None, other).kind is None


def test_the_newest_notice_about_a_synthetic_performer_counts() -> None:
    def notice(name: str, sent_at: str, bargaining: str, subject: str = "nova") -> UnionNotice:
        return UnionNotice(
            id=name,
            union="SAG-AFTRA",
            kind="synthetic-performer",
            subject=subject,
            sent_at=sent_at,
            bargaining=bargaining,
        )

    told = Register(
        notices={
            "a": notice("a", "2026-09-01", "closed"),
            "b": notice("b", "2026-10-01", "open"),
            "c": notice("c", "2026-11-01", "closed", subject="other"),
        }
    )
    assert notice_facts("nova", told).bargaining == "open"
    assert notice_facts("nova", told).memo is False
    assert notice_facts("nobody", told).sent is None


@pytest.mark.parametrize(
    ("starts", "ends", "years"),
    [
        ("2026-01-01", "2026-12-31", 1),
        ("2026-01-01", "2027-01-01", 2),
        ("2026-01-01", "2030-12-31", 5),
        ("2026-01-01", "2031-01-01", 6),
        ("2026-01-01", "", None),
        ("soon", "2026-01-01", None),
    ],
)
def test_a_begun_year_counts_whole(starts: str, ends: str, years: int | None) -> None:
    assert years_of(starts, ends) == years


def test_territories_are_covered_by_name_or_by_the_world() -> None:
    assert covers(("FR", "DE"), ("FR",)) is True
    assert covers(("world",), ("FR",)) is True
    assert covers(("FR",), ("FR", "US")) is False
    assert covers(("world",), ()) is None
