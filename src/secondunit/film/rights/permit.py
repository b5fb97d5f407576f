"""May this leave the building? Asked before every order; the default is no.

Source: rules R01 and R02 of the studio's rights page: nothing goes to a provider that learns
from inputs, and confidential material leaves only where the production says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.finding import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What a production allows.

    Args:
        providers_outside: Keys of providers that material may be sent to; empty for none.
        names_in_pictures: True when masks, manifests and pose files may call characters by name.
    """

    providers_outside: tuple[str, ...] = ()
    names_in_pictures: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Something about to be given to a provider.

    Args:
        subject: What it is, for the message.
        provider: Key of the provider.
        leaves_the_machine: True when anything is sent elsewhere.
        trains_on_inputs: True when the provider may learn from it.
    """

    subject: str
    provider: str
    leaves_the_machine: bool
    trains_on_inputs: bool


def check_transfer(transfer: Transfer, policy: Policy) -> tuple[Finding, ...]:
    """Error findings for each rule that forbids the transfer; empty when it may go."""
    findings = []
    if transfer.trains_on_inputs:
        findings.append(
            _denied(
                "rights.R01",
                transfer,
                f"{transfer.provider} may learn from what it is sent",
                "Choose a provider, tier or contract that does not train on inputs.",
            )
        )
    if transfer.leaves_the_machine and transfer.provider not in policy.providers_outside:
        findings.append(
            _denied(
                "rights.egress",
                transfer,
                f"material may not be sent to {transfer.provider}",
                "Have legal add the provider to the production's policy first.",
            )
        )
    return tuple(findings)


def _denied(rule: str, transfer: Transfer, message: str, remedy: str) -> Finding:
    return Finding(
        severity=Severity.ERROR, rule=rule, where=transfer.subject, message=message, remedy=remedy
    )
