"""Every day that a short script could have: which scenes, at what price.

A day goes to a few places only, so a script of up to fifty scenes has some thousands of them. A
day here keeps the limits that a day alone can break: eighths, places, light, and where a clock is
kept minutes; what minors play and work. Dates, sun and rest are left out, so every lawful day is
among these. The price is what the day costs whatever stands before and after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from secondunit.film.schedule.cover.clock import most_minor_minutes, shooting_minutes
from secondunit.film.schedule.cover.least import Least, by_place
from secondunit.film.schedule.model import Light, Problem, SceneNeed

MOST_SCENES = 50
MOST_WHOLE_DAYS = 60_000
"""Above these a script is no short one, and nothing is tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDay:
    """A day that could be shot; sets are words, a bit for each member.

    Args:
        scenes: Which, by their place in the list they were made from.
        places: Which, in order of first appearance.
        cast: Who is called, by place in the problem's people.
        light: What it needs from the sky.
        price: Crew, places, moves, teams, the cast called, and the premium of a night.
    """

    scenes: int
    places: int
    cast: int
    light: Light
    price: int


@dataclass(slots=True)
class _Day:
    """A day as it fills up."""

    scenes: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    eighths: int = 0
    minutes: int = 0
    light: Light = Light.EITHER


@dataclass(slots=True)
class _Maker:
    problem: Problem
    needs: Sequence[SceneNeed]
    least: Least = field(init=False)
    room: list[int] = field(init=False)
    minors: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        problem, clock = self.problem, self.problem.terms.clock
        most = problem.rules.locations_per_day
        self.least = Least(problem)
        self.room = [1 << 40] * (most + 1)
        worked = 1 << 40
        if clock is not None:
            self.room = [shooting_minutes(clock, places) for places in range(most + 1)]
            worked = most_minor_minutes(problem)
        self.minors = {person.cast: worked for person in problem.people if person.minor}

    def with_scene(self, day: _Day, at: int, place: int) -> _Day | None:
        """The day with one scene more; None where no day holds both."""
        need, rules = self.needs[at], self.problem.rules
        light = self.least.light(need)
        if Light.EITHER not in {light, day.light} and light is not day.light:
            return None
        places = day.places if place in day.places else (*day.places, place)
        more = _Day(
            scenes=(*day.scenes, at),
            places=places,
            eighths=day.eighths + need.eighths,
            minutes=day.minutes + need.minutes,
            light=day.light if light is Light.EITHER else light,
        )
        full = more.eighths > rules.day_eighths or more.minutes > self.room[len(places)]
        if day.scenes and (full or self._tires(more)):
            return None
        return more

    def _tires(self, day: _Day) -> bool:
        """Whether a minor would have more than a day's work, in several scenes."""
        for cast, worked in self.minors.items():
            own = [self.needs[at] for at in day.scenes if cast in self.needs[at].cast]
            if len(own) > 1 and (
                sum(need.eighths for need in own) > self.problem.rules.minor_day_eighths
                or sum(need.minutes for need in own) > worked
            ):
                return True
        return False

    def days(self, places: Sequence[Sequence[int]], day: _Day, since: int) -> Iterator[_Day]:
        """The day, and every one that has scenes of later places too."""
        if day.scenes:
            yield day
        if len(day.places) < self.problem.rules.locations_per_day:
            for place in range(since, len(places)):
                for more in self._at_place(places[place], day, place, 0):
                    yield from self.days(places, more, place + 1)

    def _at_place(self, held: Sequence[int], day: _Day, place: int, since: int) -> Iterator[_Day]:
        """The day with some of a place's scenes, at least one."""
        for index in range(since, len(held)):
            more = self.with_scene(day, held[index], place)
            if more is not None:
                yield more
                yield from self._at_place(held, more, place, index + 1)


def find_whole_days(problem: Problem, needs: Sequence[SceneNeed]) -> tuple[WholeDay, ...] | None:
    """Every day that could be shot of these scenes; None where there are too many.

    Args:
        problem: Prices and limits.
        needs: The scenes.
    """
    if len(needs) > MOST_SCENES or len(problem.people) > 63:
        return None
    maker = _Maker(problem, needs)
    index = {need.scene: at for at, need in enumerate(needs)}
    places = [[index[need.scene] for need in held] for held in by_place(needs).values()]
    found: list[WholeDay] = []
    for day in maker.days(places, _Day(), 0):
        if len(found) >= MOST_WHOLE_DAYS:
            return None
        found.append(_priced(problem, needs, day))
    return tuple(found)


def _priced(problem: Problem, needs: Sequence[SceneNeed], day: _Day) -> WholeDay:
    costs, held = problem.costs, [needs[at] for at in day.scenes]
    playing = {cast for need in held for cast in need.cast}
    teams = {key for need in held for key in need.setups}
    price = costs.crew_day.minor + len(day.places) * costs.location_day.minor
    price += (len(day.places) - 1) * costs.company_move.minor
    price += sum(rate.minor for key, rate in costs.team_days if key in teams)
    price += costs.night_premium.minor if day.light is Light.NIGHT else 0
    cast = 0
    for at, person in enumerate(problem.people):
        if person.cast in playing:
            cast |= 1 << at
            price += person.daily.minor
    return WholeDay(
        scenes=sum(1 << at for at in day.scenes),
        places=sum(1 << place for place in day.places),
        cast=cast,
        light=day.light,
        price=price,
    )
