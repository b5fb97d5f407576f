from pathlib import Path

import pytest
from obstore.store import MemoryStore
from tests.adapters.farm.farm_builder import panels
from tests.pipeline.stand_ins import make_production

from secondunit.adapters.farm.bundle import Bundle, write_bundle
from secondunit.adapters.farm.farm_jobs import FarmJobs
from secondunit.adapters.store.objects import ObjectStore
from secondunit.bootstrap.farm import answer_task, open_on_farm
from secondunit.core.errors import NotFound


def test_a_production_on_a_farm_keeps_its_bundles_beside_it(tmp_path: Path) -> None:
    make_production(tmp_path)
    with open_on_farm(tmp_path, 0) as studio:
        jobs = studio.view.office.jobs
    assert isinstance(jobs, FarmJobs)
    assert jobs.run is None
    assert jobs.shelf == tmp_path / "farm"


def test_a_folder_without_a_production_has_no_farm(tmp_path: Path) -> None:
    with pytest.raises(NotFound), open_on_farm(tmp_path, 2):
        pass


def test_a_task_is_answered_with_the_renderer_of_this_program(tmp_path: Path) -> None:
    bundle = write_bundle(tmp_path, "toy", panels(1), ObjectStore(MemoryStore()), tmp_path / "no")
    assert answer_task(bundle.work, 1) == 1
    assert Bundle(bundle.folder).answers()[0].provider == "renderer"
