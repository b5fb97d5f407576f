"""What is asked of a text model, whichever department asks, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.stage import Ask, ask

KIND = "text"
"""Kind of every ask that a text model answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextModel:
    """A text model as a department knows it.

    Args:
        key: Its name in ``text_models.toml``.
        model: What its server calls it.
        leaves_the_machine: True when what it is asked is sent elsewhere.
        trains_on_inputs: True when whoever runs it may learn from what it is sent.
    """

    key: str
    model: str
    leaves_the_machine: bool
    trains_on_inputs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRequest:
    """One question in words, to be answered as JSON.

    Args:
        key: The text model's key.
        model: What its server calls it: another model is another question.
        system: What it is told before the question.
        prompt: The question.
        shape: Name of the answer's JSON schema.
        schema: The JSON schema itself, as canonical JSON.
        most_tokens: Longest answer, in the model's tokens.
        seed: For servers that honour one.
    """

    key: str
    model: str
    system: str
    prompt: str
    shape: str
    schema: str
    most_tokens: int
    seed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReply:
    """What a text model said, word for word; whoever asked judges it.

    Args:
        text: The answer, JSON or not.
        finish: Why it ended, as the server says (``stop``, ``length``).
        tokens_in: Tokens of the question.
        tokens_out: Tokens of the answer.
    """

    text: str
    finish: str = ""
    tokens_in: int = 0
    tokens_out: int = 0


def ask_text(subject: str, request: TextRequest) -> Ask:
    """An ask that a stage can do without: where it fails, the stage proposes what it can."""
    made = ask(KIND, subject, request)
    return Ask(kind=made.kind, subject=made.subject, body=made.body, optional=True)
