"""Who answers asks: one performer a kind."""

from __future__ import annotations

from collections.abc import Mapping

from secondunit.adapters.tagger import answer_tokens, version
from secondunit.ports.jobs import Performed, Performer


def make_performers() -> Mapping[str, Performer]:
    """Performers by the kind of ask they answer; nothing heavy is loaded before it is used."""
    return {"tokens": _tokens}


def _tokens(body: str) -> Performed:
    return Performed(body=answer_tokens(body), provider="tagger", version=version())
