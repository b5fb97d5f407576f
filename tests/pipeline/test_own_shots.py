from dataclasses import replace
from pathlib import Path

from tests.pipeline.stand_ins import SIGN_OFF, open_production, run_through

from secondunit.core.decision import Verdict
from secondunit.core.ids import ShotId
from secondunit.film.shots.exchange.adopt import added_item
from secondunit.film.shots.model import ShotSpec
from secondunit.pipeline.decide import Ruling, decide_each, stand_for
from secondunit.pipeline.own_shots import added_shots, locked_shots

STAGE = "shots.shot_list"


def test_a_shot_that_was_taken_back_is_no_longer_proposed(folder: Path) -> None:
    view = open_production(folder)
    shot: ShotSpec = view.values(STAGE)[0]
    own = added_item(
        replace(shot, id=ShotId("shot-own")),
        "Kim",
        "mine",
    )
    rule = Ruling(verdict=Verdict.ADD, by="Kim", role="director", reason="mine")
    decide_each(view, SIGN_OFF, [(stand_for(STAGE, own), rule)])
    assert [item.id for item in added_shots(view)] == ["shot-own"]
    assert locked_shots(view) == ()
    run_through(view, folder, "shots")
    row = next(row for row in view.standing(STAGE) if row.item == "shot-own")
    no = Ruling(verdict=Verdict.REJECT, by="Kim", role="director", reason="not so")
    decide_each(view, SIGN_OFF, [(row, no)])
    assert added_shots(view) == ()
