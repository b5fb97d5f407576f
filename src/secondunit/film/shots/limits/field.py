"""A finding on one field of a shot."""

from __future__ import annotations

from secondunit.core.finding import Finding, Severity
from secondunit.film.shots.model import ShotSpec


def impossible(shot: ShotSpec, field: str, message: str, remedy: str) -> Finding:
    """An error: the shot cannot be made as its field says.

    Args:
        shot: The shot.
        field: Its field, as the spec names it (``lens.focal_mm``).
        message: What is wrong, in one sentence.
        remedy: What to change.
    """
    return _found(Severity.ERROR, shot, field, message, remedy)


def doubtful(shot: ShotSpec, field: str, message: str, remedy: str) -> Finding:
    """A warning: the shot can be made, but hardly as meant.

    Args:
        shot: The shot.
        field: Its field, as the spec names it.
        message: What is odd, in one sentence.
        remedy: What to change.
    """
    return _found(Severity.WARNING, shot, field, message, remedy)


def _found(severity: Severity, shot: ShotSpec, field: str, message: str, remedy: str) -> Finding:
    return Finding(
        severity=severity,
        rule=f"shots.{field.split('.', maxsplit=1)[0].replace('_', '-')}",
        where=f"shot {shot.number}, {field}",
        message=message,
        remedy=remedy,
    )
