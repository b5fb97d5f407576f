"""The nouns of rights: what leaves, to whom, on what terms, and what was answered.

Source: sections 2.2, 3 and 6.1 of the studio's rights page.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from secondunit.core.ids import Digest


class AssetClass(IntEnum):
    """How secret something is; what is made from several things has the highest of theirs."""

    PUBLIC = 0
    INTERNAL = 1
    CONFIDENTIAL = 2
    BIOMETRIC = 3
    SEALED = 4


class Purpose(StrEnum):
    """What an outbound call is for."""

    TEMP = "temp"
    FINAL = "final"
    ASSIST = "assist"
    COLLECT = "collect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """Whom a call goes to: terms differ by each of these.

    Args:
        provider: Key of the provider.
        product: Of the provider (``api``, ``web``).
        tier: Contract or plan.
        model: As the provider names it.
        region: Where it is processed, as the provider names it; "" where unknown.
    """

    provider: str
    product: str = "api"
    tier: str = ""
    model: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderTerms:
    """On what terms a provider works; None is unknown, and unknown counts as the worst.

    Args:
        seller: Whose terms; an empty field stands for any.
        hosts: Hosts that calls may go to; empty for a provider on this machine.
        trains_on_inputs: Whether it may learn from what it is sent.
        trains_on_outputs: Whether it may learn from what it makes.
        retention_days: How long it keeps what it is sent.
        regions: Where it is processed.
        indemnity: Whether it indemnifies final use.
        source: Where this was read.
        snapshot: Digest of the text that was read, or None.
        checked_on: ISO date on which a person read it.
        valid_until: ISO date after which it has to be read again.
        verify: True while nobody has confirmed it against a contract.
        local: True for a program on this machine: only loopback addresses are its own.
        generative: False for a renderer that shows nothing but what the production itself drew up.
        result_hosts: Hosts that results may be fetched from, without key or body; one that begins
            with a dot stands for all hosts under it.
    """

    seller: Seller
    hosts: tuple[str, ...] = ()
    trains_on_inputs: bool | None = None
    trains_on_outputs: bool | None = None
    retention_days: int | None = None
    regions: tuple[str, ...] | None = None
    indemnity: bool | None = None
    source: str = ""
    snapshot: Digest | None = None
    checked_on: str = ""
    valid_until: str = ""
    verify: bool = True
    local: bool = False
    generative: bool = True
    result_hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbound:
    """One thing that a call would send.

    Args:
        digest: Of its bytes.
        media_type: IANA media type.
        declared: Its class as declared; lineage and content may raise it.
        made_here: True where the studio drew it from its own shot; anything else needs an owner.
    """

    digest: Digest
    media_type: str
    declared: AssetClass = AssetClass.CONFIDENTIAL
    made_here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EgressRequest:
    """One outbound call, before it is made. Holds digests, never the words or pictures.

    Args:
        by: The person it is made for.
        title: Production id.
        purpose: What for.
        seller: Whom to.
        subject: What people call it (``shot 12A``); no script text.
        media: What it would send beside words.
        likenesses: Ids of rights holders whose likeness or voice is in it.
        prompt: Digest of the words it would send, or None for none.
        alteration: What it would change of a recorded performance (``lip-sync``), or "".
        use: What a likeness in it is used for, as consents name uses (``replica``).
        released_as: Medium the result is meant for, as consents name media (``series``), or "" for
            that of the title.
    """

    by: str
    title: str
    purpose: Purpose
    seller: Seller
    subject: str
    media: tuple[Outbound, ...] = ()
    likenesses: tuple[str, ...] = ()
    prompt: Digest | None = None
    alteration: str = ""
    use: str = "replica"
    released_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """One rule that says no, or warns.

    Args:
        rule: Its id (``R01``).
        message: What it found.
        lacks: The missing or failing datum, by its field name; "" where none would help.
        who: Role that can supply it.
    """

    rule: str
    message: str
    lacks: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EgressVerdict:
    """What the gate answered.

    Args:
        denials: Rules that say no; the call may be made only where there is none.
        warnings: Rules that let it pass with a word.
        bundle: Digest of the policy as it was, or None where none was asked.
    """

    denials: tuple[Denial, ...] = ()
    warnings: tuple[Denial, ...] = ()
    bundle: Digest | None = None

    @property
    def allowed(self) -> bool:
        """True when no rule says no."""
        return not self.denials
