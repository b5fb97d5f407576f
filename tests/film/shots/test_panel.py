from dataclasses import replace

import pytest
from tests.film.shots.builder import library, list_shots, make_script, tables

from secondunit.core.errors import InputError
from secondunit.core.ids import canonical_json
from secondunit.film.shots.model import Look, Mark, Move, PanelRequest
from secondunit.film.shots.panel import is_still, panel_request, stays, walks
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


def asked() -> PanelRequest:
    """A shot with a figure in it, of one camera key."""
    shot = next(shot for shot in list_shots() if shot.marks and len(shot.camera) == 1)
    plan = STAGE_PLAN.sets[STAGE_PLAN.set_of[shot.scene]]
    found = panel_request(shot, plan, STAGE_PLAN.figures, 960, 540)
    standing = tuple(replace(mark, to=None) for mark in found.marks)
    return replace(found, marks=standing, move=Move.STATIC)


def gone(mark: Mark) -> Mark:
    return replace(mark, to=(mark.at[0] + 1.0, mark.at[1], mark.at[2]))


def test_a_shot_is_still_when_nothing_moves() -> None:
    still = asked()
    assert is_still(still)
    assert is_still(replace(still, camera=still.camera * 2))
    key = replace(still.camera[0], roll=3.0)
    assert not is_still(replace(still, camera=(still.camera[0], key)))
    assert not is_still(replace(still, marks=tuple(map(gone, still.marks))))
    swaying = replace(still, move=Move.HANDHELD)
    assert not is_still(swaying)
    assert stays(swaying)


def test_a_figure_that_is_sent_to_its_own_mark_does_not_walk() -> None:
    mark = asked().marks[0]
    assert walks(gone(mark))
    assert not walks(replace(mark, to=mark.at))
    assert not walks(mark)


def test_a_request_holds_only_the_look_that_is_worn() -> None:
    shot = next(shot for shot in list_shots() if shot.marks)
    looks = tuple(Look(name=f"day {n}") for n in (1, 2))
    figures = [replace(figure, looks=looks) for figure in STAGE_PLAN.figures]
    marks = (replace(shot.marks[0], look="day 2"), *shot.marks[1:])
    plan = STAGE_PLAN.sets[STAGE_PLAN.set_of[shot.scene]]
    drawn = panel_request(replace(shot, marks=marks), plan, figures, 480, 270).figures
    assert [look.name for look in drawn[0].looks] == ["day 2"]
    assert not any(figure.looks for figure in drawn[1:])
