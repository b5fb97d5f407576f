"""One line of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from secondunit.core.stage import Stage
from secondunit.pipeline.queries import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A stage with what it reads.

    Args:
        stage: The stage itself.
        title: As people call it.
        department: The name under which ``--through`` knows it.
        fact: The type of its facts.
        gather: Reads its inputs from what stands.
    """

    stage: Stage[Any, Any]
    title: str
    department: str
    fact: type
    gather: Callable[[View], Any]
