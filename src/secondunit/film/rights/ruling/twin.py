"""The rules of the gate in plain Python: the second opinion beside the policy engine.

Each check says which data fail it; none means the rule is content. A rule needs what it names: a
datum that is unknown fails. The same rules stand in ``egress.cedar``; where the two disagree, the
answer is no.

Source: section 2.2 of the studio's rights page; ``rights_rules.toml`` cites each rule's basis.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from secondunit.film.rights.ruling.facts import Act, HandOverFacts, PortrayFacts, SendFacts, Words

LONGEST_MINOR_YEARS = 5
"""Longest consent for a minor (NO FAKES bill, used as a limit of design)."""

SOON_DAYS = 30
"""Days before terms run out at which a warning begins."""

PURPOSES = frozenset({"temp", "final", "assist", "collect"})

Failing = tuple[str, ...]
"""Dotted names of the data that fail a rule."""


def _unless(**checks: bool) -> Failing:
    """Names of the checks that are not true; ``__`` stands for a dot."""
    return tuple(name.replace("__", ".") for name, holds in checks.items() if not holds)


def _trains(f: SendFacts) -> Failing:
    return _unless(
        terms__trains_on_inputs=f.terms.trains_on_inputs is False,
        terms__trains_on_outputs=f.terms.trains_on_outputs is False,
    )


def _keeps(f: SendFacts) -> Failing:
    days, most = f.terms.retention_days, f.title.max_retention_days
    if days is None or most is None:
        return _unless(
            terms__retention_days=days is not None, title__max_retention_days=most is not None
        )
    return _unless(terms__retention_days=0 <= days <= most)


def _region(f: SendFacts) -> Failing:
    done, allowed = f.terms.processed_in, f.title.regions
    if not done or allowed is None:
        return _unless(terms__processed_in=bool(done), title__regions=allowed is not None)
    return _unless(title__regions=set(done) <= set(allowed))


def _current(f: SendFacts) -> Failing:
    return _unless(
        terms__confirmed=f.terms.confirmed is True,
        terms__snapshot_kept=f.terms.snapshot_kept is True,
        terms__days_left=f.terms.days_left is not None and f.terms.days_left >= 0,
    )


def _ending(f: SendFacts) -> Failing:
    left = f.terms.days_left
    return _unless(terms__days_left=left is None or left >= SOON_DAYS)


def _ceiling(f: SendFacts) -> Failing:
    sent, most = f.asset_class, f.title.highest_class
    if sent is None or most is None:
        return _unless(asset_class=sent is not None, title__highest_class=most is not None)
    return _unless(asset_class=0 <= sent <= min(most, 3))


def _outside(check: Callable[[SendFacts], Failing]) -> Callable[[SendFacts], Failing]:
    """A rule about what leaves; on this machine it has nothing to say."""
    return lambda f: () if f.outside is False else check(f)


def _words(f: SendFacts) -> Failing:
    return _unless(words=f.words in {Words.NONE, Words.CLEAN, Words.UNREAD})


def _director(f: SendFacts) -> Failing:
    creative = not (f.generative is False or f.purpose in {"assist", "collect"})
    return _unless(director__consulted=f.director.consulted is True) if creative else ()


def _over_dissent(f: SendFacts) -> Failing:
    return _unless(director__dissents=f.director.dissents is not True)


SEND: Mapping[str, Callable[[SendFacts], Failing]] = {
    "G01": _outside(lambda f: _unless(title__provider_named=f.title.provider_named is True)),
    "G02": _outside(_ceiling),
    "G03": _outside(lambda f: _unless(terms__known=f.terms.known is True)),
    "G04": _outside(_words),
    "R01": _outside(_trains),
    "R02": _outside(_keeps),
    "R03": _outside(_region),
    "R04": _outside(_current),
    "R04.soon": _outside(_ending),
    "R05": _outside(lambda f: _unless(terms__indemnity=f.terms.indemnity is True)),
    "R21": _director,
    "R21.dissent": _over_dissent,
}


def _is_synthetic(f: PortrayFacts) -> bool:
    return f.holder.kind == "synthetic"


def _seen(check: Callable[[PortrayFacts], Failing]) -> Callable[[PortrayFacts], Failing]:
    """A rule about a likeness of somebody; a synthetic performer is nobody's."""
    return lambda f: () if f.seen is False or _is_synthetic(f) else check(f)


def _consent(f: PortrayFacts) -> Failing:
    return _unless(
        holder__kind=f.holder.kind in {"person", "estate", "org", "union"},
        consent__status=f.consent.status in {"active", "suspended", "revoked", "expired"},
        consent__begun=f.consent.begun is True,
        consent__signed=f.consent.signed is True,
        consent__separate_signature=f.consent.separate_signature is True,
    )


def _scope(f: PortrayFacts) -> Failing:
    return _unless(
        consent__covers_project=f.consent.covers_project is True,
        consent__covers_use=f.consent.covers_use is True,
        consent__covers_media=f.consent.covers_media is True,
        consent__covers_territories=f.consent.covers_territories is True,
    )


def _live(f: PortrayFacts) -> Failing:
    return _unless(consent__status=f.consent.status == "active")


def _estate(f: PortrayFacts) -> Failing:
    if f.holder.deceased is False:
        return ()
    if f.holder.deceased is None:
        return ("holder.deceased",)
    return _unless(consent__given_by=f.consent.given_by in {"estate", "union"})


def _minor(f: PortrayFacts) -> Failing:
    if f.holder.minor is False:
        return ()
    if f.holder.minor is None:
        return ("holder.minor",)
    years = f.consent.years
    return _unless(
        consent__given_by=f.consent.given_by == "guardian",
        consent__years=years is not None and 0 < years <= LONGEST_MINOR_YEARS,
    )


def _dispute(f: PortrayFacts) -> Failing:
    return _unless(holder__in_dispute=f.holder.in_dispute is False)


def _synthetic(f: PortrayFacts) -> Failing:
    if not _is_synthetic(f):
        return ()
    return _unless(
        notice__sent=f.notice.sent is True,
        notice__bargaining=f.notice.bargaining == "closed",
        notice__memo=f.notice.memo is True,
    )


def _named(f: PortrayFacts) -> Failing:
    if f.named is False or _is_synthetic(f):
        return ()
    return _unless(
        consent__covers_name=f.consent.covers_name is True,
        consent__status=f.consent.status == "active",
    )


def _altered(f: PortrayFacts) -> Failing:
    if f.alteration.asked is False:
        return ()
    if f.alteration.asked is None:
        return ("alteration.asked",)
    if f.consent.covers_alteration is True and f.consent.status == "active":
        return ()
    return _unless(
        alteration__listed=f.alteration.listed is True,
        alteration__script_first=f.alteration.script_first is True,
    )


PORTRAY: Mapping[str, Callable[[PortrayFacts], Failing]] = {
    "R06": _seen(_consent),
    "R10": _seen(_scope),
    "R11": _seen(_live),
    "R12": _seen(_estate),
    "R13": _seen(_minor),
    "R14": _seen(_dispute),
    "R15": _synthetic,
    "R16": _named,
    "R17": _altered,
}


def _licence(f: HandOverFacts) -> Failing:
    if f.third_party is False:
        return _unless(owned=f.owned is True)
    if f.third_party is None:
        return ("third_party",)
    return _unless(
        licence__covers_ai_input=f.licence.covers_ai_input is True,
        licence__covers_territories=f.licence.covers_territories is True,
        licence__in_term=f.licence.in_term is True,
        licence__signed=f.licence.signed is True,
    )


HAND_OVER: Mapping[str, Callable[[HandOverFacts], Failing]] = {
    "G05": lambda f: _unless(quarantined=f.quarantined is False),
    "R23": _licence,
}

CHECKS: Mapping[Act, Mapping[str, Callable[[Any], Failing]]] = {
    Act.SEND: SEND,
    Act.PORTRAY: PORTRAY,
    Act.HAND_OVER: HAND_OVER,
}


def evaluate(
    act: Act, facts: SendFacts | PortrayFacts | HandOverFacts, asked: frozenset[str]
) -> Mapping[str, Failing]:
    """The rules among those asked that say no, and the data that make them.

    Args:
        act: What the facts are about.
        facts: What is known.
        asked: Ids of the rules in force.
    """
    found = {rule: check(facts) for rule, check in CHECKS[act].items() if rule in asked}
    if facts.purpose not in PURPOSES:
        found["G00"] = ("purpose",)
    return {rule: failing for rule, failing in found.items() if failing}
