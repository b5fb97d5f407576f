"""A set-up to be framed: what the shot list asks of the camera."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

from secondunit.film.shots.camera.body import SITTING, landmark, on_seat, outline, person_at
from secondunit.film.shots.camera.geometry import side_of
from secondunit.film.shots.camera.path import mark_at
from secondunit.film.shots.camera.sight import SetSight, passes_body, seat_under
from secondunit.film.shots.model import (
    Angle,
    Build,
    Composition,
    Figure,
    Framing,
    Height,
    Mark,
    Move,
    Pose,
    Size,
    Vector,
)
from secondunit.film.shots.tables import Lenses

ON_AXIS = 0.1736
"""Sine of 10 degrees: nearer the line than this a camera is on it, which resets the side."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What to frame.

    Args:
        framing: What the frame is built on.
        size: Shot size.
        angle: Camera angle.
        move: Camera move.
        subjects: Figures the frame is built on; of a POV what is seen, of an over-shoulder the
            one who is seen and then the one in front.
        marks: Everybody in the set.
        prop: Thing an insert shows.
        looker: Whose eyes a POV sees through.
        height: Height of the camera; None leaves it to the angle.
        composition: Where the subject sits in the frame.
    """

    framing: Framing
    size: Size
    angle: Angle
    move: Move
    subjects: tuple[str, ...]
    marks: tuple[Mark, ...]
    prop: str = ""
    looker: Mark | None = None
    height: Height | None = None
    composition: Composition = field(default_factory=Composition)

    def mark(self, name: str) -> Mark | None:
        """The mark of a figure."""
        return next((mark for mark in self.marks if mark.figure == name), None)


@dataclass(slots=True)
class Rig:
    """What stays the same through a scene, and what the camera has done so far in it.

    Args:
        sight: The set.
        figures: By name.
        lenses: The kit.
        aspect: Trade name of the frame's aspect.
        sides: Side of the line for each pair, once a shot has shown it.
        last: Subjects, size and azimuth of the shot before.
        seated: Marks of those who sit, on their seats; filled as they are asked for.
    """

    sight: SetSight
    figures: dict[str, Figure]
    lenses: Lenses
    aspect: str
    sides: dict[Pair, float] = field(default_factory=dict)
    last: tuple[tuple[str, ...], Size, float] | None = None
    seated: dict[tuple[str, Pose, Vector], Mark] = field(default_factory=dict)

    def at_rest(self, mark: Mark) -> Mark:
        """The mark as the body lies on it: who sits, on what stands there."""
        figure = self.figures.get(mark.figure)
        if figure is None or mark.pose not in SITTING or figure.build is Build.ANIMAL:
            return mark
        key = (mark.figure, mark.pose, mark.at)
        if key not in self.seated:
            top = seat_under(self.sight.plan.pieces, mark.at[0], mark.at[2])
            self.seated[key] = mark if top is None else on_seat(figure, mark, top)
        return replace(mark, at=self.seated[key].at)

    def points(self, setup: Setup, name: str, *landmarks: str, share: float = 0.0) -> list[Vector]:
        """Landmarks of a figure in a set-up at a share of the shot; none when it is not there."""
        mark, figure = setup.mark(name), self.figures.get(name)
        if mark is None or figure is None:
            return []
        here = self.at_rest(mark_at(mark, share) if mark.keys or mark.to is not None else mark)
        return [landmark(figure, here, part) for part in landmarks]

    def outline(self, setup: Setup, name: str, *landmarks: str, share: float = 0.0) -> list[Vector]:
        """As :meth:`points`, with what the picture's edge meets for a crown or soles.

        The first point is the first landmark itself, the anchor across the frame.
        """
        mark, figure = setup.mark(name), self.figures.get(name)
        if mark is None or figure is None:
            return []
        here = self.at_rest(mark_at(mark, share) if mark.keys or mark.to is not None else mark)
        anchor = landmark(figure, here, landmarks[0])
        return [anchor, *(point for part in landmarks for point in outline(figure, here, part))]

    def hiders(self, setup: Setup, eye: Vector, name: str, but: Collection[str] = ()) -> list[str]:
        """Who stands between an eye and somebody's face.

        Args:
            setup: The set-up.
            eye: Where the camera is.
            name: Whose face.
            but: Who may stand there: the shoulder that is shot over.
        """
        faces = self.points(setup, name, "eye")
        found = []
        for mark in setup.marks if faces else ():
            figure = self.figures.get(mark.figure)
            if figure is None or mark.figure in {name, *but}:
                continue
            tall = landmark(figure, self.at_rest(mark), "crown")[1] - mark.at[1]
            if passes_body(eye, faces[0], mark.at, tall):
                found.append(mark.figure)
        return found

    def pairs(self, setup: Setup) -> Iterator[tuple[Pair, Vector, Vector]]:
        """Pairs whose line must not be crossed: those in the frame, and eyelines out of it."""
        names = list(setup.subjects)
        first = setup.mark(names[0]) if names else None
        if first is not None and first.gaze and first.gaze not in names:
            names = [names[0], first.gaze] if len(names) == 1 else names
        for a, b in combinations(sorted(set(names)), 2):
            mark_a, mark_b = setup.mark(a), setup.mark(b)
            if mark_a is not None and mark_b is not None:
                yield (a, b), person_at(mark_a), person_at(mark_b)

    def is_lawful(self, setup: Setup, eye: Vector) -> bool:
        """True when a camera there stays on the scene's side of every line."""
        for pair, first, second in self.pairs(setup):
            side = side_of(eye, first, second)
            known = self.sides.get(pair)
            if known is not None and (side * known <= 0 or abs(side) < ON_AXIS):
                return False
        return True

    def remember(self, setup: Setup, eye: Vector, azimuth: float) -> None:
        """Keep which side the camera was on, and what it showed."""
        for pair, first, second in self.pairs(setup):
            side = side_of(eye, first, second)
            if pair not in self.sides and abs(side) >= ON_AXIS:
                self.sides[pair] = 1.0 if side > 0 else -1.0
        self.last = (setup.subjects, setup.size, azimuth)
