"""The register of a title's rights, as its events leave it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from secondunit.core.decision import Entry
from secondunit.core.errors import InputError, StoreError
from secondunit.core.ids import Digest, canonical_json, digest
from secondunit.film.rights.model import ProviderTerms
from secondunit.film.rights.records.papers import (
    AssetNote,
    Consultation,
    License,
    Quarantine,
    TermsAdded,
    TermsConfirmed,
    TitlePolicy,
    UnionNotice,
)
from secondunit.film.rights.records.people import Consent, ConsentMove, RightsHolder, moved

LOG = "rights"
"""Name of the chained log that the events are kept in."""

RECORDS: Mapping[str, type] = {
    "holder": RightsHolder,
    "consent": Consent,
    "consent-move": ConsentMove,
    "licence": License,
    "notice": UnionNotice,
    "consultation": Consultation,
    "terms": TermsAdded,
    "terms-confirmed": TermsConfirmed,
    "policy": TitlePolicy,
    "asset": AssetNote,
    "quarantine": Quarantine,
}
"""What an event may hold, by its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The body of an event: a record, and in which role and why it was signed.

    Args:
        role: Of whoever signed it; their name is in the entry.
        reason: Why, or "".
        record: Canonical JSON of the record.
    """

    role: str
    reason: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What stands; made from the events alone, so that everybody reads the same.

    Args:
        holders: Rights holders by id.
        consents: Consents by id, in their present status.
        licences: Licences by id.
        notices: Union notices by id.
        consultations: Consultations, oldest first.
        terms: Terms written down for this production.
        confirmed: The newest confirmation by digest of the terms.
        policy: What the title allows.
        assets: What is known of things, by digest.
        quarantined: Digests of things held back.
        length: Events read.
    """

    holders: Mapping[str, RightsHolder] = field(default_factory=dict)
    consents: Mapping[str, Consent] = field(default_factory=dict)
    licences: Mapping[str, License] = field(default_factory=dict)
    notices: Mapping[str, UnionNotice] = field(default_factory=dict)
    consultations: tuple[Consultation, ...] = ()
    terms: tuple[ProviderTerms, ...] = ()
    confirmed: Mapping[Digest, TermsConfirmed] = field(default_factory=dict)
    policy: TitlePolicy = field(default_factory=TitlePolicy)
    assets: Mapping[Digest, AssetNote] = field(default_factory=dict)
    quarantined: frozenset[Digest] = frozenset()
    length: int = 0


def kind_of(record: object) -> str:
    """The kind of event that holds such a record.

    Raises:
        InputError: No event does.
    """
    for kind, shape in RECORDS.items():
        if type(record) is shape:
            return kind
    raise InputError(f"no event holds a {type(record).__name__}")


def signed_body(record: object, role: str, reason: str = "") -> Signed:
    """A record as the body of an event."""
    return Signed(role=role, reason=reason, record=canonical_json(record).decode())


def read_register(entries: Iterable[Entry], since: Register | None = None) -> Register:
    """The register after some more events.

    Args:
        entries: In order.
        since: What stood before them; None for nothing.

    Raises:
        StoreError: An event cannot be read: nothing is allowed while that is so.
    """
    register = since or Register()
    for entry in entries:
        register = with_record(register, read_record(entry))
    return register


def read_record(entry: Entry) -> Any:
    """The record in an event.

    Raises:
        StoreError: It cannot be read.
    """
    try:
        body = msgspec.json.decode(entry.body, type=Signed)
        return msgspec.json.decode(body.record, type=RECORDS[entry.kind])
    except (msgspec.DecodeError, KeyError) as error:
        raise StoreError(
            f"entry {entry.sequence} of the rights log cannot be read: {error}",
            remedy="Restore the production folder from a copy; until then nothing leaves.",
        ) from error


def with_record(register: Register, record: object) -> Register:
    """The register after one more event.

    Raises:
        InputError: The record contradicts what stands.
    """
    after = replace(register, length=register.length + 1)
    match record:
        case RightsHolder():
            return replace(after, holders={**register.holders, record.id: record})
        case Consent():
            return replace(after, consents={**register.consents, record.id: _new(record, register)})
        case ConsentMove():
            now = moved(_consent(register, record.consent), record.to)
            return replace(after, consents={**register.consents, now.id: now})
        case License():
            return replace(after, licences={**register.licences, record.id: record})
        case UnionNotice():
            return replace(after, notices={**register.notices, record.id: record})
        case Consultation():
            return replace(after, consultations=(*register.consultations, record))
        case TermsAdded():
            kept = [each for each in register.terms if each.seller != record.terms.seller]
            return replace(after, terms=(*kept, record.terms))
        case TermsConfirmed():
            return replace(after, confirmed={**register.confirmed, record.terms: record})
        case TitlePolicy():
            return replace(after, policy=record)
        case AssetNote():
            return replace(after, assets={**register.assets, record.digest: record})
        case Quarantine():
            held = register.quarantined
            named = frozenset(record.digests)
            return replace(after, quarantined=held | named if record.held else held - named)
    raise InputError(f"no event holds a {type(record).__name__}")


def _new(record: Consent, register: Register) -> Consent:
    if record.id in register.consents:
        raise InputError(
            f"there is a consent {record.id} already", remedy="A new paper has a new id."
        )
    return record


def _consent(register: Register, name: str) -> Consent:
    if name not in register.consents:
        raise InputError(
            f"there is no consent “{name}”", remedy="See secondunit rights consent list."
        )
    return register.consents[name]


def terms_digest(terms: ProviderTerms) -> Digest:
    """What a confirmation of terms is bound to: every field of them."""
    return digest(terms)
