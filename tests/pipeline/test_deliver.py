import sqlite3
from pathlib import Path

import pytest
from tests.pipeline.stand_ins import (
    SIGN_OFF,
    make_press,
    make_production,
    run_through,
    sign,
    sign_everything,
)

from secondunit.core.decision import check_chain
from secondunit.core.errors import StoreError
from secondunit.core.ids import Digest, digest_bytes, read_json
from secondunit.film.delivery.model import Manifest, ProductionReport
from secondunit.pipeline.deliver import Delivery, deliver
from secondunit.pipeline.queries import View


def _deliver(view: View, out: Path, *, draft: bool) -> Delivery:
    return deliver(view, SIGN_OFF, make_press(out), by="Kim Oduya", draft=draft)


def _files(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}


def test_without_all_sign_offs_nothing_is_built_and_nothing_written_down(
    production: View, tmp_path: Path
) -> None:
    before = len(production.office.records.journal())
    outcome = _deliver(production, tmp_path / "out", draft=False)
    assert outcome.manifest is None
    assert "Budget: 1 decision open, signed by Line Producer or Producer" in outcome.missing
    assert not (tmp_path / "out").exists()
    assert len(production.office.records.journal()) == before


def test_a_signed_package_holds_what_its_manifest_says_and_nothing_else(
    production: View, tmp_path: Path
) -> None:
    sign_everything(production)
    outcome = _deliver(production, tmp_path / "out", draft=False)
    manifest = outcome.manifest
    assert manifest is not None
    assert (outcome.missing, manifest.draft, manifest.made_by) == ((), False, "Kim Oduya")
    paths = {entry.path for entry in manifest.entries}
    assert _files(tmp_path / "out") == paths | {"manifest.json"}
    for entry in manifest.entries:
        data = (tmp_path / "out" / entry.path).read_bytes()
        assert (digest_bytes(data), len(data)) == (entry.digest, entry.byte_count), entry.path


def test_the_manifest_names_the_journal_as_it_was_and_is_itself_in_it(
    production: View, tmp_path: Path
) -> None:
    sign_everything(production)
    last = production.office.records.last_entry()
    assert last is not None
    manifest = _deliver(production, tmp_path / "out", draft=False).manifest
    assert manifest is not None
    assert (manifest.journal_length, manifest.journal_head) == (last.sequence, last.hash)
    entries = production.office.records.journal()
    assert entries[-1].kind == "delivery"
    assert read_json(entries[-1].body, Manifest) == manifest
    assert read_json((tmp_path / "out" / "manifest.json").read_bytes(), Manifest) == manifest
    assert check_chain(entries, production.office.witness.last()) == []


def test_a_draft_is_built_at_any_time_and_says_on_its_report_what_is_missing(
    tmp_path: Path,
) -> None:
    view = make_production(tmp_path, through="breakdown")
    outcome = _deliver(view, tmp_path / "out", draft=True)
    assert outcome.manifest is not None
    assert "Schedule: has not been made yet" in outcome.missing
    report = read_json((tmp_path / "out" / "report.html").read_bytes(), ProductionReport)
    assert (report.draft, report.missing) == (True, outcome.missing)


def test_a_signed_amendment_that_no_run_has_followed_stops_the_package(
    folder: Path, production: View, tmp_path: Path
) -> None:
    sign(production, "amend", "shots.shot_list", matching="1A", action="She waits.")
    sign_everything(production)
    missing = _deliver(production, tmp_path / "out", draft=False).missing
    assert any("was made from inputs that have changed" in line for line in missing)
    run_through(production, folder)
    sign_everything(production)
    assert _deliver(production, tmp_path / "out", draft=False).missing == ()


def test_a_package_built_again_keeps_no_file_of_the_one_before(
    folder: Path, production: View, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    _deliver(production, out, draft=True)
    assert (out / "7-takes" / "2A-1.mp4").is_file()
    sign(production, "reject", "shots.shot_list", matching="2A")
    run_through(production, folder)
    manifest = _deliver(production, out, draft=True).manifest
    assert manifest is not None
    assert _files(out) == {entry.path for entry in manifest.entries} | {"manifest.json"}


def test_what_somebody_laid_beside_a_package_stays(
    folder: Path, production: View, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    _deliver(production, out, draft=True)
    (out / "notes.txt").write_text("call Kim", encoding="utf-8")
    (out / "7-takes" / "2A-1.mp4").write_bytes(b"their own take")
    sign(production, "reject", "shots.shot_list", matching="2A")
    run_through(production, folder)
    _deliver(production, out, draft=True)
    assert (out / "notes.txt").is_file()
    assert (out / "7-takes" / "2A-1.mp4").read_bytes() == b"their own take"


def test_a_package_that_could_not_be_written_is_not_in_the_journal(
    production: View, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press = make_press(tmp_path / "out")
    before = len(production.office.records.journal())

    def full(path: str, data: bytes) -> None:
        raise StoreError(f"{path}: no space left on device", remedy="Free some disk space.")

    monkeypatch.setattr(press.outbox, "place", full)
    with pytest.raises(StoreError):
        deliver(production, SIGN_OFF, press, by="Kim Oduya", draft=True)
    assert len(production.office.records.journal()) == before


def test_a_draft_of_nothing_decided_names_an_empty_head(tmp_path: Path) -> None:
    view = make_production(tmp_path, through="screenplay")
    first = _deliver(view, tmp_path / "out", draft=True).manifest
    second = _deliver(view, tmp_path / "out", draft=True).manifest
    assert first is not None
    assert second is not None
    assert (first.journal_length, second.journal_length) == (1, 2)
    assert first.journal_head != second.journal_head != Digest("0" * 64)


def test_an_unreadable_package_of_the_past_does_not_stop_the_next_draft(
    folder: Path, production: View, tmp_path: Path
) -> None:
    _deliver(production, tmp_path / "out", draft=True)
    with sqlite3.connect(folder / "production.db") as database:
        database.execute("UPDATE journal SET body = '{}' WHERE kind = 'delivery'")
    assert _deliver(production, tmp_path / "out", draft=True).manifest is not None
