"""Put matters to the rules, twice, and say no unless both say yes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from secondunit.core.errors import InputError
from secondunit.core.ids import Digest, canonical_json
from secondunit.film.rights.model import Denial, EgressVerdict
from secondunit.film.rights.ruling.facts import Act, Facts, Matter, read_facts, value_at
from secondunit.film.rights.ruling.rules import DISAGREE, RuleBook
from secondunit.film.rights.ruling.twin import Failing, evaluate

Second = Callable[[Matter, frozenset[str]], frozenset[str]]
"""The policy engine: which of the rules asked say no to a matter; it raises what it cannot say."""


def judge(
    matters: Sequence[Matter], book: RuleBook, second: Second, bundle: Digest
) -> EgressVerdict:
    """The verdict on a call.

    Args:
        matters: All it is made of; none is no call, and is refused.
        book: Rules in force.
        second: The policy engine.
        bundle: Digest of the policy, for the record.
    """
    denials: list[Denial] = []
    warnings: list[Denial] = []
    second = _remembering(second)
    if not any(matter.act is Act.SEND for matter in matters):
        denials.append(_engines("nothing says what the call is"))
    for matter in matters:
        try:
            facts = read_facts(matter.act, matter.facts)
        except InputError as error:
            denials.append(_engines(f"{matter.subject}: {error.message}"))
            continue
        purpose = facts.purpose or ""
        block, warn = book.blocking(matter.act, purpose), book.warning(matter.act, purpose)
        if not _ask(matter, facts, book, second, block | warn):
            continue
        denials += _ask(matter, facts, book, second, block)
        for found in _ask(matter, facts, book, second, warn) if warn else ():
            (denials if found.rule == DISAGREE else warnings).append(found)
    return EgressVerdict(
        denials=_once(denials), warnings=_once(warnings, without=denials), bundle=bundle
    )


def _remembering(second: Second) -> Second:
    """The policy engine, asked once about facts that several matters share."""
    told: dict[tuple[bytes, frozenset[str]], frozenset[str]] = {}

    def ask(matter: Matter, asked: frozenset[str]) -> frozenset[str]:
        key = canonical_json([matter.act, matter.facts]), asked
        if key not in told:
            told[key] = second(matter, asked)
        return told[key]

    return ask


def _ask(
    matter: Matter, facts: Facts, book: RuleBook, second: Second, asked: frozenset[str]
) -> list[Denial]:
    here = evaluate(matter.act, facts, asked)
    try:
        there = second(matter, asked)
    except Exception as error:  # noqa: BLE001  whatever ails the engine, the answer is no
        return [_engines(f"{matter.subject}: the policy engine cannot answer ({error})")]
    found = [_denial(matter, rule, here[rule], book) for rule in sorted(here)]
    if here.keys() != there:
        odd = ", ".join(sorted(here.keys() ^ there))
        found.append(_engines(f"{matter.subject}: the two engines disagree about {odd}"))
    return found


def _denial(matter: Matter, rule: str, failing: Failing, book: RuleBook) -> Denial:
    known = book.rules[rule]
    found = "; ".join(f"{datum} {_said(matter.facts, datum)}" for datum in failing)
    return Denial(
        rule=rule,
        message=f"{known.says} ({matter.subject}: {found})",
        lacks=", ".join(failing),
        who=known.who,
    )


def _said(facts: Mapping[str, object], datum: str) -> str:
    value = value_at(facts, datum)
    match value:
        case None:
            return "is not known"
        case bool():
            return f"is {str(value).lower()}"
        case tuple() | list():
            return f"is {', '.join(map(str, value)) or 'empty'}"
    return f"is {value}"


def _engines(message: str) -> Denial:
    return Denial(rule=DISAGREE, message=message, lacks="the facts", who="the studio's developers")


def _once(found: Sequence[Denial], without: Sequence[Denial] = ()) -> tuple[Denial, ...]:
    return tuple(each for each in dict.fromkeys(found) if each not in without)


def explain(verdict: EgressVerdict) -> tuple[str, str]:
    """What is denied, in one message, and the remedy."""
    said = "; ".join(f"{each.rule} {each.message}" for each in verdict.denials)
    who = dict.fromkeys(f"{each.who} can supply {each.lacks}" for each in verdict.denials)
    return said, f"{'; '.join(who)}. See secondunit rights why."
