import io
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from tests.adapters.opengl.builder import tracer_here
from tests.adapters.render.builder import BACK, TABLE, camera, mark, request, room, yard
from tests.adapters.render.passes.builder import asked

from secondunit.adapters.opengl import tracer as seeing
from secondunit.adapters.render.panel import PanelRenderer
from secondunit.adapters.render.passes.maker import ShotPasses
from secondunit.core.errors import InputError
from secondunit.film.shots.model import Move, PanelRequest
from secondunit.film.shots.passes import PassKind

ROOM = request(
    mark("ADA", (-0.5, 0, 0)), mark("BRAM", (0.6, 0, -0.4)), plan=room(BACK, TABLE), size=(480, 270)
)
FIELD = request(mark("ADA"), mark("dog", (1.0, 0, 0)), plan=yard(TABLE), aspect="2.39")
HIGH = request(mark("BRAM"), keys=(camera((0.1, 6.0, 0.2), (0, 0, 0)),), plan=yard(TABLE))


def pixels(asking: PanelRequest, kind: PassKind, maker: ShotPasses) -> NDArray[np.int64]:
    made = next(each for each in maker.make_passes(asked(asking, kind)) if each.suffix == ".png")
    with Image.open(io.BytesIO(made.data)) as opened:
        return np.asarray(opened).astype(np.int64)


@pytest.mark.parametrize("shot", [ROOM, FIELD, HIGH], ids=["room", "field", "high"])
@pytest.mark.parametrize(
    "kind", [PassKind.BEAUTY, PassKind.DEPTH, PassKind.NORMALS, PassKind.IDS, PassKind.INK]
)
def test_every_pass_agrees_with_rays(shot: PanelRequest, kind: PassKind) -> None:
    drawn = pixels(shot, kind, ShotPasses(tracer=tracer_here()))
    cast = pixels(shot, kind, ShotPasses())
    apart = np.abs(drawn - cast).reshape(*cast.shape[:2], -1).max(axis=2)
    assert (apart > 12).mean() < 0.002


def test_a_picture_drawn_in_bands_is_the_same_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    renderer = PanelRenderer(tracer=tracer_here())
    whole = renderer.draw_panel(ROOM)
    monkeypatch.setattr(seeing, "MOST_PIXELS", 960 * 37)
    apart = np.abs(whole.astype(int) - renderer.draw_panel(ROOM)).max(axis=2)
    assert (apart > 0).mean() < 0.0005


def test_the_same_request_gives_the_same_bytes_from_a_context_of_its_own() -> None:
    first = PanelRenderer(tracer=tracer_here()).draw_panel(ROOM)
    again = PanelRenderer(tracer=seeing.OpenGLTracer.opened()).draw_panel(ROOM)
    assert np.array_equal(first, again)


def test_what_moves_is_drawn_moving() -> None:
    walk = replace(ROOM, marks=(mark(at=(-1, 0, 0), to=(1, 0, 0)),), move=Move.STATIC)
    frames = [picture for picture, _ in PanelRenderer(tracer=tracer_here()).draw_frames(walk, 6)]
    assert len(frames) == 2
    assert not np.array_equal(frames[0], frames[1])


def test_sizes_follow_each_other_without_end() -> None:
    renderer = PanelRenderer(tracer=tracer_here())
    for width in range(64, 104, 4):
        assert renderer.draw_panel(replace(ROOM, width=width, height=36)).shape == (36, width, 3)


def test_what_is_wider_than_the_driver_draws_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    tracer = tracer_here()
    monkeypatch.setitem(tracer._context.info, "GL_MAX_TEXTURE_SIZE", 512)
    with pytest.raises(InputError, match="draws 256 pixels across, not 480"):
        PanelRenderer(tracer=tracer).draw_panel(ROOM)


def test_a_picture_says_which_opengl_it_was_seen_with() -> None:
    assert PanelRenderer(tracer=tracer_here()).version.startswith("previs-4+gl-1 (")
    assert PanelRenderer().version == "previs-4"
