"""The gate of a production, and the logs it keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from secondunit import config
from secondunit.adapters.clock import SystemClock
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.stores import find_records, is_there, open_database, open_media
from secondunit.core.errors import NotFound
from secondunit.film.rights import log as calls_log
from secondunit.film.rights import terms
from secondunit.film.rights.model import ProviderTerms
from secondunit.film.rights.records import register as rights_log
from secondunit.film.rights.ruling import rules
from secondunit.ports.chained_log import ChainedLog
from secondunit.ports.gate import Gate

if TYPE_CHECKING:
    from secondunit.adapters.egress.gate import EgressGate, Rulings
    from secondunit.adapters.egress.keys import KeyPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Logs:
    """The two logs of a production beside its journal.

    Args:
        title: Production id.
        rights: Its rights.
        calls: Every call that left the building, or was refused.
    """

    title: str
    rights: ChainedLog
    calls: ChainedLog


def open_logs(folder: Path) -> Logs:
    """The logs of a production that is there.

    Raises:
        NotFound: It is not there.
        StoreError: Its database cannot be opened.
    """
    from secondunit.adapters.db.chained_log import SqlChainedLog

    nothing = NotFound(
        f"{folder} holds no production", remedy="Run secondunit produce SCRIPT first."
    )
    if not is_there(folder):
        raise nothing
    engine = open_database(folder)
    records = find_records(engine, folder)
    if records is None:
        raise nothing
    title, clock = records.production().id, SystemClock()
    rights, calls = (
        SqlChainedLog(engine, title, name, folder=folder, clock=clock)
        for name in (rights_log.LOG, calls_log.LOG)
    )
    return Logs(title=title, rights=rights, calls=calls)


def open_gate(folder: Path) -> EgressGate:
    """The gate of a production, with its own rules, terms and keys.

    Raises:
        InputError: A file of rules, policies, terms or keys cannot be read.
        NotFound: There is no production.
        StoreError: Its database cannot be opened.
    """
    from secondunit.adapters.egress.gate import EgressGate, Files
    from secondunit.adapters.egress.kept import KeptTexts

    tables = PackagedTables(folder / "tables")
    logs = open_logs(folder)
    found = config.read_production(folder) or config.ProductionConfig()
    return EgressGate(
        rulings=read_rulings(tables),
        files=Files(
            terms=listed_terms(tables),
            keys=_keys(tables),
            providers_named=found.providers_outside,
            is_kept=KeptTexts(open_media(folder), SystemClock()).holds,
        ),
        rights=logs.rights,
        calls=logs.calls,
        clock=SystemClock(),
    )


def gate_of(folder: Path) -> Gate:
    """The gate of a production, opened once a process while its files stay as they are.

    Raises:
        InputError: A file of rules, policies, terms or keys cannot be read.
        NotFound: There is no production.
        StoreError: Its database cannot be opened.
    """
    files = sorted((folder / "tables").glob("*"))
    found = (file.stat() for file in (*files, folder / config.FILE) if file.is_file())
    return _gate_of(folder, tuple((each.st_ino, each.st_mtime_ns, each.st_size) for each in found))


@lru_cache(maxsize=8)
def _gate_of(folder: Path, files: tuple[tuple[int, int, int], ...]) -> Gate:
    del files
    return open_gate(folder)


def read_rulings(tables: PackagedTables) -> Rulings:
    """Rules and policies of a production.

    Raises:
        InputError: One of them cannot be read, or they do not fit.
    """
    from secondunit.adapters.egress.cedar import POLICIES, SCHEMA, CedarEngine, bundle_digest
    from secondunit.adapters.egress.gate import Rulings

    texts = [tables.fetch_table(name) for name in (rules.FILE, POLICIES, SCHEMA)]
    return Rulings(
        book=rules.read_rules(texts[0]),
        engine=CedarEngine(texts[1], texts[2]),
        bundle=bundle_digest(*texts),
    )


def listed_terms(tables: PackagedTables) -> tuple[ProviderTerms, ...]:
    """Terms of providers and of text models, as their files list them.

    Raises:
        InputError: A file cannot be read.
    """
    from secondunit.adapters.text_model.table import FILE, provider_terms, read_text_models

    models = read_text_models(tables.fetch_table(FILE))
    of_models = tuple(provider_terms(key, served) for key, served in models.items())
    return (*terms.read_terms(tables.fetch_table(terms.FILE)), *of_models)


def _keys(tables: PackagedTables) -> Mapping[str, KeyPlace]:
    from secondunit.adapters.egress.keys import FILE, KeyPlace, Scheme, read_key_places
    from secondunit.adapters.text_model.table import FILE as MODELS
    from secondunit.adapters.text_model.table import read_text_models

    places = dict(read_key_places(tables.fetch_table(FILE)))
    for key, served in read_text_models(tables.fetch_table(MODELS)).items():
        if served.key_env or served.key_file:
            places[key] = KeyPlace(scheme=Scheme.BEARER, env=served.key_env, file=served.key_file)
    return places
