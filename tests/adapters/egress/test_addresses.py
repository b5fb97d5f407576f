from dataclasses import replace

import pytest
from tests.adapters.egress.gates import REMOTE

from secondunit.adapters.egress.addresses import Resolve, aim, resolve
from secondunit.core.errors import InputError, RightsNotCleared, Unavailable
from secondunit.film.rights.model import ProviderTerms, Seller

HERE = ProviderTerms(seller=Seller(provider="comfyui"), local=True)
URL = "https://api.acme.example/v1/make?x=1"


def at(*addresses: str) -> Resolve:
    return lambda host, port: addresses if host and port else ()


def test_a_request_goes_to_the_address_that_was_looked_up() -> None:
    target = aim(URL, REMOTE, at("93.184.216.34"))
    assert (target.host, target.port, target.address) == ("api.acme.example", 443, "93.184.216.34")
    assert target.path == "/v1/make?x=1"


@pytest.mark.parametrize(
    "url",
    [
        "https://api.evil.example/v1",
        "https://api.acme.example.evil.example/v1",
        "https://evil.example/api.acme.example",
        "https://api.acme.example:8443/v1",
        "https://apiXacme.example/v1",
    ],
)
def test_a_host_that_is_none_of_the_providers_is_refused(url: str) -> None:
    with pytest.raises(RightsNotCleared, match="none of the hosts"):
        aim(url, REMOTE, at("93.184.216.34"))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "::1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "fe80::1%eth0",
        "fd00::1",
        "0.0.0.0",  # noqa: S104
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "224.0.0.1",
    ],
)
def test_a_providers_name_that_leads_into_a_private_network_is_refused(address: str) -> None:
    with pytest.raises(RightsNotCleared, match="public network"):
        aim(URL, REMOTE, at(address))


def test_a_program_on_this_machine_is_reached_on_this_machine_alone() -> None:
    assert aim("http://127.0.0.1:8188/prompt", HERE, resolve).port == 8188
    with pytest.raises(RightsNotCleared, match="this machine"):
        aim("http://render-box/prompt", HERE, at("192.168.1.7"))
    with pytest.raises(RightsNotCleared, match="this machine"):
        aim("https://api.acme.example/", HERE, at("93.184.216.34"))
    only = replace(HERE, hosts=("127.0.0.1:8188",))
    assert aim("http://127.0.0.1:8188/", only, resolve).path == "/"
    with pytest.raises(RightsNotCleared, match="none of the hosts"):
        aim("http://127.0.0.1:9999/", only, resolve)


def test_nothing_goes_outside_in_the_clear() -> None:
    with pytest.raises(RightsNotCleared, match="in the clear"):
        aim("http://api.acme.example/v1", REMOTE, at("93.184.216.34"))


@pytest.mark.parametrize(
    "url",
    [
        "ftp://api.acme.example/",
        "file:///etc/passwd",
        "https://user:pass@api.acme.example/",
        "https://api.acme.example/\r\nHost: evil",
        "https:///x",
        "https://[::1/",
        "https://api.acme.example/a b",
        "//api.acme.example",
    ],
)
def test_what_is_no_plain_address_is_refused(url: str) -> None:
    with pytest.raises(InputError):
        aim(url, REMOTE, at("93.184.216.34"))


def test_a_host_without_an_address_is_not_there() -> None:
    with pytest.raises(Unavailable, match="has no address"):
        aim("https://api.acme.example/", REMOTE, lambda host, port: resolve("x.invalid", port))


def test_results_are_fetched_from_hosts_that_nothing_is_sent_to() -> None:
    terms = replace(REMOTE, result_hosts=(".cdn.example",))
    assert aim("https://a1.cdn.example/r.mp4", terms, at("93.184.216.34")).only_fetch
    assert not aim(URL, terms, at("93.184.216.34")).only_fetch
    with pytest.raises(RightsNotCleared):
        aim("https://evilcdn.example/r.mp4", terms, at("93.184.216.34"))
