from pathlib import Path

from tests.pipeline.stand_ins import make_press, make_production

from secondunit.core.ids import read_json
from secondunit.core.sheet import Sheet
from secondunit.pipeline.documents import documents
from secondunit.pipeline.queries import View
from secondunit.pipeline.schedule_documents import schedule_of


def sheets(view: View) -> dict[str, Sheet]:
    made = documents(view, make_press(Path("unused")), ["schedule.solve"], "")
    return {
        each.path: read_json(each.make(), tuple[Sheet, ...])[0]
        for each in made
        if each.path.endswith(".csv")
    }


def test_no_sheet_for_the_crew_carries_what_the_board_costs(production: View) -> None:
    made = sheets(production)
    told = {path for path, sheet in made.items() if "USD" in repr(sheet)}
    assert told == {"3-schedule/board-cost.csv"}
    assert {"3-schedule/stripboard.csv", "3-schedule/one-liner.csv"} < set(made)


def test_the_sheets_say_which_draft_they_were_made_from(tmp_path: Path) -> None:
    view = make_production(tmp_path, through="schedule")
    assert schedule_of(view).draft == "script draft 1"
    assert sheets(view)["3-schedule/one-liner.csv"].subtitle.endswith("script draft 1")
