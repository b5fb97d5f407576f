"""From a request and the register to the facts that the rules look at."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secondunit.core.ids import Digest
from secondunit.film.rights.content import Seen, Watch
from secondunit.film.rights.lineage import ancestry, class_of, likenesses_of
from secondunit.film.rights.model import AssetClass, EgressRequest, Outbound, ProviderTerms
from secondunit.film.rights.records.register import Register, terms_digest
from secondunit.film.rights.ruling.facts import (
    Act,
    AlterationFacts,
    DirectorFacts,
    HandOverFacts,
    Matter,
    PortrayFacts,
    SendFacts,
    TermsFacts,
    TitleFacts,
    Words,
    plain,
)
from secondunit.film.rights.ruling.portrayal import (
    best_consent,
    consent_facts,
    holder_facts,
    notice_facts,
)
from secondunit.film.rights.ruling.reference import licence_facts

OWN = "production"
"""Owner of what the production itself made or commissioned."""

DIRECTOR = "director"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What stands around a request.

    Args:
        register: The title's rights.
        terms: The provider's terms, or None where there are none on file.
        providers_named: Providers named in ``production.toml``.
        post_purposes: Changes to a performance that need no consent of their own.
        today: ISO date.
        seen: What was found in the words, or None where they were not looked at yet.
        is_kept: Whether the text of that digest is in the media store.
    """

    register: Register
    terms: ProviderTerms | None
    providers_named: tuple[str, ...]
    post_purposes: tuple[str, ...]
    today: str
    seen: Seen | None
    is_kept: Callable[[Digest], bool]


def gather(request: EgressRequest, around: Circumstances) -> tuple[Matter, ...]:
    """All that a request puts to the rules."""
    matters = [
        Matter(
            act=Act.SEND,
            subject=f"{request.subject} to {request.seller.provider}",
            facts=plain(_send(request, around)),
        )
    ]
    matters += [_hand_over(request, each, around) for each in request.media]
    seen = _likenesses(request, around.register)
    named = around.seen.people if around.seen is not None else ()
    for holder in dict.fromkeys((*seen, *named)):
        matters.append(
            _portray(request, holder, around, seen=holder in seen, named=holder in named)
        )
    return tuple(matters)


def watch_of(register: Register) -> Watch:
    """What the words of this title's calls are looked through for."""
    people = [(each.id, (each.name, *each.aliases)) for each in register.holders.values()]
    people += [(name, (name,)) for name in register.policy.public_figures]
    return Watch(barred=register.policy.never_words, people=tuple(people))


def is_outside(terms: ProviderTerms | None) -> bool:
    """True unless the terms say that it is a program on this machine."""
    return terms is None or not terms.local


def _likenesses(request: EgressRequest, register: Register) -> tuple[str, ...]:
    inherited = [
        name for each in request.media for name in likenesses_of(each.digest, register.assets)
    ]
    return tuple(dict.fromkeys((*request.likenesses, *inherited)))


def _send(request: EgressRequest, around: Circumstances) -> SendFacts:
    register, policy = around.register, around.register.policy
    named = {*around.providers_named, *policy.providers}
    heard = [each for each in register.consultations if each.role == DIRECTOR]
    return SendFacts(
        purpose=request.purpose.value,
        outside=is_outside(around.terms),
        generative=around.terms is None or around.terms.generative,
        asset_class=int(_class(request, register)),
        words=_words(request, around.seen).value,
        terms=_terms(request, around),
        title=TitleFacts(
            provider_named=request.seller.provider in named,
            max_retention_days=policy.max_retention_days,
            regions=policy.regions,
            highest_class=int(policy.highest_class),
        ),
        director=DirectorFacts(
            consulted=bool(heard) or None, dissents=heard[-1].dissent if heard else None
        ),
    )


def _class(request: EgressRequest, register: Register) -> AssetClass:
    classes = [class_of(each.digest, register.assets, each.declared) for each in request.media]
    if request.prompt is not None:
        classes.append(AssetClass.CONFIDENTIAL)
    if request.likenesses:
        classes.append(AssetClass.BIOMETRIC)
    return max(classes, default=AssetClass.PUBLIC)


def _words(request: EgressRequest, seen: Seen | None) -> Words:
    if seen is None:
        return Words.NONE if request.prompt is None else Words.UNREAD
    if seen.barred:
        return Words.BARRED
    return Words.HIDDEN if seen.hidden else Words.CLEAN


def _terms(request: EgressRequest, around: Circumstances) -> TermsFacts:
    terms = around.terms
    if terms is None:
        return TermsFacts()
    confirmed = around.register.confirmed.get(terms_digest(terms))
    until = confirmed.valid_until if confirmed else terms.valid_until
    return TermsFacts(
        known=True,
        trains_on_inputs=terms.trains_on_inputs,
        trains_on_outputs=terms.trains_on_outputs,
        retention_days=terms.retention_days,
        processed_in=_processed_in(request.seller.region, terms.regions),
        indemnity=terms.indemnity,
        confirmed=True if confirmed else None,
        snapshot_kept=around.is_kept(confirmed.snapshot) if confirmed else None,
        days_left=days_between(around.today, until),
    )


def _processed_in(region: str, listed: Sequence[str] | None) -> tuple[str, ...] | None:
    """Where it is processed: the region asked for, where the terms have it; else all of them."""
    if not region:
        return None if listed is None else tuple(listed)
    return (region,) if listed is not None and region in listed else None


def _hand_over(request: EgressRequest, sent: Outbound, around: Circumstances) -> Matter:
    register = around.register
    note = register.assets.get(sent.digest)
    line = ancestry(sent.digest, register.assets)
    owner = note.owner if note is not None else OWN if sent.made_here else ""
    owners = {each.owner for each in (register.assets[d] for d in line if d in register.assets)}
    others = sorted({owner, *owners} - {OWN, ""})
    unknown = not owner or "" in owners
    facts = HandOverFacts(
        purpose=request.purpose.value,
        quarantined=any(each in register.quarantined for each in line),
        owned=None if unknown else not others,
        third_party=None if unknown else bool(others),
        licence=licence_facts(sent.digest, line, others, register, around.today),
    )
    return Matter(
        act=Act.HAND_OVER, subject=f"{sent.media_type} {sent.digest[:12]}", facts=plain(facts)
    )


def _portray(
    request: EgressRequest, holder: str, around: Circumstances, *, seen: bool, named: bool
) -> Matter:
    register = around.register
    known = register.holders.get(holder)
    altered = bool(request.alteration) and seen
    consent = best_consent(holder, request, register, around.today)
    facts = PortrayFacts(
        purpose=request.purpose.value,
        seen=seen,
        named=named,
        holder=holder_facts(known, register),
        consent=consent_facts(consent, request, register, around.today),
        notice=notice_facts(holder, register),
        alteration=AlterationFacts(
            asked=altered,
            listed=request.alteration in around.post_purposes if altered else None,
            script_first=_script_first(request, register) if altered else None,
        ),
    )
    return Matter(act=Act.PORTRAY, subject=holder, facts=plain(facts))


def _script_first(request: EgressRequest, register: Register) -> bool | None:
    """Whether the script is older than every performance that is sent; None where not known."""
    notes = [register.assets.get(each.digest) for each in request.media]
    dated = [
        (note.script_dated, note.performed_on)
        for note in notes
        if note is not None and note.performed_on
    ]
    if not dated or any(not script for script, _ in dated):
        return None
    return all(script <= performed for script, performed in dated)


def days_between(today: str, until: str) -> int | None:
    """Days from one ISO date to another; None where either is none."""
    try:
        return (datetime.date.fromisoformat(until) - datetime.date.fromisoformat(today)).days
    except ValueError:
        return None
