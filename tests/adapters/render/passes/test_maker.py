import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.adapters.render.builder import BACK, camera, f32, mark, request, room
from tests.adapters.render.passes.builder import asked

from secondunit.adapters.render.panel import PanelRenderer
from secondunit.adapters.render.passes.maker import ShotPasses
from secondunit.adapters.render.staged.designed import DesignedPart
from secondunit.core.errors import InputError
from secondunit.core.ids import Digest, digest_bytes
from secondunit.film.shots.model import Move
from secondunit.film.shots.passes import PassKind
from secondunit.ports.passes import PassMaker

MAKER: PassMaker = ShotPasses()
ROOM = request(mark("ADA", (-0.5, 0, 0)), mark("BRAM", (0.5, 0, 0)), plan=room(BACK))
WALK = request(mark(at=(-1, 0, 0), to=(1, 0, 0)), plan=room(BACK))


def test_every_kind_is_made_and_each_file_once() -> None:
    made = list(MAKER.make_passes(asked(ROOM)))
    assert {each.kind for each in made} == set(PassKind)
    names = [(each.kind, each.part, each.suffix) for each in made]
    assert len(names) == len(set(names))


def test_the_board_pass_is_the_storyboards_picture_without_its_arrows() -> None:
    (board,) = MAKER.make_passes(asked(ROOM, PassKind.BOARD))
    with Image.open(io.BytesIO(board.data)) as opened:
        assert np.array_equal(np.asarray(opened), PanelRenderer().draw_panel(ROOM))


def test_only_what_is_asked_for_is_made() -> None:
    made = list(MAKER.make_passes(asked(ROOM, PassKind.DEPTH)))
    assert [(each.kind, each.suffix) for each in made] == [
        (PassKind.DEPTH, ".exr"),
        (PassKind.DEPTH, ".png"),
    ]


def test_pictures_are_of_the_open_window_and_carry_no_text() -> None:
    wide = request(mark(), plan=room(BACK), aspect="2.39")
    for each in MAKER.make_passes(asked(wide)):
        if each.suffix == ".png":
            with Image.open(io.BytesIO(each.data)) as opened:
                assert opened.size == (320, 134)
                assert opened.info == {}


def test_no_file_calls_anybody_by_name_unless_the_request_does() -> None:
    assert not any(b"ADA" in each.data for each in MAKER.make_passes(asked(ROOM)))
    named = asked(ROOM, PassKind.CRYPTOMATTE, names=True)
    assert any(b"01-ada" in each.data for each in MAKER.make_passes(named))


def test_a_frame_by_itself_is_the_same_as_in_a_range() -> None:
    kinds = (PassKind.DEPTH, PassKind.IDS, PassKind.POSE, PassKind.FLOW, PassKind.BEAUTY)
    together = list(MAKER.make_passes(asked(WALK, *kinds, frames=(3, 5))))
    alone = list(MAKER.make_passes(asked(WALK, *kinds, frames=(4, 4))))
    assert [each for each in together if each.frame == 4] == alone


def test_a_moving_shot_moves_every_frame() -> None:
    made = list(MAKER.make_passes(asked(WALK, PassKind.POSE, frames=(0, 3))))
    assert len({each.data for each in made if each.suffix == ".json"}) == 4


def test_a_shot_that_stays_has_the_same_picture_at_every_frame() -> None:
    made = list(MAKER.make_passes(asked(ROOM, PassKind.IDS, frames=(0, 2))))
    assert [each.frame for each in made if not each.part] == [0, 1, 2]
    assert len({each.data for each in made if not each.part}) == 1


def test_the_camera_of_a_range_is_one_file_each_for_json_and_usd() -> None:
    keys = (camera((0, 1.4, 6), (0, 1, 0)), camera((0, 1.4, 3), (0, 1, 0)))
    push = request(mark(), keys=keys, move=Move.PUSH_IN)
    made = list(MAKER.make_passes(asked(push, PassKind.CAMERA, frames=(0, 23))))
    assert [(each.suffix, each.frame) for each in made] == [(".json", None), (".usda", None)]
    assert made[0].data.count(b'"matrix"') == 24


def test_normals_of_depth_agree_with_the_normals_of_the_surface() -> None:
    """Two passes of one frame agree: the wall's depth has no slope, and it faces us."""
    made = {(e.kind, e.suffix): e.data for e in MAKER.make_passes(asked(ROOM))}
    with Image.open(io.BytesIO(made[PassKind.NORMALS, ".png"])) as opened:
        normals = np.asarray(opened)
    with Image.open(io.BytesIO(made[PassKind.DEPTH, ".png"])) as opened:
        depth = np.asarray(opened).astype(int)
    assert abs(int(depth[60, 20]) - int(depth[60, 60])) <= 1
    assert normals[60, 20, 2] > 240


def test_another_process_makes_the_same_bytes() -> None:
    mine = [digest_bytes(each.data) for each in MAKER.make_passes(asked(WALK, frames=(2, 3)))]
    code = (
        "from tests.adapters.render.passes.test_maker import *\n"
        "print([digest_bytes(e.data) for e in MAKER.make_passes(asked(WALK, frames=(2, 3)))])"
    )
    done = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[4],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(mine)


def test_frames_outside_the_shot_and_impossible_pictures_are_refused() -> None:
    with pytest.raises(InputError, match="not in a shot"):
        list(MAKER.make_passes(asked(ROOM, frames=(0, 24))))
    with pytest.raises(InputError, match="cannot be made"):
        list(MAKER.make_passes(asked(request(size=(16, 9)))))
    with pytest.raises(InputError, match="no camera"):
        list(MAKER.make_passes(asked(request(keys=()))))


class OneWall:
    """A designer's model of one part, whose name no picture may carry."""

    def parts(self, model: Digest) -> tuple[DesignedPart, ...]:
        del model
        corners = f32([(-9, 0, -1), (9, 0, -1), (9, 5, -1), (-9, 5, -1)])
        faces = np.array([[0, 1, 2], [0, 2, 3]], dtype=np.int32)
        return (
            DesignedPart(
                name="MINAS SECRET", points=corners, faces=faces, colour=(200, 180, 160), place=1
            ),
        )


def test_a_designers_own_set_is_in_the_passes_without_its_names() -> None:
    plan = replace(room(BACK), model=digest_bytes(b"model"))
    wanted = asked(request(plan=plan), PassKind.IDS, PassKind.CRYPTOMATTE)
    made = list(ShotPasses(OneWall()).make_passes(wanted))
    assert not any(b"SECRET" in each.data for each in made)
    (crypto,) = (each.data for each in made if each.kind is PassKind.CRYPTOMATTE)
    assert b'"set-001"' in crypto
    mask = next(each.data for each in made if each.part == "set")
    with Image.open(io.BytesIO(mask)) as opened:
        assert np.asarray(opened).min() == 255
