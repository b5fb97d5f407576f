import json
from dataclasses import replace
from typing import Any

from tests.adapters.formats.uss.plans import PLAN

from secondunit.adapters.formats.uss.reading import read_plan
from secondunit.adapters.formats.uss.writing import write_plan
from secondunit.film.schedule.exchange.model import PlanElement

READ = read_plan(PLAN, "harbour.uss")


def raw(data: bytes) -> Any:
    return json.loads(data)["universalScheduleStandard"]


def test_an_unchanged_plan_is_written_byte_for_byte() -> None:
    assert write_plan(READ, PLAN) == PLAN


def test_a_change_touches_one_value_and_keeps_keys_nobody_knows() -> None:
    mina = replace(READ.elements[1], name="MINA HARKER")
    plan = replace(READ, elements=(READ.elements[0], mina, *READ.elements[2:]))
    wanted = raw(PLAN)
    wanted["elements"][1]["name"] = "MINA HARKER"
    written = write_plan(plan, PLAN)
    assert raw(written) == wanted
    assert raw(written)["elements"][1]["_note"] == 7
    assert written.count(b"\n") == PLAN.count(b"\n") + 1


def test_a_key_is_written_as_the_file_spells_it() -> None:
    strips = replace(READ.boards[0].strips[0], days=(("b1", "b0"),))
    board = replace(READ.boards[0], strips=(strips, READ.boards[0].strips[1]))
    written = raw(write_plan(replace(READ, boards=(board,)), PLAN))
    assert written["stripboards"][0]["boards"][0]["breakdownIds"] == [["b1", "b0"]]
    lamp = replace(READ.elements[2], drop_days=14)
    plan = replace(READ, elements=(*READ.elements[:2], lamp, READ.elements[3]))
    assert raw(write_plan(plan, PLAN))["elements"][2]["doodDayCount"] == 14


def test_new_and_removed_objects_are_written_and_gone() -> None:
    horse = PlanElement(key="e9", category="c2", name="saddle")
    plan = replace(READ, elements=(*READ.elements[:3], horse))
    elements = raw(write_plan(plan, PLAN))["elements"]
    assert [each["id"] for each in elements] == ["e1", "e2", "e3", "e9"]
    assert elements[3]["isHold"] is True


def test_a_plan_written_anew_reads_back_the_same_with_every_key_of_the_standard() -> None:
    written = write_plan(READ)
    assert read_plan(written, "again.uss") == READ
    assert raw(written)["episode"] is None
    assert raw(written)["breakdowns"][1]["pages"] == 0.375
