"""The question about one scene: instructions from a data file, the script fenced in as data."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from secondunit.core.ids import canonical_json, digest
from secondunit.core.text_ask import TextModel, TextRequest
from secondunit.film.breakdown.assist.reply import NAME, reply_schema
from secondunit.film.breakdown.assist.table import AssistTable, Prompt
from secondunit.film.breakdown.tag import READ
from secondunit.film.screenplay.model import Line, LineKind, Scene

QUOTABLE = READ | {LineKind.PARENTHETICAL}
"""Kinds of line that may be quoted; what is only spoken of is not there."""


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
    categories = "\n".join(f"- {key.value}: {said}" for key, said in table.categories.items())
    return TextRequest(
        key=model.key,
        model=model.model,
        system=table.prompt.system.strip(),
        prompt=filled(
            table.prompt, {"categories": categories, **fenced(numbered_lines(scene, _kind))}
        ),
        shape=NAME,
        schema=reply_schema(table.categories),
        most_tokens=table.limits.most_tokens,
    )


def numbered_lines(scene: Scene, kind: Callable[[Line], str]) -> str:
    """The shown lines of a scene, each a number from 1, a kind in a word, and a JSON string."""
    return "\n".join(
        f"{number} {kind(line)} {canonical_json(line.text).decode()}"
        for number, line in enumerate(shown_lines(scene), start=1)
    )


def fenced(lines: str) -> dict[str, str]:
    """Lines as data: the fence is made from them, so that no word of theirs can end it."""
    return {"fence": f"=== script {digest(lines)[:16]} ===", "lines": lines}


def filled(prompt: Prompt, places: Mapping[str, str]) -> str:
    """A request with its places filled in, all at once: what is filled in is not read again."""
    named = re.compile("|".join(re.escape(f"{{{place}}}") for place in places))
    return named.sub(lambda place: places[place[0][1:-1]], prompt.request).strip()


def instructions_digest(table: AssistTable, model: TextModel) -> str:
    """Names how the model was asked, whatever the scene: model, instructions and schema."""
    return digest(
        [model.key, model.model, table.prompt, table.categories, reply_schema(table.categories)]
    )


def _kind(line: Line) -> str:
    return "action" if line.kind in READ else line.kind.value
