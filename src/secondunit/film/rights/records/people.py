"""People whose likeness or voice is used, and what they agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from secondunit.core.errors import InputError
from secondunit.core.ids import Digest


class HolderKind(StrEnum):
    """Who holds a right; a synthetic performer is nobody's likeness and still needs notice."""

    PERSON = "person"
    ESTATE = "estate"
    ORG = "org"
    UNION = "union"
    SYNTHETIC = "synthetic"


class ConsentKind(StrEnum):
    """What is agreed to."""

    EMPLOYMENT_REPLICA = "employment-replica"
    ICDR = "icdr"
    BACKGROUND = "background"
    VOICE = "voice"
    ALTERATION = "alteration"
    SCAN = "scan"
    TRAINING = "training"


class ConsentStatus(StrEnum):
    """Where a consent stands."""

    DRAFT = "draft"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    EXPIRED = "expired"


class Giver(StrEnum):
    """Who signed it."""

    HOLDER = "holder"
    GUARDIAN = "guardian"
    ESTATE = "estate"
    UNION = "union"


MOVES: Mapping[ConsentStatus, frozenset[ConsentStatus]] = {
    ConsentStatus.DRAFT: frozenset({ConsentStatus.ACTIVE, ConsentStatus.REVOKED}),
    ConsentStatus.ACTIVE: frozenset(
        {ConsentStatus.SUSPENDED, ConsentStatus.REVOKED, ConsentStatus.EXPIRED}
    ),
    ConsentStatus.SUSPENDED: frozenset(
        {ConsentStatus.ACTIVE, ConsentStatus.REVOKED, ConsentStatus.EXPIRED}
    ),
    ConsentStatus.REVOKED: frozenset(),
    ConsentStatus.EXPIRED: frozenset(),
}
"""Where a consent may go from where it stands: what was revoked or ran out needs a new paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsHolder:
    """Somebody whose likeness, voice or work is used.

    Args:
        id: Short name used in requests (``ana-ruiz``).
        name: As credited.
        kind: Person, estate, organisation, union, or a synthetic performer.
        aliases: Other names a prompt might call them by.
        unions: Unions that represent them.
        minor: Whether they are under age; None is unknown.
        deceased: Whether they have died; None is unknown.
        talent_id: HAND Talent ID or the like, or "".
        representation: Who speaks for them (lawyer, agent, union), or "".
        contact: How they are reached, or "".
    """

    id: str
    name: str
    kind: HolderKind = HolderKind.PERSON
    aliases: tuple[str, ...] = ()
    unions: tuple[str, ...] = ()
    minor: bool | None = None
    deceased: bool | None = None
    talent_id: str = ""
    representation: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What one holder agreed to, on one paper.

    Args:
        id: Short id.
        holder: Id of the rights holder.
        kind: What is agreed to.
        uses: Uses it names (``replica``, ``voice``, ``alteration``, ``name``).
        description: What the paper says the use is, reasonably specific.
        projects: Production ids it names.
        media: Media it names (``feature``, ``series``, ``trailer``).
        territories: ISO 3166 codes, or ``world``.
        starts: ISO date.
        ends: ISO date, the last day.
        given_by: Who signed it.
        document: Digest of the signed paper, or None.
        separate_signature: Whether it was signed apart from the contract; None is unknown.
        notice_at: ISO date on which notice was given, or "".
        service_at: ISO date of the scan or service, or "".
        reason: Why it is needed, as told to the holder.
        status: Where it stands.
    """

    id: str
    holder: str
    kind: ConsentKind
    uses: tuple[str, ...] = ()
    description: str = ""
    projects: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    starts: str = ""
    ends: str = ""
    given_by: Giver = Giver.HOLDER
    document: Digest | None = None
    separate_signature: bool | None = None
    notice_at: str = ""
    service_at: str = ""
    reason: str = ""
    status: ConsentStatus = ConsentStatus.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentMove:
    """A consent that goes from one status to another.

    Args:
        consent: Its id.
        to: Where it goes.
    """

    consent: str
    to: ConsentStatus


def moved(consent: Consent, to: ConsentStatus) -> Consent:
    """The consent in its new status.

    Raises:
        InputError: It cannot go there from where it stands, or its paper is not complete.
    """
    if to not in MOVES[consent.status]:
        ways = ", ".join(sorted(MOVES[consent.status])) or "nowhere: have a new paper signed"
        raise InputError(
            f"consent {consent.id} is {consent.status} and cannot become {to}",
            remedy=f"From here it can go {ways}.",
        )
    if to is ConsentStatus.ACTIVE and (lacks := missing_of(consent)):
        raise InputError(
            f"consent {consent.id} lacks {', '.join(lacks)}",
            remedy="Record the signed paper with all of it, then make it active.",
        )
    return replace(consent, status=to)


def missing_of(consent: Consent) -> tuple[str, ...]:
    """Fields that an active consent has to have and this one has not, by name."""
    wanted = ("uses", "projects", "media", "territories", "starts", "ends", "document", "reason")
    return tuple(name for name in wanted if not getattr(consent, name))


def status_on(consent: Consent, today: str) -> ConsentStatus:
    """Where a consent stands on a day: an active one whose last day is past has run out."""
    if consent.status is ConsentStatus.ACTIVE and consent.ends and consent.ends < today:
        return ConsentStatus.EXPIRED
    return consent.status
