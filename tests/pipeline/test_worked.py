"""The worked production through every stage, each proposal compared with what was agreed.

Pictures and clips are stood in for: what they are of is agreed here, how they look in the
renderer's own tests.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.stand_ins import open_production, read

from secondunit.adapters.tables import PackagedTables
from secondunit.core.evidence import Evidence
from secondunit.core.finding import Severity, blocking
from secondunit.core.proposal import Item, Proposal
from secondunit.film.budget.model import Budget
from secondunit.film.generation.model import Order
from secondunit.film.schedule.check import check_board
from secondunit.film.schedule.exchange.boards import adopt_board
from secondunit.film.schedule.model import Board
from secondunit.film.shots.model import Panel
from secondunit.pipeline.call_sheet import all_call_sheets, all_diaries, day_calls
from secondunit.pipeline.catalogue import CATALOGUE, schedule_problem
from secondunit.pipeline.draft import add_draft
from secondunit.pipeline.exchange import production_plan
from secondunit.pipeline.queries import View
from secondunit.pipeline.run import run_stage

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "examples" / "right-ear-home.fountain"
AGREED = ROOT / "tests" / "golden" / "worked"


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    found = open_production(tmp_path_factory.mktemp("worked"))
    add_draft(found, *read(SCRIPT.read_bytes(), SCRIPT.name), by="test")
    for entry in CATALOGUE:
        run_stage(found, entry, lambda done, of: None)
    return found


def told(proposal: Proposal[object]) -> str:
    """A proposal as lines that a person can compare: what is proposed, how surely, and why."""
    rows = [f"{proposal.stage} version {proposal.version}: {len(proposal.items)} items"]
    for item in proposal.items:
        rows += _item(item)
    for finding in proposal.findings:
        rows.append(f"! {finding.severity.value} {finding.rule} {finding.where}: {finding.message}")
    return "\n".join(rows) + "\n"


def _item(item: Item[object]) -> list[str]:
    sure = "" if item.confidence is None else f"  [{item.confidence:.2f}]"
    return [f"{item.label}{sure}", *(f"    {_reason(each)}" for each in item.evidence)]


def _reason(each: Evidence) -> str:
    if each.span is not None:
        return f"“{each.span.quote}” {each.span.start}-{each.span.end}: {each.rule}"
    return f"{each.kind.value}: {each.rule}"


@pytest.mark.parametrize("stage", [entry.stage.key for entry in CATALOGUE])
def test_the_golden_proposal_of_every_stage_is_as_agreed(view: View, stage: str) -> None:
    proposal = view.proposal(stage)
    assert proposal is not None
    agreed = AGREED / f"{stage}.txt"
    if os.environ.get("SECONDUNIT_GOLDEN") == "write":
        agreed.write_text(told(proposal), "utf-8")
    assert told(proposal) == agreed.read_text("utf-8")


def test_every_frame_of_the_cut_is_a_frame_of_the_animatic(view: View) -> None:
    animatic = view.values("cut.animatic")[0]
    assert animatic.frames == sum(shot.duration for shot in view.values("shots.shot_list"))


def test_what_stays_is_ordered_with_its_board_and_what_moves_with_its_move(view: View) -> None:
    orders: tuple[Order, ...] = view.values("generation.order")
    boards: dict[str, Panel] = {board.shot: board for board in view.values("shots.board")}
    opened = [order for order in orders if order.first_frame is not None]
    driven = [order for order in orders if order.driving_clip is not None]
    assert 0 < len(opened) < len(orders)
    assert all(order.first_frame == boards[order.shot].media.digest for order in opened)
    assert driven
    for order in driven:
        clip = boards[order.shot].clip
        assert clip is not None
        assert clip.digest == order.driving_clip


def test_a_scene_nobody_can_play_is_named_and_the_rest_is_scheduled(tmp_path: Path) -> None:
    own = tmp_path / "tables"
    own.mkdir()
    (own / "availability.toml").write_text(
        '[away]\n"MRS. TULL" = ["2027-01-01 to 2028-12-31"]\n', "utf-8"
    )
    found = open_production(tmp_path)
    found.office = replace(found.office, tables=PackagedTables(own))
    add_draft(found, *read(SCRIPT.read_bytes(), SCRIPT.name), by="test")
    for entry in CATALOGUE[:3]:
        run_stage(found, entry, lambda done, of: None)
    board = found.values("schedule.solve")[0]
    said = [each for each in found.findings("schedule.solve") if each.severity is Severity.ERROR]
    assert len(board.boneyard) == len(said) > 0
    assert all("MRS. TULL is away 2027-01-01" in each.message for each in said)
    assert sum(len(day.scenes) for day in board.days) + len(board.boneyard) == 22


SECOND = """
[[units]]
name = "second"
crew_day = "9000.00"
scenes = ["11", "20"]
"""


def test_a_small_table_gives_a_second_unit_its_days_sheets_calendar_and_account(
    tmp_path: Path,
) -> None:
    own = tmp_path / "tables"
    own.mkdir()
    shipped = PackagedTables().fetch_table("shoot.toml")
    (own / "shoot.toml").write_text(shipped + SECOND, "utf-8")
    found = open_production(tmp_path)
    found.office = replace(found.office, tables=PackagedTables(own))
    add_draft(found, *read(SCRIPT.read_bytes(), SCRIPT.name), by="test")
    for entry in CATALOGUE[:4]:
        run_stage(found, entry, lambda done, of: None)
    board: Board = found.one("schedule.solve")
    days = [day for day in board.days if day.unit_name == "second"]
    assert days
    assert blocking(check_board(schedule_problem(found), board)) == ()
    told = [f.message for f in found.findings("schedule.solve") if f.rule == "schedule.unit"]
    assert "given to it: 11, 20" in told[0]
    assert len(all_call_sheets(found)) == len(board.days)
    assert [diary.key for diary in all_diaries(found)][:2] == ["unit", "unit-second"]
    assert day_calls(found, 1, "second").sheet.iso_date == days[0].date
    budget: Budget = found.one("budget.estimate")
    (account,) = [account for account in budget.accounts if account.code == "4000"]
    (share,) = [share for share in board.shares if share.key == "unit-second"]
    assert sum(line.total.minor for line in account.lines) == share.amount.minor
    back = adopt_board(production_plan(found), schedule_problem(found)).board
    assert [(d.unit_name, d.scenes) for d in back.days if d.unit_name] == [
        (d.unit_name, d.scenes) for d in days
    ]
