"""Accounts at providers: where they are, how fast they may be asked. Keys are the gate's."""

from __future__ import annotations

import ipaddress
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.generation.model import Capabilities
from secondunit.film.rights.model import Seller

FILE = "accounts.toml"

_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\])(?::(?P<port>\d{1,5}))?(?:/.*)?"
)
"""Scheme, host without a user, port, path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account at one provider.

    Args:
        name: What the production calls it.
        provider: Key of the provider.
        address: Where requests go, up to the first path that differs; "" for none.
        region: Where it is processed, as the provider names it.
        tier: Contract or plan, as its terms are kept.
        at_once: Orders under way at the same time.
        a_minute: Most requests in a minute; 0 for no limit.
        timeout_seconds: Longest wait for one answer.
        settings: What only this provider knows (a bucket, a program, a folder of weights).
    """

    name: str
    provider: str
    address: str = ""
    region: str = ""
    tier: str = ""
    at_once: int = 1
    a_minute: int = 0
    timeout_seconds: int = 60
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def stays_here(self) -> bool:
        """True when nothing it is sent leaves this machine."""
        found = _ADDRESS.fullmatch(self.address)
        host = found["host"].strip("[]") if found else ""
        try:
            return not self.address or ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"


def read_accounts(text: str) -> Mapping[str, Account]:
    """Read the table of accounts, by name.

    Raises:
        InputError: It has not its shape, or an address outside would be spoken to in the clear.
    """
    try:
        table = tomllib.loads(text).get("accounts", {})
        rows = {name: {"provider": name, **fields} for name, fields in table.items()}
    except (tomllib.TOMLDecodeError, AttributeError, TypeError) as error:
        raise InputError(
            f"{FILE}: {error}", remedy="Compare it with the file that ships."
        ) from error
    return {name: _account(name, fields) for name, fields in rows.items()}


def account_for(provider: str, accounts: Mapping[str, Account]) -> Account:
    """The account of a provider; one that needs none (it runs here) gets an empty one."""
    found = [each for each in accounts.values() if each.provider == provider]
    return found[0] if found else Account(name=provider, provider=provider)


def seller_of(provider: Capabilities, account: Account) -> Seller:
    """Whom a call goes to, as terms are kept."""
    return Seller(
        provider=provider.key,
        product=provider.product,
        tier=account.tier,
        model=provider.model,
        region=account.region,
    )


def _account(name: str, fields: Mapping[str, object]) -> Account:
    where = f"{FILE}: accounts.{name}"
    known = Account.__dataclass_fields__
    if unknown := sorted(set(fields) - set(known)):
        raise InputError(
            f"{where}: there is no field “{unknown[0]}”", remedy=f"Fields: {', '.join(known)}."
        )
    try:
        account = msgspec.convert({**fields, "name": name}, type=Account)
    except msgspec.ValidationError as error:
        raise InputError(f"{where}: {error}", remedy="Correct the field.") from error
    found = _ADDRESS.fullmatch(account.address)
    if account.address and (found is None or int(found["port"] or 0) > 65535):
        raise InputError(
            f"{where}: address “{account.address}” is none",
            remedy="Write it as https://api.example.com or http://127.0.0.1:8188.",
        )
    if found is not None and not account.stays_here and found["scheme"] != "https":
        raise InputError(
            f"{where}: address “{account.address}” would send the order in the clear",
            remedy="Use https for every address outside this machine.",
        )
    if min(account.at_once, account.timeout_seconds) < 1 or account.a_minute < 0:
        raise InputError(
            f"{where}: at_once and timeout_seconds are at least 1, a_minute at least 0",
            remedy="Correct the field.",
        )
    return account
