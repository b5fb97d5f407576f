"""A scene as a 3D model: its set, and every shot's figures and camera."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.timecode import Frames, Rate
from secondunit.film.shots.model import PanelRequest, SetPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelShot:
    """One shot of a scene's model.

    Args:
        number: As people call it (``12A``): the name of its nodes.
        request: What a renderer needs for it.
        duration: Its length.
        rate: Rate of the length.
    """

    number: str
    request: PanelRequest
    duration: Frames
    rate: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneModel:
    """What is written as one model.

    Args:
        number: Number of the scene.
        set: Its set.
        shots: Its shots that play in that set, in order.
    """

    number: str
    set: SetPlan
    shots: tuple[ModelShot, ...]
