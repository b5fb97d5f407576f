"""Who finds what the pixels of a view see, and what the key light misses: rays here, or others."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.rays import Hits
from secondunit.adapters.render.casting.scene import Scene
from secondunit.adapters.render.lens import View
from secondunit.adapters.render.mesh import Floats

CORNERS = ((-0.25, -0.25), (0.25, -0.25), (-0.25, 0.25), (0.25, 0.25))
"""Fine samples of a pixel, from its centre."""


class Tracer(Protocol):
    """Looks at scenes. The same scene and view, the same answer on the same machine.

    Distances are metres along the optical axis.
    """

    version: str

    def centres(self, scene: Scene, view: View, rays: Floats) -> Hits:
        """What the centres of a view's pixels see, row by row; ``rays`` go through them."""

    def corners(self, scene: Scene, view: View, fine: NDArray[np.intp], rays: Floats) -> Hits:
        """What pixels see at :data:`CORNERS`, corner by corner.

        Args:
            scene: The scene.
            view: The view.
            fine: ``(f,)`` those pixels.
            rays: ``(4 f, 3)`` through their corners.
        """

    def unlit(self, scene: Scene, view: View, starts: Floats, key: Floats) -> NDArray[np.bool_]:
        """True where something stands between a place and the key light.

        Args:
            scene: The scene.
            view: Who looks at the places.
            starts: ``(n, 3)`` the places, just off their surfaces.
            key: Unit vector to the key light.
        """


class Rays:
    """Casts a ray for every sample."""

    version = ""

    def centres(self, scene: Scene, view: View, rays: Floats) -> Hits:
        """See :class:`Tracer`."""
        return cast_from(scene, view, rays)

    def corners(self, scene: Scene, view: View, fine: NDArray[np.intp], rays: Floats) -> Hits:
        """See :class:`Tracer`."""
        del fine
        return cast_from(scene, view, rays)

    def unlit(self, scene: Scene, view: View, starts: Floats, key: Floats) -> NDArray[np.bool_]:
        """See :class:`Tracer`."""
        del view
        return scene.shadows.blocked(starts, np.tile(key, (len(starts), 1)))


RAYS = Rays()


def cast_from(scene: Scene, view: View, rays: Floats) -> Hits:
    """What rays from the eye of a view meet; distances are metres along the optical axis."""
    origins = np.empty_like(rays)
    origins[:] = view.eye.astype(np.float32)
    return scene.caster.cast(origins, rays)
