"""Read ``rights_rules.toml``: which rules are in force, what they say, on what they rest."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from secondunit.core.errors import InputError, RoleMayNotSign
from secondunit.film.rights.records.register import RECORDS
from secondunit.film.rights.ruling.facts import Act
from secondunit.film.rights.ruling.twin import CHECKS, PURPOSES

FILE = "rights_rules.toml"

ALWAYS = "G00"
"""The rule that nothing switches off: an unknown purpose is none."""

DISAGREE = "G-twin"
"""Given as the rule where the two engines disagree, or one of them cannot answer."""

ID_OF_ACT = {rule: act for act, checks in CHECKS.items() for rule in checks}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule.

    Args:
        id: As cited (``R01``).
        says: What it demands, in one sentence.
        block: Purposes for which it says no.
        warn: Purposes for which it warns.
        who: Role that can supply what it lacks.
        source: On what it rests.
    """

    id: str
    says: str
    block: tuple[str, ...]
    warn: tuple[str, ...]
    who: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBook:
    """The rules of a production.

    Args:
        rules: By id.
        post_purposes: Changes to a performance that need no consent of their own.
        signs: Roles that may sign a record, by the kind of its event.
    """

    rules: Mapping[str, Rule]
    post_purposes: tuple[str, ...]
    signs: Mapping[str, tuple[str, ...]]

    def blocking(self, act: Act, purpose: str) -> frozenset[str]:
        """Ids of the rules on an act that say no for a purpose; all of them for an unknown one."""
        return frozenset(
            rule.id
            for rule in self.rules.values()
            if ID_OF_ACT.get(rule.id) is act and (purpose in rule.block or purpose not in PURPOSES)
        )

    def warning(self, act: Act, purpose: str) -> frozenset[str]:
        """Ids of the rules on an act that warn for a purpose."""
        return frozenset(
            rule.id
            for rule in self.rules.values()
            if ID_OF_ACT.get(rule.id) is act and purpose in rule.warn
        )


def read_rules(text: str) -> RuleBook:
    """Read the rules.

    Raises:
        InputError: The file has not its shape, lacks a rule, or has one that nobody decides.
    """
    try:
        data = tomllib.loads(text)
        rules = msgspec.convert(data.get("rule"), type=list[Rule])
        signs = msgspec.convert(data.get("signs"), type=dict[str, tuple[str, ...]])
        post = msgspec.convert(data.get("post_purposes"), type=tuple[str, ...])
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"{FILE}: {error}", remedy="Compare it with the file that ships."
        ) from error
    ids = [rule.id for rule in rules]
    known = [ALWAYS, *ID_OF_ACT]
    for name in known:
        if ids.count(name) != 1:
            raise InputError(
                f"{FILE}: rule {name} is there {ids.count(name)} times",
                remedy="Have each once; to switch one off, empty its block and warn.",
            )
    if strange := [name for name in ids if name not in known]:
        raise InputError(f"{FILE}: nothing decides rule {strange[0]}", remedy="Take it out.")
    for rule in rules:
        if wrong := [each for each in (*rule.block, *rule.warn) if each not in PURPOSES]:
            raise InputError(
                f"{FILE}: rule {rule.id}: there is no purpose “{wrong[0]}”",
                remedy=f"Purposes: {', '.join(sorted(PURPOSES))}.",
            )
    if missing := [kind for kind in RECORDS if kind not in signs]:
        raise InputError(
            f"{FILE}: nobody may sign {missing[0]}", remedy="Name roles for it under [signs]."
        )
    return RuleBook(rules={rule.id: rule for rule in rules}, post_purposes=post, signs=signs)


def require_signer(book: RuleBook, kind: str, by: str, role: str) -> None:
    """Let a named person sign a record in a role, or say who does.

    Raises:
        InputError: There is no name.
        RoleMayNotSign: The role does not sign such records.
    """
    if not by.strip():
        raise InputError("a record of rights needs a person's name", remedy="Give --as NAME.")
    if role not in book.signs[kind]:
        raise RoleMayNotSign(
            f"{role or 'nobody'} does not sign {kind} records",
            remedy=f"These do: {', '.join(book.signs[kind])}. Give --role.",
        )
