"""Read a data file of the budget into its shape, and pass over nothing in silence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from secondunit.core.errors import InputError

T = TypeVar("T")


def read_toml(text: str, shape: type[T], file: str) -> T:
    """Read a TOML file.

    Args:
        text: The file.
        shape: The dataclass it must have the shape of.
        file: Its name, for messages.

    Raises:
        InputError: It is not TOML, or a field is missing, unknown or of the wrong kind; the
            message names file and field.
    """
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            f"{file} is not valid TOML: {error}", remedy=f"Correct that line of {file}."
        ) from error
    for place, known in _unknown(table, shape, ""):
        raise InputError(
            f"{file}: field {place} is unknown", remedy=f"Use one of {', '.join(sorted(known))}."
        )
    try:
        return msgspec.convert(table, shape)
    except msgspec.ValidationError as error:
        raise InputError(
            f"{file} has a wrong field: {error}", remedy="Correct the field named after $."
        ) from error


def _unknown(entry: dict[str, Any], shape: type, place: str) -> Iterator[tuple[str, list[str]]]:
    hints = get_type_hints(shape)
    known = [field.name for field in fields(shape)]
    for key, value in entry.items():
        if key not in known:
            yield f"{place}{key}", known
            continue
        inner = next(
            (each for each in (hints[key], *get_args(hints[key])) if is_dataclass(each)), None
        )
        if isinstance(inner, type):
            parts = value if isinstance(value, list) else [value]
            for number, part in enumerate(parts):
                if isinstance(part, dict):
                    mark = f"[{number}]." if isinstance(value, list) else "."
                    yield from _unknown(part, inner, f"{place}{key}{mark}")
