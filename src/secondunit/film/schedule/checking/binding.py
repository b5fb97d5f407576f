"""What a production decided: order of scenes, weather cover, locks, closed locations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from secondunit.core.ids import SceneId
from secondunit.film.schedule.checking.violation import Violation
from secondunit.film.schedule.model import Board, Problem, SceneNeed, ShootDay


def check_binding(problem: Problem, board: Board) -> Iterable[Violation]:
    """Order, cover, locks and closed locations of a board."""
    needs = {need.scene: need for need in problem.scenes}
    placed = {
        scene: (day, at)
        for day in board.days
        for at, scene in enumerate(day.scenes)
        if scene in needs
    }
    yield from _order(problem, needs, placed)
    yield from _locks(problem, board, needs, placed)
    shut = {site.location: site.closed for site in problem.terms.sites}
    for day in board.days:
        for place in dict.fromkeys(needs[s].location for s in day.scenes if s in needs):
            if day.date in shut.get(place, ()):
                numbers = [needs[s].number for s in day.scenes if needs[s].location == place]
                yield Violation(
                    rule="location-closed",
                    message=f"{place} cannot be had on that date",
                    unit=day.unit_name,
                    day=day.number,
                    date=day.date,
                    scene=", ".join(numbers),
                )
    yield from _hired(problem, needs, placed)
    for frozen in problem.past:
        if frozen not in board.days:
            yield Violation(
                rule="past",
                message="was shot already, and does not stand on the board as it was",
                unit=frozen.unit_name,
                day=frozen.number,
                date=frozen.date,
            )


def _hired(
    problem: Problem,
    needs: dict[SceneId, SceneNeed],
    placed: dict[SceneId, tuple[ShootDay, int]],
) -> Iterable[Violation]:
    """Scenes on dates on which an element they need cannot be had."""
    for hired in problem.terms.hired:
        for scene in hired.scenes:
            if scene in placed and placed[scene][0].date in hired.closed:
                day, number = placed[scene][0], needs[scene].number
                yield Violation(
                    rule="hired",
                    message=f"scene {number} needs {hired.name}, which cannot be had on that date",
                    unit=day.unit_name,
                    day=day.number,
                    date=day.date,
                    scene=number,
                    remedy=f"Move the scene, get {hired.name} for that date, or shoot without it.",
                )


def _order(
    problem: Problem,
    needs: dict[SceneId, SceneNeed],
    placed: dict[SceneId, tuple[ShootDay, int]],
) -> Iterable[Violation]:
    people = {person.cast: person for person in problem.people}
    shut = {site.location: site.closed for site in problem.terms.sites}
    for row in problem.terms.before:
        if row.first not in placed or row.then not in placed:
            continue
        (one, one_at), (two, two_at) = placed[row.first], placed[row.then]
        gap = (date.fromisoformat(two.date) - date.fromisoformat(one.date)).days
        together = one.unit_name == two.unit_name and one_at < two_at
        in_turn = gap > row.days or (gap == row.days == 0 and together)
        first, then = needs[row.first], needs[row.then]
        if not in_turn:
            apart = f", {row.days} days apart" if row.days else ""
            yield Violation(
                rule="precedence",
                message=f"scene {then.number} must come after scene {first.number}{apart}"
                + (f": {row.why}" if row.why else ""),
                unit=two.unit_name,
                day=two.number,
                date=two.date,
                scene=then.number,
            )
        if row.cover:
            away = [people[c].name for c in then.cast if one.date in people[c].unavailable]
            away += [then.location] if one.date in shut.get(then.location, ()) else []
            away += [
                hired.name
                for hired in problem.terms.hired
                if row.then in hired.scenes and one.date in hired.closed
            ]
            if away:
                yield Violation(
                    rule="cover",
                    message=f"scene {then.number} cannot stand in for scene {first.number} if it"
                    f" rains: {', '.join(away)} cannot be had",
                    unit=one.unit_name,
                    day=one.number,
                    date=one.date,
                    scene=then.number,
                )


def _locks(
    problem: Problem,
    board: Board,
    needs: dict[SceneId, SceneNeed],
    placed: dict[SceneId, tuple[ShootDay, int]],
) -> Iterable[Violation]:
    for lock in problem.terms.locks:
        for scene in lock.scenes:
            day = placed[scene][0] if scene in placed else None
            if scene in needs and (day is None or day.date != lock.date):
                yield Violation(
                    rule="lock",
                    message=f"scene {needs[scene].number} is locked to {lock.date}",
                    unit=day.unit_name if day else "",
                    day=day.number if day else 0,
                    date=day.date if day else "",
                    scene=needs[scene].number,
                )
        for day in board.days if lock.whole_day else ():
            strange = [needs[s].number for s in day.scenes if s in needs and s not in lock.scenes]
            if day.date == lock.date and strange:
                yield Violation(
                    rule="locked-day",
                    message=f"the day is locked and holds scene {', '.join(strange)} besides",
                    unit=day.unit_name,
                    day=day.number,
                    date=day.date,
                    scene=", ".join(strange),
                )
