"""Units beside each other: whose scenes, whose people, whose dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from itertools import combinations

from secondunit.core.ids import SceneId
from secondunit.film.schedule.checking.diary import Page
from secondunit.film.schedule.checking.sides import days_in_turn
from secondunit.film.schedule.checking.violation import Violation, unit_words
from secondunit.film.schedule.model import Board, Person, Problem, SceneNeed, ShootDay

_WORD = "Give the scene to the unit in shoot.toml, or move the strip."
_OF_SCENES = frozenset({"unit-scene", "hired-twice"})
_APART = (
    "Move one of the strips to another date, or set share_people = true for the unit in shoot.toml."
)


def check_units(problem: Problem, board: Board) -> Iterable[Violation]:
    """Unknown units, scenes on the wrong one, people and hired elements on two at once."""
    needs = {need.scene: need for need in problem.scenes}
    known = {"", *(unit.name for unit in problem.terms.units or ())}
    for day in board.days:
        if day.unit_name not in known:
            names = ", ".join(sorted(known - {""})) or "none beside the main one"
            yield _at(day, "unknown-unit", f"there is no {day.unit_name} unit; there are: {names}")
    if not days_in_turn(board):
        yield Violation(rule="order", message="the days do not stand in order of date")
    yield from _whose(problem, board, needs)
    yield from _people(problem, board, needs)
    yield from _hired(problem, board, needs)


def _at(day: ShootDay, rule: str, message: str, who: str = "", remedy: str = "") -> Violation:
    """A rule broken on a day; ``who`` is a scene's number or a person's name."""
    return Violation(
        rule=rule,
        message=message,
        day=day.number,
        date=day.date,
        unit=day.unit_name,
        scene=who if rule in _OF_SCENES else "",
        person="" if rule in _OF_SCENES else who,
        remedy=remedy,
    )


def _whose(problem: Problem, board: Board, needs: dict[SceneId, SceneNeed]) -> Iterable[Violation]:
    units = problem.terms.units or ()
    given = {scene: unit.name for unit in units for scene in unit.scenes}
    may = {unit.name: {scene for scene, _ in unit.may} for unit in units}
    for day in board.days:
        for scene in day.scenes:
            if scene not in needs:
                continue
            number, owner = needs[scene].number, given.get(scene, "")
            if owner and owner != day.unit_name:
                told = f"scene {number} is given to the {owner} unit"
                yield _at(day, "unit-scene", told, number, _WORD)
            elif not owner and day.unit_name in may and scene not in may[day.unit_name]:
                told = f"scene {number} is none of the scenes the {day.unit_name} unit may shoot"
                yield _at(day, "unit-scene", told, number, _WORD)


def _people(problem: Problem, board: Board, needs: dict[SceneId, SceneNeed]) -> Iterable[Violation]:
    for one, two in _on_one_date(board):
        for person in problem.people:
            own = [_numbers(person, day, needs) for day in (one, two)]
            if all(own) and not _may_be_on_both(problem, person, (one, two)):
                told = (
                    f"{person.name} plays in scene {', '.join(own[0])} with the"
                    f" {unit_words(one.unit_name)} and in scene {', '.join(own[1])} with the"
                    f" {unit_words(two.unit_name)} on one day"
                )
                yield _at(two, "two-units", told, person.name, _APART)


def _may_be_on_both(problem: Problem, person: Person, days: tuple[ShootDay, ShootDay]) -> bool:
    if person.minor:
        return False
    units = [unit for day in days if (unit := problem.terms.unit(day.unit_name)) is not None]
    return bool(units) and all(unit.shares_people for unit in units)


def _hired(problem: Problem, board: Board, needs: dict[SceneId, SceneNeed]) -> Iterable[Violation]:
    for one, two in _on_one_date(board):
        for hired in problem.terms.hired:
            wanted = set(hired.scenes)
            if wanted.isdisjoint(one.scenes) or wanted.isdisjoint(two.scenes):
                continue
            numbers = [needs[s].number for s in two.scenes if s in wanted and s in needs]
            told = (
                f"{hired.name} is with the {unit_words(one.unit_name)} and needed by the"
                f" {unit_words(two.unit_name)} in scene {', '.join(numbers)} on one day"
            )
            yield _at(two, "hired-twice", told, ", ".join(numbers))


def _numbers(person: Person, day: ShootDay, needs: dict[SceneId, SceneNeed]) -> list[str]:
    held = (needs[scene] for scene in day.scenes if scene in needs)
    return [need.number for need in held if person.cast in need.cast]


def _on_one_date(board: Board) -> Iterable[tuple[ShootDay, ShootDay]]:
    """Pairs of days of different units on one date."""
    dates: dict[str, list[ShootDay]] = defaultdict(list)
    for day in board.days:
        dates[day.date].append(day)
    for held in dates.values():
        for one, two in combinations(held, 2):
            if one.unit_name != two.unit_name:
                yield one, two


def check_shared_hours(problem: Problem, pages: tuple[Page, ...]) -> Iterable[Violation]:
    """People who are lawfully on two units of a day: wanted at one while at the other, or between
    the two."""
    dates: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        dates[page.day.date].append(page)
    pairs = (pair for held in dates.values() for pair in combinations(held, 2))
    for one, two in pairs:
        units = [problem.terms.unit(page.day.unit_name) for page in (one, two)]
        travel = timedelta(minutes=max((unit.travel for unit in units if unit), default=0))
        for person in problem.people:
            spans = [
                (own[0][1][0], own[-1][1][1])
                for page in (one, two)
                if (own := page.own(person.cast))
            ]
            if len(spans) < 2 or not _may_be_on_both(problem, person, (one.day, two.day)):
                continue
            (_, gone), (comes, _) = sorted(spans)
            if comes - gone < travel:
                told = (
                    f"{person.name} is wanted by the {unit_words(one.day.unit_name)} and the"
                    f" {unit_words(two.day.unit_name)} with less than"
                    f" {int(travel.total_seconds()) // 60} minutes between"
                )
                yield _at(two.day, "two-units", told, person.name, _APART)
