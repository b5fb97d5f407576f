from pathlib import Path

import pytest

from secondunit.adapters.db.engine import open_engine
from secondunit.adapters.db.records import create_production
from secondunit.bootstrap.rights_desk import open_desk
from secondunit.core.errors import NotFound
from secondunit.film.rights.records.people import RightsHolder
from secondunit.pipeline.rights_desk import Signature, sign
from secondunit.ports.records import Production


def test_what_is_signed_at_the_desk_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    made = Production(id="two-rooms", title="Two Rooms", created_at="2026-11-25T12:00:00Z")
    create_production(open_engine(tmp_path), made)
    desk = open_desk(tmp_path)
    sign(desk, RightsHolder(id="ana", name="Ana"), Signature(by="Lea", role="legal"))
    again = open_desk(tmp_path)
    assert again.register().holders["ana"].name == "Ana"
    assert (again.title, any(each.local for each in again.listed)) == ("two-rooms", True)


def test_a_folder_without_a_production_has_no_desk(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_desk(tmp_path)
