from dataclasses import replace

from tests.film.schedule.builder import LOS_ANGELES, PACKS

from secondunit.core.finding import Finding
from secondunit.core.ids import SceneId
from secondunit.film.schedule.rules.resolve import resolve_terms
from secondunit.film.schedule.rules.shoot import NamedLock, Order, Shoot
from secondunit.film.schedule.rules.terms import Clock, Terms

SCENES = {"1": SceneId("sc-1"), "2A": SceneId("sc-2")}


def _resolve(**fields: object) -> tuple[Terms, tuple[Finding, ...]]:
    shoot = replace(Shoot(clock=Clock(), base=LOS_ANGELES), **fields)  # type: ignore[arg-type]  # its fields
    return resolve_terms(shoot, PACKS, SCENES, ["HOUSE"], ("2027-01-04", 2))


def test_numbers_are_found_whatever_their_case_and_unknown_ones_named() -> None:
    terms, findings = _resolve(before=(Order(scene="1", then=("2a", "99")),))
    assert [(row.first, row.then) for row in terms.before] == [("sc-1", "sc-2")]
    assert ["“99”" in finding.message for finding in findings] == [True]


def test_a_circle_and_a_scene_locked_twice_are_named() -> None:
    circle = (Order(scene="1", then=("2A",)), Order(scene="2A", then=("1",)))
    locks = tuple(NamedLock(date=f"2027-01-0{day}", scenes=("1",)) for day in (5, 6))
    terms, findings = _resolve(before=circle, locks=locks)
    assert terms.before == ()
    assert {f.rule for f in findings} == {"schedule.circle", "schedule.locked-twice"}


def test_a_place_open_on_few_dates_is_closed_on_all_others() -> None:
    site = replace(LOS_ANGELES, location="House")
    terms, _ = _resolve(sites=(site,), only=(("House", ("2027-01-05",)),))
    assert len(terms.sites[0].closed) == 13
    assert terms.sites[0].location == "HOUSE"


def test_rules_that_ran_out_before_the_shoot_are_named() -> None:
    old = tuple(replace(pack, expires="2026-06-30") for pack in PACKS)
    shoot = Shoot(clock=Clock(), base=LOS_ANGELES)
    _, findings = resolve_terms(shoot, old, SCENES, [], ("2027-01-04", 2))
    assert {f.rule for f in findings} == {"schedule.rules-out-of-date"}
