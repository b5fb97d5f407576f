"""The standard ids and printed marks of each category, for sheets and exchange."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.breakdown.model import Category

FILE = "breakdown_categories.toml"


class Standard(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one category is called elsewhere.

    Args:
        uci: Id in the Universal Category Identification standard.
        fdx_id: Id of Final Draft's tag category, or "" where it has none.
        fdx_name: Its name there.
        number: Its usual number there; versions differ, so it identifies nothing.
        fdx_color: Its usual colour there, 16 bits a channel.
        print: Colour on printed sheets (``#RRGGBB``).
        mark: How it is marked on paper, or "".
        also: Ids that other versions of Final Draft give it.
    """

    uci: int
    fdx_id: str
    fdx_name: str
    number: int
    fdx_color: str
    print: str
    mark: str
    also: tuple[str, ...] = ()


class _File(msgspec.Struct):
    category: dict[Category, Standard]


def read_standards(text: str) -> Mapping[Category, Standard]:
    """Read ``breakdown_categories.toml``.

    Raises:
        InputError: The file has not its shape, or a category is missing or given twice.
    """
    try:
        file = msgspec.convert(tomllib.loads(text), type=_File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"{FILE}: {error}", remedy="Compare it with the file that ships."
        ) from error
    missing = [category.value for category in Category if category not in file.category]
    if missing:
        raise InputError(
            f"{FILE}: no {', '.join(missing)}", remedy="Give every category its table."
        )
    return file.category


def category_of(fdx_id: str, standards: Mapping[Category, Standard]) -> Category | None:
    """The category that an id of Final Draft stands for, or None."""
    for category, standard in standards.items():
        if fdx_id and fdx_id in {standard.fdx_id, *standard.also}:
            return category
    return None
