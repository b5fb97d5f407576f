from typing import Any

import pytest

from secondunit.core.errors import InputError
from secondunit.film.rights.ruling.facts import (
    Act,
    SendFacts,
    TermsFacts,
    plain,
    read_facts,
    value_at,
)


def test_what_is_unknown_is_left_out_and_comes_back_unknown() -> None:
    facts = SendFacts(purpose="final", terms=TermsFacts(retention_days=0))
    data = plain(facts)
    assert data == {
        "purpose": "final",
        "terms": {"retention_days": 0},
        "title": {},
        "director": {},
    }
    assert read_facts(Act.SEND, data) == facts


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"terms": {"retention_days": "0"}}, "retention_days"),
        ({"terms": {"retention_days": True}}, "retention_days"),
        ({"terms": {"trains_on_inputs": 0}}, "trains_on_inputs"),
        ({"terms": {"trains_on_inputs": None}}, "terms.trains_on_inputs: is null"),
        ({"terms": {"promises": True}}, "terms.promises: there is no such fact"),
        ({"terms": None}, "terms: is null"),
        ({"terms": []}, "no table"),
        ({"title": {"regions": "eu"}}, "regions"),
        ("everything is fine", "no table"),
    ],
)
def test_a_fact_of_another_shape_is_none(data: Any, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_facts(Act.SEND, data)


def test_a_datum_is_found_by_its_dotted_name() -> None:
    assert value_at({"terms": {"retention_days": 3}}, "terms.retention_days") == 3
    assert value_at({"terms": {}}, "terms.retention_days") is None
    assert value_at({}, "terms.retention_days") is None
