import io
import json
from pathlib import Path

import pytest
import trimesh
from PIL import Image
from tests.adapters.blender.builder import stand_in
from tests.adapters.render.builder import mark, request
from tests.adapters.render.passes.builder import asked

from secondunit.adapters.blender.renderer import BlenderFrames
from secondunit.core.errors import AnswerUnreadable, NotConfigured
from secondunit.film.shots.hq import HqEngine, HqRequest

PANEL = request(mark())


def wanted(engine: HqEngine = HqEngine.CYCLES) -> HqRequest:
    return HqRequest(shot=asked(PANEL), engine=engine, samples=7)


def test_the_picture_has_the_open_window_and_no_metadata(tmp_path: Path) -> None:
    made = BlenderFrames(str(stand_in(tmp_path)), 60).render_frame(wanted())
    job = json.loads((tmp_path / "kept" / "job.json").read_text())
    with Image.open(io.BytesIO(made.data)) as picture:
        assert picture.size == (job["width"], job["height"])
        assert picture.info == {}
        assert picture.getpixel((5, 5)) == (200, 120, 40)
    assert b"secret" not in made.data
    assert made.maker.endswith("blender-9.9.9")


def test_the_job_asks_for_the_engine_and_samples_and_nothing_names_a_person(tmp_path: Path) -> None:
    BlenderFrames(str(stand_in(tmp_path)), 60).render_frame(wanted(HqEngine.FREESTYLE))
    kept = tmp_path / "kept"
    job = json.loads((kept / "job.json").read_text())
    assert (job["engine"], job["samples"]) == ("freestyle", 7)
    name = PANEL.figures[0].name.encode()
    assert name not in (kept / "moment.glb").read_bytes()
    assert name not in (kept / "job.json").read_bytes()


def test_the_model_opens_elsewhere(tmp_path: Path) -> None:
    BlenderFrames(str(stand_in(tmp_path)), 60).render_frame(wanted())
    assert trimesh.load_scene(tmp_path / "kept" / "moment.glb").geometry


def test_files_for_the_program_are_gone_afterwards(tmp_path: Path) -> None:
    BlenderFrames(str(stand_in(tmp_path)), 60).render_frame(wanted())
    job = json.loads((tmp_path / "kept" / "job.json").read_text())
    assert not Path(job["model"]).parent.exists()


@pytest.mark.parametrize(
    "does",
    [
        "pass",
        "Path(job['picture']).write_bytes(b'no picture')",
        "Image.new('RGB', (8, 8)).save(job['picture'])",
        "sys.exit(3)",
    ],
)
def test_a_program_that_brings_no_such_picture_is_refused(tmp_path: Path, does: str) -> None:
    with pytest.raises(AnswerUnreadable) as caught:
        BlenderFrames(str(stand_in(tmp_path, does)), 60).render_frame(wanted())
    assert caught.value.remedy


def test_without_blender_nothing_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotConfigured):
        BlenderFrames("", 60).render_frame(wanted())
