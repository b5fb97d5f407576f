import pytest
from tests.film.rights.ruling.cases import (
    CONTENT,
    NEEDED,
    PORTRAY,
    SEND,
    SYNTHETIC,
    WRONG,
    changed,
)

from secondunit.film.rights.ruling.facts import Act, read_facts
from secondunit.film.rights.ruling.twin import CHECKS, evaluate


def found(act: Act, data: object) -> set[str]:
    return set(evaluate(act, read_facts(act, data), frozenset(CHECKS[act])))


@pytest.mark.parametrize("act", list(Act))
def test_what_is_in_order_passes_every_rule(act: Act) -> None:
    assert found(act, changed(CONTENT[act], {})) == set()


@pytest.mark.parametrize("rule", WRONG)
def test_each_rule_alone_says_no_to_what_it_is_for(rule: str) -> None:
    act, changes = WRONG[rule]
    assert found(act, changed(CONTENT[act], changes)) == {rule}


@pytest.mark.parametrize(
    ("rule", "datum"), [(rule, datum) for rule, (_, data) in NEEDED.items() for datum in data]
)
def test_each_rule_says_no_and_names_the_datum_where_it_is_not_known(rule: str, datum: str) -> None:
    act, _ = NEEDED[rule]
    facts = read_facts(act, changed(CONTENT[act], {datum: None}))
    assert datum in evaluate(act, facts, frozenset({rule}))[rule]


@pytest.mark.parametrize("status", ["draft", "suspended", "revoked", "expired", "granted"])
def test_a_consent_that_is_not_live_is_none(status: str) -> None:
    assert "R11" in found(Act.PORTRAY, changed(PORTRAY, {"consent.status": status}))


def test_an_estate_agrees_for_somebody_who_has_died_and_nobody_else_does() -> None:
    died: dict[str, object] = {"holder.deceased": True, "holder.minor": False}
    for giver in ("estate", "union"):
        assert not found(Act.PORTRAY, changed(PORTRAY, {**died, "consent.given_by": giver}))
    for giver in ("holder", "guardian", "neighbour"):
        data = changed(PORTRAY, {**died, "consent.given_by": giver})
        assert found(Act.PORTRAY, data) == {"R12"}


def test_a_minor_needs_a_guardian_and_at_most_five_years() -> None:
    for years, said in ((0, {"R13"}), (1, set()), (5, set()), (6, {"R13"})):
        assert found(Act.PORTRAY, changed(PORTRAY, {"consent.years": years})) == said
    assert found(Act.PORTRAY, changed(PORTRAY, {"consent.given_by": "holder"})) == {"R13"}


@pytest.mark.parametrize(
    "changes",
    [{"notice.sent": None}, {"notice.bargaining": "open"}, {"notice.memo": None}],
)
def test_a_synthetic_performer_needs_notice_bargaining_and_memo_and_no_consent(
    changes: dict[str, object],
) -> None:
    assert found(Act.PORTRAY, changed(SYNTHETIC, {})) == set()
    assert found(Act.PORTRAY, changed(SYNTHETIC, changes)) == {"R15"}


def test_on_this_machine_only_rules_about_people_and_the_director_speak() -> None:
    bare = {"purpose": "temp", "outside": False, "terms": {}, "title": {}, "director": {}}
    assert found(Act.SEND, bare) == {"R21"}
    assert found(Act.SEND, {**bare, "generative": False}) == set()


def test_a_director_is_not_asked_about_reading_and_planning() -> None:
    bare: dict[str, object] = {"director.consulted": None, "purpose": "assist"}
    assert found(Act.SEND, changed(SEND, bare)) == set()


def test_a_director_who_dissents_is_a_rule_of_its_own() -> None:
    assert found(Act.SEND, changed(SEND, {"director.dissents": True})) == {"R21.dissent"}


def test_terms_about_to_run_out_are_a_rule_of_their_own() -> None:
    assert found(Act.SEND, changed(SEND, {"terms.days_left": 29})) == {"R04.soon"}
    assert found(Act.SEND, changed(SEND, {"terms.days_left": 30})) == set()
    assert found(Act.SEND, changed(SEND, {"terms.days_left": -1})) == {"R04", "R04.soon"}


def test_sealed_things_never_leave_whatever_the_title_says() -> None:
    data = changed(SEND, {"asset_class": 4, "title.highest_class": 9})
    assert found(Act.SEND, data) == {"G02"}


def test_an_unknown_purpose_is_refused_whatever_is_asked() -> None:
    facts = read_facts(Act.SEND, changed(SEND, {"purpose": "fun"}))
    assert set(evaluate(Act.SEND, facts, frozenset())) == {"G00"}


def test_what_is_of_the_production_needs_no_licence_and_an_owner() -> None:
    own = {"purpose": "temp", "quarantined": False, "third_party": False, "licence": {}}
    assert found(Act.HAND_OVER, {**own, "owned": True}) == set()
    assert found(Act.HAND_OVER, own) == {"R23"}
