"""How many days, and how many visits to a place, some scenes need at the least: counted alone.

Source: design page ``plan``, 2.4 item 6: volumes of each light, location by location, in days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from secondunit.film.schedule.model import Light, Problem, SceneNeed


def by_place(scenes: Sequence[SceneNeed]) -> dict[str, list[SceneNeed]]:
    """Scenes by location, in order of first appearance."""
    places: dict[str, list[SceneNeed]] = {}
    for need in scenes:
        places.setdefault(need.location, []).append(need)
    return places


@dataclass(frozen=True, slots=True)
class Least:
    """Counts days of a problem's scenes, under its limits and nothing else."""

    problem: Problem
    _minors: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        minors = frozenset(person.cast for person in self.problem.people if person.minor)
        object.__setattr__(self, "_minors", minors)

    def days(self, scenes: Sequence[SceneNeed]) -> int:
        """Days that hold these scenes: by their volume, their visits, and each minor's hours."""
        within = self.problem.rules.locations_per_day
        visits = [self._visits(held) for held in by_place(scenes).values()]
        by_day, by_night, visited = (
            (sum(column) for column in zip(*visits, strict=True)) if (visits) else (0, 0, 0)
        )
        return max(
            self._filled(scenes, self.problem.rules.day_eighths),
            _ceil(by_day, within) + _ceil(by_night, within),
            _ceil(visited, within),
            self._minors_days(scenes),
        )

    def visits(self, scenes: Sequence[SceneNeed]) -> int:
        """Days on which the place of these scenes, one for all, is used."""
        return self._visits(scenes)[2]

    def light(self, need: SceneNeed) -> Light:
        """What the scene needs, a minor's interior needing the day where nights are barred."""
        barred = not self.problem.rules.minors_at_night and not self._minors.isdisjoint(need.cast)
        return Light.DAY if barred and need.light is Light.EITHER else need.light

    def shift_days(self, scenes: Sequence[SceneNeed], light: Light) -> int:
        """Shifts of one kind that these scenes need."""
        return self.days([need for need in scenes if self.light(need) is light])

    def _visits(self, scenes: Sequence[SceneNeed]) -> tuple[int, int, int]:
        """Visits to one place by day, by night, and of either kind."""
        most = self.problem.rules.day_eighths
        day, night = (
            self._filled([need for need in scenes if self.light(need) is light], most)
            for light in (Light.DAY, Light.NIGHT)
        )
        return day, night, max(self._filled(scenes, most), self._minors_days(scenes))

    def _minors_days(self, scenes: Sequence[SceneNeed]) -> int:
        rules = self.problem.rules
        most = min(rules.day_eighths, rules.minor_day_eighths)
        return max(
            (
                self._filled([need for need in scenes if minor in need.cast], most)
                for minor in self._minors
            ),
            default=0,
        )

    def _filled(self, scenes: Sequence[SceneNeed], most: int) -> int:
        """Days of at most that many eighths; a longer scene fills one day.

        Scenes that need the day and scenes that need the night never share one; the others may
        fill up either.
        """
        by_light = dict.fromkeys(Light, 0)
        for need in scenes:
            by_light[self.light(need)] += min(need.eighths, most)
        day, night = _ceil(by_light[Light.DAY], most), _ceil(by_light[Light.NIGHT], most)
        return max(day + night, _ceil(sum(by_light.values()), most), int(bool(scenes)))


def _ceil(amount: int, unit: int) -> int:
    return -(-amount // unit)
