"""What no lawful board can cost less than: a sum of relaxations, each sure.

Source: design page ``plan``, 2.4 item 6. Every part counts something a board must pay for even
if everything else were ideal; the parts never count the same money twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondunit.core.money import Money
from secondunit.film.schedule.model import Light, Problem, SceneNeed


def lower_bound(problem: Problem, scenes: Sequence[SceneNeed]) -> Money:
    """The least that a board of these scenes can cost.

    Args:
        problem: Prices and limits.
        scenes: The scenes on the board (those in the boneyard cost nothing).
    """
    volume = _Volume(problem)
    places: dict[str, list[SceneNeed]] = {}
    for need in scenes:
        places.setdefault(need.location, []).append(need)
    place_days = sum(volume.days(held) for held in places.values())
    least_days = max(volume.days(scenes), -(-place_days // problem.rules.locations_per_day))
    total = (
        _days_and_moves(problem, least_days, place_days)
        + problem.costs.location_day.minor * place_days
        + problem.costs.location_setup.minor * len(places)
        + _shifts(problem, volume, scenes)
        + _teams(problem, volume, scenes)
        + _cast(problem, volume, scenes)
    )
    return Money(minor=total, currency=problem.costs.crew_day.currency)


@dataclass(frozen=True, slots=True)
class _Volume:
    """How many days a set of scenes fills at the least."""

    problem: Problem

    def days(self, scenes: Iterable[SceneNeed]) -> int:
        return self.within(scenes, self.problem.rules.day_eighths)

    def within(self, scenes: Iterable[SceneNeed], most: int) -> int:
        """Days of at most that many eighths; a longer scene fills one day.

        Scenes that need the day and scenes that need the night never share one; the others may
        fill up either.
        """
        by_light = dict.fromkeys(Light, 0)
        any_scene = False
        for need in scenes:
            any_scene = True
            by_light[self.light(need)] += min(need.eighths, most)
        day = _ceil(by_light[Light.DAY], most)
        night = _ceil(by_light[Light.NIGHT], most)
        return max(day + night, _ceil(sum(by_light.values()), most), int(any_scene))

    def light(self, need: SceneNeed) -> Light:
        """What the scene needs, a minor's interior needing the day where nights are barred."""
        if need.light is Light.EITHER and not self.problem.rules.minors_at_night:
            minors = {person.cast for person in self.problem.people if person.minor}
            if not minors.isdisjoint(need.cast):
                return Light.DAY
        return need.light


def _ceil(amount: int, unit: int) -> int:
    return -(-amount // unit)


def _days_and_moves(problem: Problem, least_days: int, place_days: int) -> int:
    """Crew days and company moves together: a move saved by one more day costs that day.

    Moves are location days less shooting days, so the sum is linear in the number of days, which
    lies between ``least_days`` and the number of location days: one of the ends is the least.
    """
    crew, move = problem.costs.crew_day.minor, problem.costs.company_move.minor
    return min(crew * least_days + move * max(place_days - least_days, 0), crew * place_days)


def _shifts(problem: Problem, volume: _Volume, scenes: Sequence[SceneNeed]) -> int:
    nights = [need for need in scenes if volume.light(need) is Light.NIGHT]
    any_day = any(volume.light(need) is Light.DAY for need in scenes)
    switch = problem.costs.shift_switch.minor if nights and any_day else 0
    return volume.days(nights) * problem.costs.night_premium.minor + switch


def _teams(problem: Problem, volume: _Volume, scenes: Sequence[SceneNeed]) -> int:
    return sum(
        rate.minor * volume.days(need for need in scenes if key in need.setups)
        for key, rate in problem.costs.team_days
    )


def _cast(problem: Problem, volume: _Volume, scenes: Sequence[SceneNeed]) -> int:
    """Each performer works at least the days their own scenes fill."""
    total = 0
    for person in problem.people:
        own = [need for need in scenes if person.cast in need.cast]
        most = problem.rules.day_eighths
        if person.minor:
            most = min(most, problem.rules.minor_day_eighths)
        total += person.daily.minor * volume.within(own, most)
    return total
