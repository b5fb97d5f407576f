"""What must be true before a package may leave."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.core.finding import Finding, blocking
from secondunit.film.delivery.model import StageRow


def missing_sign_offs(stages: Sequence[StageRow], findings: Sequence[Finding]) -> tuple[str, ...]:
    """What delivery still waits for, one sentence each; empty when it may go.

    Args:
        stages: Every stage as it stands.
        findings: What the stages noticed when they last ran.
    """
    missing = []
    for row in stages:
        if row.required and row.runs == 0:
            missing.append(f"{row.title}: has not been made yet")
            continue
        if row.behind:
            missing.append(f"{row.title}: was made from inputs that have changed; run produce")
        waiting = row.proposed + row.stale
        if row.required and waiting:
            stale = f", {row.stale} of them stale" if row.stale else ""
            noun = "decision" if waiting == 1 else "decisions"
            signers = " or ".join(row.signers)
            missing.append(f"{row.title}: {waiting} {noun} open{stale}, signed by {signers}")
    missing += [f"{finding.where}: {finding.message}" for finding in blocking(findings)]
    return tuple(missing)
