"""Where a call may go: the provider's own hosts, at addresses that are theirs to have.

A name is resolved once and the connection is made to that very address, so that it cannot change
between the look and the call. Addresses of this machine are for programs on this machine alone;
addresses of private networks, of links and of cloud metadata are for nobody.

Source: section 5 of the studio's rights page (SSRF).
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from secondunit.core.errors import InputError, RightsNotCleared, Unavailable
from secondunit.film.rights.model import ProviderTerms

Resolve = Callable[[str, int], Sequence[str]]
"""Gives the IP addresses of a host."""

PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where one request goes.

    Args:
        scheme: ``https``, or ``http`` on this machine.
        host: As in the address; what a certificate has to prove.
        port: TCP port.
        address: The IP address to connect to.
        path: With its query.
        only_fetch: True for a host that results are fetched from: no key, no body.
    """

    scheme: str
    host: str
    port: int
    address: str
    path: str
    only_fetch: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    scheme: str
    host: str
    port: int
    path: str


def resolve(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a host, as the system knows them.

    Raises:
        Unavailable: It has none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unavailable(
            f"{host} has no address", remedy="Check the network and the provider's host."
        ) from error
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


def aim(url: str, terms: ProviderTerms, resolver: Resolve = resolve) -> Target:
    """Where a request to a URL goes, if it may.

    Raises:
        InputError: It is no address of HTTP.
        RightsNotCleared: It is none of the provider's hosts, or not theirs to have.
        Unavailable: The host has no address.
    """
    place = _split(url)
    only_fetch = _require_host(place, terms)
    for found in resolver(place.host, place.port):
        address = ipaddress.ip_address(found.partition("%")[0])
        if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
            address = address.ipv4_mapped
        if address.is_loopback if terms.local else address.is_global and not address.is_multicast:
            return Target(
                scheme=place.scheme,
                host=place.host,
                port=place.port,
                address=str(address),
                path=place.path,
                only_fetch=only_fetch,
            )
    whose = "this machine" if terms.local else "the public network"
    raise RightsNotCleared(
        f"{place.host} has no address on {whose}",
        remedy="Have legal correct the provider's hosts and whether it is local.",
    )


def _split(url: str) -> _Place:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise InputError(f"“{url[:80]}” is no address", remedy="Correct the account.") from error
    odd = any(ord(letter) < 33 or ord(letter) > 126 for letter in url)
    if parts.scheme not in PORTS or not host or parts.username or parts.fragment or odd:
        raise InputError(f"“{url[:80]}” is no address of HTTP", remedy="Correct the account.")
    path = parts.path or "/"
    return _Place(
        scheme=parts.scheme,
        host=host,
        port=port or PORTS[parts.scheme],
        path=f"{path}?{parts.query}" if parts.query else path,
    )


def _require_host(place: _Place, terms: ProviderTerms) -> bool:
    """Let the host pass; True where results are fetched from it and nothing is sent to it.

    Raises:
        RightsNotCleared: It is none of the provider's.
    """
    if terms.local:
        if not terms.hosts:
            return False
    elif place.scheme != "https":
        raise RightsNotCleared(
            f"{place.host} would be sent to in the clear", remedy="Use https outside this machine."
        )
    usual = place.port == PORTS[place.scheme]
    if f"{place.host}:{place.port}" in terms.hosts or (usual and place.host in terms.hosts):
        return False
    if usual and any(_is_under(place.host, listed) for listed in terms.result_hosts):
        return True
    raise RightsNotCleared(
        f"{place.host} is none of the hosts of {terms.seller.provider}",
        remedy="Have legal add it to the provider's terms, if it is theirs.",
    )


def _is_under(host: str, listed: str) -> bool:
    return host.endswith(listed) if listed.startswith(".") else host == listed
