from pathlib import Path

import pytest

from secondunit.adapters.db.engine import open_engine
from secondunit.adapters.db.records import create_production
from secondunit.bootstrap.work import allowance_of, handlers_of, open_works, take_desk
from secondunit.core.errors import InputError, NotFound
from secondunit.core.money import Money
from secondunit.ports.records import Production

TOY = Production(id="toy", title="Toy", created_at="2026-11-25T10:00:00Z")
SPEND = (
    '[spend]\ncaps = ["500.00 USD", "20 EUR"]\ntitle = "ep1"\n[spend.titles]\nep1 = ["9.50 USD"]\n'
)


def production(folder: Path, settings: str = "") -> Path:
    create_production(open_engine(folder), TOY)
    (folder / "production.toml").write_text(settings, encoding="utf-8")
    return folder


def test_a_folder_that_holds_no_production_has_nothing_at_work(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no production"):
        open_works(tmp_path)


def test_caps_are_data_of_the_production(tmp_path: Path) -> None:
    allowance = allowance_of(production(tmp_path, SPEND))
    assert allowance.caps == (Money(minor=50_000), Money(minor=2_000, currency="EUR"))
    assert allowance.titles == (("ep1", Money(minor=950)),)


def test_without_a_cap_nothing_may_be_spent(tmp_path: Path) -> None:
    assert allowance_of(production(tmp_path)).caps == ()


def test_a_cap_that_is_no_amount_is_named_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"production\.toml.*half a million"):
        allowance_of(production(tmp_path, '[spend]\ncaps = ["half a million"]\n'))


def test_takes_are_done_at_the_desk_of_their_production(tmp_path: Path) -> None:
    works = open_works(production(tmp_path, SPEND))
    assert (works.title, take_desk(works).title) == ("toy", "ep1")
    assert list(handlers_of(works)) == ["take"]
