import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.rights.model import ProviderTerms, Seller
from secondunit.film.rights.terms import FILE, find_terms, read_terms

LISTED = read_terms(PackagedTables().fetch_table(FILE))
ENTRY = '[[terms]]\nseller = { provider = "acme" }\n'


def test_what_ships_is_dated_sourced_and_confirmed_by_nobody() -> None:
    assert len(LISTED) > 10
    for terms in LISTED:
        assert terms.source
        assert terms.checked_on
        assert terms.verify or terms.local
        assert terms.snapshot is None


def test_a_seller_gets_the_closest_terms_and_an_unknown_tier_the_worst() -> None:
    cloud = find_terms(Seller(provider="veo", tier="cloud", model="veo-3.1"), LISTED)
    unpaid = find_terms(Seller(provider="veo", tier="unpaid"), LISTED)
    assert cloud is not None
    assert unpaid is not None
    assert (cloud.trains_on_inputs, unpaid.trains_on_inputs) == (False, True)
    plain = find_terms(Seller(provider="runway"), LISTED)
    assert plain is not None
    assert plain.trains_on_outputs is True
    assert find_terms(Seller(provider="veo"), LISTED) is None
    assert find_terms(Seller(provider="nobody"), LISTED) is None


def test_the_productions_own_terms_stand_over_those_of_the_file() -> None:
    own = ProviderTerms(seller=Seller(provider="runway"), hosts=("api.dev.runwayml.com",))
    assert find_terms(Seller(provider="runway", tier="enterprise"), (own,), LISTED) is own


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[terms]]\nhosts = []", "seller"),
        ('[[terms]]\nseller = { provider = "" }\nhosts = ["a.b"]', "names no provider"),
        (ENTRY, "is outside and names no host"),
        (f'{ENTRY}hosts = ["https://a.b/"]', "is no host"),
        (f'{ENTRY}hosts = ["*.a.b"]', "is no host"),
        (f'{ENTRY}hosts = ["A.B"]', "is no host"),
        (f'{ENTRY}hosts = ["a.b"]\nretention_days = -1', "less than 0"),
        (f'{ENTRY}hosts = ["a.b"]\nretention_days = "none"', "retention_days"),
        (f'{ENTRY}hosts = ["a.b"]\nfriendly = true', "no field “friendly”"),
        ("terms = 3", FILE),
        ("[[", FILE),
    ],
)
def test_wrong_terms_are_refused_with_the_field_named(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_terms(text)
    assert caught.value.remedy
