"""The character bible: who looks how on which story day, shown by what, owned by whom.

It is data of the production (``tables/bible.toml``). Providers learn of a character only what is
in it, and only pictures whose owner has agreed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

import msgspec

from secondunit.core.errors import InputError
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import Digest
from secondunit.film.generation.prompt import Described
from secondunit.film.rights.records.people import ConsentStatus
from secondunit.film.rights.records.register import Register

FILE = "bible.toml"


class Shows(StrEnum):
    """What a reference is a picture of."""

    FACE = "face"
    BODY = "body"
    COSTUME = "costume"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A picture of a character.

    Args:
        file: Its name in the production's folder ``bible``.
        sha256: Of its bytes.
        owner: Id of the rights holder whose likeness or design it is.
        consent: Id of the consent it was made under.
        shows: What of them.
        days: Story days it is right for; empty for every day.
    """

    file: str
    sha256: Digest
    owner: str
    consent: str
    shows: Shows = Shows.FACE
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLook:
    """How a character looks on some story days, in words for a provider; empty days for all."""

    words: str
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Handle:
    """What a provider knows a character by.

    Args:
        name: The word that a trained model knows them by, or "".
        trained: Id of a character that was trained at the provider, or "".
        lora: File of an adapter for a local model, or "".
        strength: Of the adapter.
        references: Files of the references that are sent to it; empty for all that fit.
    """

    name: str = ""
    trained: str = ""
    lora: str = ""
    strength: float = 1.0
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Character:
    """One character of the bible.

    Args:
        name: As the shots name the figure.
        words: How they look on every day.
        reference: Pictures of them, the most telling first.
        look: What changes by story day.
        handles: By the provider's key.
    """

    name: str
    words: str = ""
    reference: tuple[Reference, ...] = ()
    look: tuple[DayLook, ...] = ()
    handles: Mapping[str, Handle] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bible:
    """All characters, with where and when it was written down."""

    character: tuple[Character, ...] = ()
    source: str = ""
    version: str = ""
    checked_on: str = ""


def read_bible(text: str) -> Bible:
    """A bible from its file.

    Raises:
        InputError: It is no TOML, a field is unknown or malformed, or a name stands twice.
    """
    try:
        said = tomllib.loads(text)
        _require_known(said)
        bible = msgspec.convert(said, type=Bible)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
        raise InputError(
            f"{FILE}: {error}", remedy="The file that is shipped says how it is written."
        ) from error
    names = [each.name for each in bible.character]
    for name in names:
        if names.count(name) > 1:
            raise InputError(f"{FILE}: {name} stands twice", remedy="Make it one character.")
    return bible


_FIELDS: dict[str, type] = {"character": Character, "reference": Reference, "look": DayLook}


def _require_known(said: Mapping[str, Any]) -> None:
    """Refuse misspelt fields: a consent that is not read is no consent.

    Raises:
        ValueError: A field is none of the bible's.
    """
    _no_other(said, Bible, "the file")
    for each in _list(said.get("character")):
        _no_other(each, Character, str(each.get("name", "a character")))
        for name in ("reference", "look"):
            for part in _list(each.get(name)):
                _no_other(part, _FIELDS[name], f"a {name} of {each.get('name', '')}")
        for provider, handle in dict(each.get("handles") or {}).items():
            if isinstance(handle, dict):
                _no_other(handle, Handle, f"handles.{provider} of {each.get('name', '')}")


def _list(said: object) -> list[dict[str, Any]]:
    return [each for each in said if isinstance(each, dict)] if isinstance(said, list) else []


def _no_other(said: Mapping[str, Any], shape: Any, where: str) -> None:
    known = {each.name for each in fields(shape)}
    for name in said:
        if name not in known:
            raise ValueError(f"{where} has no field “{name}”; fields: {', '.join(sorted(known))}")


def describe(bible: Bible, day: int | None) -> tuple[Described, ...]:
    """What providers are told of everybody, on a story day.

    Args:
        bible: The bible.
        day: The story day, or None where it is not known: only what holds on every day is said.
    """
    described = []
    for each in bible.character:
        looks = (look.words for look in each.look if _on(look.days, day))
        words = ", ".join(filter(None, (each.words, *looks)))
        handles = {key: handle.name for key, handle in each.handles.items() if handle.name}
        described.append(Described(figure=each.name, words=words, handles=handles))
    return tuple(described)


def references_for(
    bible: Bible, figures: Sequence[str], day: int | None, provider: str
) -> tuple[Reference, ...]:
    """Pictures of some figures that fit the day, as a provider is to have them: one of each figure
    in turn, so that a provider that takes few still sees everybody."""
    mine = []
    for name in figures:
        found = next((each for each in bible.character if each.name == name), None)
        if found is None:
            continue
        chosen = found.handles.get(provider, Handle()).references
        mine.append([
            each
            for each in found.reference
            if _on(each.days, day) and (not chosen or each.file in chosen)
        ])  # fmt: skip
    most = max((len(each) for each in mine), default=0)
    return tuple(each[place] for place in range(most) for each in mine if place < len(each))


def _on(days: tuple[int, ...], day: int | None) -> bool:
    return not days or (day is not None and day in days)


@dataclass(frozen=True, slots=True, kw_only=True)
class BibleFacts:
    """What a bible is held against.

    Args:
        figures: Names of the figures of the production.
        register: Holders and consents.
        title: Production id, as consents name it.
        today: ISO date.
        hash_of: SHA-256 of a reference's file, or None where it is not there.
    """

    figures: tuple[str, ...]
    register: Register
    title: str
    today: str
    hash_of: Callable[[str], Digest | None]


def check_bible(bible: Bible, facts: BibleFacts) -> tuple[Finding, ...]:
    """Everything that keeps a reference from being used, and characters without any."""
    findings = []
    known = {each.name for each in bible.character}
    for each in bible.character:
        if each.name not in facts.figures:
            findings.append(_said(Severity.WARNING, "nobody", each.name, "plays in no shot",
                                  "Name the figure as the shots do."))  # fmt: skip
        for reference in each.reference:
            findings += _check_reference(each.name, reference, facts)
        if not each.reference and not each.words and not each.handles:
            findings.append(_said(Severity.NOTE, "empty", each.name, "nothing is said of them",
                                  "Give words, a reference or a handle."))  # fmt: skip
    findings += [
        _said(Severity.NOTE, "left-out", name, "is not in the bible",
              "Providers know them by costume and hair alone.")
        for name in facts.figures
        if name not in known
    ]  # fmt: skip
    return tuple(findings)


def usable(reference: Reference, facts: BibleFacts) -> bool:
    """True when nothing keeps a reference from being used."""
    return not _check_reference("", reference, facts)


def _check_reference(who: str, reference: Reference, facts: BibleFacts) -> list[Finding]:
    where = f"{who}: {reference.file}"
    found = facts.hash_of(reference.file)
    findings = []
    if found is None:
        findings.append(_said(Severity.ERROR, "no-file", where, "is not in the folder bible/",
                              "Put it there, or take the reference out."))  # fmt: skip
    elif found != reference.sha256:
        findings.append(
            _said(Severity.ERROR, "other-file", where, f"its hash is {found[:12]}..., not as noted",
                  "Look at it again, and note the hash of the picture that was agreed to.")
        )  # fmt: skip
    consent = facts.register.consents.get(reference.consent)
    if reference.owner not in facts.register.holders:
        findings.append(_said(Severity.ERROR, "no-owner", where,
                              f"there is no rights holder “{reference.owner}”",
                              "secondunit rights holder records one."))  # fmt: skip
    if consent is None:
        findings.append(_said(Severity.ERROR, "no-consent", where,
                              f"there is no consent “{reference.consent}”",
                              "secondunit rights consent records one."))  # fmt: skip
    elif problem := _consent_problem(consent_of=reference, facts=facts):
        findings.append(_said(Severity.ERROR, "consent", where, problem,
                              "It is not sent anywhere until legal has a consent."))  # fmt: skip
    return findings


def _consent_problem(consent_of: Reference, facts: BibleFacts) -> str:
    """Why a consent does not carry a reference, or ""."""
    consent = facts.register.consents[consent_of.consent]
    if consent.holder != consent_of.owner:
        return f"consent {consent.id} is {consent.holder}'s, not {consent_of.owner}'s"
    if consent.status is not ConsentStatus.ACTIVE:
        return f"consent {consent.id} is {consent.status.value}"
    if facts.title not in consent.projects:
        return f"consent {consent.id} does not name this production"
    if not consent.starts <= facts.today <= consent.ends:
        return f"consent {consent.id} holds from {consent.starts} to {consent.ends}"
    return ""


def _said(severity: Severity, rule: str, where: str, message: str, remedy: str) -> Finding:
    return Finding(
        severity=severity, rule=f"bible.{rule}", where=where, message=message, remedy=remedy
    )
