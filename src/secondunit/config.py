"""Settings: of the machine from its environment, of a production from ``production.toml``.

Read by bootstrap alone.
"""

from __future__ import annotations

import datetime
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from pathlib import Path

import msgspec

from secondunit.core.errors import InputError
from secondunit.core.money import Money

FILE = "production.toml"

RENDERERS = ("rays", "gl")
"""Rays on the processor; OpenGL, which is an extra."""

NO_ASSISTANT = "none"
"""What stands for no text model at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What this machine allows.

    Args:
        workers: Worker processes (``SECONDUNIT_WORKERS``); 0 for one a core.
        production: Folder to work in when none is given (``SECONDUNIT_PRODUCTION``), or "".
        blender: A Blender, or a Python that has bpy (``SECONDUNIT_BLENDER``); "" for the one on the
            path.
        database: Address of a Postgres database (``SECONDUNIT_DATABASE_URL``), or "" for SQLite in
            the production's folder.
        media: Address of a bucket for media (``SECONDUNIT_MEDIA_URL``, as ``s3://films/media``), or
            "" for the production's folder.
        renderer: What boards and passes are seen with (``SECONDUNIT_RENDERER``), one of
            :data:`RENDERERS`.
    """

    workers: int
    production: str
    blender: str = ""
    renderer: str = "rays"
    database: str = ""
    media: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakdownConfig:
    """How the breakdown is made.

    Args:
        assistant: Text model that reads the script a second time, by its key in
            ``text_models.toml``; ``none`` for none.
    """

    assistant: str = NO_ASSISTANT


@dataclass(frozen=True, slots=True, kw_only=True)
class SpendConfig:
    """What may be spent on orders to providers.

    Args:
        caps: For the whole production, as ``500.00 USD``, one a currency; a currency without one
            may not be spent at all.
        titles: The same for an episode or title, by its name, beside that of the production.
        title: The episode or title that orders are charged to, or "" for the production alone.
    """

    caps: tuple[str, ...] = ()
    titles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductionConfig:
    """How one title is made.

    Args:
        rate: Frame rate of boards, takes and cut, by its trade name.
        aspect: Delivery aspect, by its trade name.
        language: BCP 47 of the script.
        start_date: First shooting date, ISO.
        seed: Seed of every search.
        providers_outside: Providers and text models that material may be sent to.
        breakdown: How the breakdown is made.
        names_in_pictures: Whether masks, manifests and pose files may call characters by name.
        spend: What may be spent on orders to providers.
    """

    rate: str = "24"
    aspect: str = "1.85"
    language: str = "en"
    start_date: str = ""
    seed: int = 1
    providers_outside: tuple[str, ...] = ()
    breakdown: BreakdownConfig = BreakdownConfig()
    names_in_pictures: bool = False
    spend: SpendConfig = SpendConfig()


def read_machine() -> Machine:
    """Settings of the machine.

    Raises:
        InputError: ``SECONDUNIT_WORKERS`` is no whole number, or ``SECONDUNIT_RENDERER`` none of
            :data:`RENDERERS`.
    """
    renderer = os.environ.get("SECONDUNIT_RENDERER", "") or RENDERERS[0]
    if renderer not in RENDERERS:
        raise InputError(
            f"SECONDUNIT_RENDERER={renderer} is no renderer",
            remedy=f"Set it to one of: {', '.join(RENDERERS)}.",
        )
    workers = os.environ.get("SECONDUNIT_WORKERS", "0")
    if not workers.isdecimal():
        raise InputError(
            f"SECONDUNIT_WORKERS={workers} is no whole number", remedy="Set it to 1, 2, 4 ..."
        )
    return Machine(
        workers=int(workers),
        production=os.environ.get("SECONDUNIT_PRODUCTION", ""),
        blender=os.environ.get("SECONDUNIT_BLENDER", ""),
        renderer=renderer,
        database=os.environ.get("SECONDUNIT_DATABASE_URL", ""),
        media=os.environ.get("SECONDUNIT_MEDIA_URL", ""),
    )


def read_production(folder: Path) -> ProductionConfig | None:
    """Settings of a production, or None when it has none yet.

    Raises:
        InputError: The file is no TOML, has a field it should not, or a date that is none.
    """
    file = folder / FILE
    if not file.is_file():
        return None
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        _check(data)
        return msgspec.convert(data, type=ProductionConfig)
    except ValueError as error:  # of TOML, encoding, type or check: all are ValueErrors
        raise InputError(
            f"{file}: {error}", remedy="Correct the field, or delete the file for the defaults."
        ) from error


def _check(data: Mapping[str, object]) -> None:
    """What the types of the fields do not say.

    Raises:
        ValueError: A field is unknown, or the first shooting date is no date.
    """
    _check_names(data, ProductionConfig)
    if isinstance(breakdown := data.get("breakdown"), dict):
        _check_names(breakdown, BreakdownConfig)
    if isinstance(spend := data.get("spend"), dict):
        _check_names(spend, SpendConfig)
        named = spend.get("titles", {})
        of_titles = named.values() if isinstance(named, dict) else ()
        for amounts in (spend.get("caps", ()), *of_titles):
            for amount in amounts if isinstance(amounts, list) else ():
                read_amount(str(amount))
    start = data.get("start_date")
    if isinstance(start, str) and start and not _is_date(start):
        raise ValueError(f"start_date “{start}” is no date such as 2027-01-04")


def read_amount(text: str) -> Money:
    """An amount as it is written in a file: ``500.00 USD``.

    >>> read_amount("1,250.5 EUR")
    Money(minor=125050, currency='EUR')

    Raises:
        ValueError: It is none, is negative, or is finer than a cent.
    """
    number, _, currency = text.strip().partition(" ")
    try:
        minor = Decimal(number.replace(",", "")) * 100
    except InvalidOperation:
        minor = Decimal(-1)
    sound = minor.is_finite() and minor >= 0 and minor == minor.to_integral_value()
    if not (sound and len(currency) == 3 and currency.isalpha() and currency.isupper()):
        raise ValueError(f"“{text}” is no amount such as 500.00 USD")
    return Money(minor=int(minor), currency=currency)


def _check_names(data: Mapping[str, object], shape: type) -> None:
    known = [field.name for field in fields(shape)]
    if unknown := [name for name in data if name not in known]:
        raise ValueError(f"there is no field “{unknown[0]}”; fields: {', '.join(known)}")


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def production_text(config: ProductionConfig) -> str:
    """The text of ``production.toml`` with a word on each field."""
    outside = ", ".join(f'"{key}"' for key in config.providers_outside)
    caps = ", ".join(f'"{cap}"' for cap in config.spend.caps)
    return f"""# How this title is made. Change a value and run produce again.
rate = "{config.rate}"            # frames a second: 23.976 24 25 29.97 30 48 50 59.94
aspect = "{config.aspect}"        # delivery aspect: 1.33 1.66 1.78 1.85 2.00 2.20 2.39
language = "{config.language}"          # of the script
start_date = "{config.start_date}"  # first shooting date
seed = {config.seed}                # of every search: same seed, same board
providers_outside = [{outside}]  # providers that material may be sent to; none by default
names_in_pictures = {str(config.names_in_pictures).lower()}  # characters' names in control passes

[breakdown]
assistant = "{config.breakdown.assistant}" # a text model (text_models.toml) as second reader

[spend]
caps = [{caps}] # the most that orders to providers may cost, such as "500.00 USD"; none: nothing
"""
