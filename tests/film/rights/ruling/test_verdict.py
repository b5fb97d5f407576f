import pytest
from tests.adapters.egress.gates import RULINGS
from tests.film.rights.ruling.cases import PORTRAY, SEND, WRONG, changed

from secondunit.core.ids import digest
from secondunit.film.rights.model import EgressVerdict
from secondunit.film.rights.ruling.facts import Act, Matter
from secondunit.film.rights.ruling.rules import DISAGREE
from secondunit.film.rights.ruling.verdict import explain, judge

BUNDLE = digest("policy")


def rule_on(*matters: Matter) -> EgressVerdict:
    return judge(matters, RULINGS.book, RULINGS.engine.refusing, BUNDLE)


def sent(**changes: object) -> Matter:
    named = {key.replace("__", "."): value for key, value in changes.items()}
    return Matter(act=Act.SEND, subject="shot 12A to acme", facts=changed(SEND, named))


def test_what_is_in_order_is_allowed_and_carries_the_policy_it_was_judged_by() -> None:
    verdict = rule_on(sent(), Matter(act=Act.PORTRAY, subject="ana", facts=changed(PORTRAY, {})))
    assert verdict == EgressVerdict(bundle=BUNDLE)
    assert verdict.allowed


def test_a_denial_names_rule_datum_and_who_can_supply_it() -> None:
    verdict = rule_on(sent(terms__retention_days=None))
    (denial,) = verdict.denials
    assert (denial.rule, denial.lacks, denial.who) == ("R02", "terms.retention_days", "legal")
    assert "terms.retention_days is not known" in denial.message
    message, remedy = explain(verdict)
    assert "R02" in message
    assert "legal can supply terms.retention_days" in remedy


def test_a_rule_that_warns_lets_pass_with_a_word() -> None:
    verdict = rule_on(sent(purpose="temp", terms__indemnity=False, director__dissents=True))
    assert verdict.allowed
    assert [each.rule for each in verdict.warnings] == ["R05", "R21.dissent"]


@pytest.mark.parametrize("rule", WRONG)
def test_one_wrong_fact_is_denied_by_both_engines_alike(rule: str) -> None:
    act, changes = WRONG[rule]
    from tests.film.rights.ruling.cases import CONTENT

    matter = Matter(act=act, subject="it", facts=changed(CONTENT[act], changes))
    matters = (matter,) if act is Act.SEND else (sent(), matter)
    assert [each.rule for each in rule_on(*matters).denials] == [rule]


def test_where_the_two_engines_disagree_the_answer_is_no() -> None:
    verdict = judge([sent()], RULINGS.book, lambda *_: frozenset({"R01"}), BUNDLE)
    assert [each.rule for each in verdict.denials] == [DISAGREE]
    assert "R01" in verdict.denials[0].message
    lax = judge([sent(terms__known=None)], RULINGS.book, lambda *_: frozenset(), BUNDLE)
    assert {each.rule for each in lax.denials} == {"G03", DISAGREE}


def test_an_engine_that_fails_is_a_no() -> None:
    def broken(matter: Matter, asked: frozenset[str]) -> frozenset[str]:
        raise ZeroDivisionError(f"{matter.subject} {len(asked)}")

    verdict = judge([sent()], RULINGS.book, broken, BUNDLE)
    assert {each.rule for each in verdict.denials} == {DISAGREE}


def test_facts_of_another_shape_and_no_facts_at_all_are_a_no() -> None:
    assert not rule_on(sent(terms__retention_days="none")).allowed
    assert not rule_on().allowed
    only_people = Matter(act=Act.PORTRAY, subject="ana", facts=changed(PORTRAY, {}))
    assert not rule_on(only_people).allowed
