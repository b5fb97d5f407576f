from pathlib import Path

import pytest
from tests.pipeline.stand_ins import make_production

from secondunit.core.errors import NotFound
from secondunit.pipeline.schedule_view import schedule_of


def test_the_sheets_say_which_draft_they_were_made_from(tmp_path: Path) -> None:
    view = make_production(tmp_path, through="schedule")
    schedule = schedule_of(view)
    assert schedule.draft == "script draft 1"
    assert schedule.status.startswith("PROPOSED")
    assert len(schedule.day_of) == len(view.screenplay().shot_scenes)


def test_without_a_board_there_is_no_schedule_to_draw(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        schedule_of(make_production(tmp_path, through="breakdown"))
