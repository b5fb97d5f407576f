"""Files in which breakdowns and boards travel between programs."""

from __future__ import annotations

from secondunit.core.errors import InputError
from secondunit.film.schedule.exchange.model import PlanFile
from secondunit.film.screenplay.model import Screenplay
from secondunit.ports.formats import Written

PLAN, SCRIPT = ".uss", ".fdx"


def require_suffix(suffix: str) -> None:
    """Let a suffix be one of those that a breakdown travels in.

    Raises:
        InputError: It is another one.
    """
    if suffix not in {PLAN, SCRIPT}:
        raise InputError(
            f"a breakdown does not travel as “{suffix or 'a file without suffix'}”",
            remedy=f"Use {PLAN} (Universal Schedule Standard) or {SCRIPT} (Final Draft tags).",
        )


def read_plan(data: bytes, name: str) -> PlanFile:
    """Read a plan file.

    Raises:
        InputError: It is none, or a field is wrong.
    """
    from secondunit.adapters.formats import uss

    return uss.read_plan(data, name)


def write_plan(plan: PlanFile, source: bytes | None = None) -> bytes:
    """Write a plan file, into one that is there or anew.

    Raises:
        InputError: The source is no plan file.
    """
    from secondunit.adapters.formats import uss

    return uss.write_plan(plan, source)


def write_tagged(script: Screenplay, source: bytes) -> Written:
    """Write a tagged script as Final Draft; one that came as that keeps all its other bytes."""
    from secondunit.adapters.formats import fdx

    same = script.source_format == fdx.FORMAT.key
    return fdx.FORMAT.write(script, source if same else None)
