"""Why a scene has no lawful day, and the least that would give it one."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.film.schedule.decoder.encode import work_dates
from secondunit.film.schedule.decoder.sky import lone_dates, read_sky
from secondunit.film.schedule.model import Problem, SceneNeed

_SHOWN = 3
"""Ways out that are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What stands between a scene and a day.

    Args:
        need: The scene.
        why: What closes dates to it, in words, with how many of the work dates each closes.
        ways: The smallest changes that open a date, each one sentence; earliest first.
        open: ISO dates that are open to it, were they not taken by others.
    """

    need: SceneNeed
    why: tuple[str, ...]
    ways: tuple[str, ...]
    open: tuple[str, ...] = ()


def find_conflict(problem: Problem, need: SceneNeed) -> Conflict:
    """Weigh every work date: who and what closes it, and which date is closed by the fewest."""
    dates = work_dates(problem.calendar)
    lone = lone_dates(problem, dates, read_sky(problem, dates))(need)
    shut: dict[str, int] = {}
    found: list[tuple[int, int, str]] = []
    opened = []
    for at, day in enumerate(dates):
        blockers = _blockers(problem, need, day.isoformat())
        if lone is not None and not lone[at]:
            blockers[_lone(need)] = "split the scene, or shoot part of it with a double"
            if need.twilight:
                blockers[_lone(need)] = f"write it for another hour than {need.twilight.value}"
        for what in blockers:
            shut[what] = shut.get(what, 0) + 1
        if blockers:
            found.append((len(blockers), at, " and ".join(blockers.values())))
        else:
            opened.append(day.isoformat())
    least = min((size for size, _, _ in found), default=0)
    ways = dict.fromkeys(way for size, _, way in sorted(found) if size == least)
    return Conflict(
        need=need,
        why=tuple(f"{what} ({count} of {len(dates)} dates)" for what, count in shut.items()),
        ways=() if opened else tuple(ways)[:_SHOWN],
        open=tuple(opened),
    )


def _blockers(problem: Problem, need: SceneNeed, day: str) -> dict[str, str]:
    """What closes a date to the scene, each with what would open it."""
    found = {
        f"{person.name} is away": f"free {person.name} on {day}"
        for person in problem.people
        if person.cast in need.cast and day in person.unavailable
    }
    if day in problem.calendar.lost:
        found["the unit does not shoot"] = f"shoot on {day}"
    for site in problem.terms.sites:
        if site.location == need.location and day in site.closed:
            found[f"{need.location} is closed"] = f"open {need.location} on {day}"
    for hired in problem.terms.hired:
        if need.scene in hired.scenes and day in hired.closed:
            found[f"{hired.name} cannot be had"] = f"get {hired.name} on {day}"
    for lock in problem.terms.locks:
        own = need.scene in lock.scenes
        if own and day != lock.date:
            found[f"it is locked to {lock.date}"] = f"move its lock to {day}"
        if lock.whole_day and day == lock.date and not own:
            found[f"{day} is locked for other scenes"] = f"unlock {day}"
    if problem.past and day <= problem.past[-1].date:
        found["dates already shot"] = f"shoot again on {day}"
    return found


def _lone(need: SceneNeed) -> str:
    what = "light" if not need.twilight else need.twilight.value
    return f"{what} or minors' hours"
