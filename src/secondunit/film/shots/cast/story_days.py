"""Story days: which day of the story each scene plays on, as costume and make-up count them."""

from __future__ import annotations

import re

from secondunit.core.ids import SceneId
from secondunit.film.screenplay.model import Scene, Screenplay, TimeOfDay

APART = 0
"""Story day of scenes outside the story's days: flashbacks, dreams."""

_HOURS = {TimeOfDay.DAWN: 0, TimeOfDay.DAY: 1, TimeOfDay.DUSK: 2, TimeOfDay.NIGHT: 3}
_NEXT = re.compile(
    r"\b(?:NEXT|FOLLOWING|ANOTHER)\b|\b(?:DAYS?|WEEKS?|MONTHS?|YEARS?) LATER\b"
    r"|\bLENDEMAIN\b|\bPLUS TARD DANS LA SEMAINE\b",
    re.I,
)  # fmt: skip
_APART = re.compile(r"\bFLASH ?-?BACK\b|\bDREAM\b|\bNIGHTMARE\b|\bRÊVE\b|\bFANTASY\b", re.I)


def story_days(script: Screenplay) -> dict[SceneId, int]:
    """The story day of each scene, by scene id; the first is 1.

    A day begins where the light goes back (from night to morning, from dusk to noon) or where the
    heading says so (``NEXT MORNING``, ``TWO WEEKS LATER``). ``CONTINUOUS``, ``LATER`` and the like
    carry the light on, so they begin none. Flashbacks and dreams are on day :data:`APART`.

    Source: how script supervisors number story days; a night that runs past midnight stays on the
    day it began.
    """
    found: dict[SceneId, int] = {}
    day = 1
    before: TimeOfDay | None = None
    for scene in script.shot_scenes:
        if _is_apart(scene):
            found[scene.id] = APART
            continue
        now = scene.heading.time_of_day
        if before is not None and (_HOURS[now] < _HOURS[before] or _NEXT.search(_said(scene))):
            day += 1
        found[scene.id] = day
        before = now
    return found


def _said(scene: Scene) -> str:
    return " ".join([scene.heading.time, *scene.heading.modifiers])


def _is_apart(scene: Scene) -> bool:
    return _APART.search(scene.heading.raw) is not None
