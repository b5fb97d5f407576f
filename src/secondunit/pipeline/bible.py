"""The production's character bible, and what keeps its references from being used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from secondunit.core.finding import Finding
from secondunit.core.ids import Digest
from secondunit.film.generation.bible import (
    FILE,
    Bible,
    BibleFacts,
    check_bible,
    read_bible,
    usable,
)
from secondunit.film.rights.records.register import Register
from secondunit.pipeline.queries import View


@dataclass(frozen=True, slots=True, kw_only=True)
class BibleRow:
    """A character as people look at it.

    Args:
        name: As the shots name the figure.
        words: How they look on every day.
        looks: Number of looks by story day.
        references: Pictures that may be used, and those there are.
        providers: Keys of providers that know them by a handle.
    """

    name: str
    words: str
    looks: int
    references: tuple[int, int]
    providers: tuple[str, ...]


def production_bible(view: View) -> Bible:
    """The bible.

    Raises:
        InputError: Its file is malformed.
    """
    return read_bible(view.table(FILE))


def bible_facts(
    view: View,
    figures: tuple[str, ...],
    register: Register,
    hash_of: Callable[[str], Digest | None],
) -> BibleFacts:
    """What the bible is held against, today."""
    return BibleFacts(
        figures=figures,
        register=register,
        title=view.office.records.production().id,
        today=view.office.clock.now()[:10],
        hash_of=hash_of,
    )


def bible_rows(bible: Bible, facts: BibleFacts) -> tuple[BibleRow, ...]:
    """Its characters."""
    return tuple(
        BibleRow(
            name=each.name,
            words=each.words,
            looks=len(each.look),
            references=(
                sum(usable(reference, facts) for reference in each.reference),
                len(each.reference),
            ),
            providers=tuple(each.handles),
        )
        for each in bible.character
    )


def bible_findings(bible: Bible, facts: BibleFacts) -> tuple[Finding, ...]:
    """What keeps references from being used, and who is not in it."""
    return check_bible(bible, facts)
