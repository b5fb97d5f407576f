import pytest
from tests.film.rights.ruling.cases import CONTENT, NEEDED, SYNTHETIC, WRONG, changed

from secondunit.adapters.egress.cedar import POLICIES, SCHEMA, CedarEngine, bundle_digest
from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError, Unavailable
from secondunit.film.rights.ruling.facts import Act, Matter, read_facts
from secondunit.film.rights.ruling.twin import CHECKS, evaluate

TABLES = PackagedTables()
TEXT, SHAPE = TABLES.fetch_table(POLICIES), TABLES.fetch_table(SCHEMA)
ENGINE = CedarEngine(TEXT, SHAPE)


def both(act: Act, data: dict[str, object]) -> frozenset[str]:
    """The rules that say no, as both engines have it."""
    asked = frozenset(CHECKS[act])
    there = ENGINE.refusing(Matter(act=act, subject="it", facts=data), asked)
    here = frozenset(evaluate(act, read_facts(act, data), asked))
    assert here == there
    return there


@pytest.mark.parametrize("act", list(Act))
def test_what_is_in_order_is_allowed(act: Act) -> None:
    assert both(act, changed(CONTENT[act], {})) == frozenset()
    assert both(Act.PORTRAY, changed(SYNTHETIC, {})) == frozenset()


@pytest.mark.parametrize("rule", WRONG)
def test_each_rule_is_named_by_the_policy_that_says_no(rule: str) -> None:
    act, changes = WRONG[rule]
    assert both(act, changed(CONTENT[act], changes)) == {rule}


@pytest.mark.parametrize(
    ("rule", "datum"), [(rule, datum) for rule, (_, data) in NEEDED.items() for datum in data]
)
def test_each_rule_says_no_where_a_datum_is_missing(rule: str, datum: str) -> None:
    act, _ = NEEDED[rule]
    assert rule in both(act, changed(CONTENT[act], {datum: None}))


def test_a_rule_that_is_not_asked_is_silent() -> None:
    data = changed(CONTENT[Act.SEND], {"terms.indemnity": False})
    asked = frozenset(CHECKS[Act.SEND]) - {"R05"}
    assert ENGINE.refusing(Matter(act=Act.SEND, subject="it", facts=data), asked) == frozenset()


@pytest.mark.parametrize(
    "changes",
    [
        {"terms.retention_days": "0"},
        {"terms.retention_days": 0.5},
        {"terms.trains_on_inputs": "no"},
        {"terms.surprise": True},
        {"title.regions": ["eu", 7]},
        {"director": None},
    ],
)
def test_facts_that_do_not_fit_the_schema_get_no_answer(changes: dict[str, object]) -> None:
    data = changed(CONTENT[Act.SEND], changes)
    with pytest.raises(Unavailable):
        ENGINE.refusing(Matter(act=Act.SEND, subject="it", facts=data), frozenset({"R01"}))


@pytest.mark.parametrize(
    ("policies", "said"),
    [
        (TEXT.replace("trains_on_inputs", "trains_on_input"), "trains_on_input"),
        (TEXT.replace('@id("R23")\n', ""), "rule R23 has no policy"),
        (TEXT + "\nforbid (", "egress.cedar"),
    ],
)
def test_policies_that_do_not_fit_are_refused_when_they_are_read(policies: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        CedarEngine(policies, SHAPE)


def test_a_policy_without_an_id_does_not_decide_silently() -> None:
    extra = CedarEngine(f"{TEXT}\nforbid (principal, action, resource);", SHAPE)
    matter = Matter(act=Act.SEND, subject="it", facts=changed(CONTENT[Act.SEND], {}))
    with pytest.raises(Unavailable, match="without its rule's id"):
        extra.refusing(matter, frozenset())


def test_another_policy_has_another_digest() -> None:
    assert bundle_digest("a", "b") != bundle_digest("a", "c") != bundle_digest("ac")
