"""A tracer with the OpenGL of this machine, or a skip that says why there is none."""

from __future__ import annotations

from functools import lru_cache

import pytest

from secondunit.adapters.opengl.tracer import OpenGLTracer
from secondunit.core.errors import NotConfigured


@lru_cache(maxsize=1)
def _found() -> OpenGLTracer | str:
    try:
        return OpenGLTracer.opened()
    except NotConfigured as error:
        return f"{error} {error.remedy}"


def tracer_here() -> OpenGLTracer:
    """The tracer."""
    found = _found()
    if isinstance(found, str):
        pytest.skip(found)
    return found
