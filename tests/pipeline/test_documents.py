from pathlib import Path

import pytest
from tests.pipeline.stand_ins import make_press, make_production, open_production, run_through, sign

from secondunit.core.errors import NotFound
from secondunit.core.ids import read_json
from secondunit.core.sheet import Sheet
from secondunit.film.cut.model import CutDocument
from secondunit.pipeline.catalogue import CATALOGUE
from secondunit.pipeline.desk import Document
from secondunit.pipeline.documents import documents
from secondunit.pipeline.queries import View
from secondunit.ports.documents import BudgetBook

EVERY = [entry.stage.key for entry in CATALOGUE]
DEPARTMENTS = {
    "screenplay.draft": "1-screenplay/",
    "breakdown.tag": "2-breakdown/",
    "schedule.solve": "3-schedule/",
    "budget.estimate": "4-budget/",
    "shots.shot_list": "5-shots/",
    "shots.board": "6-boards/",
    "cut.animatic": "6-boards/",
    "generation.take": "7-takes/",
    "cut.assemble": "8-cut/",
    "localisation.spot": "9-localisation/",
}


def _made(view: View, *stages: str, watermark: str = "") -> dict[str, Document]:
    press = make_press(Path("unused"))
    return {each.path: each for each in documents(view, press, stages or EVERY, watermark)}


def _sheet(document: Document) -> Sheet:
    return read_json(document.make(), tuple[Sheet, ...])[0]


def test_every_document_lies_in_the_folder_of_its_department(production: View) -> None:
    made = _made(production).values()
    assert {each.stage for each in made} == set(DEPARTMENTS)
    assert all(each.path.startswith(DEPARTMENTS[each.stage]) for each in made)


def test_a_stage_that_never_ran_hands_out_nothing(tmp_path: Path) -> None:
    view = make_production(tmp_path, through="breakdown")
    assert {each.stage for each in _made(view).values()} == {"screenplay.draft", "breakdown.tag"}


def test_only_the_stages_asked_for_hand_out_theirs(production: View) -> None:
    assert {each.stage for each in _made(production, "budget.estimate").values()} == {
        "budget.estimate"
    }


def test_the_script_goes_out_as_it_came_in(production: View) -> None:
    script = _made(production, "screenplay.draft")["1-screenplay/script.fountain"]
    assert script.make().startswith(b"INT. KITCHEN - DAY\n")


def test_the_scene_list_names_an_omitted_scene_and_gives_it_no_length(tmp_path: Path) -> None:
    text = b"INT. A - DAY #1#\n\nDust.\n\nOMITTED #2#\n\nEXT. B - DAY #3#\n\nRain.\n"
    view = make_production(tmp_path, text, through="screenplay")
    sheet = _sheet(_made(view)["1-screenplay/scenes.csv"])
    cells = {row.cells[0]: row.cells for row in sheet.rows}
    assert (cells["2"][1], cells["2"][3]) == ("OMITTED", "")
    assert cells["1"][3] == "1/8"
    assert sheet.subtitle.startswith("Draft 1, script.fountain · 2 scenes")


def test_findings_go_out_with_their_remedies_and_only_when_there_are_any(tmp_path: Path) -> None:
    (tmp_path / "clean").mkdir()
    clean = make_production(tmp_path / "clean", through="screenplay")
    assert "1-screenplay/findings.csv" not in _made(clean)
    text = b"INT. A - DAY #1#\n\nDust.\n\nINT. B - DAY #1#\n\nAsh.\n"
    (tmp_path / "odd").mkdir()
    odd = make_production(tmp_path / "odd", text, through="screenplay")
    (row,) = _sheet(_made(odd)["1-screenplay/findings.csv"]).rows
    assert row.cells[0] == "warning"
    assert row.cells[3] == "Give one of the two another number."


def test_a_sheet_that_follows_from_open_decisions_upstream_is_not_called_approved(
    production: View,
) -> None:
    sign(production, "accept", "schedule.solve")
    sheet = _sheet(_made(production, "schedule.solve")["3-schedule/stripboard.csv"])
    assert sheet.status.startswith("PROPOSED · ")
    sign(production, "accept", "breakdown.tag", by="Bo Lind")
    sheet = _sheet(_made(production, "schedule.solve")["3-schedule/stripboard.csv"])
    assert sheet.status == "APPROVED · Bo Lind (1st-ad), Ana Ruiz (1st-ad)"


def test_every_sheet_of_a_draft_package_carries_the_mark(production: View) -> None:
    marked = _made(production, "schedule.solve", "budget.estimate", watermark="DRAFT")
    book = read_json(marked.pop("4-budget/budget.xlsx").make(), BudgetBook)
    assert book.watermark == "DRAFT"
    pages = [each.make() for path, each in marked.items() if not path.endswith(".ics")]
    assert all(b'"watermark":"DRAFT"' in page for page in pages)


def test_the_cut_points_at_the_takes_of_the_package_and_says_who_picked_them(
    production: View,
) -> None:
    sign(production, "accept", "generation.pick", matching="1A-1", by="Ida Moss")
    made = _made(production)
    cut = read_json(made["8-cut/cut.otio"].make(), CutDocument)
    paths = dict(cut.paths)
    assert [paths[clip.media.digest] for clip in cut.cut.clips if clip.media] == [
        f"../{path}" for path in made if path.startswith("7-takes/")
    ]
    said = dict(cut.decisions)
    shots = {shot.number: shot.id for shot in production.values("shots.shot_list")}
    assert said[shots["1A"]] == "accepted by Ida Moss"
    assert said[shots["1B"]] == "proposed"


def test_a_panel_that_stands_in_for_a_take_is_found_in_the_package_too(folder: Path) -> None:
    view = open_production(folder)
    sign(view, "reject", "generation.pick", matching="1A-1")
    run_through(view, folder)
    made = _made(view)
    document = read_json(made["8-cut/cut.otio"].make(), CutDocument)
    paths = dict(document.paths)
    used = [paths[clip.media.digest] for clip in document.cut.clips if clip.media]
    assert used[:2] == ["../6-boards/panels/1A.png", "../7-takes/1B-1.mp4"]
    assert all(path.removeprefix("../") in made for path in used)


def test_a_budget_without_its_board_says_which_decision_is_missing(production: View) -> None:
    sign(production, "reject", "schedule.solve")
    with pytest.raises(NotFound, match=r"schedule\.solve") as caught:
        _made(production, "budget.estimate")
    assert "amend or accept it" in caught.value.remedy


def test_what_is_the_same_has_the_same_keys_in_another_reading(folder: Path) -> None:
    one, two = (_made(open_production(folder)) for _ in range(2))
    assert {path: each.key for path, each in one.items()} == {
        path: each.key for path, each in two.items()
    }
