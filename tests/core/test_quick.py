"""Frozen dataclasses that are quick to make."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from secondunit.core.ids import canonical_json, read_json
from secondunit.core.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Prop:
    name: str
    count: int = 1
    owner: str | None = None


LANTERN = Prop(name="lantern", count=2)


def test_a_quick_record_says_what_it_was_given_and_its_defaults() -> None:
    assert repr(LANTERN) == "Prop(name='lantern', count=2, owner=None)"
    assert Prop(name="lantern", count=2) == LANTERN
    assert hash(Prop(name="lantern", count=2)) == hash(LANTERN)
    assert isinstance(LANTERN, Prop)


def test_nothing_in_it_can_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        LANTERN.count = 3  # type: ignore[misc]
    with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
        LANTERN.colour = "red"  # type: ignore[attr-defined]


def test_it_is_made_by_keyword_and_misses_what_is_missing() -> None:
    with pytest.raises(TypeError, match="name"):
        Prop()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="colour"):
        Prop(name="lantern", colour="red")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Prop("lantern")  # type: ignore[call-arg]
    assert list(inspect.signature(Prop).parameters) == ["name", "count", "owner"]


def test_it_is_replaced_copied_and_stored_as_any_other() -> None:
    assert replace(LANTERN, owner="Mina") == Prop(name="lantern", count=2, owner="Mina")
    assert copy.copy(LANTERN) == LANTERN
    assert pickle.loads(pickle.dumps(LANTERN)) == LANTERN  # noqa: S301  its own
    assert read_json(canonical_json(LANTERN), Prop) == LANTERN


def test_what_is_made_in_another_way_is_refused() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Box:
        props: list[str] = field(default_factory=list)

    with pytest.raises(TypeError, match="Box cannot be made quickly"):
        quick(Box)
