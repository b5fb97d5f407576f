"""Read ``text_models.toml``: where each text model is served, on what terms."""

from __future__ import annotations

import ipaddress
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from urllib.parse import urlsplit

import msgspec

from secondunit.core.errors import InputError
from secondunit.core.text_ask import TextModel
from secondunit.film.rights.model import ProviderTerms, Seller

FILE = "text_models.toml"

PRODUCT = "text"
"""Product of a seller that answers in words."""


class AnswerForm(StrEnum):
    """How a server is told the shape of the answer."""

    JSON_SCHEMA = "json_schema"
    JSON_OBJECT = "json_object"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """One text model and its server.

    Args:
        address: Up to and with the version (``http://127.0.0.1:8080/v1``).
        model: What the server calls it.
        key_env: Environment variable that holds the key, or "".
        key_file: File that holds the key, or "".
        trains_on_inputs: True when whoever runs it may learn from what it is sent; must be said
            of every address outside.
        price_in: USD per million tokens of the question; must be said of an address outside.
        price_out: USD per million tokens of the answer; must be said of an address outside.
        answer_form: How the server is told the shape of the answer.
        at_once: Requests under way at the same time.
        a_minute: Most requests begun in a minute; 0 for no limit.
        timeout_seconds: Longest time for one request.
        attempts: Tries of one request where the server is busy or does not answer.
        longest_wait_seconds: Longest pause before the next try.
        verify: True for terms that nobody has confirmed yet.
        trains_on_outputs: True when whoever runs it may learn from what it answers.
        retention_days: How long it keeps what it is sent; 0 for not at all.
        regions: Where it is processed.
    """

    address: str
    model: str
    key_env: str = ""
    key_file: str = ""
    trains_on_inputs: bool | None = None
    price_in: Decimal | None = None
    price_out: Decimal | None = None
    answer_form: AnswerForm = AnswerForm.JSON_SCHEMA
    at_once: int = 1
    a_minute: int = 0
    timeout_seconds: int = 120
    attempts: int = 3
    longest_wait_seconds: int = 60
    verify: bool = False
    trains_on_outputs: bool | None = None
    retention_days: int | None = None
    regions: tuple[str, ...] | None = None

    @property
    def stays_here(self) -> bool:
        """True when the address is loopback, by number or as ``localhost``."""
        host = urlsplit(self.address).hostname or ""
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"


def read_text_models(text: str) -> Mapping[str, Served]:
    """Read the table, by key.

    Raises:
        InputError: It has not its shape, or a model lacks what must be said of it.
    """
    try:
        table = tomllib.loads(text).get("models", {})
        for key, fields in table.items():
            if unknown := sorted(set(fields) - set(Served.__dataclass_fields__)):
                raise InputError(
                    f"{FILE}: models.{key}: there is no field “{unknown[0]}”",
                    remedy=f"Fields: {', '.join(Served.__dataclass_fields__)}.",
                )
    except (tomllib.TOMLDecodeError, AttributeError, TypeError) as error:
        raise InputError(
            f"{FILE}: {error}", remedy="Compare it with the file that ships."
        ) from error
    models = {key: _served(key, fields) for key, fields in table.items()}
    for key, served in models.items():
        if lack := _lack(served):
            raise InputError(f"{FILE}: models.{key}: {lack[0]}", remedy=lack[1])
    return models


def find_text_model(key: str, models: Mapping[str, Served]) -> Served:
    """The model of that key.

    Raises:
        InputError: There is none.
    """
    if key not in models:
        raise InputError(
            f"{FILE} has no text model “{key}”",
            remedy=f"Name one of {', '.join(models)}, or “none”; or add it to tables/{FILE}.",
        )
    return models[key]


def terms_of(key: str, served: Served) -> TextModel:
    """What a department knows of a text model."""
    return TextModel(
        key=key,
        model=served.model,
        leaves_the_machine=not served.stays_here,
        trains_on_inputs=bool(served.trains_on_inputs),
    )


def seller_of(key: str, served: Served) -> Seller:
    """A text model as the gate knows it."""
    return Seller(provider=key, product=PRODUCT, model=served.model)


def provider_terms(key: str, served: Served) -> ProviderTerms:
    """On what terms a text model works, as its entry says; what it leaves out is unknown."""
    parts = urlsplit(served.address)
    host = (parts.hostname or "").lower()
    return ProviderTerms(
        seller=seller_of(key, served),
        hosts=() if served.stays_here else (f"{host}:{parts.port}" if parts.port else host,),
        trains_on_inputs=served.trains_on_inputs,
        trains_on_outputs=served.trains_on_outputs,
        retention_days=served.retention_days,
        regions=served.regions,
        source=FILE,
        verify=served.verify,
        local=served.stays_here,
    )


def _served(key: str, fields: object) -> Served:
    try:
        return msgspec.convert(fields, type=Served, strict=False)
    except msgspec.ValidationError as error:
        raise InputError(f"{FILE}: models.{key}: {error}", remedy="Correct the field.") from error


def _lack(served: Served) -> tuple[str, str] | None:
    """What is wrong with the terms, and what to do about it."""
    try:
        parts = urlsplit(served.address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not host or parts.query or parts.username:
        return f"address “{served.address}” is none", "Write it as http://127.0.0.1:8080/v1."
    for name in ("at_once", "timeout_seconds", "attempts"):
        if getattr(served, name) < 1:
            return f"{name} is less than 1", "Write 1 or more."
    if served.key_env and served.key_file:
        return "it has both key_env and key_file", "Keep one of them."
    if served.stays_here:
        return None
    if parts.scheme != "https":
        return (
            f"address “{served.address}” would send the script in the clear",
            "Use https for every address outside this machine.",
        )
    for name in ("trains_on_inputs", "price_in", "price_out"):
        if getattr(served, name) is None:
            return f"{name} is not said", "Say it of every address outside this machine."
    return None
