import pytest
from tests.film.generation.builder import make_provider

from secondunit.core.errors import InputError, NotFound
from secondunit.film.generation.model import Control, LifeStage
from secondunit.film.generation.offers import find_offer, read_offers

TEXT = """
source = "its documents"
checked_on = "2026-11-25"
verify = true

[models.quick]
controls = ["prompt", "first-frame"]
needs = ["first-frame"]
seconds = [5, 10]
price_per_second = 5_000_000

[models.quick.settings]
endpoint = "image_to_video"

[models.old]
lifecycle = { ends_on = "2026-09-30", successor = "quick" }
"""
PROVIDER = make_provider()
TODAY = "2026-10-01"


def test_a_model_is_its_provider_with_what_its_file_says() -> None:
    offers = read_offers(TEXT, PROVIDER, TODAY)
    quick = find_offer(offers, "quick")
    assert quick.provider.key == PROVIDER.key
    assert quick.provider.controls == (Control.PROMPT, Control.FIRST_FRAME)
    assert quick.provider.seconds == (5, 10)
    assert quick.provider.verify
    assert quick.settings == {"endpoint": "image_to_video"}
    assert offers.checked_on == "2026-11-25"


def test_the_first_model_is_meant_where_none_is_named() -> None:
    assert find_offer(read_offers(TEXT, PROVIDER, TODAY), "").provider.model == "quick"


def test_a_model_ends_when_its_last_day_is_past_and_names_its_successor() -> None:
    on_its_day = find_offer(read_offers(TEXT, PROVIDER, "2026-09-30"), "old").provider.lifecycle
    after_it = find_offer(read_offers(TEXT, PROVIDER, TODAY), "old").provider.lifecycle
    assert on_its_day.stage is LifeStage.ACTIVE
    assert after_it.stage is LifeStage.ENDED
    assert after_it.successor == "quick"


def test_a_model_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(NotFound) as caught:
        find_offer(read_offers(TEXT, PROVIDER, TODAY), "slow")
    assert "quick, old" in caught.value.remedy


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[models", "Expected"),
        ("models = 1", "no .models.NAME."),
        ("[models.a]\nfoo = 1", "no field “foo”"),
        ('[models.a]\ncontrols = ["wish"]', "wish"),
        ('[models.a]\ncontrols = []\nneeds = ["depth"]', "needs depth"),
        ("[models.a]\nsettings = { a = 1 }", "Expected"),
    ],
)
def test_what_is_wrong_with_a_file_is_named(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_offers(text, PROVIDER, TODAY)
    assert "provider_studio.toml" in caught.value.message
