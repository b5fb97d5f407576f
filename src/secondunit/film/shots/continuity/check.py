"""Check the shots of a scene, and of a whole script, for continuity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from secondunit.core.finding import Finding
from secondunit.core.ids import SceneId
from secondunit.film.shots.continuity.cuts import check_jumps, check_reverses
from secondunit.film.shots.continuity.direction import check_direction
from secondunit.film.shots.continuity.eyelines import check_eyelines
from secondunit.film.shots.continuity.frames import check_frames
from secondunit.film.shots.continuity.lines import check_lines
from secondunit.film.shots.continuity.space import check_space
from secondunit.film.shots.continuity.state import (
    check_held,
    check_injuries,
    check_light,
    check_looks,
)
from secondunit.film.shots.model import Figure, SetPlan, ShotSpec


def check_continuity(
    shots: Sequence[ShotSpec], plan: SetPlan | None = None, figures: Sequence[Figure] = ()
) -> tuple[Finding, ...]:
    """Check the shots of one scene in the order of the cut.

    Args:
        shots: The shots.
        plan: The set, to check that no camera stands in it; None to leave that out.
        figures: The cast; who is missing is not checked where the body matters.

    Returns:
        An error for each crossed line, each pair of looks that do not meet, each hidden face of
        an over-shoulder, each camera inside what cannot be taken away, each change of light; a
        warning for each jump cut, each turned screen direction, each bad shoulder, each way or
        body in another's place, each thing that leaves a hand for one shot; a note for each
        unmatched reverse and for want of lead room.
    """
    cast = {figure.name: figure for figure in figures}
    return (
        *check_lines(shots),
        *check_eyelines(shots, cast),
        *check_jumps(shots),
        *check_direction(shots),
        *check_frames(shots, cast),
        *check_space(shots, plan),
        *check_held(shots),
        *check_light(shots),
        *check_reverses(shots),
    )


def check_script(
    shots: Iterable[ShotSpec],
    plans: Mapping[SceneId, SetPlan],
    figures: Sequence[Figure],
    story_days: Mapping[SceneId, int],
) -> tuple[Finding, ...]:
    """Check all shots of a script, scene by scene, and what story days fix across scenes.

    Args:
        shots: Shots in script order; those of a scene stand together.
        plans: Set of each scene.
        figures: The cast.
        story_days: Story day of each scene, from 1.
    """
    listed = tuple(shots)
    found: list[Finding] = []
    for scene, group in groupby(listed, key=lambda shot: shot.scene):
        found += check_continuity(tuple(group), plans.get(scene), figures)
    cast = {figure.name: figure for figure in figures}
    return (*found, *check_looks(listed, cast, story_days), *check_injuries(figures))
