"""Facts about a likeness: who it is of, and the paper that comes closest to the use."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from secondunit.film.rights.model import EgressRequest
from secondunit.film.rights.records.people import Consent, ConsentStatus, RightsHolder, status_on
from secondunit.film.rights.records.register import Register
from secondunit.film.rights.ruling.facts import ConsentFacts, HolderFacts, NoticeFacts

WORLD = "world"

SYNTHETIC_NOTICE = "synthetic-performer"

RANK = (
    ConsentStatus.ACTIVE,
    ConsentStatus.SUSPENDED,
    ConsentStatus.REVOKED,
    ConsentStatus.EXPIRED,
    ConsentStatus.DRAFT,
)
"""A live paper comes closer than any other, a draft is no paper yet."""


def best_consent(
    holder: str, request: EgressRequest, register: Register, today: str
) -> Consent | None:
    """The holder's paper that comes closest to the use asked for, or None where there is none."""
    papers = [each for each in register.consents.values() if each.holder == holder]

    def far(paper: Consent) -> tuple[int, int]:
        facts = consent_facts(paper, request, register, today)
        values = [facts.begun, facts.signed, facts.separate_signature, facts.covers_project]
        values += [facts.covers_use, facts.covers_media, facts.covers_territories]
        return RANK.index(status_on(paper, today)), sum(value is not True for value in values)

    return min(papers, key=far, default=None)


def holder_facts(holder: RightsHolder | None, register: Register) -> HolderFacts:
    """What is known of a rights holder."""
    if holder is None:
        return HolderFacts()
    disputes = register.policy.disputes
    return HolderFacts(
        kind=holder.kind.value,
        minor=holder.minor,
        deceased=holder.deceased,
        in_dispute=None if disputes is None else bool({*disputes} & {*holder.unions}),
    )


def consent_facts(
    paper: Consent | None, request: EgressRequest, register: Register, today: str
) -> ConsentFacts:
    """What a paper says of the use asked for."""
    if paper is None:
        return ConsentFacts()
    medium = request.released_as or register.policy.medium
    return ConsentFacts(
        status=status_on(paper, today).value,
        begun=paper.starts <= today if paper.starts else None,
        signed=True if paper.document else None,
        separate_signature=paper.separate_signature,
        given_by=paper.given_by.value,
        years=years_of(paper.starts, paper.ends),
        covers_project=request.title in paper.projects,
        covers_use=request.use in paper.uses,
        covers_media=medium in paper.media if medium else None,
        covers_territories=covers(paper.territories, register.policy.territories),
        covers_name="name" in paper.uses,
        covers_alteration="alteration" in paper.uses,
    )


def notice_facts(holder: str, register: Register) -> NoticeFacts:
    """What the union was told of a synthetic performer; the newest notice about it counts."""
    about = [
        each
        for each in register.notices.values()
        if each.kind == SYNTHETIC_NOTICE and each.subject == holder
    ]
    if not about:
        return NoticeFacts()
    last = max(about, key=lambda each: each.sent_at)
    return NoticeFacts(
        sent=bool(last.sent_at), bargaining=last.bargaining, memo=last.memo is not None
    )


def covers(granted: Sequence[str], wanted: Sequence[str]) -> bool | None:
    """Whether all territories wanted are granted; None where nobody said what is wanted."""
    if not wanted:
        return None
    return WORLD in granted or set(wanted) <= set(granted)


def years_of(starts: str, ends: str) -> int | None:
    """Years of a term, a begun one counted whole; None where a date is missing or is none."""
    try:
        first, last = datetime.date.fromisoformat(starts), datetime.date.fromisoformat(ends)
    except ValueError:
        return None
    after = (last.month, last.day) >= (first.month, first.day)
    return last.year - first.year + (1 if after else 0)
