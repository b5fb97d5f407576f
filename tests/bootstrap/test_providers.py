from pathlib import Path

import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.providers import (
    find_listed,
    find_providers,
    list_offers,
    make_provider,
    tables_of,
)
from secondunit.core.errors import InputError, NotFound
from secondunit.film.generation.model import LifeStage

TABLES = PackagedTables()


def test_a_provider_is_found_by_its_file_alone() -> None:
    for key, module in find_providers().items():
        assert module.PROVIDER.key == key == module.__name__.rsplit(".", 1)[-1]


def test_a_provider_without_a_data_file_is_its_only_model() -> None:
    listed = find_listed("previs", "", TABLES)
    assert listed.offer.provider.model == ""
    assert listed.account.stays_here


def test_an_unknown_provider_or_model_is_told_with_those_there_are() -> None:
    with pytest.raises(InputError) as caught:
        find_listed("previz", "", TABLES)
    assert "previs" in caught.value.remedy
    with pytest.raises(NotFound):
        find_listed("previs", "turbo", TABLES)


def test_every_model_has_a_price_a_life_and_where_both_were_read() -> None:
    for listed in list_offers(TABLES):
        said = listed.offer.provider
        assert said.media_type and said.version and said.modalities
        if said.leaves_the_machine:
            assert listed.source and listed.checked_on
            assert said.price_per_second + said.price_per_frame + said.price_per_take > 0
        if said.lifecycle.ends_on:
            assert said.lifecycle.source and said.lifecycle.checked_on


def test_a_model_past_its_last_day_has_ended_in_the_list() -> None:
    ended = [
        listed.offer.provider
        for listed in list_offers(TABLES, "2100-01-01")
        if listed.offer.provider.lifecycle.ends_on
    ]
    assert all(each.lifecycle.stage is LifeStage.ENDED for each in ended)


def test_a_production_says_its_own_prices_and_accounts(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "provider_previs.toml").write_text(
        'source = "us"\n[models.slow]\nprice_per_take = 7_000_000'
    )
    listed = find_listed("previs", "", tables_of(tmp_path))
    assert (listed.offer.provider.model, listed.source) == ("slow", "us")


def test_the_built_in_provider_is_made_without_a_way_out(tmp_path: Path) -> None:
    made = make_provider(find_listed("previs", "", TABLES), TABLES, folder=tmp_path)
    assert made.capabilities().key == "previs"
