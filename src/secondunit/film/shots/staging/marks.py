"""Marks of one shot: everybody at home in the scene, with what this shot has them do."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, combinations, pairwise

from secondunit.film.shots.camera.body import facing_towards, facing_vector, person_at
from secondunit.film.shots.camera.geometry import along, side_of
from secondunit.film.shots.camera.setup import ON_AXIS, Pair
from secondunit.film.shots.coverage.draft import Draft
from secondunit.film.shots.model import Framing, Key, Mark, Pose, SetPlan, Vector
from secondunit.film.shots.staging.blocking import SEATED, Home
from secondunit.film.shots.staging.contact import in_contact
from secondunit.film.shots.staging.way import way_round

STEP_UP = 0.55
"""How far before a seat somebody stands who got up from it, metres."""

AUDIENCE = 6.0
"""How far before the players the audience is thought to sit, metres."""

CROSSING = {True: 1.6, False: 2.6}
"""How far somebody moves in a shot, inside and outside, metres."""


ABREAST = 0.85
"""Metres between two who walk side by side."""

STROLL = 2.6
"""How far two who walk and talk come towards the audience in a shot, metres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staging:
    """A scene's places.

    Args:
        homes: Home of everyone in it.
        plan: The set.
        extras: Background people.
    """

    homes: dict[str, Home]
    plan: SetPlan
    extras: tuple[Mark, ...] = ()


def stage_marks(draft: Draft, staging: Staging) -> tuple[tuple[Mark, ...], Mark | None]:
    """Where everybody is in a shot.

    Args:
        draft: The shot.
        staging: The scene's places.

    Returns:
        The marks, and the mark of whose eyes a POV sees through (who is not among them).
    """
    if draft.place:
        return _alone(draft, staging.plan), None
    names = [name for name in draft.present if name in staging.homes]
    names += [n for n in draft.subjects if n in staging.homes and n not in names]
    gaze = _gazes(draft, names)
    places = {name: _place(name, draft, staging) for name in names}
    marks = in_contact([_mark(name, draft, staging, gaze, places) for name in names])
    looker = next((mark for mark in marks if mark.figure == draft.looker), None)
    if draft.framing is Framing.POV and looker is not None:
        marks.remove(looker)
        target = places.get(draft.subjects[0]) if draft.subjects else None
        if target is not None:
            looker = replace(looker, facing=facing_towards(looker.at, target))
    return (*marks, *staging.extras), looker


def audience_sides(staging: Staging) -> dict[Pair, float]:
    """The side of every line that faces the audience: where a scene is shot from.

    Pairs who stand one behind the other have no such side; their first shot chooses it.
    """
    x, y, z = staging.plan.acting
    eye = (x, y, z + AUDIENCE)
    sides = {}
    for first, second in combinations(sorted(staging.homes), 2):
        side = side_of(eye, _face(staging.homes[first]), _face(staging.homes[second]))
        if abs(side) >= ON_AXIS:
            sides[first, second] = 1.0 if side > 0 else -1.0
    return sides


def _face(home: Home) -> Vector:
    return person_at(Mark(figure="", at=home.spot.at, facing=home.spot.facing, pose=home.pose))


def _alone(draft: Draft, plan: SetPlan) -> tuple[Mark, ...]:
    return tuple(
        Mark(figure=name, at=plan.acting, facing=0.0, pose=Pose.PHONE, prop=draft.prop)
        for name in draft.subjects
    )


def _gazes(draft: Draft, names: Sequence[str]) -> dict[str, str]:
    """Who looks at whom: as the shot says, else at its main subject."""
    gaze = {name: target for name, target in draft.gaze if target in names}
    main = draft.subjects[0] if draft.subjects else ""
    speech = draft.speech
    centre = speech.subject if speech is not None and speech.subject in names else main
    for name in names:
        if name in gaze:
            continue
        if centre in names and name != centre:
            gaze[name] = centre
        elif len(names) == 2:
            gaze[name] = next(other for other in names if other != name)
    return gaze


def _pose(name: str, draft: Draft, home: Home) -> Pose:
    said = draft.poses.get(name, home.pose)
    if said is Pose.LIE and home.seated and home.spot.name != "lie":
        said = Pose.SIT
    travelling = draft.travel[0] == name
    if said in {Pose.WALK, Pose.RUN}:
        return said if travelling else home.pose
    if travelling:
        return Pose.WALK
    if home.seated and home.pose in SEATED and said in {Pose.STAND, Pose.DRIVE}:
        return said if home.pose is not Pose.DRIVE and said is Pose.STAND else home.pose
    if said in SEATED and not home.seated:
        return Pose.STAND
    if said is Pose.FALL and name not in draft.subjects:
        return home.pose
    return said


def _place(name: str, draft: Draft, staging: Staging) -> Vector:
    """Where the feet are: home, or a step before the seat for who got up."""
    home = staging.homes[name]
    pose = _pose(name, draft, home)
    if home.seated and home.spot.name not in CAR_SEATS and pose not in {*SEATED, Pose.LIE}:
        up = along(home.spot.at, facing_vector(home.spot.facing), STEP_UP)
        return (round(up[0], 3), 0.0, round(up[2], 3))
    if home.spot.name == "lie" and pose in SEATED:
        back = along(home.spot.at, facing_vector(home.spot.facing), -0.9)
        return (round(back[0], 3), round(home.spot.at[1] - 0.42, 3), round(back[2], 3))
    return home.spot.at


CAR_SEATS = frozenset({"driver", "passenger", "middle", "rear"})


def _mark(
    name: str,
    draft: Draft,
    staging: Staging,
    gaze: dict[str, str],
    places: dict[str, Vector],
) -> Mark:
    home, at = staging.homes[name], places[name]
    pose = _pose(name, draft, home)
    target = gaze.get(name, "")
    fixed = home.seated and pose in {*SEATED, Pose.LIE}
    facing = home.spot.facing
    if target and not fixed and math.dist(places[target], at) > 0.2:
        facing = facing_towards(at, places[target])
    prop = draft.prop if draft.subjects and draft.subjects[0] == name else ""
    mark = Mark(figure=name, at=at, facing=facing, pose=pose, gaze=target, prop=prop)
    if name in draft.walkers and not fixed:
        x, y, z = _abreast(name, draft, places)
        reach = staging.plan.depth / 2 - 0.5
        start = (x, y, round(max(-reach, z - STROLL / 2), 3))
        end = (x, y, round(min(reach, z + STROLL / 2), 3))
        return replace(mark, at=start, to=end, pose=Pose.WALK, facing=0.0)
    if draft.travel[0] != name or fixed:
        return mark
    start, end = _path(draft.travel[1], at, staging.plan)
    if math.dist(start, end) < 0.3:
        return mark
    return _on_the_way(replace(mark, gaze=""), start, end, staging.plan)


def _on_the_way(mark: Mark, start: Vector, end: Vector, plan: SetPlan) -> Mark:
    """The mark on its way, round what stands in it: at one pace from corner to corner."""
    places = [*way_round(start, end, plan), end]
    going = replace(mark, at=start, to=end, facing=facing_towards(start, places[0]))
    if len(places) == 1:
        return going
    gone = list(accumulate(math.dist(a, b) for a, b in pairwise([start, *places])))
    keys = [Key(share=round(far / gone[-1], 4), at=at, pose=mark.pose)
            for far, at in zip(gone, places, strict=True)]  # fmt: skip
    return replace(going, keys=tuple(keys))


def _abreast(name: str, draft: Draft, places: dict[str, Vector]) -> Vector:
    """Where somebody walks: beside the others, in the order in which they stand."""
    walkers = [places[each] for each in draft.walkers if each in places]
    middle = sum(at[0] for at in walkers) / len(walkers)
    depth = sum(at[2] for at in walkers) / len(walkers)
    own = places[name]
    rank = sorted(walkers).index(own) - (len(walkers) - 1) / 2
    return (round(middle + rank * ABREAST, 3), own[1], round(depth, 3))


def _path(way: str, home: Vector, plan: SetPlan) -> tuple[Vector, Vector]:
    door = min(
        (spot.at for spot in plan.doors), key=lambda at: (math.dist(at, home), at), default=home
    )
    if way == "enter":
        return door, home
    if way == "exit":
        return home, door
    reach = plan.width / 2 - 0.5
    if way == "chase":
        # Who flees and who follows run the same way across the screen.
        half = CROSSING[plan.interior] / 2
        middle = max(half - reach, min(reach - half, home[0]))
        return (
            (round(middle - half, 3), home[1], home[2]),
            (round(middle + half, 3), home[1], home[2]),
        )
    side = 1.0 if home[0] > plan.acting[0] else -1.0
    x = max(-reach, min(reach, home[0] + side * CROSSING[plan.interior]))
    if abs(x - home[0]) < 0.6:
        x = max(-reach, min(reach, home[0] - side * CROSSING[plan.interior]))
    return (round(x, 3), home[1], home[2]), home
