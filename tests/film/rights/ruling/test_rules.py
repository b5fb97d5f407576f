import re

import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError, RoleMayNotSign
from secondunit.film.rights.ruling.facts import Act
from secondunit.film.rights.ruling.rules import (
    ALWAYS,
    FILE,
    ID_OF_ACT,
    read_rules,
    require_signer,
)

TEXT = PackagedTables().fetch_table(FILE)
BOOK = read_rules(TEXT)


def test_every_rule_says_what_it_demands_who_mends_it_and_on_what_it_rests() -> None:
    assert set(BOOK.rules) == {ALWAYS, *ID_OF_ACT}
    for rule in BOOK.rules.values():
        assert rule.says
        assert rule.who
        assert len(rule.source) > 20


@pytest.mark.parametrize(
    "rule",
    [*(f"R{number:02}" for number in (*range(1, 7), *range(10, 18))), "R21", "R23"],
)
def test_each_rule_that_the_gate_owes_blocks_a_final(rule: str) -> None:
    assert rule in BOOK.blocking(ID_OF_ACT[rule], "final")


def test_some_rules_only_warn_of_a_temp() -> None:
    warned = BOOK.warning(Act.SEND, "temp") | BOOK.warning(Act.PORTRAY, "temp")
    assert warned == {"R05", "R15", "R04.soon", "R21.dissent"}
    assert not warned & (BOOK.blocking(Act.SEND, "temp") | BOOK.blocking(Act.PORTRAY, "temp"))


def test_for_an_unknown_purpose_every_rule_is_in_force() -> None:
    assert BOOK.blocking(Act.PORTRAY, "fun") == {
        rule for rule, act in ID_OF_ACT.items() if act is Act.PORTRAY
    }


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace('id = "R01"', 'id = "R99"'), "rule R01 is there 0 times"),
        (lambda text: text + text[text.index("[[rule]]") :], "is there 2 times"),
        (lambda text: text.replace('warn = ["temp"]', 'warn = ["fun"]'), "no purpose “fun”"),
        (lambda text: re.sub(r"(?m)^consent = .*$", "", text), "nobody may sign consent"),
        (lambda text: text.replace("who =", "whom ="), "who"),
        (lambda text: text + "\n[[", "rights_rules.toml"),
    ],
)
def test_a_file_of_rules_that_would_leave_a_hole_is_refused(change: object, said: str) -> None:
    assert callable(change)
    with pytest.raises(InputError, match=said) as caught:
        read_rules(change(TEXT))
    assert caught.value.remedy


def test_counsel_can_switch_a_rule_off() -> None:
    head, rule, rest = TEXT.partition('id = "R05"')
    off = head + rule + rest.replace('block = ["final"]', "block = []", 1)
    assert "R05" not in read_rules(off).blocking(Act.SEND, "final")


def test_a_record_is_signed_by_a_named_person_in_a_role_that_may() -> None:
    require_signer(BOOK, "consent-move", "Ana Ruiz", "performer")
    with pytest.raises(RoleMayNotSign) as caught:
        require_signer(BOOK, "consent", "Ana Ruiz", "performer")
    assert "legal" in caught.value.remedy
    with pytest.raises(InputError, match="person's name"):
        require_signer(BOOK, "consent", " ", "legal")
