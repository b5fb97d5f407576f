"""A context of OpenGL without a window, or a clear word on why there is none."""

from __future__ import annotations

import sys
from typing import Any

from secondunit.core.errors import NotConfigured

VARIABLE = "SECONDUNIT_RENDERER"
LEAST = 330
"""OpenGL 3.3: float targets, and the bits of a float in a shader."""
EXTRA = f'Install the extra, `pip install "secondunit[gl]"`, or set {VARIABLE}=rays.'
DRIVER = (
    "Install a driver (Debian and Ubuntu without a card: `apt install libegl1 libgl1-mesa-dri`),"
    f" or set {VARIABLE}=rays."
)


def open_context() -> Any:
    """A context that draws off screen: by EGL on Linux, as the system does it elsewhere.

    Raises:
        NotConfigured: The extra or a driver of OpenGL 3.3 is not there.
    """
    try:
        import moderngl
    except ImportError as error:
        raise NotConfigured("the OpenGL renderer is not installed", remedy=EXTRA) from error
    backend: dict[str, Any] = {"backend": "egl"} if sys.platform.startswith("linux") else {}
    try:
        return moderngl.create_context(standalone=True, require=LEAST, **backend)
    except Exception as error:
        raise NotConfigured(
            f"OpenGL {LEAST // 100}.{LEAST % 100 // 10} cannot be had here: {_said(error)}",
            remedy=DRIVER,
        ) from error


def _said(error: Exception) -> str:
    """The first line of what a driver said."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
