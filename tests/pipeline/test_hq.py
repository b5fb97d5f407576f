from pathlib import Path

import pytest

from secondunit.adapters.folder import FolderOutbox
from secondunit.core.errors import InputError, NotFound
from secondunit.core.ids import digest_bytes
from secondunit.film.shots.hq import HqEngine, HqRequest
from secondunit.pipeline.hq import HqJob, hq_job, write_hq
from secondunit.pipeline.queries import View
from secondunit.ports.hq import HqFrame


class StandIn:
    """Renders the number of the frame."""

    def render_frame(self, request: HqRequest) -> HqFrame:
        return HqFrame(data=f"frame {request.shot.first}".encode(), maker="stand-in")


def job(view: View, shot: str = "", frame: int = 0, samples: int = 16) -> HqJob:
    number = shot or view.values("shots.shot_list")[0].number
    return hq_job(view, number, frame, HqEngine.FREESTYLE, samples, (160, 90))


def test_the_file_is_named_by_shot_engine_and_frame(production: View, tmp_path: Path) -> None:
    asked = job(production, frame=3)
    written = write_hq(asked, StandIn(), FolderOutbox(tmp_path))
    assert written.name == f"{asked.stem}.hq-freestyle.0003.png"
    assert (tmp_path / written.name).read_bytes() == b"frame 3"
    assert written.digest == digest_bytes(b"frame 3")
    assert written.maker == "stand-in"


def test_a_shot_or_a_frame_that_is_not_there_is_refused(production: View) -> None:
    with pytest.raises(NotFound, match="99Z"):
        job(production, "99Z")
    with pytest.raises(InputError, match="no frame 99999"):
        job(production, frame=99999)


def test_no_samples_are_refused_before_anything_is_made(production: View) -> None:
    with pytest.raises(InputError, match="0 samples"):
        job(production, samples=0)
