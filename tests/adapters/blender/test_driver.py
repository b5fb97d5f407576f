import ast
import os
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.adapters.render.builder import mark, request
from tests.adapters.render.passes.builder import asked

import secondunit
from secondunit.adapters.blender import renderer
from secondunit.adapters.blender.renderer import BlenderFrames
from secondunit.film.shots.hq import HqEngine, HqRequest

BLENDERS_OWN = {"bpy", "bmesh", "mathutils"}
REAL = os.environ.get("SECONDUNIT_BLENDER", "")


def imported(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name.partition(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def test_the_driver_needs_blender_and_the_standard_library_alone() -> None:
    assert imported(renderer.DRIVER) - BLENDERS_OWN <= sys.stdlib_module_names


def test_no_other_file_of_the_studio_imports_blender_and_none_imports_the_driver() -> None:
    root = Path(secondunit.__file__).parent
    for file in root.rglob("*.py"):
        if file != renderer.DRIVER:
            assert not imported(file) & BLENDERS_OWN, file
            assert "blender.driver" not in file.read_text(encoding="utf-8"), file


def test_the_driver_says_its_licence() -> None:
    assert "SPDX-License-Identifier: Apache-2.0" in renderer.DRIVER.read_text(encoding="utf-8")


@pytest.mark.skipif(not REAL, reason="SECONDUNIT_BLENDER names no Blender")
@pytest.mark.parametrize("engine", HqEngine)
def test_a_real_blender_shows_the_figure_where_the_board_does(
    tmp_path: Path, engine: HqEngine
) -> None:
    from secondunit.adapters.render.passes.maker import ShotPasses
    from secondunit.film.shots.passes import PassKind

    panel = request(mark())
    made = BlenderFrames(REAL, 280).render_frame(
        HqRequest(shot=asked(panel), engine=engine, samples=1)
    )
    picture, mask = tmp_path / "hq.png", tmp_path / "mask.png"
    picture.write_bytes(made.data)
    passes = ShotPasses().make_passes(asked(panel, PassKind.IDS))
    mask.write_bytes(next(each.data for each in passes if each.part == "figure-01"))
    seen = np.asarray(Image.open(picture).convert("RGB"), dtype=float)
    inside = np.asarray(Image.open(mask).convert("L")) > 250
    around = np.asarray(Image.open(mask).convert("L")) == 0
    assert seen.shape[:2] == inside.shape
    colours = seen[inside].mean(axis=0) - seen[around].mean(axis=0)
    assert np.abs(colours).max() > 20
