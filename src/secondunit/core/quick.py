"""Frozen dataclasses that are quick to make, for the nouns of which a script holds thousands."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar

T = TypeVar("T")

_become = object.__dict__["__class__"].__set__


def quick(made: type[T]) -> type[T]:
    """A frozen dataclass with slots, made in less than half the time and the same in all else.

    A frozen dataclass fills each of its slots by a call, since it forbids its own assignments. This
    one fills them by plain assignment while it still belongs to a twin class that has the same
    slots and forbids nothing.

    Args:
        made: Frozen, with slots, all fields by keyword; it has no default factory, base class or
            ``__post_init__``, and nothing derives from it.

    Raises:
        TypeError: It is not like that.
    """
    own = fields(made)  # type: ignore[arg-type]
    if (
        not all(map(_is_plain, own))
        or hasattr(made, "__post_init__")
        or made.__base__ is not object
    ):
        raise TypeError(f"{made.__name__} cannot be made quickly")
    twin = type(made.__name__, (), {"__slots__": tuple(field.name for field in own)})
    defaults = {f"default_{field.name}": field.default for field in own}
    names: dict[str, Any] = {"become": _become, "made": made, "twin": twin, **defaults}
    exec(_source(own), names)  # noqa: S102  made of field names alone, as dataclasses does it
    made.__init__ = names["__init__"]  # type: ignore[method-assign]
    return made


def _is_plain(field: Field[Any]) -> bool:
    return field.init and field.kw_only is True and field.default_factory is MISSING


def _source(own: tuple[Field[Any], ...]) -> str:
    said = ", ".join(
        field.name if field.default is MISSING else f"{field.name}=default_{field.name}"
        for field in own
    )
    rows = (f" self.{field.name} = {field.name}" for field in own)
    head = f"def __init__(self, *, {said}):\n become(self, twin)\n"
    return head + "\n".join(rows) + "\n self.__class__ = made"
