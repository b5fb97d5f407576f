import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit import config
from secondunit.bootstrap.productions import (
    LIGHT,
    NOTICE_DAYS,
    WAITING,
    WorkerPerformers,
    find_folder,
    open_for_writing,
    open_studio,
    production_folder,
)
from secondunit.bootstrap.stores import slug
from secondunit.core.errors import Conflict, InputError, NotFound
from secondunit.film.rights.permit import Policy


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with nothing in it, on a machine that names no production."""
    monkeypatch.delenv("SECONDUNIT_PRODUCTION", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _put(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "production.db").touch()
    return folder


@given(st.text())
def test_every_title_is_the_name_of_one_plain_folder(title: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,39}", slug(title))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Right Ear Home!", "right-ear-home"),
        ("  ...  ", "untitled"),
        ("../../etc/passwd", "etc-passwd"),
        ("Rückkehr & Abschied", "r-ckkehr-abschied"),
        ("A" * 99, "a" * 40),
    ],
)
def test_a_title_is_named_as_people_would(title: str, name: str) -> None:
    assert slug(title) == name


def test_a_production_is_kept_where_it_is_told_to_or_on_the_shelf() -> None:
    assert production_folder(Path("/srv/film"), "Any") == Path("/srv/film")
    assert production_folder(None, "Right Ear Home") == Path("productions/right-ear-home")


def test_the_only_production_on_the_shelf_is_the_one_that_is_meant(shelf: Path) -> None:
    _put(shelf / "productions" / "one")
    assert find_folder(None) == Path("productions/one")


def test_of_several_productions_one_must_be_named(shelf: Path) -> None:
    for name in ("one", "two"):
        _put(shelf / "productions" / name)
    with pytest.raises(InputError, match="2 productions here") as caught:
        find_folder(None)
    assert caught.value.remedy == "Name one with --out FOLDER."
    assert find_folder(Path("productions/two")) == Path("productions/two")


def test_an_empty_shelf_says_how_to_fill_it(shelf: Path) -> None:
    (shelf / "productions" / "not-one").mkdir(parents=True)
    with pytest.raises(NotFound) as caught:
        find_folder(None)
    assert "secondunit produce SCRIPT" in caught.value.remedy


def test_the_folder_of_the_machine_counts_before_the_shelf_and_after_the_one_given(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelved, named = _put(shelf / "productions" / "one"), _put(shelf / "elsewhere")
    monkeypatch.setenv("SECONDUNIT_PRODUCTION", str(named))
    assert find_folder(None) == named
    assert find_folder(shelved) == shelved


def test_a_folder_that_holds_no_production_is_not_made_into_one_by_looking(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    with pytest.raises(NotFound, match="no production folder"):
        find_folder(folder)
    assert list(folder.iterdir()) == []


def test_a_new_production_begins_on_a_monday_four_weeks_ahead_and_says_so(tmp_path: Path) -> None:
    studio = open_studio(tmp_path / "film", "Right Ear Home")
    made = datetime.date.fromisoformat(studio.view.office.records.production().created_at[:10])
    start = datetime.date.fromisoformat(studio.view.office.settings.start_date)
    assert start.isoweekday() == 1
    assert NOTICE_DAYS <= (start - made).days < NOTICE_DAYS + 7
    kept = config.read_production(tmp_path / "film")
    assert kept is not None
    assert kept.start_date == start.isoformat()


def test_a_production_keeps_its_title_and_settings_when_it_is_opened_again(tmp_path: Path) -> None:
    first = open_studio(tmp_path / "film", "Right Ear Home")
    again = open_studio(tmp_path / "film", "Another Title")
    assert again.view.office.records.production() == first.view.office.records.production()
    assert again.view.office.settings == first.view.office.settings


def test_what_is_changed_in_the_file_of_settings_holds_from_then_on(tmp_path: Path) -> None:
    open_studio(tmp_path, "Film")
    file = tmp_path / config.FILE
    text = file.read_text(encoding="utf-8").replace('rate = "24"', 'rate = "25"')
    file.write_text(text.replace("providers_outside = []", 'providers_outside = ["veo"]'), "utf-8")
    settings = open_studio(tmp_path).view.office.settings
    assert (settings.rate, settings.policy.providers_outside) == ("25", ("veo",))


def test_a_first_day_that_is_left_out_is_that_of_a_new_production(tmp_path: Path) -> None:
    first = open_studio(tmp_path, "Film").view.office.settings
    (tmp_path / config.FILE).write_text('rate = "24"\n', encoding="utf-8")
    assert open_studio(tmp_path).view.office.settings.start_date == first.start_date


def test_opening_what_is_not_there_without_a_title_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_studio(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()
    with pytest.raises(NotFound):
        open_studio(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_productions_own_tables_come_before_those_that_ship(tmp_path: Path) -> None:
    open_studio(tmp_path, "Film")
    shipped = open_studio(tmp_path).view.table("sign_off.toml")
    (tmp_path / "tables").mkdir()
    own = shipped.replace('producer = "Producer"', 'producer = "Head of Everything"')
    (tmp_path / "tables" / "sign_off.toml").write_text(own, encoding="utf-8")
    assert open_studio(tmp_path).matrix.roles["producer"] == "Head of Everything"


def test_two_may_not_write_into_one_production_at_once(tmp_path: Path) -> None:
    with (
        open_for_writing(tmp_path, "Film"),
        pytest.raises(Conflict, match="another run"),
        open_for_writing(tmp_path),
    ):
        pass
    with open_for_writing(tmp_path) as studio:
        assert studio.folder == tmp_path


def test_a_worker_answers_every_kind_that_is_ever_asked(tmp_path: Path) -> None:
    kinds = set(WorkerPerformers(tmp_path, tmp_path, Policy())())
    assert kinds == {"tokens", "text", "panel", "move", "guide", "segment", "join", "take"}
    assert kinds >= LIGHT | WAITING
