import pytest
from tests.film.generation.builder import make_provider

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.generation.accounts import (
    FILE,
    Account,
    account_for,
    read_accounts,
    seller_of,
)


def test_the_accounts_that_ship_speak_in_the_clear_only_to_this_machine() -> None:
    accounts = read_accounts(PackagedTables().fetch_table(FILE))
    assert accounts["comfyui"].stays_here
    assert not accounts["bedrock"].stays_here


def test_an_account_is_named_as_people_call_it_and_says_whose_it_is() -> None:
    text = '[accounts.lab]\nprovider = "comfyui"\naddress = "http://127.0.0.1:9000"'
    assert account_for("comfyui", read_accounts(text)).name == "lab"


def test_a_provider_without_an_account_stays_on_this_machine() -> None:
    assert account_for("previs", {}).stays_here


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://[::1]:80/v1", True),
        ("http://localhost:8188", True),
        ("http://127.9.9.9", True),
        ("https://127.0.0.1.example.com", False),
        ("https://10.0.0.1", False),
    ],
)
def test_only_loopback_is_this_machine(address: str, *, here: bool) -> None:
    assert Account(name="a", provider="b", address=address).stays_here is here


def test_terms_are_kept_by_provider_model_tier_and_region() -> None:
    account = Account(name="a", provider="studio", tier="enterprise", region="eu-west-1")
    seller = seller_of(make_provider(), account)
    assert (seller.provider, seller.tier, seller.region) == ("studio", "enterprise", "eu-west-1")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ('address = "http://models.example.com"', "in the clear"),
        ('address = "nowhere"', "is none"),
        ('address = "http://127.0.0.1:99999"', "is none"),
        ('address = "https://user@example.com"', "is none"),
        ('adress = "http://127.0.0.1:1"', "no field “adress”"),
        ("at_once = 0", "at least 1"),
        ('at_once = "many"', "at_once"),
    ],
)
def test_what_is_wrong_with_an_account_is_named_with_its_field(fields: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_accounts(f"[accounts.lab]\n{fields}")
    assert "accounts.lab" in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize("text", ["[accounts", "accounts = 3", "accounts = [1]"])
def test_a_table_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=FILE):
        read_accounts(text)
