"""Where everybody is in a scene: one home mark each, kept through all its shots."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.film.shots.camera.body import facing_towards
from secondunit.film.shots.camera.sight import Solids
from secondunit.film.shots.model import Build, Figure, Mark, Pose, SetPlan, Spot, Vector
from secondunit.film.shots.reading.beats import Beat

TALKING = 1.5
"""Metres between two people who talk; the trade's blocking keeps 1.2 to 2."""

CAR = "car"
ONE_BENCH = {"VAN", "TRUCK", "PICKUP", "LORRY", "CAB"}
"""Vehicles where three sit abreast."""

SEATED = frozenset({Pose.SIT, Pose.DRIVE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A figure's place in a scene.

    Args:
        spot: Where it is while it stays.
        pose: What it does there when the script says nothing.
        seated: It sits on something there; to stand it steps forward.
    """

    spot: Spot
    pose: Pose = Pose.STAND
    seated: bool = False


def place_cast(beats: Sequence[Beat], figures: Sequence[Figure], plan: SetPlan) -> dict[str, Home]:
    """A home for everyone in a scene.

    Drivers and passengers take car seats; who sits or lies in the scene takes a seat or a bed;
    two who stand face each other; more stand in an arc open to the audience, the two who appear
    first at its ends; animals keep to the person they are named with.

    Args:
        beats: The scene.
        figures: Everyone in it, the most important first.
        plan: The set.
    """
    poses = _poses_seen(beats)
    people = [figure for figure in figures if figure.build is not Build.ANIMAL]
    if plan.kind == CAR:
        return _in_car(figures, poses, plan)
    homes = _on_furniture(people, poses, plan)
    _stand([figure for figure in people if figure.name not in homes], homes, plan)
    _place_animals(figures, beats, homes, plan)
    return homes


def place_extras(
    figures: Sequence[Figure], homes: dict[str, Home], plan: SetPlan
) -> tuple[Mark, ...]:
    """Background people at the back and the sides, clear of cast and furniture."""
    solids = Solids([piece for piece in plan.pieces if not piece.wild])
    taken = [home.spot.at for home in homes.values()]
    reach_x, reach_z = plan.width / 2 - 0.5, plan.depth / 2 - 0.5
    spots = [
        (x * reach_x, 0.0, z * reach_z)
        for z in (-0.75, -0.45, -0.95, -0.15)
        for x in (-0.55, 0.6, -0.9, 0.92, 0.15, -0.2)
    ]
    marks = []
    for figure in figures:
        for spot in spots:
            near = min((math.dist(spot, other) for other in taken), default=9.0)
            if near > 0.95 and solids.clearance((spot[0], 0.6, spot[2])) > 0.25:
                break
        else:
            break
        taken.append(spot)
        marks.append(Mark(figure=figure.name, at=spot, facing=facing_towards(spot, plan.acting)))
    return tuple(marks)


def _poses_seen(beats: Sequence[Beat]) -> dict[str, list[Pose]]:
    found: dict[str, list[Pose]] = {}
    for beat in beats:
        for name, pose in beat.poses:
            found.setdefault(name, []).append(pose)
    return found


def _in_car(
    figures: Sequence[Figure], poses: dict[str, list[Pose]], plan: SetPlan
) -> dict[str, Home]:
    drivers = [f for f in figures if Pose.DRIVE in poses.get(f.name, [])]
    adults = [f for f in figures if f.build in {Build.MAN, Build.WOMAN}]
    front = (drivers or adults or list(figures))[:1]
    abreast = bool(ONE_BENCH & set(plan.name.split()))
    order = {"driver": 0, "passenger": 1, "middle": 2 if abreast else 4, "rear": 3}
    free = sorted(plan.seats, key=lambda spot: (order.get(spot.name, 4), spot.at[0]))
    homes: dict[str, Home] = {}
    rest = [figure for figure in figures if figure not in front]
    rest.sort(key=lambda figure: figure.build is Build.ANIMAL)
    for figure in [*front, *rest]:
        if not free:
            break
        animal = figure.build is Build.ANIMAL
        seat = next((s for s in free if s.name == "middle"), free[-1]) if animal else free[0]
        free.remove(seat)
        at = (seat.at[0], 0.44, seat.at[2]) if animal else seat.at
        homes[figure.name] = Home(
            spot=Spot(at=at, facing=seat.facing, name=seat.name),
            pose=Pose.DRIVE if seat.name == "driver" else Pose.SIT,
            seated=True,
        )
    return homes


def _on_furniture(
    people: Sequence[Figure], poses: dict[str, list[Pose]], plan: SetPlan
) -> dict[str, Home]:
    homes: dict[str, Home] = {}
    free = list(plan.seats)
    for figure in people:
        said = poses.get(figure.name, [])
        wants = Pose.LIE if Pose.LIE in said else Pose.SIT if Pose.SIT in said else None
        if wants is None:
            continue
        fitting = [s for s in free if (s.name == "lie") is (wants is Pose.LIE)]
        if wants is Pose.LIE and not fitting:
            # No bed: who sleeps here sleeps sitting.
            wants, fitting = Pose.SIT, list(free)
        if not fitting:
            continue
        anchor = next(iter(homes.values())).spot.at if homes else plan.acting
        seat = min(fitting, key=lambda s: (round(math.dist(s.at, anchor), 3), s.at))
        free.remove(seat)
        homes[figure.name] = Home(
            spot=seat, pose=Pose.STAND if set(said) - {Pose.SIT, Pose.LIE} else wants, seated=True
        )
    return homes


def _stand(people: Sequence[Figure], homes: dict[str, Home], plan: SetPlan) -> None:
    solids = Solids([piece for piece in plan.pieces if not piece.wild])
    taken = [home.spot.at for home in homes.values()]
    centre = plan.acting
    focus = min(taken, key=lambda at: math.dist(at, centre)) if taken else None
    for figure, at in zip(people, _formation(len(people), centre, focus), strict=True):
        clear = _cleared(at, taken, solids, plan)
        taken.append(clear)
        homes[figure.name] = Home(
            spot=Spot(at=clear, facing=facing_towards(clear, (centre[0], 0, centre[2] + 0.4)),
                      name="mark")
        )  # fmt: skip


def _formation(count: int, centre: Vector, focus: Vector | None) -> list[Vector]:
    """Standing places, the first two at the ends."""
    x, _, z = centre
    if count == 1:
        if focus is None:
            return [centre]
        # One who stands by one who sits: at talking distance, across the set.
        side = -1.0 if focus[0] > x else 1.0
        return [(focus[0] + side * TALKING, 0.0, max(focus[2] + 0.2, z - 1.2))]
    if count == 2:
        return [(x - TALKING / 2, 0.0, z), (x + TALKING / 2, 0.0, z)]
    row = min(count, 5)
    radius = 0.62 + 0.22 * row
    ends = [*range(0, row, 2), *reversed(range(1, row, 2))]
    places: dict[int, Vector] = {}
    for place, who in enumerate(ends):
        angle = math.radians(-72 + 144 * place / (row - 1))
        places[who] = (x + radius * math.sin(angle), 0.0, z - 0.75 * radius * math.cos(angle) + 0.3)
    behind = [
        (x + (1 if n % 2 else -1) * (0.45 + 0.8 * (n // 2)), 0.0, z - radius - 0.55)
        for n in range(count - row)
    ]
    return [places[n] for n in range(row)] + behind


def _cleared(at: Vector, taken: Sequence[Vector], solids: Solids, plan: SetPlan) -> Vector:
    """The place itself, or the nearest around it that is clear of furniture and people."""
    reach_x, reach_z = plan.width / 2 - 0.4, plan.depth / 2 - 0.4
    for radius in (0.0, 0.3, 0.6, 0.9, 1.2, 1.6):
        for turn in (90, 45, 135, 0, 180, -45, -135, -90):
            x = at[0] + radius * math.cos(math.radians(turn))
            z = at[2] + radius * math.sin(math.radians(turn))
            x, z = max(-reach_x, min(reach_x, x)), max(-reach_z, min(reach_z, z))
            crowd = min((math.hypot(x - t[0], z - t[2]) for t in taken), default=9.0)
            if crowd > 0.6 and solids.clearance((x, 0.7, z)) > 0.22:
                return (round(x, 3), 0.0, round(z, 3))
            if radius == 0.0:
                break
    return (round(at[0], 3), 0.0, round(at[2], 3))


def _place_animals(
    figures: Sequence[Figure], beats: Sequence[Beat], homes: dict[str, Home], plan: SetPlan
) -> None:
    solids = Solids([piece for piece in plan.pieces if not piece.wild])
    for number, figure in enumerate(f for f in figures if f.build is Build.ANIMAL):
        owner = _owner(figure.name, beats, homes)
        x, _, z = homes[owner].spot.at if owner else plan.acting
        side = -1.0 if x > plan.acting[0] else 1.0
        room = 0.35 + 0.5 * figure.height
        wanted = (
            round(x - side * (room + 0.2 * number) * 0.8, 3),
            0.0,
            round(z + room * 0.8, 3),
        )
        at = _cleared(wanted, [home.spot.at for home in homes.values()], solids, plan)
        homes[figure.name] = Home(spot=Spot(at=at, facing=round((side * 30) % 360, 3), name="mark"))


def _owner(name: str, beats: Sequence[Beat], homes: dict[str, Home]) -> str:
    for beat in beats:
        if name in beat.names:
            others = [other for other in beat.names if other != name and other in homes]
            if others:
                return others[0]
    return next(iter(homes), "")
