"""The question about one scene: instructions from a data file, the script fenced in as data."""

from __future__ import annotations

import re

from secondunit.core.ids import canonical_json, digest
from secondunit.core.text_ask import TextModel, TextRequest
from secondunit.film.breakdown.assist.reply import NAME, reply_schema
from secondunit.film.breakdown.assist.table import AssistTable
from secondunit.film.breakdown.tag import READ
from secondunit.film.screenplay.model import Line, LineKind, Scene

QUOTABLE = READ | {LineKind.PARENTHETICAL}
"""Kinds of line that may be quoted; what is only spoken of is not there."""

_PLACE = re.compile(r"\{(categories|fence|lines)\}")


def shown_lines(scene: Scene) -> tuple[Line, ...]:
    """The lines a model is shown, in the order of their numbers."""
    return tuple(line for line in scene.lines if line.text.strip())


def has_question(scene: Scene) -> bool:
    """True where a scene has words that may be quoted."""
    return any(line.kind in QUOTABLE for line in shown_lines(scene))


def scene_question(scene: Scene, table: AssistTable, model: TextModel) -> TextRequest:
    """The question about a scene.

    Every line is a JSON string between two marks made from the lines themselves, so that no words
    of the script can end the fence. Equal scenes make an equal question: no number or id is in it.
    """
    lines = "\n".join(
        f"{number} {_kind(line)} {canonical_json(line.text).decode()}"
        for number, line in enumerate(shown_lines(scene), start=1)
    )
    filled = {
        "categories": "\n".join(f"- {key.value}: {said}" for key, said in table.categories.items()),
        "fence": f"=== script {digest(lines)[:16]} ===",
        "lines": lines,
    }
    return TextRequest(
        key=model.key,
        model=model.model,
        system=table.prompt.system.strip(),
        prompt=_PLACE.sub(lambda place: filled[place[1]], table.prompt.request).strip(),
        shape=NAME,
        schema=reply_schema(table.categories),
        most_tokens=table.limits.most_tokens,
    )


def instructions_digest(table: AssistTable, model: TextModel) -> str:
    """Names how the model was asked, whatever the scene: model, instructions and schema."""
    return digest(
        [model.key, model.model, table.prompt, table.categories, reply_schema(table.categories)]
    )


def _kind(line: Line) -> str:
    return "action" if line.kind in READ else line.kind.value
