"""What pictures are seen with on this machine."""

from __future__ import annotations

from secondunit.adapters.render.casting.tracer import RAYS, Tracer


def make_tracer(renderer: str) -> Tracer:
    """Rays for ``rays``, OpenGL for ``gl``.

    Raises:
        NotConfigured: The extra or a driver of OpenGL is not there.
    """
    if renderer != "gl":
        return RAYS
    from secondunit.adapters.opengl.tracer import OpenGLTracer

    return OpenGLTracer.opened()
