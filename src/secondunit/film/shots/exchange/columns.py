"""What the columns of a shot list are called, and the words in their cells."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.shots.model import Angle, Framing, Height, Mood, Move, Size

FILE = "shot_columns.toml"

TERMS: dict[str, type[StrEnum]] = {
    "framing": Framing,
    "size": Size,
    "angle": Angle,
    "height": Height,
    "move": Move,
    "mood": Mood,
}
"""Columns whose cells hold one term of the shot list."""

COLUMNS = (
    "id",
    "scene",
    "number",
    "framing",
    "size",
    "angle",
    "height",
    "lens",
    "move",
    "subjects",
    "action",
    "seconds",
    "mood",
    "locks",
)
"""Columns that are read back, in the order they are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """Heads of columns that are passed over."""

    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnTable:
    """Heads and words, as read from ``shot_columns.toml``.

    Args:
        source: Where they come from.
        version: Of the table.
        checked_on: ISO date.
        heads: Names of each column.
        passed: Columns that are written for readers only.
        words: Other words for each term, by column.
    """

    source: str
    version: str
    checked_on: str
    heads: dict[str, tuple[str, ...]]
    passed: Passed
    words: dict[str, dict[str, tuple[str, ...]]]

    def column(self, head: str) -> str:
        """The column a head names, or ""."""
        return self._heads().get(plain(head), "")

    def is_passed(self, head: str) -> bool:
        """True for a column that is never read back."""
        return plain(head) in {plain(each) for each in self.passed.heads}

    def term(self, column: str, text: str) -> StrEnum | None:
        """The term a cell means, or None."""
        shape = TERMS[column]
        known: dict[str, StrEnum] = {plain(term.value): term for term in shape}
        for value, others in self.words.get(column, {}).items():
            known |= {plain(other): shape(value) for other in others}
        return known.get(plain(text))

    def _heads(self) -> Mapping[str, str]:
        return {plain(head): column for column, heads in self.heads.items() for head in heads}


def plain(text: str) -> str:
    """A head or a word as it is compared: small letters, no spaces, dots or hyphens.

    >>> plain("Close-Up"), plain("O.T.S.")
    ('closeup', 'ots')
    """
    return re.sub(r"[\s.\-_]+", "", text.casefold())


def read_columns(text: str) -> ColumnTable:
    """Read ``shot_columns.toml``.

    Raises:
        InputError: It is no TOML, a field is wrong, or it names a column or term that is none.
    """
    try:
        table = msgspec.convert(tomllib.loads(text), ColumnTable)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"{FILE} cannot be used: {error}",
            remedy="Correct that field, or remove your copy to use the one that ships.",
        ) from error
    for column in table.heads:
        if column not in COLUMNS:
            raise InputError(
                f"{FILE}: heads.{column} is no column", remedy=f"Columns: {', '.join(COLUMNS)}."
            )
    for column, terms in table.words.items():
        known = {term.value for term in TERMS.get(column, ())}
        for term in terms:
            if term not in known:
                raise InputError(
                    f"{FILE}: words.{column}.{term} is no term of the shot list",
                    remedy=f"Terms of {column}: {', '.join(sorted(known)) or 'none'}.",
                )
    return table
