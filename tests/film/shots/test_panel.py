import pytest
from tests.film.shots.builder import library, list_shots, make_script, tables

from secondunit.core.errors import InputError
from secondunit.core.ids import canonical_json
from secondunit.film.shots.panel import panel_request
from secondunit.film.shots.stage_plan import plan_stage

STAGE_PLAN = plan_stage(make_script(), (), tables(), library())


def test_a_request_holds_the_marked_figures_and_no_word_of_the_script() -> None:
    shot = next(shot for shot in list_shots() if shot.dialogue and len(shot.marks) > 1)
    plan = STAGE_PLAN.sets[STAGE_PLAN.set_of[shot.scene]]
    request = panel_request(shot, plan, STAGE_PLAN.figures, 960, 540)
    assert [figure.name for figure in request.figures] == [mark.figure for mark in shot.marks]
    assert shot.dialogue not in canonical_json(request).decode()
    assert shot.action not in canonical_json(request).decode()


def test_a_stranger_or_a_picture_without_size_is_refused() -> None:
    shot = next(shot for shot in list_shots() if shot.marks)
    with pytest.raises(InputError, match=shot.marks[0].figure):
        panel_request(shot, STAGE_PLAN.sets[0], (), 960, 540)
    with pytest.raises(InputError, match="picture size"):
        panel_request(shot, STAGE_PLAN.sets[0], STAGE_PLAN.figures, 0, 540)
