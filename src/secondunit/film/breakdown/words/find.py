"""What reading a line gives, and how sure each kind of reason is."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.film.breakdown.model import Category

GAZETTEER, WORDNET, VERB, PHRASE, GOVERNED, LOUD = 0.85, 0.6, 0.7, 0.75, 0.7, 0.1
"""How sure each kind of reason is: set by judgement; the quality benchmark says how it does.
``LOUD`` is added for a word in capitals, which writers use for what departments must not miss."""

SUREST = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One element found at one place of a line.

    Args:
        category: Its category.
        name: Singular.
        start: First character in the line.
        end: One past the last.
        quantity: How many the line says, or 1.
        rule: Which rule found it.
        confidence: How sure that rule is.
        head: Last words of the name, by which later mentions in the scene call it.
        minor: For people: under 18 by the word for them.
    """

    category: Category
    name: str
    start: int
    end: int
    quantity: int
    rule: str
    confidence: float
    head: str = ""
    minor: bool = False
