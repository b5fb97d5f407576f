from __future__ import annotations

import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.adapters.text_model.table import (
    FILE,
    find_text_model,
    read_text_models,
    terms_of,
)
from secondunit.core.errors import InputError
from secondunit.core.text_ask import TextModel

OUTSIDE = """
[models.far]
address = "https://models.example.com/v1"
model = "m"
trains_on_inputs = false
price_in = "1.25"
price_out = "5"
"""


def test_the_models_that_ship_stay_on_this_machine_and_cost_nothing() -> None:
    models = read_text_models(PackagedTables().fetch_table(FILE))
    assert set(models) == {"llama-cpp", "ollama"}
    assert all(served.stays_here and not served.price_in for served in models.values())


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("http://127.0.0.1:8080/v1", True),
        ("http://127.9.9.9/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://localhost:11434/v1", True),
        ("https://192.168.1.7/v1", False),
        ("https://0.0.0.0/v1", False),
        ("https://localhost.example.com/v1", False),
        ("https://127.0.0.1.example.com/v1", False),
    ],
)
def test_only_a_loopback_address_stays_on_this_machine(address: str, stays: bool) -> None:  # noqa: FBT001
    text = OUTSIDE.replace("https://models.example.com/v1", address)
    served = read_text_models(text)["far"]
    assert served.stays_here is stays
    assert terms_of("far", served) == TextModel(
        key="far", model="m", leaves_the_machine=not stays, trains_on_inputs=False
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("https:", "http:"), "in the clear"),
        (("https://models.example.com/v1", "models"), "is none"),
        (("https://models.example.com/v1", "https://[::1/v1"), "is none"),
        (("https://models.example.com/v1", "https://me:secret@models.example.com"), "is none"),
        (("trains_on_inputs = false\n", ""), "trains_on_inputs is not said"),
        (('price_out = "5"\n', ""), "price_out is not said"),
        (('model = "m"', 'modle = "m"'), "“modle”"),
        (('model = "m"', 'model = "m"\nattempts = 0'), "attempts is less than 1"),
        (('model = "m"', 'model = "m"\nkey_env = "A"\nkey_file = "b"'), "both"),
        (('price_in = "1.25"', 'price_in = "dear"'), "far"),
        (("[models.far]", "[models"), FILE),
        (("[models.far]", "[models]"), FILE),
    ],
)
def test_what_is_wrong_with_the_table_is_said_with_file_and_model(
    change: tuple[str, str], said: str
) -> None:
    with pytest.raises(InputError) as caught:
        read_text_models(OUTSIDE.replace(*change))
    assert said in caught.value.message
    assert FILE in caught.value.message
    assert caught.value.remedy


def test_a_name_that_is_not_there_lists_those_that_are() -> None:
    with pytest.raises(InputError) as caught:
        find_text_model("near", read_text_models(OUTSIDE))
    assert "far" in caught.value.remedy
