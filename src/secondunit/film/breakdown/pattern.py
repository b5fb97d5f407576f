"""Find fixed wording in a line by dictionary forms, so that every inflection is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

ANY = "~"
"""Stands for any one word, with its possessive where it has one."""

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


class Written(Protocol):
    """A word as a pattern sees it."""

    @property
    def lemma(self) -> str:
        """Dictionary form, lower case."""

    @property
    def lower(self) -> str:
        """As written, lower case."""


@dataclass(slots=True)
class PatternBook:
    """Patterns by their first word; what each stands for is the value."""

    _by_first: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)

    def add(self, patterns: Iterable[str], value: str = "") -> None:
        """Add patterns that all stand for one value."""
        for pattern in patterns:
            parts = tuple(pattern.split())
            self._by_first.setdefault(parts[0], []).append((parts, value))

    def find(self, words: Sequence[Written]) -> Iterator[tuple[int, int, str]]:
        """Every match as first word, one past the last, and what it stands for."""
        for at, word in enumerate(words):
            for first in dict.fromkeys((word.lemma, word.lower, ANY)):
                for parts, value in self._by_first.get(first, ()):
                    end = _match(parts, words, at)
                    if end:
                        yield at, end, value


def _match(parts: tuple[str, ...], words: Sequence[Written], at: int) -> int:
    for part in parts:
        if at >= len(words):
            return 0
        if part == ANY:
            if not words[at].lower[:1].isalnum():
                return 0
            owned = at + 1 < len(words) and words[at + 1].lower in _POSSESSIVE
            at += 2 if owned else 1
        elif part in {words[at].lemma, words[at].lower}:
            at += 1
        else:
            return 0
    return at
