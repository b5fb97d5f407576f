"""One broken rule: which scene, day and person, what it costs, whose rule it is."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.money import FREE, Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A rule a board breaks.

    Args:
        rule: Its family, as in ``schedule.RULE`` of findings.
        message: In one sentence.
        day: Number of the shooting day; 0 where it is the whole board's.
        date: ISO date of that day.
        scene: Number of the scene, or empty.
        person: Name of the person, or empty.
        penalty: What the agreement makes the production pay for it.
        source: Where the rule comes from.
        bends: True where the production may choose to bear it: a warning, no error.
        remedy: What to do about it, where it is not the usual.
        unit: Whose day it is; empty for the main unit's.
    """

    rule: str
    message: str
    day: int = 0
    date: str = ""
    scene: str = ""
    person: str = ""
    penalty: Money = FREE
    source: str = ""
    bends: bool = False
    remedy: str = ""
    unit: str = ""

    @property
    def where(self) -> str:
        """Scene and day in words a person can find."""
        whose = f"{unit_words(self.unit)}, " if self.unit else ""
        day = f"{whose}day {self.day} ({self.date})" if self.day else ""
        scene = f"scene {self.scene}" if self.scene else ""
        return ", ".join(part for part in (day, scene) if part) or "the board"


def unit_words(unit: str) -> str:
    """A unit as sentences have it.

    >>> unit_words("second"), unit_words("")
    ('second unit', 'main unit')
    """
    return unit if unit.casefold().endswith("unit") else f"{unit or 'main'} unit"
