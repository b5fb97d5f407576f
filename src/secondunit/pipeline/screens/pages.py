"""The script as a reader sees it, with what the breakdown found marked in its own words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from secondunit.core.evidence import EvidenceKind
from secondunit.core.ids import LineId
from secondunit.core.pages import format_eighths
from secondunit.film.screenplay.model import PRINTED, Line, Scene
from secondunit.pipeline.queries import State, View

TAG = "breakdown.tag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of a line.

    Args:
        text: Its words.
        item: Id of the element they are evidence for, or "".
        category: Its category, or "".
        state: Where it stands, or "".
        label: What the mark says when it is pointed at.
    """

    text: str
    item: str = ""
    category: str = ""
    state: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptLine:
    """One paragraph: its kind and its runs."""

    id: str
    kind: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptScene:
    """One scene as the reader shows it.

    Args:
        id: Scene id.
        number: As people call it.
        heading: As written.
        pages: Its length.
        page: Page on which it starts.
        lines: Its paragraphs but the heading.
    """

    id: str
    number: str
    heading: str
    pages: str
    page: int
    lines: tuple[ScriptLine, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    run: Run


def script_pages(view: View) -> tuple[ScriptScene, ...]:
    """Every scene with its marks; of marks that overlap, the longer one is shown.

    Raises:
        NotFound: There is no script yet.
    """
    marks = _marks(view)
    return tuple(_scene(scene, marks) for scene in view.screenplay().shot_scenes)


def _scene(scene: Scene, marks: dict[LineId, list[_Mark]]) -> ScriptScene:
    return ScriptScene(
        id=scene.id,
        number=scene.number,
        heading=scene.heading.raw,
        pages=format_eighths(scene.eighths),
        page=scene.page,
        lines=tuple(
            ScriptLine(id=line.id, kind=line.kind.value, runs=_runs(line, marks[line.id]))
            for line in scene.lines[1:]
            if line.kind in PRINTED
        ),
    )


def _marks(view: View) -> dict[LineId, list[_Mark]]:
    found: dict[LineId, list[_Mark]] = defaultdict(list)
    for row in view.standing(TAG):
        if row.proposed is None or row.state is State.REJECTED:
            continue
        for evidence in row.proposed.evidence:
            span = evidence.span
            if evidence.kind is not EvidenceKind.SCRIPT or span is None:
                continue
            run = Run(
                text=span.quote,
                item=row.item,
                category=str(getattr(row.value, "category", "")),
                state=row.state.value,
                label=f"{row.label} · {row.state.value}",
            )
            found[span.line].append(_Mark(span.start, span.end, run))
    return found


def _runs(line: Line, marks: list[_Mark]) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = 0
    for mark in sorted(marks, key=lambda each: (each.start, -each.end)):
        if mark.start < at or line.text[mark.start : mark.end] != mark.run.text:
            continue
        if mark.start > at:
            runs.append(Run(text=line.text[at : mark.start]))
        runs.append(mark.run)
        at = mark.end
    if at < len(line.text):
        runs.append(Run(text=line.text[at:]))
    return tuple(runs)
