"""What the rules of the gate look at: flags and numbers, no words and no names of things.

Three matters are put to the rules: the call itself (``send``), each likeness in it (``portray``)
and each thing it would send (``hand-over``). None is unknown, and a rule that needs what is unknown
says no.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_type_hints

import msgspec

from secondunit.core.errors import InputError


class Act(StrEnum):
    """What a matter is about."""

    SEND = "send"
    PORTRAY = "portray"
    HAND_OVER = "hand-over"


class Words(StrEnum):
    """What was found in the words of a call; unread ones are looked at when they are sent."""

    NONE = "none"
    CLEAN = "clean"
    UNREAD = "unread"
    BARRED = "barred"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsFacts:
    """Of the provider's terms."""

    known: bool | None = None
    trains_on_inputs: bool | None = None
    trains_on_outputs: bool | None = None
    retention_days: int | None = None
    processed_in: tuple[str, ...] | None = None
    indemnity: bool | None = None
    confirmed: bool | None = None
    snapshot_kept: bool | None = None
    days_left: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleFacts:
    """Of the title's policy."""

    provider_named: bool | None = None
    max_retention_days: int | None = None
    regions: tuple[str, ...] | None = None
    highest_class: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectorFacts:
    """Of the consultation of the director."""

    consulted: bool | None = None
    dissents: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SendFacts:
    """One call."""

    purpose: str | None = None
    outside: bool | None = None
    generative: bool | None = None
    asset_class: int | None = None
    words: str | None = None
    terms: TermsFacts = TermsFacts()
    title: TitleFacts = TitleFacts()
    director: DirectorFacts = DirectorFacts()


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderFacts:
    """Of the rights holder."""

    kind: str | None = None
    minor: bool | None = None
    deceased: bool | None = None
    in_dispute: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFacts:
    """Of the paper that comes closest to this use."""

    status: str | None = None
    begun: bool | None = None
    signed: bool | None = None
    separate_signature: bool | None = None
    given_by: str | None = None
    years: int | None = None
    covers_project: bool | None = None
    covers_use: bool | None = None
    covers_media: bool | None = None
    covers_territories: bool | None = None
    covers_name: bool | None = None
    covers_alteration: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFacts:
    """Of the notice to the union about a synthetic performer."""

    sent: bool | None = None
    bargaining: str | None = None
    memo: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlterationFacts:
    """Of a change to a recorded performance."""

    asked: bool | None = None
    listed: bool | None = None
    script_first: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PortrayFacts:
    """One likeness, or one name of a performer in the words."""

    purpose: str | None = None
    seen: bool | None = None
    named: bool | None = None
    holder: HolderFacts = HolderFacts()
    consent: ConsentFacts = ConsentFacts()
    notice: NoticeFacts = NoticeFacts()
    alteration: AlterationFacts = AlterationFacts()


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceFacts:
    """Of the licence that comes closest to this use."""

    covers_ai_input: bool | None = None
    covers_territories: bool | None = None
    in_term: bool | None = None
    signed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverFacts:
    """One thing that would be sent."""

    purpose: str | None = None
    quarantined: bool | None = None
    owned: bool | None = None
    third_party: bool | None = None
    licence: LicenceFacts = LicenceFacts()


Facts = SendFacts | PortrayFacts | HandOverFacts

SHAPES: Mapping[Act, type[Facts]] = {
    Act.SEND: SendFacts,
    Act.PORTRAY: PortrayFacts,
    Act.HAND_OVER: HandOverFacts,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One thing put to the rules.

    Args:
        act: What it is about.
        subject: For messages: the provider, the rights holder, or the thing.
        facts: What is known, as plain data; what is unknown is left out.
    """

    act: Act
    subject: str
    facts: Mapping[str, Any]


FactsT = TypeVar("FactsT", SendFacts, PortrayFacts, HandOverFacts)


def plain(facts: Facts) -> dict[str, Any]:
    """Facts as plain data, with what is unknown left out."""
    return _known(msgspec.to_builtins(facts))


def _known(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: _known(value) if isinstance(value, dict) else value
        for key, value in data.items()
        if value is not None
    }


def read_facts(act: Act, data: object) -> Facts:
    """Plain data as facts: every field of its own type, and none that is not known.

    Raises:
        InputError: A field has another type, is null, or is none of ours.
    """
    shape = SHAPES[act]
    _check(shape, data, "")
    try:
        facts: Facts = msgspec.convert(data, type=shape)
    except msgspec.ValidationError as error:
        raise InputError(f"{act}: {error}") from error
    return facts


def _check(shape: type, data: object, where: str) -> None:
    """What conversion does not say: unknown fields, and null where a field may be left out.

    Raises:
        InputError: There is such a field.
    """
    if not isinstance(data, Mapping):
        raise InputError(f"{where or 'the facts'}: no table")
    known = _inner(shape)
    for key, value in data.items():
        if key not in known:
            raise InputError(f"{where}{key}: there is no such fact")
        if value is None:
            raise InputError(f"{where}{key}: is null; leave out what is not known")
        if (inner := known[key]) is not None:
            _check(inner, value, f"{where}{key}.")


@cache
def _inner(shape: type) -> Mapping[str, type | None]:
    """The fields of a shape, each with the shape inside it where it has one."""
    hints = get_type_hints(shape)
    return {
        field.name: hints[field.name] if is_dataclass(hints[field.name]) else None
        for field in fields(shape)
    }


def value_at(facts: Mapping[str, Any], datum: str) -> object:
    """The value of a datum by its dotted name, or None where it is unknown."""
    value: object = facts
    for part in datum.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
