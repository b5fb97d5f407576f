from pathlib import Path

import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import NotFound
from secondunit.film.review.sign_off import read_matrix


def test_the_tables_that_ship_are_found() -> None:
    assert read_matrix(PackagedTables().fetch_table("sign_off.toml")).required_stages()


def test_a_production_may_bring_its_own(tmp_path: Path) -> None:
    (tmp_path / "sign_off.toml").write_text("own = 1")
    assert PackagedTables(tmp_path).fetch_table("sign_off.toml") == "own = 1"


def test_an_unknown_table_is_named() -> None:
    with pytest.raises(NotFound, match=r"nothing\.toml"):
        PackagedTables().fetch_table("nothing.toml")
