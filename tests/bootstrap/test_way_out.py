from pathlib import Path

import pytest
from tests.adapters.egress.gates import POLICY

from secondunit.adapters.db.engine import open_engine
from secondunit.adapters.db.records import create_production
from secondunit.bootstrap.way_out import gate_of, open_gate, open_logs
from secondunit.core.errors import InputError, NotFound
from secondunit.film.rights.model import EgressRequest, Purpose, Seller
from secondunit.film.rights.records.register import kind_of, signed_body
from secondunit.ports.records import Production

PREVIS = EgressRequest(
    by="Lea", title="two-rooms", purpose=Purpose.TEMP, seller=Seller(provider="previs"), subject="1"
)
LUMA = EgressRequest(
    by="Lea", title="two-rooms", purpose=Purpose.TEMP, seller=Seller(provider="luma"), subject="1"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = Production(id="two-rooms", title="Two Rooms", created_at="2026-11-25T12:00:00Z")
    create_production(open_engine(tmp_path), made)
    return tmp_path


def test_a_production_just_begun_makes_previs_and_sends_nothing_away(folder: Path) -> None:
    gate = open_gate(folder)
    assert gate.ask(PREVIS).allowed
    denied = {each.rule for each in gate.ask(LUMA).denials}
    assert {"G01", "R01", "R02", "R03", "R04", "R21"} <= denied


def test_what_was_recorded_a_moment_ago_in_another_place_holds(folder: Path) -> None:
    gate = open_gate(folder)
    assert "R02" in {each.rule for each in gate.ask(LUMA).denials}
    body = signed_body(POLICY, "legal")
    open_logs(folder).rights.append(kind=kind_of(POLICY), by="Lea", body=body)
    lacks = {each.lacks for each in gate.ask(LUMA).denials if each.rule == "R02"}
    assert lacks == {"terms.retention_days"}


def test_a_provider_named_in_the_settings_is_named(folder: Path) -> None:
    (folder / "production.toml").write_text('providers_outside = ["luma"]\n', encoding="utf-8")
    assert "G01" not in {each.rule for each in open_gate(folder).ask(LUMA).denials}


def test_the_gate_is_opened_once_while_its_files_stay_as_they_are(folder: Path) -> None:
    first = gate_of(folder)
    assert gate_of(folder) is first
    (folder / "production.toml").write_text('providers_outside = ["luma"]\n', encoding="utf-8")
    assert gate_of(folder) is not first


def test_a_policy_file_that_cannot_be_read_opens_nothing(folder: Path) -> None:
    (folder / "tables").mkdir()
    (folder / "tables" / "egress.cedar").write_text("permit (", encoding="utf-8")
    with pytest.raises(InputError, match=r"egress\.cedar"):
        open_gate(folder)


def test_where_there_is_no_production_there_is_no_gate(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="holds no production"):
        open_gate(tmp_path)
