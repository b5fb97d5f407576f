"""The rules of the gate, asked of the Cedar policy engine.

A missing attribute makes Cedar skip a ``forbid`` and allow; so a schema is mandatory, at load and
with every request, and an answer counts only where there is no error in it.

Source: finding 7 of the studio's rights page; cedarpy 4.12.
"""

from __future__ import annotations

import re

from cedarpy import Decision, Entities, PolicySet, Schema, is_authorized, validate_policies

from secondunit.core.errors import InputError, Unavailable
from secondunit.core.ids import Digest, digest
from secondunit.film.rights.ruling.facts import Matter
from secondunit.film.rights.ruling.rules import ALWAYS, ID_OF_ACT

POLICIES = "egress.cedar"
SCHEMA = "egress.cedarschema"

_NOBODY = {"type": "Person", "id": "who-asks"}
_TITLE = {"type": "Title", "id": "title"}


class CedarEngine:
    """Policies and schema, read once.

    Args:
        policies: Text of the policies, each with its rule's id as ``@id``.
        schema: Text of the schema.

    Raises:
        InputError: They cannot be read, do not fit, or a rule has no policy.
    """

    def __init__(self, policies: str, schema: str) -> None:
        try:
            checked = validate_policies(policies, schema)
            self._policies = PolicySet.from_str(policies)
            self._schema = Schema.from_str(schema)
            self._entities = Entities.from_json_str("[]")
        except ValueError as error:
            raise InputError(
                f"{POLICIES}: {error}", remedy="Compare it with the file that ships."
            ) from error
        if not checked.validation_passed:
            raise InputError(f"{POLICIES}: {checked.errors[0]}", remedy=f"Correct it by {SCHEMA}.")
        facts = set(re.findall(r"(\w+)\??:", schema))
        if odd := [name for name in re.findall(r"\bhas (\w+)", policies) if name not in facts]:
            raise InputError(
                f"{POLICIES}: there is no fact “{odd[0]}”", remedy=f"Correct it by {SCHEMA}."
            )
        lacks = [rule for rule in (ALWAYS, *ID_OF_ACT) if f'@id("{rule}")' not in policies]
        if lacks:
            raise InputError(
                f"{POLICIES}: rule {lacks[0]} has no policy",
                remedy=f'Have one policy with @id("{lacks[0]}").',
            )

    def refusing(self, matter: Matter, asked: frozenset[str]) -> frozenset[str]:
        """Ids of the rules that say no to a matter.

        Args:
            matter: What is put to them.
            asked: Ids of the rules in force.

        Raises:
            Unavailable: The engine reports an error, or decides nothing.
        """
        answer = is_authorized(
            {
                "principal": _NOBODY,
                "action": {"type": "Action", "id": matter.act.value},
                "resource": _TITLE,
                "context": {**matter.facts, "asked": sorted(asked)},
            },
            self._policies,
            self._entities,
            self._schema,
        )
        found = answer.diagnostics
        if found.errors or answer.decision is Decision.NoDecision:
            said = " ".join(" ".join(found.errors).split()) or "no decision"
            raise Unavailable(said[:300])
        if answer.decision is Decision.Allow:
            return frozenset()
        rules = frozenset(found.id_annotations_by_reason.values())
        if len(rules) != len(found.reasons):
            raise Unavailable("a policy without its rule's id decided")
        return rules or frozenset({ALWAYS})


def bundle_digest(*texts: str) -> Digest:
    """What stands in every row of the log for the whole policy: its files, in order."""
    return digest(texts)
