"""Read how a text model is asked for shots."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.breakdown.assist.table import Count, Prompt

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
    try:
        table = msgspec.convert(tomllib.loads(text), type=ShotAssist)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"{FILE}: {error}", remedy="Compare it with the file that ships."
        ) from error
    for place in PLACES:
        if place not in table.prompt.request:
            raise InputError(
                f"{FILE}: prompt.request has no {place}",
                remedy="Put it where the model should read it.",
            )
    return table
