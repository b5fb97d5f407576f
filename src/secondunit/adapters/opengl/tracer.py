"""What pixels see, found by OpenGL: each triangle is drawn as its own number."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.opengl.context import open_context
from secondunit.adapters.opengl.lens import (
    Band,
    bands,
    ends,
    light_axes,
    patch_matrix,
    patch_round,
    view_matrix,
)
from secondunit.adapters.opengl.shadow import MAP, rings, shadowed
from secondunit.adapters.render.casting.rays import Hits
from secondunit.adapters.render.casting.scene import Scene
from secondunit.adapters.render.casting.tracer import CORNERS
from secondunit.adapters.render.lens import View
from secondunit.adapters.render.mesh import Floats
from secondunit.core.errors import InputError

MOST_PIXELS = 1 << 22
"""Of a buffer; a larger picture is drawn in bands."""

KEPT = 6
"""Buffers of different sizes that are kept."""

_PLACES = """
#version 330
uniform mat4 sight;
uniform vec3 eye;
in vec3 place;
flat out int face;
out vec2 weight;
void main() {
    int corner = gl_VertexID % 3;
    face = gl_VertexID / 3;
    weight = vec2(corner == 1, corner == 2);
    gl_Position = sight * vec4(place - eye, 1.0);
}
"""
_SEEN = """
#version 330
const int NEAREST = 0x3A83126F, FARTHEST = 0x4CBEBC20;  // the bits of 0.001 and of 1e8
flat in int face;
in vec2 weight;
out vec4 met;
void main() {
    float away = 1.0 / gl_FragCoord.w;
    met = vec4(float(face), away, weight);
    gl_FragDepth = float(floatBitsToInt(away) - NEAREST) / float(FARTHEST - NEAREST);
}
"""
_FIRST = """
#version 330
flat in int face;
in vec2 weight;
out float met;
void main() { met = float(face); }
"""


class OpenGLTracer:
    """Draws scenes with OpenGL.

    Args:
        context: Of OpenGL 3.3; see `secondunit.adapters.opengl.context.open_context`.
    """

    def __init__(self, context: Any) -> None:
        self.version = f"gl-1 ({context.info['GL_RENDERER']})"
        self._context = context
        self._seen, self._first = (
            context.program(vertex_shader=_PLACES, fragment_shader=shader)
            for shader in (_SEEN, _FIRST)
        )
        self._targets: dict[tuple[int, int, int], tuple[Any, ...]] = {}

    @classmethod
    def opened(cls) -> OpenGLTracer:
        """One with a context of its own.

        Raises:
            NotConfigured: The extra or a driver of OpenGL 3.3 is not there.
        """
        return cls(open_context())

    def centres(self, scene: Scene, view: View, rays: Floats) -> Hits:
        """See `secondunit.adapters.render.casting.tracer.Tracer`.

        Raises:
            InputError: The picture is wider than this OpenGL draws.
        """
        del rays
        whole = [self._look(scene, view, 1, band) for band in self._bands(view, 1)]
        return _hits(np.concatenate(whole).reshape(-1, 4))

    def corners(self, scene: Scene, view: View, fine: NDArray[np.intp], rays: Floats) -> Hits:
        """See `secondunit.adapters.render.casting.tracer.Tracer`.

        Raises:
            InputError: The picture is wider than this OpenGL draws.
        """
        del rays
        found = np.empty((len(CORNERS), len(fine), 4), dtype=np.float32)
        row, column = fine // view.window.width, fine % view.window.width
        for band in self._bands(view, 2):
            inside = np.flatnonzero((row >= band.top // 2) & (row < (band.top + band.rows) // 2))
            if not len(inside):
                continue
            grid = self._look(scene, view, 2, band)
            down, across = 2 * row[inside] - band.top, 2 * column[inside]
            for place, (dx, dy) in enumerate(CORNERS):
                found[place, inside] = grid[down + int(dy > 0), across + int(dx > 0)]
        return _hits(found.reshape(-1, 4))

    def unlit(self, scene: Scene, view: View, starts: Floats, key: Floats) -> NDArray[np.bool_]:
        """See `secondunit.adapters.render.casting.tracer.Tracer`."""
        blocked = np.zeros(len(starts), dtype=np.bool_)
        corners = scene.points[scene.faces[scene.parts.casts[scene.part]]]
        if not len(corners):
            return blocked
        axes = light_axes(key)
        reach = ends(corners.reshape(-1, 3), axes[2])
        for ring in rings(starts, view.eye):
            patch = patch_round(axes, starts[ring], MAP)
            matrix = patch_matrix(patch, reach)
            drawn = self._draw(self._first, corners, (matrix, np.zeros(3)), (MAP, MAP))
            seen = drawn[..., 0].astype(np.int32)
            blocked[ring] = shadowed(seen, patch, starts[ring], corners)
        return blocked

    def _bands(self, view: View, scale: int) -> list[Band]:
        """The bands of a picture; those of two rows a pixel begin on an even row.

        Raises:
            InputError: The picture is wider than this OpenGL draws.
        """
        width, height = view.window.width * scale, view.window.height * scale
        most = int(self._context.info["GL_MAX_TEXTURE_SIZE"])
        if width > most:
            raise InputError(
                f"this OpenGL draws {most // 2} pixels across, not {view.window.width}",
                remedy="Ask for a smaller frame, or set SECONDUNIT_RENDERER=rays.",
            )
        rows = max(min(MOST_PIXELS // width, most) // scale, 1) * scale
        return bands(height, width, rows * width)

    def _look(self, scene: Scene, view: View, scale: int, band: Band) -> Floats:
        """``(rows, w, 4)`` of a band: face, metres, and the weights of its 2nd and 3rd corner."""
        sight = view_matrix(view, scale, band), view.eye
        size = view.window.width * scale, band.rows
        return self._draw(self._seen, scene.points[scene.faces], sight, size)

    def _draw(
        self,
        program: Any,
        corners: Floats,
        sight: tuple[NDArray[np.float64], NDArray[np.float64]],
        size: tuple[int, int],
    ) -> Floats:
        """``(h, w, channels)``: -1 where nothing is drawn.

        Args:
            program: What is written of each pixel.
            corners: ``(m, 3, 3)`` corners of the faces.
            sight: The matrix, and what is taken from a place before it.
            size: Pixels across and down.
        """
        parts = 4 if program is self._seen else 1
        matrix, eye = sight
        context = self._context
        with context:
            target, colour, _ = self._target((*size, parts))
            target.use()
            context.enable_only(context.DEPTH_TEST)
            target.clear(-1.0, -1.0, -1.0, -1.0, depth=1.0)
            program["sight"].write(np.ascontiguousarray(matrix.T, dtype=np.float32))
            program["eye"].write(eye.astype(np.float32))
            buffer = context.buffer(np.ascontiguousarray(corners))
            array = context.vertex_array(program, [(buffer, "3f", "place")])
            array.render(context.TRIANGLES)
            drawn = np.frombuffer(colour.read(alignment=1), dtype=np.float32)
            array.release()
            buffer.release()
        return drawn.reshape(size[1], size[0], parts)

    def _target(self, key: tuple[int, int, int]) -> tuple[Any, ...]:
        """A buffer to draw into, its colour and its depth; kept: shots of a list are of one size.

        Args:
            key: Pixels across and down, and channels.
        """
        if key not in self._targets:
            if len(self._targets) >= KEPT:
                for each in (part for parts in self._targets.values() for part in parts):
                    each.release()
                self._targets.clear()
            colour = self._context.texture(key[:2], key[2], dtype="f4")
            depth = self._context.depth_renderbuffer(key[:2])
            target = self._context.framebuffer([colour], depth)
            self._targets[key] = target, colour, depth
        return self._targets[key]


def _hits(met: Floats) -> Hits:
    """``(n, 4)`` face, metres and weights as what rays meet."""
    face = met[:, 0].astype(np.int32)
    return Hits(
        face=face,
        distance=np.where(face < 0, np.float32(np.inf), met[:, 1]),
        u=np.ascontiguousarray(met[:, 2]),
        v=np.ascontiguousarray(met[:, 3]),
    )
