"""What a provider's models can do and cost, read from its dated data file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast

import msgspec

from secondunit.core.errors import InputError, NotFound
from secondunit.film.generation.model import Capabilities, Control, Lifecycle, LifeStage


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One model of a provider, as it can be ordered.

    Args:
        provider: What it can do and costs.
        settings: What only its adapter knows (an endpoint, a form of request, a workflow).
    """

    provider: Capabilities
    settings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """All models of a provider.

    Args:
        models: Its models, the one that is meant where none is named first.
        source: Where they were read.
        checked_on: ISO date.
    """

    models: tuple[Offer, ...]
    source: str
    checked_on: str


def offers_file(provider: str) -> str:
    """Name of the data file of a provider."""
    return f"provider_{provider}.toml"


def read_offers(text: str, provider: Capabilities, today: str) -> Offers:
    """Read the data file of a provider.

    Args:
        text: Of the file.
        provider: What holds for each of its models unless the file says otherwise.
        today: ISO date: a model whose last day is past has ended.

    Raises:
        InputError: It has not its shape, or a model names a control that does not exist.
    """
    file = offers_file(provider.key)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{file}: {error}", remedy="Correct the line.") from error
    models = table.get("models", {})
    if not isinstance(models, dict) or not models:
        raise InputError(f"{file}: there is no [models.NAME]", remedy="Add a model.")
    shared: dict[str, object] = {
        name: table[name] for name in ("currency", "verify") if name in table
    }
    found = [
        _offer(f"{file}: models.{name}", {**shared, **fields, "model": name}, provider, today)
        for name, fields in models.items()
    ]
    return Offers(
        models=tuple(found),
        source=str(table.get("source", "")),
        checked_on=str(table.get("checked_on", "")),
    )


def find_offer(offers: Offers, model: str) -> Offer:
    """The model of that name; the first where none is named.

    Raises:
        NotFound: There is none.
    """
    for offer in offers.models:
        if not model or offer.provider.model == model:
            return offer
    key = offers.models[0].provider.key
    names = ", ".join(offer.provider.model for offer in offers.models)
    raise NotFound(f"{key} has no model “{model}”", remedy=f"Its models: {names}.")


def as_of(lifecycle: Lifecycle, today: str) -> Lifecycle:
    """A lifecycle as it stands: one whose last day is past has ended.

    >>> as_of(Lifecycle(ends_on="2026-09-30"), "2026-10-01").stage.value
    'ended'
    """
    over = lifecycle.ends_on and lifecycle.ends_on < today
    return replace(lifecycle, stage=LifeStage.ENDED) if over else lifecycle


def _offer(where: str, fields: Mapping[str, object], provider: Capabilities, today: str) -> Offer:
    known = [name for name in Capabilities.__dataclass_fields__ if name != "key"]
    if unknown := sorted(set(fields) - {*known, "settings"}):
        raise InputError(
            f"{where}: there is no field “{unknown[0]}”",
            remedy=f"Fields: {', '.join(known)}, settings.",
        )
    said = {name: value for name, value in fields.items() if name != "settings"}
    base = cast("dict[str, object]", msgspec.to_builtins(provider))
    try:
        made = msgspec.convert({**base, **said}, type=Capabilities)
        settings = msgspec.convert(fields.get("settings", {}), type=dict[str, str])
    except msgspec.ValidationError as error:
        raise InputError(f"{where}: {error}", remedy="Correct the field.") from error
    lacking = [need for need in made.needs if need not in made.controls]
    if lacking:
        raise InputError(
            f"{where}: it needs {lacking[0]}, which is none of its controls",
            remedy=f"Add it to controls; controls are {', '.join(Control)}.",
        )
    return Offer(provider=replace(made, lifecycle=as_of(made.lifecycle, today)), settings=settings)
