"""Keys: read where the production says they are, put on one request, named nowhere else."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from secondunit.core.errors import InputError, NotConfigured

FILE = "provider_keys.toml"


class Scheme(StrEnum):
    """How a key goes on a request."""

    NONE = "none"
    BEARER = "bearer"
    HEADER = "header"
    SIGV4 = "aws-sigv4"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPlace:
    """Where a provider's key is, and how it goes on a request; never the key itself.

    Args:
        scheme: How it goes on.
        env: Environment variable that holds it, or "".
        file: File that holds it, or "".
        header: Name of the header, for ``header``.
        service: AWS service, for ``aws-sigv4``.
    """

    scheme: Scheme = Scheme.NONE
    env: str = ""
    file: str = ""
    header: str = ""
    service: str = ""


class Secret:
    """A key in memory, which shows itself to nobody who does not ask for it by name."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The key itself."""
        return self._value

    def hide_in(self, text: str) -> str:
        """A text in which the key is dots."""
        return text.replace(self._value, "…") if self._value else text

    def hide_in_bytes(self, data: bytes) -> bytes:
        """Bytes in which the key is dots."""
        return data.replace(self._value.encode(), "…".encode()) if self._value else data

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("a key stays in the process that read it")


def read_key_places(text: str) -> Mapping[str, KeyPlace]:
    """Read ``provider_keys.toml``: the place of each provider's key.

    Raises:
        InputError: It is no TOML, or an entry has not its shape.
    """
    try:
        table = tomllib.loads(text).get("keys", {})
        for key, entry in table.items():
            if unknown := sorted(set(entry) - set(KeyPlace.__dataclass_fields__)):
                raise InputError(
                    f"{FILE}: keys.{key}: there is no field “{unknown[0]}”",
                    remedy=f"Fields: {', '.join(KeyPlace.__dataclass_fields__)}.",
                )
        places = msgspec.convert(table, type=dict[str, KeyPlace])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, AttributeError, TypeError) as error:
        raise InputError(
            f"{FILE}: {error}", remedy="Compare it with the file that ships."
        ) from error
    for key, place in places.items():
        if lack := _lack(place):
            raise InputError(f"{FILE}: keys.{key}: {lack}", remedy="Correct the entry.")
    return places


def _lack(place: KeyPlace) -> str:
    needs_one = place.scheme in {Scheme.BEARER, Scheme.HEADER}
    if needs_one and bool(place.env) == bool(place.file):
        return "it needs one of env and file"
    if place.scheme is Scheme.HEADER and not place.header:
        return "it names no header"
    if place.scheme is Scheme.SIGV4 and not place.service:
        return "it names no service"
    return ""


def fetch_key(provider: str, place: KeyPlace) -> Secret:
    """A provider's key.

    Raises:
        NotConfigured: It is not where the production says, or cannot be one.
    """
    if place.scheme in {Scheme.NONE, Scheme.SIGV4}:
        return Secret("")
    if place.env:
        value = os.environ.get(place.env, "").strip()
        where = f"environment variable {place.env}"
    else:
        try:
            value = Path(place.file).expanduser().read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            value = ""
        where = f"file {place.file}"
    if not value or not value.isascii() or not value.isprintable() or " " in value:
        raise NotConfigured(f"{provider} has no usable key in {where}", remedy="Put the key there.")
    return Secret(value)
