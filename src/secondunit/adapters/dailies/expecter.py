"""What a shot should look like, from the same rays as its board and its control passes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.drawing.ink import NOTHING as NO_PART
from secondunit.adapters.render.drawing.picture import tone
from secondunit.adapters.render.lens import make_view
from secondunit.adapters.render.panel import VERSION
from secondunit.adapters.render.passes.flow import forward_flow
from secondunit.adapters.render.passes.moment import Moment, Stand, cast_moment, stand_at
from secondunit.adapters.render.passes.pose import Hidden, find_people
from secondunit.adapters.render.staged.designed import Designs
from secondunit.adapters.render.staged.shot import Staged
from secondunit.film.generation.scoring.expected import (
    AHEAD,
    NOTHING,
    SET,
    Expectation,
    ExpectedFrame,
    ExpectRequest,
    Part,
    Seen,
)
from secondunit.film.shots.panel import is_still
from secondunit.film.shots.passes import PassRequest


class ShotExpecter:
    """Renders expectations. The same request, the same numbers.

    Args:
        designs: Where designers' models of sets come from; None draws sets from their pieces.
    """

    version = f"expected-1+{VERSION}"

    def __init__(self, designs: Designs | None = None) -> None:
        self._designs = designs

    def expect(self, request: ExpectRequest) -> Expectation:
        """The shot at the frames asked for.

        Raises:
            InputError: The frame, the lens or the aspect is impossible.
        """
        panel = request.panel
        staged = Staged(panel, self._designs)
        asked = PassRequest(
            panel=panel,
            duration=request.duration,
            rate=request.rate,
            first=0,
            last=0,
            kinds=(),
            labels=request.labels,
        )
        window = make_view(panel, panel.camera[0]).window
        parts = _Parts([figure.name for figure in panel.figures])
        still = is_still(panel)
        made: list[ExpectedFrame] = []
        for frame in request.frames:
            if still and made:
                made.append(_again(made[0], frame, request.duration))
            else:
                made.append(_frame(staged, asked, frame, parts))
        return Expectation(
            names=request.labels,
            parts=parts.known(),
            frames=tuple(made),
            duration=request.duration,
            rate=request.rate,
            window=(
                window.left / panel.width,
                window.top / panel.height,
                window.width / panel.width,
                window.height / panel.height,
            ),
            aspect=panel.width / panel.height,
            moves=not still,
            version=self.version,
        )


class _Parts:
    """Parts met so far, the same in every frame."""

    def __init__(self, figures: list[str]) -> None:
        self._figures = {name: place for place, name in enumerate(figures)}
        self._places: dict[tuple[int, str, int], int] = {}

    def places(self, stand: Stand) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
        """Of each part of a scene: its place here, and its owner; nothing is last."""
        scene = stand.scene
        place, owner = [], []
        for number, thing in enumerate(scene.parts.object.tolist()):
            is_figure = bool(scene.parts.figure[number])
            whose = self._figures.get(scene.names[thing], SET) if is_figure else SET
            material = scene.materials[int(scene.parts.material[number])][0].partition(":")[0]
            key = (whose, material, thing if whose == SET else 0)
            place.append(self._places.setdefault(key, len(self._places)))
            owner.append(whose)
        sky = self._places.setdefault((NOTHING, "sky", 0), len(self._places))
        return (
            np.array([*place, sky], dtype=np.int16),
            np.array([*owner, NOTHING], dtype=np.int16),
        )

    def known(self) -> tuple[Part, ...]:
        return tuple(Part(owner=owner, region=region) for owner, region, _ in self._places)


def _frame(staged: Staged, asked: PassRequest, frame: int, parts: _Parts) -> ExpectedFrame:
    stand = stand_at(staged, asked, frame)
    moment = cast_moment(stand)
    samples = moment.samples
    ahead = max(min(AHEAD, asked.duration - 1 - frame), 0)
    moves = ahead and not is_still(asked.panel)
    later = stand_at(staged, asked, frame + ahead) if moves else stand
    place, owner = parts.places(stand)
    part = samples.part.copy()
    part[part == NO_PART] = len(place) - 1
    return ExpectedFrame(
        frame=frame,
        picture=tone(stand.scene, staged.light(stand.scene), samples)[0],
        part=place[part],
        owner=owner[part],
        depth=samples.depth,
        flow=forward_flow(moment, later),
        ahead=ahead,
        people=tuple(_people(moment, asked)),
        focal_px=float(stand.view.focal_px),
    )


def _again(first: ExpectedFrame, frame: int, duration: int) -> ExpectedFrame:
    """The same picture at another frame of a shot in which nothing moves."""
    return replace(first, frame=frame, ahead=max(min(AHEAD, duration - 1 - frame), 0))


def _people(moment: Moment, asked: PassRequest) -> list[Seen]:
    labels = {label: place for place, label in enumerate(asked.labels)}
    focal = float(moment.stand.view.focal_px)
    found = []
    for person in find_people(moment, asked):
        figure = labels[person.label]
        depth = max(float(np.median(person.depths)), 0.1)
        found.append(
            Seen(
                figure=figure,
                places=person.places,
                visible=np.array([hidden is Hidden.BY_NOTHING for hidden in person.hidden]),
                height=focal * asked.panel.figures[figure].height / depth,
            )
        )
    return found
