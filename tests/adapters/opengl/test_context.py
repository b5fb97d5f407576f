import sys
import types

import pytest

from secondunit.adapters.opengl.context import open_context
from secondunit.core.errors import NotConfigured


def test_without_the_extra_one_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "moderngl", None)
    with pytest.raises(NotConfigured, match="the OpenGL renderer is not installed") as caught:
        open_context()
    assert 'pip install "secondunit[gl]"' in caught.value.remedy
    assert "SECONDUNIT_RENDERER=rays" in caught.value.remedy


def test_without_a_driver_one_is_told_what_it_said_and_which_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none(**_: object) -> None:
        raise Exception("libEGL.so not loaded\nand a long story")

    library = types.SimpleNamespace(create_context=none)
    monkeypatch.setitem(sys.modules, "moderngl", library)
    with pytest.raises(NotConfigured, match=r"had here: libEGL.so not loaded$"):
        open_context()


def test_a_driver_that_fails_without_a_word_is_named_by_its_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none(**_: object) -> None:
        raise ValueError

    monkeypatch.setitem(sys.modules, "moderngl", types.SimpleNamespace(create_context=none))
    with pytest.raises(NotConfigured, match="ValueError") as caught:
        open_context()
    assert "libegl1" in caught.value.remedy
