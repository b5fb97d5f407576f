from dataclasses import replace

import pytest
from tests.film.shots.builder import library, list_shots, make_script, tables

from secondunit.core.errors import AnswerUnreadable, InputError
from secondunit.core.ids import Digest, read_json
from secondunit.core.money import Money
from secondunit.core.stage import Answer, MediaRef
from secondunit.film.shots.board import STAGE, BoardInputs, set_of_shot
from secondunit.film.shots.model import Move, MoveRequest, PanelRequest
from secondunit.film.shots.stage_plan import plan_stage

PLAN = plan_stage(make_script(), (), tables(), library())
INPUTS = BoardInputs(shots=list_shots(), sets=PLAN.sets, set_of=PLAN.set_of, figures=PLAN.figures)


def answers() -> list[Answer]:
    return [
        Answer(
            ask=asked.digest,
            body="{}",
            media=(
                MediaRef(
                    digest=Digest(asked.subject), media_type="image/png", byte_count=1, name="p"
                ),
            ),
            provider="renderer",
            version="1",
            cost=Money(minor=0, currency="USD"),
            milliseconds=1,
        )
        for asked in STAGE.plan(INPUTS)
    ]


def test_every_shot_asks_for_one_panel_by_its_number() -> None:
    asks = STAGE.plan(INPUTS)
    numbers = [asked.subject for asked in asks if asked.kind == "panel"]
    assert [said for said in numbers if "end" not in said] == [s.number for s in INPUTS.shots]
    first = read_json(asks[0].body, PanelRequest)
    assert first.camera == INPUTS.shots[0].camera


def test_a_shot_that_moves_asks_for_its_last_frame_and_its_move_as_well() -> None:
    asks = STAGE.plan(INPUTS)
    moving = [asked for asked in asks if asked.kind == "move"]
    assert moving
    request = read_json(moving[0].body, MoveRequest)
    shot = next(each for each in INPUTS.shots if each.number == moving[0].subject)
    assert (request.frames, request.rate) == (shot.duration, shot.rate)
    assert (request.spec.width, request.spec.height) == (480, 270)
    ends = [asked for asked in asks if asked.subject == f"{shot.number} at its end"]
    end = read_json(ends[0].body, PanelRequest)
    assert end.camera == (shot.camera[-1],)
    assert end.move is Move.STATIC
    panels = {item.fact.number: item.fact for item in STAGE.propose(INPUTS, answers()).items}
    assert panels[shot.number].end is not None
    assert panels[shot.number].clip is not None
    stays = next(n for n in panels if n not in {asked.subject for asked in moving})
    assert panels[stays].end is panels[stays].clip is None


def test_panels_are_named_by_their_shots_and_say_who_drew_them() -> None:
    proposal = STAGE.propose(INPUTS, answers())
    assert len({item.id for item in proposal.items}) == len(INPUTS.shots)
    first = proposal.items[0]
    assert (first.fact.number, first.fact.width) == (INPUTS.shots[0].number, 960)
    assert "renderer" in first.evidence[0].rule


def test_a_panel_without_a_picture_is_unreadable() -> None:
    given = answers()
    given[0] = replace(given[0], media=())
    with pytest.raises(AnswerUnreadable, match="1A"):
        STAGE.propose(INPUTS, given)


def test_a_shot_plays_in_its_scene_or_where_the_call_comes_from() -> None:
    shot = INPUTS.shots[0]
    assert set_of_shot(shot, PLAN.sets, PLAN.set_of).name == "PIER"
    away = replace(shot, place="FERRY CABIN")
    assert set_of_shot(away, PLAN.sets, PLAN.set_of).name == "FERRY CABIN"
    with pytest.raises(InputError):
        set_of_shot(replace(shot, place="MOON"), PLAN.sets, PLAN.set_of)
    with pytest.raises(InputError):
        set_of_shot(shot, PLAN.sets, {})
