"""One thing found at one place of a line."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.film.breakdown.model import Category


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One element found at one place of a line.

    Args:
        category: Its category.
        name: As a list would print it, singular.
        start: First character in the line.
        end: One past the last.
        rule: Which rule found it.
        confidence: How sure that rule is.
        kind: Its class in the lexicon (``firearm``), or "".
        quantity: How many the line says; 0 where it does not say.
    """

    category: Category
    name: str
    start: int
    end: int
    rule: str
    confidence: float
    kind: str = ""
    quantity: int = 0
