"""Sign records of rights, and hold back what a revoked consent leaves without one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.decision import Entry
from secondunit.core.errors import InputError, NotFound
from secondunit.core.ids import Digest
from secondunit.film.rights.lineage import descendants, showing
from secondunit.film.rights.model import ProviderTerms, Seller
from secondunit.film.rights.records.papers import (
    AssetNote,
    Quarantine,
    TermsAdded,
    TermsConfirmed,
)
from secondunit.film.rights.records.people import ConsentMove, ConsentStatus
from secondunit.film.rights.records.register import (
    Register,
    kind_of,
    read_register,
    signed_body,
    terms_digest,
    with_record,
)
from secondunit.film.rights.ruling.rules import RuleBook, require_signer
from secondunit.film.rights.terms import check_terms, find_terms
from secondunit.ports.chained_log import ChainedLog
from secondunit.ports.clock import Clock
from secondunit.ports.media_store import MediaStore
from secondunit.ports.take_bin import OrderedTake

ENDING = frozenset({ConsentStatus.REVOKED, ConsentStatus.SUSPENDED})
"""Where a consent goes that stops everything made under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsDesk:
    """Where records of rights are signed.

    Args:
        title: Production id.
        log: The log they are kept in.
        book: Who signs what.
        media: Where signed papers are kept.
        clock: The time.
        listed: Terms as the files list them.
    """

    title: str
    log: ChainedLog
    book: RuleBook
    media: MediaStore
    clock: Clock
    listed: Sequence[ProviderTerms] = ()

    def register(self) -> Register:
        """The register as it stands.

        Raises:
            StoreError: It cannot be read.
        """
        return read_register(self.log.after(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs, and why.

    Args:
        by: The person's name.
        role: In which role.
        reason: Why, or "".
    """

    by: str
    role: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a move of a consent did.

    Args:
        consent: Id.
        status: Where it stands now.
        assets: Digests of things held back.
        takes: Slates of takes held back.
    """

    consent: str
    status: ConsentStatus
    assets: tuple[Digest, ...] = ()
    takes: tuple[str, ...] = ()


def sign(desk: RightsDesk, record: object, signature: Signature) -> Entry:
    """Append a record to the rights log, if it may be and by whom it may be.

    Raises:
        Conflict: Others kept appending at the same moment.
        InputError: There is no name, or the record contradicts what stands.
        RoleMayNotSign: The role does not sign such records.
        StoreError: The log cannot be read or written.
    """
    kind = kind_of(record)
    require_signer(desk.book, kind, signature.by, signature.role)
    with_record(desk.register(), record)
    return _append(desk, record, signature)


def move_consent(
    desk: RightsDesk,
    consent: str,
    to: ConsentStatus,
    signature: Signature,
    takes: Sequence[OrderedTake] = (),
) -> Held:
    """Move a consent; where it ends, hold back everything that shows its holder.

    New calls are refused from this moment on, since the gate reads the register before each. What
    is held back may be used again when a person signs that it may.

    Args:
        desk: Where it is signed.
        consent: Id.
        to: Where it goes.
        signature: Who signs, and why.
        takes: The takes of the production, for those made from what shows the holder.

    Raises:
        InputError: It cannot go there, or a reason is missing where it ends.
        RoleMayNotSign: The role does not sign it.
        StoreError: The log cannot be read or written.
    """
    if to in ENDING and not signature.reason.strip():
        raise InputError("to end a consent, say why", remedy="Give --reason 'one sentence'.")
    sign(desk, ConsentMove(consent=consent, to=to), signature)
    if to not in ENDING:
        return Held(consent=consent, status=to)
    register = desk.register()
    found = dependants(register, register.consents[consent].holder, takes)
    fresh = tuple(each for each in found.assets if each not in register.quarantined)
    if fresh:
        why = Signature(
            by=signature.by, role=signature.role, reason=f"consent {consent} {to.value}"
        )
        _append(desk, Quarantine(digests=fresh), why)
    return Held(consent=consent, status=to, assets=found.assets, takes=found.takes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependants:
    """What shows a rights holder, or was made from what does.

    Args:
        assets: Digests, nearest first.
        takes: Slates of the takes among them.
    """

    assets: tuple[Digest, ...]
    takes: tuple[str, ...]


def dependants(register: Register, holder: str, takes: Sequence[OrderedTake] = ()) -> Dependants:
    """Everything that shows a rights holder, takes made from it included."""
    notes = {**{note.digest: note for note in map(note_of, takes) if note}, **register.assets}
    found = showing(holder, notes)
    among = frozenset(found)
    slates = [take.slate for take in takes if take.media and take.media.digest in among]
    return Dependants(assets=found, takes=tuple(slates))


def note_of(take: OrderedTake) -> AssetNote | None:
    """What is known of a take by its order alone; None while there is no take."""
    if take.media is None:
        return None
    return AssetNote(digest=take.media.digest, owner="production", parents=take.order.media())


def hold(
    desk: RightsDesk, digests: Sequence[Digest], signature: Signature, *, held: bool
) -> tuple[Digest, ...]:
    """Hold things back with all that was made from them, or let exactly those named go.

    Raises:
        InputError: There is no name.
        RoleMayNotSign: The role does not sign it.
        StoreError: The log cannot be read or written.
    """
    named = tuple(descendants(digests, desk.register().assets)) if held else tuple(digests)
    sign(desk, Quarantine(digests=named, held=held), signature)
    return named


def add_terms(desk: RightsDesk, terms: ProviderTerms, signature: Signature) -> None:
    """Write terms down for this production; they stand over those of the file.

    Raises:
        InputError: They name no provider or host, or there is no name.
        RoleMayNotSign: The role does not sign them.
        StoreError: The log cannot be read or written.
    """
    check_terms(terms)
    sign(desk, TermsAdded(terms=terms), signature)


def confirm_terms(
    desk: RightsDesk, terms: ProviderTerms, text: bytes, valid_until: str, signature: Signature
) -> TermsConfirmed:
    """Keep the text that a person compared terms with, and that they agree.

    Raises:
        InputError: The text is empty, the date is none or past, or there is no name.
        RoleMayNotSign: The role does not sign it.
        StoreError: The log or the store cannot be written.
    """
    today = desk.clock.now()[:10]
    if not text.strip():
        raise InputError("the text of the terms is empty", remedy="Give the contract's own text.")
    if valid_until <= today:
        raise InputError(
            f"terms until “{valid_until}” have run out", remedy="Give a day after today."
        )
    require_signer(desk.book, "terms-confirmed", signature.by, signature.role)
    kept = desk.media.store_media(text, "application/octet-stream", "terms")
    confirmed = TermsConfirmed(
        terms=terms_digest(terms), snapshot=kept.digest, checked_on=today, valid_until=valid_until
    )
    sign(desk, confirmed, signature)
    return confirmed


def terms_for(desk: RightsDesk, seller: Seller) -> ProviderTerms:
    """The terms that a call to a seller would go out on.

    Raises:
        NotFound: There are none.
        StoreError: The log cannot be read.
    """
    found = find_terms(seller, desk.register().terms, desk.listed)
    if found is None:
        raise NotFound(
            f"there are no terms of {seller.provider}",
            remedy="See secondunit rights terms list, or write them down with terms add.",
        )
    return found


def _append(desk: RightsDesk, record: object, signature: Signature) -> Entry:
    body = signed_body(record, signature.role, signature.reason)
    return desk.log.append(kind=kind_of(record), by=signature.by, body=body)
