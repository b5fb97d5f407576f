import json
from pathlib import Path

import pytest
from obstore.store import MemoryStore
from tests.adapters.farm.farm_builder import Drawer, panels

from secondunit.adapters.farm.bundle import answer_task, collect, write_bundle
from secondunit.adapters.store.objects import ObjectStore, open_folder
from secondunit.core.errors import NotFound
from secondunit.core.stage import Ask


def test_a_bundle_has_the_three_files_of_deadline_cloud_and_its_asks_in_tasks(
    tmp_path: Path,
) -> None:
    bundle = write_bundle(tmp_path, "toy", panels(20), ObjectStore(MemoryStore()), tmp_path / "no")
    assert sorted(file.name for file in bundle.folder.glob("*.json")) == [
        "asset_references.json",
        "parameter_values.json",
        "template.json",
    ]
    assert bundle.tasks == 3
    template = json.loads((bundle.folder / "template.json").read_text(encoding="utf-8"))
    tasks = template["steps"][0]["parameterSpace"]["taskParameterDefinitions"]
    assert tasks[0]["range"] == "1-3"


def test_the_same_asks_are_the_same_bundle(tmp_path: Path) -> None:
    store = ObjectStore(MemoryStore())
    first, again = (
        write_bundle(tmp_path, "toy", panels(2), store, tmp_path / "no") for _ in range(2)
    )
    assert first.folder == again.folder
    assert write_bundle(tmp_path, "toy", panels(3), store, tmp_path / "no").folder != first.folder


def test_the_media_that_an_ask_names_go_with_it_and_the_tables_of_the_production(
    tmp_path: Path,
) -> None:
    store = ObjectStore(MemoryStore())
    kept = store.store_media(b"board", "image/png", "a.png")
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "looks.toml").write_text("x = 1", encoding="utf-8")
    asks = [Ask(kind="panel", subject="1", body=f'{{"panel":"{kept.digest}"}}')]
    bundle = write_bundle(tmp_path / "shelf", "toy", asks, store, tables)
    assert open_folder(bundle.work / "media").fetch_media(kept.digest) == b"board"
    assert (bundle.work / "tables" / "looks.toml").is_file()


def test_what_a_worker_answered_comes_back_with_its_media(tmp_path: Path) -> None:
    asks = panels(9)
    bundle = write_bundle(tmp_path, "toy", asks, ObjectStore(MemoryStore()), tmp_path / "no")
    drawer = Drawer(open_folder(bundle.work / "media"))
    assert answer_task(bundle.work, 1, {"panel": drawer}, lambda: 0) == 8
    home = ObjectStore(MemoryStore())
    assert [each.ask for each in collect(bundle, home)] == [each.digest for each in asks[:8]]
    assert all(home.has_media(each.media[0].digest) for each in bundle.answers())
    answer_task(bundle.work, 2, {"panel": drawer}, lambda: 0)
    assert len(collect(bundle, home)) == 9


def test_a_task_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="task 7"):
        answer_task(tmp_path, 7, {}, lambda: 0)
