"""Read how a text model is asked for shots."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.film.breakdown.assist.table import (
    Count,
    Prompt,
    read_wording,
    require_places,
)

FILE = "shots_assist.toml"

PLACES = ("{shots}", "{cast}", "{lenses}", "{fence}", "{lines}")
"""What the request must have a place for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of an answer is taken.

    Args:
        most_shots: Entries of an answer; one with more is refused whole.
        most_tokens: Tokens of an answer.
    """

    most_shots: Count
    most_tokens: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotAssist:
    """The whole file.

    Args:
        prompt: The words of the question.
        limits: How much of an answer is taken.
    """

    prompt: Prompt
    limits: Limits


def read_shot_assist(text: str) -> ShotAssist:
    """Read ``shots_assist.toml``.

    Raises:
        InputError: It has not its shape, or the request lacks one of its places.
    """
    table = read_wording(text, ShotAssist, FILE)
    require_places(table.prompt, PLACES, FILE)
    return table
