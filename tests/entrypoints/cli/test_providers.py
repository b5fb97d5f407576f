import json

import pytest

from secondunit.entrypoints.cli.app import run
from secondunit.entrypoints.cli.providers import terms_words
from secondunit.film.rights.model import ProviderTerms, Seller


def test_every_model_is_listed_with_price_life_and_where_material_goes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["providers", "list"]) == 0
    told = capsys.readouterr().out
    assert "previs" in told
    assert "free" in told
    assert run(["providers", "list", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    previs = next(each for each in found if each["capabilities"]["key"] == "previs")
    assert previs["capabilities"]["leaves_the_machine"] is False
    assert previs["price"] == "free"


def test_one_model_is_shown_with_all_it_honours(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["providers", "show", "previs"]) == 0
    told = capsys.readouterr().out
    assert "camera-move" in told
    assert "stays here" in told
    assert run(["providers", "show", "previs", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["capabilities"]["key"] == "previs"


def test_a_model_that_has_ended_and_terms_nobody_confirmed_are_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["providers", "show", "bedrock", "amazon.nova-reel-v1:1"]) == 0
    told = capsys.readouterr().out
    assert "ended 2026-09-30" in told
    assert "to be confirmed" in told
    assert "documents only" in told
    assert run(["providers", "show", "runway", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["terms"]["trains_on_inputs"] is True
    assert found["capabilities"]["trials_only"] is True


def test_terms_that_nobody_wrote_down_are_said_to_be_unknown() -> None:
    assert "nothing may be sent" in terms_words(None)
    assert "unknown" in terms_words(ProviderTerms(seller=Seller(provider="a")))


def test_an_unknown_provider_is_wrong_usage_and_told_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["providers", "show", "previz"]) == 2
    assert "previs" in capsys.readouterr().err
