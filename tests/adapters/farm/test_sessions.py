"""A bundle run for real: sessions of Open Job Description start this program for each task."""

from pathlib import Path

import pytest
from obstore.store import MemoryStore
from tests.adapters.farm.farm_builder import panels

from secondunit.adapters.farm.bundle import write_bundle
from secondunit.adapters.farm.sessions import run_bundle, validated
from secondunit.adapters.store.objects import ObjectStore, open_folder
from secondunit.core.errors import NotConfigured, Unavailable
from secondunit.core.stage import Ask


def test_a_bundle_is_drawn_here_and_what_is_there_is_not_drawn_again(tmp_path: Path) -> None:
    asks = panels(1)
    bundle = write_bundle(tmp_path, "toy", asks, ObjectStore(MemoryStore()), tmp_path / "no")
    done: list[int] = []
    run_bundle(bundle, 2, lambda: done.append(1))
    (answer,) = bundle.answers()
    assert answer.ask == asks[0].digest
    picture = open_folder(bundle.work / "media").fetch_media(answer.media[0].digest)
    assert picture.startswith(b"\x89PNG")
    run_bundle(bundle, 2, lambda: done.append(1))
    assert done == [1]


def test_a_task_that_fails_is_told_and_may_be_run_again(tmp_path: Path) -> None:
    asks = [Ask(kind="panel", subject="1", body="{}")]
    bundle = write_bundle(tmp_path, "toy", asks, ObjectStore(MemoryStore()), tmp_path / "no")
    with pytest.raises(Unavailable, match="task 1") as caught:
        run_bundle(bundle, 1)
    assert "again" in caught.value.remedy


def test_a_template_that_is_none_is_named(tmp_path: Path) -> None:
    bundle = write_bundle(tmp_path, "toy", panels(1), ObjectStore(MemoryStore()), tmp_path / "no")
    (bundle.folder / "template.json").write_text('{"name": "x"}', encoding="utf-8")
    with pytest.raises(NotConfigured, match=r"template\.json"):
        validated(bundle)
