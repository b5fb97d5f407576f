from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from obstore.store import MemoryStore
from tests.adapters.farm.farm_builder import Drawer, panels

from secondunit.adapters.farm.bundle import Bundle, answer_task
from secondunit.adapters.farm.farm_jobs import FarmJobs
from secondunit.adapters.store.objects import ObjectStore, open_folder
from secondunit.core.errors import Unavailable
from secondunit.core.stage import Answer, Ask


class Near:
    def __init__(self) -> None:
        self.kinds: list[str] = []

    def perform(self, asks: Sequence[Ask], on_answer: Callable[[Answer], None]) -> None:
        del on_answer
        self.kinds += [ask.kind for ask in asks]


def draw_all(bundle: Bundle) -> None:
    drawer = Drawer(open_folder(bundle.work / "media"))
    for number in range(1, bundle.tasks + 1):
        answer_task(bundle.work, number, {"panel": drawer}, lambda: 0)


def farm(folder: Path, near: Near, run: Callable[[Bundle], None] | None) -> FarmJobs:
    return FarmJobs(
        near=near,
        shelf=folder,
        tables=folder / "no",
        name="toy",
        media=ObjectStore(MemoryStore()),
        run=run,
    )


def test_what_draws_goes_to_the_farm_and_the_rest_stays_near(tmp_path: Path) -> None:
    near = Near()
    came: list[Answer] = []
    words = Ask(kind="tokens", subject="1", body="{}")
    farm(tmp_path, near, draw_all).perform([words, *panels(3)], came.append)
    assert near.kinds == ["tokens"]
    assert {answer.ask for answer in came} == {ask.digest for ask in panels(3)}


def test_a_bundle_waits_for_a_farm_and_is_taken_when_it_is_back(tmp_path: Path) -> None:
    near = Near()
    came: list[Answer] = []
    jobs = farm(tmp_path, near, None)
    with pytest.raises(Unavailable, match="3 of 3 panel wait") as caught:
        jobs.perform(panels(3), came.append)
    assert "deadline bundle submit" in caught.value.remedy
    (folder,) = tmp_path.iterdir()
    draw_all(Bundle(folder))
    jobs.perform(panels(3), came.append)
    assert len(came) == 3
