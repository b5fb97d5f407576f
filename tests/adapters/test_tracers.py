import sys

import pytest

from secondunit.adapters.render.casting.tracer import RAYS
from secondunit.adapters.tracers import make_tracer
from secondunit.core.errors import NotConfigured


def test_pictures_are_seen_with_rays_where_nothing_else_is_asked_for() -> None:
    assert make_tracer("rays") is RAYS


def test_opengl_that_is_not_installed_is_no_reason_to_draw_with_something_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "moderngl", None)
    with pytest.raises(NotConfigured, match="not installed"):
        make_tracer("gl")
