"""What a story day fixes: what is worn, what is held, what hurts, and the light of a scene."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId
from secondunit.film.shots.model import Figure, Look, Mark, ShotSpec


def check_looks(
    shots: Sequence[ShotSpec], figures: Mapping[str, Figure], story_days: Mapping[SceneId, int]
) -> Iterator[Finding]:
    """Errors for looks of another story day, and for two looks of one person in one scene.

    Args:
        shots: Shots in script order.
        figures: The cast by name.
        story_days: Story day of each scene, from 1; a scene that is not there is not checked.
    """
    worn: dict[tuple[SceneId, str], tuple[str, str]] = {}
    for shot in shots:
        for mark in shot.marks:
            figure = figures.get(mark.figure)
            if figure is None or not figure.looks:
                continue
            look = next((look for look in figure.looks if look.name == mark.look), None)
            if look is None:
                names = ", ".join(look.name for look in figure.looks)
                yield _wrong(shot, f"{mark.figure} has no look “{mark.look}”", f"Use {names}.")
                continue
            day = story_days.get(shot.scene)
            if day is not None and look.days and day not in look.days:
                yield _wrong(
                    shot,
                    f"{mark.figure} wears the look “{look.name}” on story day {day}",
                    f"Put on the look of that day, or give “{look.name}” the day.",
                )
            before = worn.setdefault((shot.scene, mark.figure), (mark.look, shot.number))
            if before[0] != mark.look:
                yield _wrong(
                    shot,
                    f"{mark.figure} changes look since {before[1]} within the scene",
                    "Keep one look through a scene, or split the scene where the change is.",
                )


def check_injuries(figures: Sequence[Figure]) -> Iterator[Finding]:
    """A warning for each injury that is gone the story day after.

    Args:
        figures: The cast with their looks.
    """
    for figure in figures:
        days: dict[int, Look] = {day: look for look in figure.looks for day in look.days}
        for day in sorted(days):
            healed = set(days[day].injuries) - set(days.get(day + 1, days[day]).injuries)
            if healed:
                yield Finding(
                    severity=Severity.WARNING,
                    rule="shots.injury-gone",
                    where=f"{figure.name}, story day {day + 1}",
                    message=(
                        f"hurt at the {', '.join(sorted(healed))} on story day {day}, "
                        "and well the day after"
                    ),
                    remedy="Carry the injury, or put a day between.",
                )


def check_held(shots: Sequence[ShotSpec]) -> Iterator[Finding]:
    """A warning for each thing that leaves a hand for one shot and is back in the next.

    Args:
        shots: Shots of one scene in the order of the cut.
    """
    for name in sorted({mark.figure for shot in shots for mark in shot.marks}):
        held = [
            (shot, mark)
            for shot in shots
            for mark in shot.marks
            if mark.figure == name and not shot.place
        ]
        runs: list[tuple[str, list[tuple[ShotSpec, Mark]]]] = [
            (prop, list(group)) for prop, group in groupby(held, key=lambda each: each[1].prop)
        ]
        for before, gap, after in zip(runs, runs[1:], runs[2:], strict=False):
            if before[0] and before[0] == after[0] and len(gap[1]) == 1:
                shot = gap[1][0][0]
                if name in shot.subjects:
                    yield Finding(
                        severity=Severity.WARNING,
                        rule="shots.prop-state",
                        where=f"shot {shot.number}",
                        message=f"{name} does not hold the {before[0]} in this shot alone",
                        remedy="Put it back in the hand, or show where it is laid down.",
                    )


def check_light(shots: Sequence[ShotSpec]) -> Iterator[Finding]:
    """An error for each shot whose time of day is not that of its scene.

    Args:
        shots: Shots of one scene.
    """
    if not shots:
        return
    own = shots[0]
    for shot in shots[1:]:
        if shot.light != own.light and not shot.place:
            yield Finding(
                severity=Severity.ERROR,
                rule="shots.light",
                where=f"shot {shot.number}",
                message=f"the shot is in {shot.light} light, {own.number} in {own.light} light",
                remedy="Give every shot of the scene the light of its heading.",
            )


def _wrong(shot: ShotSpec, message: str, remedy: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="shots.look",
        where=f"shot {shot.number}",
        message=message,
        remedy=remedy,
    )
