from pathlib import Path

import pytest
from obstore.store import MemoryStore
from tests.adapters.farm.farm_builder import panels

from secondunit.adapters.farm.bundle import write_bundle
from secondunit.adapters.store.objects import ObjectStore
from secondunit.entrypoints.cli.app import run


def test_a_worker_of_a_farm_answers_one_task(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle = write_bundle(tmp_path, "toy", panels(1), ObjectStore(MemoryStore()), tmp_path / "no")
    assert run(["farm", "task", str(bundle.work), "1"]) == 0
    assert "openjd_status: 1 answered" in capsys.readouterr().out
    assert run(["farm", "task", str(bundle.work), "9"]) == 1


def test_stages_that_are_up_to_date_need_no_farm(production: Path) -> None:
    assert run(["farm", "bundle", "--through", "boards", "--out", str(production), "--json"]) == 0
    assert not (production / "farm").exists()
