from dataclasses import replace

from tests.adapters.egress.gates import POLICY, TODAY

from secondunit.core.ids import digest
from secondunit.film.rights.records.papers import License
from secondunit.film.rights.records.register import Register
from secondunit.film.rights.ruling.facts import LicenceFacts
from secondunit.film.rights.ruling.reference import licence_facts

PHOTO = digest("photo")
PAPER = License(
    id="l-1",
    asset=PHOTO,
    licensor="photo-house",
    scope=("ai-input", "display"),
    territories=("world",),
    starts="2026-01-01",
    ends="2026-12-31",
    document=digest("signed"),
)
GOOD = LicenceFacts(covers_ai_input=True, covers_territories=True, in_term=True, signed=True)


def facts(*papers: License, owners: tuple[str, ...] = ("photo-house",)) -> LicenceFacts:
    register = Register(licences={each.id: each for each in papers}, policy=POLICY)
    return licence_facts(PHOTO, (PHOTO,), owners, register, TODAY)


def test_a_licence_for_the_thing_or_for_all_of_its_owner_covers_it() -> None:
    assert facts(PAPER) == GOOD
    assert facts(replace(PAPER, asset="")) == GOOD


def test_a_licence_for_something_else_or_of_somebody_else_does_not() -> None:
    assert facts(replace(PAPER, asset=digest("other"))) == LicenceFacts()
    assert facts(replace(PAPER, licensor="other-house")) == LicenceFacts()


def test_a_licence_to_show_is_no_licence_to_hand_over() -> None:
    assert facts(replace(PAPER, scope=("display",))).covers_ai_input is False
    assert facts(replace(PAPER, ends="2026-06-30")).in_term is False
    assert facts(replace(PAPER, ends="")).in_term is None


def test_of_several_owners_the_one_that_agreed_least_counts() -> None:
    assert facts(PAPER, owners=("photo-house", "sculptor")) == LicenceFacts()
    assert facts(PAPER, owners=()) == LicenceFacts()
