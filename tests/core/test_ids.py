from dataclasses import dataclass

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.core.ids import canonical_json, digest, digest_bytes, read_json, stable_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    name: str
    count: int = 1


def test_equal_values_have_equal_digests_whatever_the_order_of_keys() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})


def test_a_changed_field_changes_the_digest() -> None:
    assert digest(Prop(name="lantern")) != digest(Prop(name="lantern", count=2))


def test_a_dataclass_survives_its_canonical_json() -> None:
    assert read_json(canonical_json(Prop(name="nail", count=3)), Prop) == Prop(name="nail", count=3)


def test_a_wrong_shape_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="name"):
        read_json(b'{"count": 1}', Prop)


def test_the_digest_of_bytes_is_their_sha_256() -> None:
    assert digest_bytes(b"abc") == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), min_size=1, max_size=4))
def test_ids_tell_different_parts_apart(one: list[str], other: list[str]) -> None:
    assert (stable_id("el", *one) == stable_id("el", *other)) == (one == other)
