"""How much of a script its shots cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from secondunit.core.ids import LineId
from secondunit.film.screenplay.model import PRINTED, Screenplay
from secondunit.film.shots.model import ShotSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Lines covered.

    Args:
        lines: Printed lines of all scenes that are shot, and before the first.
        missing: Those no shot cites, in script order.
    """

    lines: int
    missing: tuple[LineId, ...]

    @property
    def share(self) -> Fraction:
        """Share covered, exactly; 1 for a script without lines."""
        return Fraction(self.lines - len(self.missing), self.lines) if self.lines else Fraction(1)


def measure_coverage(script: Screenplay, shots: Sequence[ShotSpec]) -> Coverage:
    """Compare a script with its shots, line by line."""
    cited = {line for shot in shots for line in shot.covers}
    lines = [
        line.id
        for line in (*script.opening, *(each for s in script.shot_scenes for each in s.lines))
        if line.kind in PRINTED
    ]
    return Coverage(lines=len(lines), missing=tuple(line for line in lines if line not in cited))
