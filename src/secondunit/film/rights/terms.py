"""Read ``provider_terms.toml``, and find the terms that a call goes out on."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import fields

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.rights.model import ProviderTerms, Seller

FILE = "provider_terms.toml"


def read_terms(text: str) -> tuple[ProviderTerms, ...]:
    """Read a table of terms.

    Raises:
        InputError: It is no TOML, or an entry has a field it should not, or not in its shape.
    """
    try:
        entries = tomllib.loads(text).get("terms", [])
        for entry in entries:
            known = [field.name for field in fields(ProviderTerms)]
            if unknown := [name for name in entry if name not in known]:
                raise InputError(
                    f"{FILE}: there is no field “{unknown[0]}”", remedy=f"Fields: {known}."
                )
        terms = msgspec.convert(entries, type=tuple[ProviderTerms, ...])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, AttributeError, TypeError) as error:
        raise InputError(
            f"{FILE}: {error}", remedy="Compare it with the file that ships."
        ) from error
    for each in terms:
        check_terms(each)
    return terms


def check_terms(terms: ProviderTerms) -> None:
    """What the types of the fields do not say.

    Raises:
        InputError: No provider is named, a remote one has no host, or a host is an address.
    """
    name = terms.seller.provider
    if not name:
        raise InputError(f"{FILE}: an entry names no provider", remedy="Give seller.provider.")
    if terms.retention_days is not None and terms.retention_days < 0:
        raise InputError(
            f"{FILE}: {name}: retention_days is less than 0", remedy="Write days, 0 for none."
        )
    for host in (*terms.hosts, *(each.removeprefix(".") for each in terms.result_hosts)):
        if not host or any(letter in host for letter in "/@* ") or host != host.lower():
            raise InputError(
                f"{FILE}: {name}: “{host}” is no host",
                remedy="Write the bare host in lower case (api.example.com), with :port if any.",
            )
    if terms.local:
        return
    if not terms.hosts:
        raise InputError(
            f"{FILE}: {name} is outside and names no host", remedy="Name every host it needs."
        )


def find_terms(seller: Seller, *tables: Sequence[ProviderTerms]) -> ProviderTerms | None:
    """The terms a seller works on: the closest in the first table that has any, else None.

    An empty field of listed terms stands for any; the more fields they name, the closer they are.
    """
    for table in tables:
        fitting = [each for each in table if _fits(each.seller, seller)]
        if fitting:
            return max(fitting, key=lambda each: _named(each.seller))
    return None


def _parts(seller: Seller) -> tuple[str, ...]:
    return (seller.provider, seller.product, seller.tier, seller.model, seller.region)


def _fits(listed: Seller, wanted: Seller) -> bool:
    pairs = zip(_parts(listed), _parts(wanted), strict=True)
    return all(not have or have == want for have, want in pairs)


def _named(seller: Seller) -> int:
    return sum(bool(part) for part in _parts(seller))
