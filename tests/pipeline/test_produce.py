from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.stand_ins import (
    SCRIPT,
    StandInJobs,
    make_press,
    open_production,
    read,
    run_through,
)

from secondunit.core.errors import InputError, Unavailable
from secondunit.core.stage import Answer, Ask
from secondunit.pipeline.catalogue import CATALOGUE
from secondunit.pipeline.draft import add_draft
from secondunit.pipeline.produce import Watch, produce, stages_through
from secondunit.pipeline.queries import View
from secondunit.pipeline.run import StageReport


class _NoPanels(StandInJobs):
    """Draws two panels and is tired."""

    def perform(self, asks: Sequence[Ask], on_answer: Callable[[Answer], None]) -> None:
        if asks[0].kind == "panel":
            super().perform(asks[:2], on_answer)
            raise Unavailable("the renderer is tired", remedy="Run again.")
        super().perform(asks, on_answer)


def _watch(told: list[str]) -> Watch:
    def begin(title: str) -> Callable[[int, int], None]:
        told.append(f"begin {title}")
        return lambda done, of: told.append(f"{done}/{of}")

    def end(report: StageReport) -> None:
        told.append(f"end {report.title}")

    return Watch(begin=begin, end=end)


@pytest.fixture
def view(tmp_path: Path) -> View:
    found = open_production(tmp_path)
    add_draft(found, *read(SCRIPT), by="Lea Roy")
    return found


def test_through_nothing_means_through_all() -> None:
    assert stages_through("") == CATALOGUE


@pytest.mark.parametrize("department", dict.fromkeys(entry.department for entry in CATALOGUE))
def test_through_a_department_ends_with_its_last_stage(department: str) -> None:
    entries = stages_through(department)
    assert entries == CATALOGUE[: len(entries)]
    assert entries[-1].department == department
    assert all(entry.department != department for entry in CATALOGUE[len(entries) :])


def test_through_a_stage_by_its_key_ends_there() -> None:
    assert stages_through("shots.board")[-1].stage.key == "shots.board"


def test_a_department_that_does_not_exist_is_answered_with_those_that_do() -> None:
    with pytest.raises(InputError, match="“catering” is no department") as caught:
        stages_through("catering")
    assert "breakdown, schedule, budget" in caught.value.remedy


def test_whoever_watches_is_told_of_each_stage_in_order(view: View, tmp_path: Path) -> None:
    told: list[str] = []
    produce(view, make_press(tmp_path / "p"), stages_through("breakdown"), _watch(told))
    assert told == [
        "begin Screenplay",
        "end Screenplay",
        "begin Breakdown",
        "0/2",
        "1/2",
        "2/2",
        "end Breakdown",
    ]


def test_a_second_run_does_nothing_and_says_so(folder: Path) -> None:
    view = open_production(folder)
    before = len(view.office.records.runs())
    reports = produce(view, make_press(folder / "package"), stages_through(""), _watch([]))
    assert all(report.unchanged for report in reports)
    assert len(view.office.records.runs()) == before


def test_a_run_that_fails_keeps_what_was_made_and_the_next_one_asks_for_the_rest_only(
    view: View, tmp_path: Path
) -> None:
    tired = View(office=replace(view.office, jobs=_NoPanels(view.office.media)), shapes=view.shapes)
    with pytest.raises(Unavailable):
        run_through(tired, tmp_path, "shots.board")
    assert tired.stored("shots.shot_list") is not None
    assert tired.stored("shots.board") is None
    told: list[str] = []
    fresh = open_production(tmp_path)
    produce(fresh, make_press(tmp_path / "p"), stages_through("shots.board"), _watch(told))
    shots = len(fresh.values("shots.shot_list"))
    assert told[told.index("begin Boards") + 1] == f"2/{shots}"
    assert told[-2:] == [f"{shots}/{shots}", "end Boards"]


def test_only_what_was_run_is_published(view: View, tmp_path: Path) -> None:
    run_through(view, tmp_path, "breakdown")
    folders = sorted(each.name for each in (tmp_path / "package").iterdir())
    assert folders == ["1-screenplay", "2-breakdown"]
