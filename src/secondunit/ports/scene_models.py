"""Scenes as 3D models for other programs."""

from __future__ import annotations

from typing import Protocol

from secondunit.film.shots.scene_model import SceneModel


class SceneModelWriter(Protocol):
    """Writes scenes. The same scene gives the same bytes."""

    suffix: str

    def write_scene(self, scene: SceneModel) -> bytes:
        """The scene in this format: metres, y up, cameras looking along -z.

        Raises:
            InputError: A shot has an impossible lens or aspect.
        """
