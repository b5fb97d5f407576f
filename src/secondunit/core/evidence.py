"""Why a proposed item is there: the words, the rule, the frames or the answer behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from secondunit.core.ids import LineId, SceneId


class EvidenceKind(StrEnum):
    """What kind of thing supports an item."""

    SCRIPT = "script"
    RULE = "rule"
    FACT = "fact"
    ANSWER = "answer"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptSpan:
    """Exact words of the script: ``line.text[start:end] == quote``.

    Args:
        scene: The scene that holds the line.
        line: The scripted line.
        start: First character, counted in the line's text.
        end: One past the last character.
        quote: The words themselves.
    """

    scene: SceneId
    line: LineId
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason for one item.

    Args:
        kind: What kind of reason it is.
        span: The words of the script, for ``SCRIPT``.
        rule: Rule id and citation, for ``RULE`` (and beside a span: the rule that read it so).
        ref: Digest or id of the fact or answer relied on, for ``FACT`` and ``ANSWER``.
    """

    kind: EvidenceKind
    span: ScriptSpan | None = None
    rule: str = ""
    ref: str = ""


def from_script(span: ScriptSpan, rule: str) -> Evidence:
    """Evidence that quotes the script, with the rule that read it so."""
    return Evidence(kind=EvidenceKind.SCRIPT, span=span, rule=rule)


def from_rule(rule: str, ref: str = "") -> Evidence:
    """Evidence that is a rule of the trade, with what it was applied to."""
    return Evidence(kind=EvidenceKind.RULE, rule=rule, ref=ref)


def from_fact(ref: str, rule: str = "") -> Evidence:
    """Evidence that is another fact (or open proposal) of the production."""
    return Evidence(kind=EvidenceKind.FACT, ref=ref, rule=rule)


def from_answer(ref: str, rule: str = "") -> Evidence:
    """Evidence that is the stored answer of a tool or a model."""
    return Evidence(kind=EvidenceKind.ANSWER, ref=ref, rule=rule)


def from_person(name: str, reason: str) -> Evidence:
    """Evidence that is a person's word, with the reason they gave."""
    return Evidence(kind=EvidenceKind.PERSON, rule=reason, ref=name)
