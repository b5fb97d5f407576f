"""Over-the-shoulder cameras: one face in a third, the other's shoulder on the opposite edge."""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.film.shots.camera.body import SHOULDER_HALF, facing_towards, landmark
from secondunit.film.shots.camera.geometry import Aim, fit_at_height, project
from secondunit.film.shots.camera.grammar import SPANS
from secondunit.film.shots.camera.setup import Rig, Setup
from secondunit.film.shots.camera.view import Candidate, Subject, level, size_box, tangents
from secondunit.film.shots.model import Figure, Mark, Vector

FACE_THIRD = 0.34
"""Where the far face lies across the frame: on the third away from the shoulder."""

COVER = (0.15, 0.35)
"""Share of the frame's width the near shoulder takes."""


def shoulder_views(setup: Setup, rig: Rig) -> Iterator[Candidate]:
    """Cameras behind the second subject that see the first, best composition first.

    Source: design page on previs, section 5: shoulder 15-35 % of the width, far face in the
    opposite third and not hidden.
    """
    far, near = setup.subjects[0], setup.subjects[1]
    far_mark, near_mark = setup.mark(far), setup.mark(near)
    if far_mark is None or near_mark is None:
        return
    line = facing_towards(far_mark.at, near_mark.at)
    span = SPANS[setup.size]
    points = rig.points(setup, far, span.top, span.bottom)
    eye = rig.points(setup, far, "eye")[0]
    near_crown = rig.points(setup, near, "crown")[0]
    height, held = level(setup, rig, max(0.4, min(eye[1] + 0.1, near_crown[1] + 0.02)))
    box = size_box(setup.size, headroom=setup.composition.headroom)
    asked = setup.composition.across
    third = FACE_THIRD if asked is None else abs(asked)
    found = []
    for sign in (1, -1) if not asked else ((1,) if asked > 0 else (-1,)):
        for turn in range(12, 40, 4):
            for place, focal in enumerate(rig.lenses.choices(setup.size)[:5]):
                wide, high = tangents(rig, focal)
                aim = Aim(azimuth=(line + sign * turn) % 360, pitch=0.0, wide=wide, high=high)
                at, aim = fit_at_height(points, aim, box, height, third * sign)
                cost = _composition(rig.figures[near], rig.at_rest(near_mark), (at, aim), sign)
                if cost is not None:
                    subject = Subject(
                        points=tuple(points),
                        focus=eye,
                        level=height,
                        anchor_x=third * sign,
                        box=box,
                        held=held,
                    )
                    bias = cost + 0.12 * place
                    found.append(
                        Candidate(
                            eye=at, aim=aim, focal_mm=focal, focus=eye, bias=bias, subject=subject
                        )
                    )
    yield from sorted(found, key=lambda view: (round(view.bias, 6), view.aim.azimuth))


def shoulder_cover(setup: Setup, rig: Rig, eye: Vector, aim: Aim) -> float:
    """Share of the frame's width that the near shoulder of a set-up takes; 0 when not seen."""
    near = setup.subjects[1]
    found = rig.points(setup, near, "shoulder", "crown")
    if not found:
        return 0.0
    x, _, depth = project(found[0], eye, aim)
    if depth < 0.1 or project(found[1], eye, aim)[1] < -0.9:
        return 0.0
    half = SHOULDER_HALF * rig.figures[near].height / (depth * aim.wide)
    return max(0.0, min(1.0, x + half) - max(-1.0, x - half)) / 2


def _composition(
    figure: Figure, mark: Mark, view: tuple[tuple[float, float, float], Aim], sign: int
) -> float | None:
    """Points against a composition; None when the near one is not before the camera."""
    at, aim = view
    x, _, depth = project(landmark(figure, mark, "shoulder"), at, aim)
    if depth < 0.45:
        return None
    top = project(landmark(figure, mark, "crown"), at, aim)[1]
    half = SHOULDER_HALF * figure.height / (depth * aim.wide)
    cover = max(0.0, min(1.0, x + half) - max(-1.0, x - half)) / 2
    head = 0.055 * figure.height / (depth * aim.wide)
    # The far face keeps to its third; the near head must stay on its own side of the middle.
    edge = (x + head) if sign > 0 else -(x - head)
    cost = 0.0
    if cover < COVER[0]:
        cost += 50.0 * (COVER[0] - cover)
    if cover > COVER[1]:
        cost += 40.0 * (cover - COVER[1])
    if edge > 0.12:
        cost += 6.0 * (edge - 0.12)
    if top < -0.3:
        cost += 9.0 * (-0.3 - top)
    return cost
