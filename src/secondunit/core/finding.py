"""Wrong or odd input as data: what was found, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a reader or a checker noticed.

    Args:
        severity: ``ERROR`` blocks what depends on it; a warning does not.
        rule: Stable id of the rule, ``department.what`` (``screenplay.no-headings``).
        where: File and line, scene, day, shot, or field, in words a person can find.
        message: What is wrong, in one sentence.
        remedy: What to do about it.
    """

    severity: Severity
    rule: str
    where: str
    message: str
    remedy: str = ""


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Only the findings that block."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)
