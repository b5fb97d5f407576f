"""Providers of takes: found by their files, made with the tools of this machine."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType

from secondunit.adapters import providers
from secondunit.adapters.clock import SystemClock
from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError, NotFound
from secondunit.film.generation.accounts import FILE as ACCOUNTS_FILE
from secondunit.film.generation.accounts import Account, account_for, read_accounts, seller_of
from secondunit.film.generation.model import Capabilities
from secondunit.film.generation.offers import (
    Offer,
    Offers,
    find_offer,
    offers_file,
    read_offers,
)
from secondunit.film.rights.model import ProviderTerms
from secondunit.film.rights.terms import FILE as TERMS_FILE
from secondunit.film.rights.terms import find_terms, read_terms
from secondunit.ports.gate import Wire
from secondunit.ports.provider import Provider, Tools
from secondunit.ports.tables import Tables

WORK = "work"
"""Under the folder of a production: where providers keep what they work on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One model that a production could order from.

    Args:
        offer: What it can do and costs.
        account: How it would be reached.
        source: Where price and limits were read.
        checked_on: ISO date.
        terms: On what terms it works, as far as they are written down.
    """

    offer: Offer
    account: Account
    source: str
    checked_on: str
    terms: ProviderTerms | None = None


@cache
def find_providers() -> Mapping[str, ModuleType]:
    """Every provider by its key: a module of ``adapters/providers`` with a ``PROVIDER``."""
    names = sorted(found.name for found in pkgutil.iter_modules(providers.__path__))
    modules = [importlib.import_module(f"{providers.__name__}.{name}") for name in names]
    return {module.PROVIDER.key: module for module in modules}


def offers_of(key: str, tables: Tables, today: str) -> Offers:
    """The models of a provider.

    Args:
        key: Of the provider.
        tables: Its data file, the production's own before the one that ships.
        today: ISO date: what has ended by then is told apart.

    Raises:
        InputError: There is no such provider, or its data file cannot be read.
    """
    known = find_providers()
    if key not in known:
        raise InputError(f"there is no provider “{key}”", remedy=f"Providers: {', '.join(known)}.")
    provider: Capabilities = known[key].PROVIDER
    try:
        text = tables.fetch_table(offers_file(key))
    except NotFound:
        return Offers(models=(Offer(provider=provider),), source="", checked_on="")
    return read_offers(text, provider, today)


def list_offers(tables: Tables, today: str = "") -> Sequence[Listed]:
    """Every model of every provider, with the account it would be ordered through.

    Raises:
        InputError: A data file cannot be read.
    """
    return [
        _listed(offer, offers, tables)
        for key in find_providers()
        for offers in [offers_of(key, tables, today or SystemClock().now()[:10])]
        for offer in offers.models
    ]


def find_listed(key: str, model: str, tables: Tables, today: str = "") -> Listed:
    """One model of one provider; its first where none is named.

    Raises:
        InputError: There is no such provider, or a data file cannot be read.
        NotFound: It has no such model.
    """
    offers = offers_of(key, tables, today or SystemClock().now()[:10])
    return _listed(find_offer(offers, model), offers, tables)


def _listed(offer: Offer, offers: Offers, tables: Tables) -> Listed:
    account = account_for(offer.provider.key, _accounts(tables.fetch_table(ACCOUNTS_FILE)))
    there = reached(offer, account)
    known = _terms(tables.fetch_table(TERMS_FILE))
    return Listed(
        offer=there,
        account=account,
        source=offers.source,
        checked_on=offers.checked_on,
        terms=find_terms(seller_of(there.provider, account), known),
    )


@lru_cache(maxsize=8)
def _accounts(text: str) -> Mapping[str, Account]:
    return read_accounts(text)


@lru_cache(maxsize=8)
def _terms(text: str) -> tuple[ProviderTerms, ...]:
    return read_terms(text)


def reached(offer: Offer, account: Account) -> Offer:
    """An offer as its account reaches it: what is served on this machine does not leave it."""
    leaves = offer.provider.leaves_the_machine and not account.stays_here
    return replace(offer, provider=replace(offer.provider, leaves_the_machine=leaves))


def make_provider(
    listed: Listed, tables: Tables, *, folder: Path | None, wire: Wire | None = None
) -> Provider:
    """A provider for one call.

    Args:
        listed: The model that is ordered from.
        tables: Data files.
        folder: Of the production; the provider works in a folder of its own there.
        wire: The way out that the gate opened, or None for a provider on this machine.

    Raises:
        NotConfigured: It lacks an address, a way out or a tool.
    """
    from secondunit.adapters.gltf.designs import StoredDesigns
    from secondunit.adapters.media.h264 import H264Encoder
    from secondunit.adapters.render.panel import PanelRenderer
    from secondunit.bootstrap.stores import open_media

    renderer = (
        PanelRenderer() if folder is None else PanelRenderer(StoredDesigns(open_media(folder)))
    )
    module = find_providers()[listed.offer.provider.key]
    made: Provider = module.make_provider(
        Tools(
            tables=tables,
            renderer=renderer,
            encoder=H264Encoder(),
            wire=wire,
            account=listed.account,
            offer=listed.offer,
            folder=folder / WORK if folder is not None else None,
        )
    )
    return made


def tables_of(folder: Path | None) -> Tables:
    """Data files: those of a production's folder before the ones that ship."""
    return PackagedTables(folder / "tables" if folder is not None else None)
