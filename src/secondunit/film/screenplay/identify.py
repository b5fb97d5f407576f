"""Ids of scenes and lines from what they say, never from where they stand.

A scene keeps its id when others are added, removed, moved or renumbered; a line keeps its id as
long as the same words stand in the same scene.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from secondunit.core.ids import LineId, SceneId, stable_id
from secondunit.film.screenplay.model import PRINTED, Line, LineKind

NO_ID = LineId("")
"""Id of a line before it has one."""


class Words(Protocol):
    """What names a line: its kind and what it says."""

    @property
    def kind(self) -> LineKind:
        """What it is."""

    @property
    def text(self) -> str:
        """The words."""

    @property
    def extension(self) -> str:
        """What follows the name in a cue."""


def printed_text(lines: Iterable[Words]) -> tuple[tuple[str, str, str], ...]:
    """What stands on the page: kind, words and extension of each printed line."""
    return tuple(
        (line.kind.value, line.text, line.extension) for line in lines if line.kind in PRINTED
    )


def identify_scenes(scenes: Sequence[Sequence[Words]]) -> list[SceneId]:
    """One id a scene; scenes that read the same are told apart by which comes first."""
    seen: Counter[tuple[tuple[str, str, str], ...]] = Counter()
    ids = []
    for lines in scenes:
        text = printed_text(lines)
        ids.append(SceneId(stable_id("sc", text, seen[text])))
        seen[text] += 1
    return ids


def identify_words(scene: str, lines: Iterable[Words]) -> list[LineId]:
    """The id of each line of a scene; lines that read the same are told apart by order."""
    seen: Counter[tuple[str, str]] = Counter()
    ids = []
    for line in lines:
        key = (line.kind.value, line.text)
        ids.append(line_id(scene, key, seen[key]))
        seen[key] += 1
    return ids


def identify_lines(scene: str, lines: Iterable[Line]) -> tuple[Line, ...]:
    """Give each line of a scene its id."""
    named = tuple(lines)
    ids = identify_words(scene, named)
    return tuple(replace(line, id=own) for line, own in zip(named, ids, strict=True))


def line_id(scene: str, key: tuple[str, str], occurrence: int) -> LineId:
    """The id of a line that says ``key`` (kind and text) for the nth time in its scene."""
    return LineId(stable_id("ln", scene, *key, occurrence))
