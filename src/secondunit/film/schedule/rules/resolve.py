"""From the names and numbers of a production's word to the scenes and people of its script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId
from secondunit.film.schedule.rules.shoot import FILE, Shoot
from secondunit.film.schedule.rules.terms import Lock, Precedence, Site, Terms, WorkPack

_NUMBERED = "Write scene numbers as the script prints them."


def resolve_terms(
    shoot: Shoot,
    packs: tuple[WorkPack, ...],
    scenes: Mapping[str, SceneId],
    locations: Iterable[str],
    window: tuple[str, int],
) -> tuple[Terms, tuple[Finding, ...]]:
    """Put a production's word into the scheduler's terms.

    Args:
        shoot: The production's file.
        packs: The work rules it named.
        scenes: Scene ids by number.
        locations: Keys of the script's locations.
        window: First ISO date of the calendar, and its length in weeks.

    Returns:
        The terms, and findings for what means nothing in this script or cannot hold; that was
        not applied.
    """
    findings: list[Finding] = []
    before = [
        Precedence(first=one, then=two, days=row.days, why=row.why, cover=row.cover)
        for row in shoot.before
        for one in _ids((row.scene,), scenes, "before", findings)
        for two in _ids(row.then, scenes, "before", findings)
    ]
    locks = [
        Lock(
            date=row.date,
            scenes=_ids(row.scenes, scenes, "locks", findings),
            whole_day=row.whole_day,
            why=row.why,
        )
        for row in shoot.locks
    ]
    findings += _circles(before)
    findings += _twice(locks, {scene: number for number, scene in scenes.items()})
    findings += _packs(packs, window)
    terms = Terms(
        clock=shoot.clock,
        base=shoot.base,
        sites=_sites(shoot, set(locations), window, findings),
        packs=packs,
        before=() if any(f.rule == "schedule.circle" for f in findings) else tuple(before),
        locks=tuple(lock for lock in locks if lock.scenes),
        school_holidays=shoot.school_holidays,
    )
    return terms, tuple(findings)


def _ids(
    numbers: Iterable[str], scenes: Mapping[str, SceneId], part: str, findings: list[Finding]
) -> tuple[SceneId, ...]:
    known = {number.casefold(): scene for number, scene in scenes.items()}
    found = []
    for number in numbers:
        scene = known.get(number.strip().casefold())
        if scene is None:
            findings.append(
                _finding(
                    "unknown-scene",
                    f"{FILE}: {part}",
                    f"the script has no scene “{number}”; that was not applied",
                    _NUMBERED,
                )
            )
        else:
            found.append(scene)
    return tuple(found)


def _sites(
    shoot: Shoot, locations: set[str], window: tuple[str, int], findings: list[Finding]
) -> tuple[Site, ...]:
    """Sites of the script's locations, closed on all dates of the window they are not open on."""
    known = {location.casefold(): location for location in locations}
    first = date.fromisoformat(window[0])
    every = [(first + timedelta(days=n)).isoformat() for n in range(window[1] * 7)]
    only = dict(shoot.only)
    found = []
    for site in shoot.sites:
        location = known.get(site.location.strip().casefold())
        if location is None:
            findings.append(
                _finding(
                    "unknown-location",
                    f"{FILE}: sites",
                    f"the script has no location “{site.location}”; that was not applied",
                    "Write the location as the stripboard prints it.",
                )
            )
            continue
        closed = set(site.closed)
        if site.location in only:
            closed |= set(every) - set(only[site.location])
        found.append(replace(site, location=location, closed=tuple(sorted(closed))))
    return tuple(found)


def _circles(before: list[Precedence]) -> list[Finding]:
    """One finding when scenes come before each other in a circle."""
    after: dict[SceneId, set[SceneId]] = {}
    for row in before:
        after.setdefault(row.first, set()).add(row.then)
        after.setdefault(row.then, set())
    waiting = {scene: sum(scene in then for then in after.values()) for scene in after}
    free = [scene for scene, count in waiting.items() if not count]
    passed = 0
    while free:
        passed += 1
        for scene in after[free.pop()]:
            waiting[scene] -= 1
            if not waiting[scene]:
                free.append(scene)
    if passed == len(after):
        return []
    return [
        _finding(
            "circle",
            f"{FILE}: before",
            "scenes come before each other in a circle; no order was applied",
            "Take one of the entries out.",
        )
    ]


def _twice(locks: list[Lock], numbers: Mapping[SceneId, str]) -> list[Finding]:
    dates: dict[SceneId, set[str]] = {}
    for lock in locks:
        for scene in lock.scenes:
            dates.setdefault(scene, set()).add(lock.date)
    return [
        _finding(
            "locked-twice",
            f"scene {numbers[scene]}",
            f"is locked to {' and to '.join(sorted(days))}",
            "Keep one of the locks in shoot.toml.",
        )
        for scene, days in dates.items()
        if len(days) > 1
    ]


def _packs(packs: tuple[WorkPack, ...], window: tuple[str, int]) -> list[Finding]:
    """Work rules that are not in force on the first shooting date, by their own dates."""
    return [
        Finding(
            severity=Severity.WARNING,
            rule="schedule.rules-out-of-date",
            where=f"work rules {pack.key}",
            message=f"{pack.title} is in force {_span(pack)}; the shoot begins on {window[0]}",
            remedy="Confirm the figures with the guild and date them in tables/work_rules.toml.",
        )
        for pack in packs
        if not pack.effective <= window[0] <= (pack.expires or window[0])
    ]


def _span(pack: WorkPack) -> str:
    return f"from {pack.effective}" + (f" to {pack.expires}" if pack.expires else "")


def _finding(rule: str, where: str, message: str, remedy: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule=f"schedule.{rule}",
        where=where,
        message=message,
        remedy=remedy,
    )
