from pathlib import Path

import pytest

from secondunit.adapters.blender.renderer import BlenderFrames
from secondunit.adapters.store.objects import open_folder
from secondunit.bootstrap.hq import hq_folder, hq_renderer


def test_frames_go_into_the_production_unless_a_folder_is_given(tmp_path: Path) -> None:
    folder, outbox = hq_folder(None, tmp_path, "12A")
    outbox.place("12A.hq-cycles.0000.png", b"PNG")
    assert (tmp_path / "hq" / "12A" / "12A.hq-cycles.0000.png").is_file()
    assert folder == tmp_path / "hq" / "12A"
    assert hq_folder(tmp_path / "other", tmp_path, "12A")[0] == tmp_path / "other"


def test_blender_renders_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECONDUNIT_BLENDER", "/opt/blender")
    assert isinstance(hq_renderer(open_folder(tmp_path / "media"), 60), BlenderFrames)
