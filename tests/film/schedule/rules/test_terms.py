from dataclasses import replace

from tests.film.schedule.builder import LOS_ANGELES, PACKS

from secondunit.film.schedule.rules.terms import Covers, Terms


def test_a_location_without_a_site_is_at_the_base() -> None:
    pier = replace(LOS_ANGELES, location="PIER", city="Santa Monica")
    terms = Terms(base=LOS_ANGELES, sites=(pier,))
    assert terms.site_of("PIER") == pier
    assert terms.site_of("HOUSE") == LOS_ANGELES


def test_rules_are_found_by_whom_they_bind() -> None:
    assert Terms(packs=PACKS).pack(Covers.CREW) == PACKS[1]
    assert Terms().pack(Covers.CREW) is None
