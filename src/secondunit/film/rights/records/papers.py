"""What production counsel keeps on file beside consents."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.ids import Digest
from secondunit.film.rights.model import AssetClass, ProviderTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class License:
    """What a licensor lets the production do with something of theirs.

    Args:
        id: Short id.
        asset: Digest of the thing, or "" where it covers all of the licensor's.
        licensor: Id of the rights holder.
        scope: Uses it names (``ai-input``, ``ai-output``, ``display``).
        territories: ISO 3166 codes, or ``world``.
        starts: ISO date.
        ends: ISO date, the last day.
        document: Digest of the signed paper, or None.
    """

    id: str
    asset: str
    licensor: str
    scope: tuple[str, ...] = ()
    territories: tuple[str, ...] = ()
    starts: str = ""
    ends: str = ""
    document: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnionNotice:
    """Notice given to a union, and where bargaining stands.

    Args:
        id: Short id.
        union: Name of the union.
        kind: What of (``synthetic-performer``, ``training-licence``).
        subject: Id of the rights holder it is about, or "".
        sent_at: ISO date.
        acknowledged_at: ISO date, or "".
        bargaining: ``none``, ``open`` or ``closed``.
        memo: Digest of the memo on what it adds, or None.
    """

    id: str
    union: str
    kind: str
    subject: str = ""
    sent_at: str = ""
    acknowledged_at: str = ""
    bargaining: str = "none"
    memo: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """Somebody was asked before something was done, and what they said.

    Args:
        id: Short id.
        role: In which role they were asked (``director``).
        person: Who.
        proposal: What was put to them.
        response: What they said.
        dissent: Whether they were against it.
        held_on: ISO date.
    """

    id: str
    role: str
    person: str
    proposal: str
    response: str
    dissent: bool
    held_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsConfirmed:
    """A named person compared a provider's terms with the contract.

    Args:
        terms: Digest of the terms as listed; a change of any field needs a new look.
        snapshot: Digest of the text they read, kept in the media store.
        checked_on: ISO date.
        valid_until: ISO date after which it has to be read again.
    """

    terms: Digest
    snapshot: Digest
    checked_on: str
    valid_until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlePolicy:
    """What one title allows; None is not said, and what is not said is not allowed.

    Args:
        providers: Keys of providers that material may be sent to, beside those of
            ``production.toml``.
        max_retention_days: Longest that a provider may keep what it is sent.
        regions: Where material may be processed, as providers name regions.
        highest_class: Highest class that may leave.
        disputes: Unions in dispute; empty for none.
        medium: What the title is (``feature``, ``series``), as consents name media.
        territories: Where it will be shown: ISO 3166 codes, or ``world``.
        never_words: Words that never leave: canaries, code names, embargoed names.
        public_figures: Names that no prompt may hold without their consent.
    """

    providers: tuple[str, ...] = ()
    max_retention_days: int | None = None
    regions: tuple[str, ...] | None = None
    highest_class: AssetClass = AssetClass.CONFIDENTIAL
    disputes: tuple[str, ...] | None = None
    medium: str = ""
    territories: tuple[str, ...] = ()
    never_words: tuple[str, ...] = ()
    public_figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetNote:
    """What is known of one picture, clip or sound.

    Args:
        digest: Of its bytes.
        declared: Its class.
        owner: Id of the rights holder, or ``production``; "" is unknown.
        likenesses: Ids of rights holders seen or heard in it.
        parents: What it was made from; it has the highest class and all likenesses of them.
        performed_on: ISO date of the performance in it, or "".
        script_dated: ISO date of the script it was performed from, or "".
    """

    digest: Digest
    declared: AssetClass = AssetClass.CONFIDENTIAL
    owner: str = ""
    likenesses: tuple[str, ...] = ()
    parents: tuple[Digest, ...] = ()
    performed_on: str = ""
    script_dated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantine:
    """Things nobody may use, or may use again.

    Args:
        digests: Which.
        held: True to hold them back, False to let them go.
    """

    digests: tuple[Digest, ...]
    held: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsAdded:
    """Terms that a person wrote down for this production; they stand over the file's.

    Args:
        terms: As written.
    """

    terms: ProviderTerms
