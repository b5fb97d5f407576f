"""Breakdown categories as other programs know them, and the colours of their marks."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.breakdown.model import Category

FILE = "categories.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One category to the world.

    Args:
        name: What most programs call it.
        number: Universal category number.
        id: Of Final Draft's tag category, or "".
        tag_color: Usual colour of its tags there, 16 bits a channel.
        color: ``#RRGGBB`` of its marks on printed sheets.
        mark: How it is marked by hand, or "".
        also: Ids that some versions of Final Draft give it.
    """

    name: str
    number: int
    id: str
    tag_color: str
    color: str
    mark: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryTable:
    """All of them, by our own category."""

    known: Mapping[Category, Known]

    def of_number(self, number: int) -> Category | None:
        """The category of a universal number; None for one of somebody's own."""
        return next((key for key, each in self.known.items() if each.number == number), None)

    def of_tag(self, identity: str, name: str) -> Category | None:
        """The category of a Final Draft tag: by its id, else by its name, never by its number.

        Source: design page ``plan``, 1.2: ids are the same in every file, numbers are not.
        """
        by_id = (
            key
            for key, each in self.known.items()
            if identity and identity in {each.id, *each.also}
        )
        by_name = (key for key, each in self.known.items() if _plain(each.name) == _plain(name))
        return next(by_id, None) or next(by_name, None)


def read_categories(text: str) -> CategoryTable:
    """Read ``categories.toml``.

    Raises:
        InputError: It has not its shape, or a category is missing.
    """
    try:
        table = tomllib.loads(text)
        known = msgspec.convert(table.get("categories"), type=dict[Category, Known])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"{FILE}: {error}", remedy="Compare it with the file that ships."
        ) from error
    missing = [category.value for category in Category if category not in known]
    if missing:
        raise InputError(
            f"{FILE}: no entry for {', '.join(missing)}",
            remedy="Compare it with the file that ships.",
        )
    return CategoryTable(known=known)


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum()).removesuffix("s")
