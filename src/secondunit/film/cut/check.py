"""Check a cut against its shots: nothing missing, no gap, no overlap, nothing past its media."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.core.finding import Finding, Severity
from secondunit.film.cut.model import Cut
from secondunit.film.shots.model import ShotSpec


def check_cut(cut: Cut, shots: Sequence[ShotSpec]) -> tuple[Finding, ...]:
    """Every way in which a cut is not what its shots say; empty when it is whole."""
    findings = []
    at = 0
    for clip in cut.clips:
        if clip.record_in != at:
            gap = clip.record_in - at
            what = f"a gap of {gap} frames" if gap > 0 else f"an overlap of {-gap} frames"
            findings.append(_wrong("cut.gap", clip.number, f"{what} before it"))
        if clip.duration <= 0 or clip.source_in < 0:
            findings.append(_wrong("cut.empty-clip", clip.number, "uses no frame of its media"))
        at = clip.record_in + clip.duration
    used = [clip.shot for clip in cut.clips]
    for shot in shots:
        if shot.id not in used:
            findings.append(_wrong("cut.missing-shot", shot.number, "is not in the cut"))
        elif used.count(shot.id) > 1:
            findings.append(_wrong("cut.repeated-shot", shot.number, "is in the cut twice"))
    wanted = [shot.id for shot in shots if shot.id in set(used)]
    if sorted(used) == sorted(wanted) and used != wanted:
        findings.append(_wrong("cut.order", "", "shots do not stand in the order of the script"))
    return tuple(findings)


def _wrong(rule: str, number: str, message: str) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule=rule,
        where=f"shot {number}" if number else "the cut",
        message=message,
        remedy="Correct the cut, or assemble it again.",
    )
