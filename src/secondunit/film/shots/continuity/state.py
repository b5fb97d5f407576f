"""What a story day fixes: what is worn, what is held, what hurts, and the light of a scene."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId
from secondunit.film.shots.cast.wearing import Moment, look_on
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
            if fault := _fault(shot, mark, figure, story_days.get(shot.scene)):
                yield _wrong(shot, *fault)
            before = worn.setdefault((shot.scene, mark.figure), (mark.look, shot.number))
            if before[0] == mark.look:
                continue
            if _changes_here(figure, mark.look, shot.scene):
                worn[shot.scene, mark.figure] = mark.look, shot.number
            else:
                yield _wrong(
                    shot,
                    f"{mark.figure} changes look since {before[1]} within the scene",
                    "Keep one look through a scene, or split the scene where the change is.",
                )


def _fault(
    shot: ShotSpec, mark: Mark, figure: Figure, day: int | None
) -> tuple[str, str] | None:  # fmt: skip
    """What is wrong with the look of a mark, and its remedy."""
    look = next((look for look in figure.looks if look.name == mark.look), None)
    if look is None and not mark.look:
        due = "" if day is None else look_on(figure, Moment(day=day, scene=shot.scene))
        said = f"{mark.figure} wears no look, where “{due}” is worn"
        return (said, f"Use {due}.") if due else None
    if look is None:
        names = ", ".join(look.name for look in figure.looks)
        return f"{mark.figure} has no look “{mark.look}”", f"Use {names}."
    if day is not None and look.days and day not in look.days:
        return (
            f"{mark.figure} wears the look “{look.name}” on story day {day}",
            f"Put on the look of that day, or give “{look.name}” the day.",
        )
    if look.scenes and shot.scene not in look.scenes:
        return (
            f"{mark.figure} wears the look “{look.name}” in a scene where it is not worn",
            "Put on the look of that scene.",
        )
    return None


def _changes_here(figure: Figure, name: str, scene: SceneId) -> bool:
    """True when a look is put on in the middle of a scene."""
    return any(
        look.name == name and bool(look.since) and look.scenes[:1] == (scene,)
        for look in figure.looks
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
