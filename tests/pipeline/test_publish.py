from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.stand_ins import (
    StandInFormat,
    make_press,
    make_production,
    open_production,
    run_through,
    sign,
)

from secondunit.core.errors import MediaMissing
from secondunit.core.ids import digest_bytes
from secondunit.pipeline.catalogue import CATALOGUE
from secondunit.pipeline.press import Press
from secondunit.pipeline.publish import DRAFT_MARK, publish

EVERY = tuple(entry.stage.key for entry in CATALOGUE)


def _files(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def _written(press: Press) -> int:
    formats = [press.pdf, press.csv, press.xlsx, press.storyboard, press.cut, *press.timed_text]
    return sum(len(each.written) for each in formats if isinstance(each, StandInFormat))


def test_what_did_not_change_is_not_made_again(folder: Path) -> None:
    press = make_press(folder / "package")
    placed = publish(open_production(folder), press, EVERY)
    assert _written(press) == 0
    assert {entry.path for entry in placed} == _files(folder / "package")


def test_every_file_is_what_its_entry_says_and_entries_stand_by_path(folder: Path) -> None:
    placed = publish(open_production(folder), make_press(folder / "package"), EVERY)
    assert [entry.path for entry in placed] == sorted(entry.path for entry in placed)
    for entry in placed:
        data = (folder / "package" / entry.path).read_bytes()
        assert (digest_bytes(data), len(data)) == (entry.digest, entry.byte_count), entry.path


def test_a_file_that_somebody_edited_or_deleted_is_put_back_without_being_made_again(
    folder: Path,
) -> None:
    scenes, elements = (
        folder / "package" / path
        for path in ("1-screenplay/scenes.csv", "2-breakdown/elements.csv")
    )
    kept = scenes.read_bytes(), elements.read_bytes()
    scenes.write_bytes(b"mine")
    elements.unlink()
    press = make_press(folder / "package")
    publish(open_production(folder), press, EVERY)
    assert (scenes.read_bytes(), elements.read_bytes()) == kept
    assert _written(press) == 0


def test_a_decision_makes_anew_only_the_sheets_that_show_it(folder: Path) -> None:
    view = open_production(folder)
    sign(view, "accept", "localisation.spot")
    press = make_press(folder / "package")
    publish(view, press, EVERY)
    assert _written(press) == 2
    assert "APPROVED · Ana Ruiz" in (
        folder / "package" / "9-localisation" / "dialogue-list.csv"
    ).read_text(encoding="utf-8")


def test_what_was_turned_down_is_taken_away_and_forgotten(folder: Path) -> None:
    view = open_production(folder)
    sign(view, "reject", "localisation.spot")
    publish(view, make_press(folder / "package"), EVERY)
    assert not (folder / "package" / "9-localisation").exists()
    stages = {publication.stage for publication in view.office.records.publications()}
    assert "localisation.spot" not in stages
    assert "cut.assemble" in stages


def test_files_of_stages_that_were_not_asked_for_stay(folder: Path) -> None:
    before = _files(folder / "package")
    publish(open_production(folder), make_press(folder / "package"), ["screenplay.draft"])
    assert _files(folder / "package") == before


def test_a_file_of_a_shot_that_is_gone_goes_with_it(folder: Path) -> None:
    view = open_production(folder)
    assert (folder / "package/7-takes/2A-1.mp4").is_file()
    sign(view, "reject", "shots.shot_list", matching="2A")
    run_through(view, folder)
    assert not (folder / "package/7-takes/2A-1.mp4").exists()
    assert (folder / "package/7-takes/1A-1.mp4").is_file()


def test_a_package_that_leaves_is_made_whole_and_leaves_no_note(
    folder: Path, tmp_path: Path
) -> None:
    view = open_production(folder)
    before = view.office.records.publications()
    press = make_press(tmp_path / "out")
    placed = publish(view, press, EVERY, watermark=DRAFT_MARK, keep=False)
    assert _files(tmp_path / "out") == {entry.path for entry in placed}
    assert view.office.records.publications() == before
    marked = (tmp_path / "out" / "3-schedule" / "stripboard.pdf").read_text(encoding="utf-8")
    assert '"watermark":"DRAFT"' in marked


def test_bytes_that_are_lost_stop_the_package(folder: Path) -> None:
    view = open_production(folder)
    draft = view.newest_draft()
    view.draft = replace(draft, source=digest_bytes(b"never kept"))
    with pytest.raises(MediaMissing):
        publish(view, make_press(folder / "package"), ["screenplay.draft"])


@pytest.mark.parametrize("name", ["scenes.pdf", "Scenes.CSV", "findings.csv"])
def test_a_script_called_like_one_of_our_sheets_keeps_its_own_file(
    tmp_path: Path, name: str
) -> None:
    text = b"INT. A - DAY #1#\n\nWREN\nNo.\n\nINT. B - DAY #1#\n\nWREN\nYes.\n"
    view = make_production(tmp_path, text, name=name, through="screenplay")
    placed = publish(view, make_press(tmp_path / "package"), ["screenplay.draft"])
    paths = [entry.path.casefold() for entry in placed]
    assert len(set(paths)) == len(paths) == 4
    assert digest_bytes(text) in {
        digest_bytes(file.read_bytes()) for file in (tmp_path / "package").rglob("*.*")
    }


def test_two_scenes_under_one_number_lose_neither_their_panels_nor_their_takes(
    tmp_path: Path,
) -> None:
    text = b"INT. A - DAY #1#\n\nWREN sits.\n\nWREN\nNo.\n\nINT. B - DAY #1#\n\nWREN\nYes.\n"
    view = make_production(tmp_path, text)
    placed = publish(view, make_press(tmp_path / "package"), EVERY)
    paths = [entry.path for entry in placed]
    assert len(set(paths)) == len(paths)
    shots = len(view.values("shots.shot_list"))
    assert sum(path.startswith("7-takes/") for path in paths) == shots
    assert sum(path.startswith("6-boards/panels/") for path in paths) == shots
    for entry in placed:
        data = (tmp_path / "package" / entry.path).read_bytes()
        assert digest_bytes(data) == entry.digest, entry.path
