"""Read how a text model is asked, and how far it is believed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.breakdown.model import Category

FILE = "breakdown_assist.toml"

PLACES = ("{categories}", "{fence}", "{lines}")
"""What the request must have a place for."""

TableT = TypeVar("TableT")

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Count = Annotated[int, msgspec.Meta(ge=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """The words of the question.

    Args:
        system: What the model is told beforehand.
        request: The question, with places for categories, fence and lines.
    """

    system: str
    request: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of an answer is taken.

    Args:
        most_items: Items of one scene; an answer with more is refused whole.
        longest_name: Letters of an element's name.
        most_tokens: Tokens of an answer.
    """

    most_items: Count
    longest_name: Count
    most_tokens: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """Confidences, 0 to 1.

    Args:
        agreed: At least, where rules and model agree.
        model_alone: At most, where only the model found it.
        model_implied: At most, where the model says the trade needs it.
        rule_alone: At most, where only a rule found it and the model was asked.
        sure: From here on a rule needs nobody's agreement.
    """

    agreed: Share
    model_alone: Share
    model_implied: Share
    rule_alone: Share
    sure: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistTable:
    """The whole file.

    Args:
        prompt: The words of the question.
        categories: What each category holds, in words; only these may be answered.
        limits: How much of an answer is taken.
        belief: How far it is believed.
    """

    prompt: Prompt
    categories: Mapping[Category, str]
    limits: Limits
    belief: Belief


def read_wording(text: str, shape: type[TableT], file: str) -> TableT:
    """Read a file that says how a text model is asked.

    Args:
        text: Its text.
        shape: What it must hold.
        file: Its name, for messages.

    Raises:
        InputError: It is no TOML, or has not that shape.
    """
    try:
        return msgspec.convert(tomllib.loads(text), type=shape)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"{file}: {error}", remedy="Compare it with the file that ships."
        ) from error


def require_places(prompt: Prompt, places: Sequence[str], file: str) -> None:
    """See that a request has a place for all that is filled in.

    Raises:
        InputError: One is missing.
    """
    for place in places:
        if place not in prompt.request:
            raise InputError(
                f"{file}: prompt.request has no {place}",
                remedy="Put it where the model should read it.",
            )


def read_assist(text: str) -> AssistTable:
    """Read ``breakdown_assist.toml``.

    Raises:
        InputError: It has not its shape, or the request lacks one of its places.
    """
    table = read_wording(text, AssistTable, FILE)
    require_places(table.prompt, PLACES, FILE)
    belief = table.belief
    if not max(belief.model_alone, belief.model_implied, belief.rule_alone) < belief.agreed:
        raise InputError(
            f"{FILE}: belief: what one alone found may not weigh as much as what both agree on",
            remedy="Keep model_alone, model_implied and rule_alone below agreed.",
        )
    return table
