"""The chat-completions form: a TextRequest as its JSON, its JSON as a TextReply, and the price.

Source: the public reference of the chat-completions form, as llama.cpp's server, Ollama and vLLM
serve it; ``response_format`` of type ``json_schema`` where the server has it.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from typing import Any

import msgspec

from secondunit.adapters.text_model.table import AnswerForm, Served
from secondunit.core.errors import AnswerUnreadable, Refused
from secondunit.core.ids import canonical_json
from secondunit.core.money import Money
from secondunit.core.text_ask import TextReply, TextRequest

BYTES_A_TOKEN = 2
"""Fewest bytes a token is taken to be where a server does not count: a bill is never too low."""


class _Message(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Usage(msgspec.Struct):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Completion(msgspec.Struct):
    choices: list[_Choice]
    model: str = ""
    usage: _Usage | None = None


def write_chat(request: TextRequest, form: AnswerForm) -> bytes:
    """The body of the HTTP request."""
    body: dict[str, Any] = {
        "model": request.model,
        "messages": [
            {"role": "system", "content": request.system},
            {"role": "user", "content": request.prompt},
        ],
        "temperature": 0,
        "seed": request.seed,
        "max_tokens": request.most_tokens,
        "stream": False,
    }
    match form:
        case AnswerForm.JSON_SCHEMA:
            schema = {
                "name": request.shape,
                "strict": True,
                "schema": msgspec.json.decode(request.schema),
            }
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
        case AnswerForm.JSON_OBJECT:
            body["response_format"] = {"type": "json_object"}
        case AnswerForm.WORDS:
            pass
    return canonical_json(body)


def read_chat(data: bytes, request: TextRequest) -> tuple[TextReply, str]:
    """The reply, and the model as the server names it.

    Raises:
        AnswerUnreadable: It is not of the chat-completions form.
        Refused: The model or its filter refused to answer.
    """
    try:
        came = msgspec.json.decode(data, type=_Completion)
    except msgspec.DecodeError as error:
        raise AnswerUnreadable(
            f"the answer of text model {request.key} cannot be read: {error}",
            remedy="Check that its address serves the chat-completions form.",
        ) from error
    choice = came.choices[0] if came.choices else None
    if choice is None or (choice.message.content is None and not choice.message.refusal):
        raise AnswerUnreadable(
            f"the answer of text model {request.key} is empty",
            remedy="Run the command again; if it stays so, use another model.",
        )
    if choice.message.refusal or choice.finish_reason == "content_filter":
        raise Refused(
            f"text model {request.key} refused to answer",
            remedy="Its scene keeps what the rules found; use another model if it matters.",
        )
    text = choice.message.content or ""
    usage = came.usage or _Usage(
        prompt_tokens=_tokens(request.system + request.prompt), completion_tokens=_tokens(text)
    )
    reply = TextReply(
        text=text,
        finish=choice.finish_reason or "",
        tokens_in=usage.prompt_tokens,
        tokens_out=usage.completion_tokens,
    )
    return reply, came.model or request.model


def price(reply: TextReply, served: Served) -> Money:
    """What the reply cost, rounded up to the cent."""
    millions = Decimal(1_000_000)
    dollars = (served.price_in or Decimal(0)) * reply.tokens_in / millions
    dollars += (served.price_out or Decimal(0)) * reply.tokens_out / millions
    return Money(minor=int((dollars * 100).to_integral_value(ROUND_CEILING)))


def _tokens(text: str) -> int:
    return -(-len(text.encode()) // BYTES_A_TOKEN)
