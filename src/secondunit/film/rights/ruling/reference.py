"""Facts about something of somebody else's: the licence that comes closest to handing it over."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.core.ids import Digest
from secondunit.film.rights.records.papers import License
from secondunit.film.rights.records.register import Register
from secondunit.film.rights.ruling.facts import LicenceFacts
from secondunit.film.rights.ruling.portrayal import covers

AI_INPUT = "ai-input"


def licence_facts(
    digest: Digest, line: Sequence[Digest], owners: Sequence[str], register: Register, today: str
) -> LicenceFacts:
    """What the licences of its owners say; with several owners, the worst of them counts.

    Args:
        digest: The thing.
        line: The thing and all it was made from.
        owners: Ids of those who are not the production.
        register: The title's rights.
        today: ISO date.
    """
    if not owners:
        return LicenceFacts()
    best = [_best(digest, line, owner, register, today) for owner in owners]
    return min(best, key=_score)


def _best(
    digest: Digest, line: Sequence[Digest], owner: str, register: Register, today: str
) -> LicenceFacts:
    papers = [
        each
        for each in register.licences.values()
        if each.licensor == owner and (not each.asset or each.asset in {digest, *line})
    ]
    found = [_facts(each, register, today) for each in papers]
    return max(found, key=_score, default=LicenceFacts())


def _facts(paper: License, register: Register, today: str) -> LicenceFacts:
    dated = bool(paper.starts and paper.ends)
    return LicenceFacts(
        covers_ai_input=AI_INPUT in paper.scope,
        covers_territories=covers(paper.territories, register.policy.territories),
        in_term=paper.starts <= today <= paper.ends if dated else None,
        signed=True if paper.document else None,
    )


def _score(facts: LicenceFacts) -> int:
    values = (facts.covers_ai_input, facts.covers_territories, facts.in_term, facts.signed)
    return sum(value is True for value in values)
