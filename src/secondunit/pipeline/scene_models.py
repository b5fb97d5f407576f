"""The scenes of the list that stands, written as 3D models."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondunit.core.errors import NotFound
from secondunit.core.ids import digest_bytes
from secondunit.film.shots.board import set_of_shot
from secondunit.film.shots.model import SetPlan, ShotSpec
from secondunit.film.shots.panel import panel_request
from secondunit.film.shots.scene_model import ModelShot, SceneModel
from secondunit.film.shots.shot_list import STAGE as SHOT_LIST
from secondunit.pipeline.catalogue import stage_plan
from secondunit.pipeline.pictures import file_stems
from secondunit.pipeline.queries import View
from secondunit.ports.outbox import Outbox
from secondunit.ports.scene_models import SceneModelWriter

FRAME = (1920, 1080)
"""Pixels the aspect is cut from; a model has no pixels of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenModel:
    """A model that was written.

    Args:
        name: Its file.
        scene: Number of the scene.
        set: Its set.
        shots: Shots in it.
        digest: Of its bytes.
    """

    name: str
    scene: str
    set: str
    shots: int
    digest: str


def write_models(
    view: View, scenes: tuple[str, ...], writer: SceneModelWriter, outbox: Outbox
) -> Iterator[WrittenModel]:
    """Write each scene; a shot that plays in another set (a phone call) has a model of its own.

    Args:
        view: The production.
        scenes: Numbers of the scenes, none for all.
        writer: Of the format.
        outbox: Where the files go.

    Raises:
        NotFound: There is no shot list, or no scene of that number.
        InputError: A shot has an impossible lens or aspect.
        StoreError: A file cannot be written.
    """
    models = _models(view)
    wanted = {scene.casefold() for scene in scenes}
    missing = wanted - {model.number.casefold() for model in models}
    if missing or not models:
        there = ", ".join(dict.fromkeys(model.number for model in models))
        raise NotFound(
            f"there are no shots of scene {', '.join(sorted(missing))}" if models
            else "there is no shot list",
            remedy=f"Scenes: {there}" if models else "Run secondunit produce SCRIPT first.",
        )  # fmt: skip
    stems = file_stems(f"{model.number} {model.set.name}" for model in models)
    for model, stem in zip(models, stems, strict=True):
        if wanted and model.number.casefold() not in wanted:
            continue
        data = writer.write_scene(model)
        name = f"{stem}{writer.suffix}"
        outbox.place(name, data)
        yield WrittenModel(
            name=name,
            scene=model.number,
            set=model.set.name,
            shots=len(model.shots),
            digest=digest_bytes(data),
        )


def _models(view: View) -> list[SceneModel]:
    shots: tuple[ShotSpec, ...] = view.values(SHOT_LIST.key)
    plan = stage_plan(view)
    numbers = {scene.id: scene.number for scene in view.screenplay().scenes}
    found: dict[tuple[str, SetPlan], list[ModelShot]] = {}
    for shot in shots:
        where = set_of_shot(shot, plan.sets, plan.set_of)
        found.setdefault((numbers[shot.scene], where), []).append(
            ModelShot(
                number=shot.number,
                request=panel_request(shot, where, plan.figures, *FRAME),
                duration=shot.duration,
                rate=shot.rate,
            )
        )
    return [
        SceneModel(number=number, set=where, shots=tuple(made))
        for (number, where), made in found.items()
    ]
