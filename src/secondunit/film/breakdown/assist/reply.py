"""What a text model is to answer about one scene, its JSON schema, and the reading of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from secondunit.core.ids import canonical_json
from secondunit.film.breakdown.model import Category

NAME = "breakdown"
"""Name of the schema."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One element as the model claims it: nothing here is believed before it is judged.

    Args:
        element: Its name.
        category: Its category, in the model's words.
        line: Number of the line, from 1, as the question numbers them.
        start: First character of the quote in that line.
        end: One past the last.
        quote: The words themselves.
        explicit: True where the words name it, False where the trade implies it.
        quantity: How many.
        confidence: 0 to 1.
        why: One sentence; kept with the answer and printed nowhere.
    """

    element: str
    category: str
    line: int
    start: int
    end: int
    quote: str
    explicit: bool
    quantity: int
    confidence: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneReply:
    """All the model claims of one scene."""

    items: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadReply:
    """An answer as far as it could be read.

    Args:
        claims: What has the shape of a claim.
        malformed: How many items have not.
        readable: False where the answer as a whole is no JSON of the schema.
    """

    claims: tuple[Claim, ...] = ()
    malformed: int = 0
    readable: bool = True


class _Loose(msgspec.Struct):
    items: list[msgspec.Raw]


def reply_schema(categories: Iterable[Category]) -> str:
    """The JSON schema of a SceneReply, derived from it, as canonical JSON.

    Args:
        categories: Those that may be answered.
    """
    (schema,), parts = msgspec.json.schema_components([SceneReply])
    whole: dict[str, Any] = closed_schema(schema, parts)
    claim = whole["properties"]["items"]["items"]
    claim["properties"]["category"]["enum"] = [category.value for category in categories]
    return canonical_json(whole).decode()


def read_reply(text: str) -> ReadReply:
    """Read an answer, item by item, so that one bad item does not sink the others.

    Words around the JSON object (a code fence, a greeting) are passed over.
    """
    begins, ends = text.find("{"), text.rfind("}")
    try:
        loose = msgspec.json.decode(text[begins : ends + 1] if begins >= 0 else "", type=_Loose)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return ReadReply(readable=False)
    claims = []
    for raw in loose.items:
        try:
            claims.append(msgspec.json.decode(raw, type=Claim))
        except (msgspec.DecodeError, RecursionError):
            continue
    return ReadReply(claims=tuple(claims), malformed=len(loose.items) - len(claims))


def closed_schema(schema: Any, parts: dict[str, Any]) -> Any:
    """References replaced by what they name, objects closed: the form all servers understand."""
    if isinstance(schema, list):
        return [closed_schema(each, parts) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return closed_schema(parts[schema["$ref"].rpartition("/")[2]], parts)
    made = {
        key: closed_schema(value, parts) for key, value in schema.items() if key != "description"
    }
    if made.get("type") == "object":
        made["additionalProperties"] = False
    return made
