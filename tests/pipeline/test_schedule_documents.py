from pathlib import Path

from tests.pipeline.stand_ins import make_press

from secondunit.core.ids import read_json
from secondunit.core.sheet import Sheet
from secondunit.pipeline.documents import documents
from secondunit.pipeline.queries import View


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


def test_call_sheets_and_a_calendar_for_everybody_go_with_the_board(production: View) -> None:
    made = documents(production, make_press(Path("unused")), ["schedule.solve"], "")
    paths = {each.path for each in made}
    assert {
        "3-schedule/call-sheets.pdf",
        "3-schedule/calendar/unit.ics",
        "3-schedule/calendar/01-mina.ics",
    } < paths
