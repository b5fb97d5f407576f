"""The question about one scene's shots, and the shape of its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from secondunit.core.ids import LineId, canonical_json
from secondunit.core.text_ask import TextModel, TextRequest
from secondunit.film.breakdown.assist.question import (
    fenced,
    filled,
    numbered_lines,
    shown_lines,
)
from secondunit.film.breakdown.assist.reply import closed_schema
from secondunit.film.screenplay.model import Scene
from secondunit.film.shots.assist.table import ShotAssist
from secondunit.film.shots.model import Angle, Framing, Move, ShotSpec, Size

NAME = "shots"
"""Name of the schema."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotClaim:
    """One shot as a model would have it: nothing here is believed before it is judged.

    Args:
        shot: Number of a shot that stands, or "" for a new one.
        line: Number of the line, from 1, as the question numbers them.
        quote: The words that ask for it.
        framing: What the frame is built on.
        size: Shot size.
        angle: Camera angle.
        move: Camera move.
        lens: Focal length, millimetres.
        subjects: Names, the main one first.
        why: One sentence; kept with the answer and printed nowhere.
    """

    shot: str
    line: int
    quote: str
    framing: Framing
    size: Size
    angle: Angle
    move: Move
    lens: float
    subjects: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotsReply:
    """All that a model would change in a scene."""

    shots: tuple[ShotClaim, ...]


class _Loose(msgspec.Struct):
    shots: list[msgspec.Raw]


def shots_question(
    scene: Scene,
    shots: Sequence[ShotSpec],
    lenses: Sequence[float],
    table: ShotAssist,
    model: TextModel,
) -> TextRequest:
    """The question about a scene: its lines fenced in as data, and the shots that stand.

    Args:
        scene: The scene.
        shots: Those that stand for it, in order.
        lenses: The kit.
        table: The wording.
        model: Who is asked.
    """
    shown = shown_lines(scene)
    places = {line.id: number for number, line in enumerate(shown, start=1)}
    cast = dict.fromkeys(mark.figure for shot in shots for mark in shot.marks)
    said = {
        "shots": "\n".join(_said(shot, places) for shot in shots),
        "cast": ", ".join(cast) or "nobody",
        "lenses": ", ".join(f"{focal:g}" for focal in lenses),
        **fenced(numbered_lines(scene, lambda line: line.kind.value)),
    }
    return TextRequest(
        key=model.key,
        model=model.model,
        system=table.prompt.system.strip(),
        prompt=filled(table.prompt, said),
        shape=NAME,
        schema=_schema(),
        most_tokens=table.limits.most_tokens,
    )


def read_shots_reply(text: str) -> tuple[ShotClaim, ...] | None:
    """The claims of an answer that have their shape; None where the answer is no JSON of it.

    Words around the JSON object are passed over.
    """
    begins, ends = text.find("{"), text.rfind("}")
    try:
        loose = msgspec.json.decode(text[begins : ends + 1] if begins >= 0 else "", type=_Loose)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return None
    claims = []
    for raw in loose.shots:
        try:
            claims.append(msgspec.json.decode(raw, type=ShotClaim))
        except (msgspec.DecodeError, RecursionError):
            continue
    return tuple(claims)


def _said(shot: ShotSpec, places: dict[LineId, int]) -> str:
    covered = sorted(places[line] for line in shot.covers if line in places)
    return (
        f"- {shot.number}: lines {', '.join(map(str, covered)) or '-'}; {shot.framing.value},"
        f" {shot.size.value}, {shot.angle.value}, {shot.move.value}, {shot.lens.focal_mm:g} mm;"
        f" {', '.join(shot.subjects) or 'nobody'}"
    )


def _schema() -> str:
    (schema,), parts = msgspec.json.schema_components([ShotsReply])
    return canonical_json(closed_schema(schema, parts)).decode()
