"""A script's lengths and pages as tables: by scene, and by page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from secondunit.core.pages import Eighths
from secondunit.film.screenplay.model import LineKind, Screenplay, Spot
from secondunit.film.screenplay.pages.layout import TypedRole, TypedScript, lay_out_script
from secondunit.film.screenplay.pages.lengths import PRINTED_POLICY, measure_script
from secondunit.film.screenplay.pages.locked_pages import lay_out_locked, written_locks

_ROW = 12.0  # points of a typed line

OPENING = ""
"""Scene number of what stands before the first scene."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneLength:
    """How long a scene is.

    Args:
        scene: Its number.
        heading: As written.
        eighths: By the policy asked for; 0 only when omitted.
        lines: Typed lines, the blank ones before its paragraphs included.
        page: Page on which it starts, from 1.
    """

    scene: str
    heading: str
    eighths: Eighths
    lines: int
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTop:
    """What a page begins with.

    Args:
        page: From 1.
        label: What it is called: the same, or ``12A`` in a locked script.
        scene: Number of the scene it begins in; "" before the first.
        kind: Of the paragraph.
        text: The paragraph from the first word on this page.
        is_parted: True when the paragraph began on the page before.
    """

    page: int
    label: str
    scene: str
    kind: LineKind
    text: str
    is_parted: bool


def scene_lengths(script: Screenplay, policy: str = "fd") -> tuple[SceneLength, ...]:
    """The length of each scene.

    Args:
        script: The script.
        policy: What makes an eighth (see ``lengths.POLICIES``). A script that was never printed is
            measured as it would be printed here.

    Raises:
        InputError: There is no such policy.
    """
    is_placed = any(line.spot is not None and line.spot.box for line in script.lines)
    ruled = script if is_placed or policy != PRINTED_POLICY else _as_printed(script)
    found = measure_script(ruled, policy)
    return tuple(
        SceneLength(
            scene=scene.number,
            heading=scene.heading.raw,
            eighths=Eighths(0) if scene.omitted else eighths,
            lines=lines,
            page=page,
        )
        for scene, eighths, lines, page in zip(
            script.scenes, found.eighths, found.lines, found.starts, strict=True
        )
    )


def _as_printed(script: Screenplay) -> Screenplay:
    """A script whose lines stand where our own print has them; places count from the first row."""
    spots: dict[int, Spot] = {}
    for typed in type_script(script).lines:
        if typed.role is not TypedRole.TEXT:
            continue
        top, bottom = _ROW * typed.row, _ROW * (typed.row + 1)
        known = spots.get(typed.line)
        if known is None or known.box is None:
            spots[typed.line] = Spot(page=typed.page, box=(0.0, top, 0.0, bottom))
        elif known.page == typed.page:
            box = (0.0, min(top, known.box[1]), 0.0, max(bottom, known.box[3]))
            spots[typed.line] = replace(known, box=box)
    lines = (replace(line, spot=spots.get(index)) for index, line in enumerate(script.lines))
    opening = tuple(islice(lines, len(script.opening)))
    scenes = tuple(
        replace(scene, lines=tuple(islice(lines, len(scene.lines)))) for scene in script.scenes
    )
    return replace(script, opening=opening, scenes=scenes)


def type_script(script: Screenplay) -> TypedScript:
    """A script on its pages, on the locked ones where its source carries locks."""
    locks = written_locks(script)
    return lay_out_locked(script, locks) if locks else lay_out_script(script)


def page_tops(script: Screenplay) -> tuple[PageTop, ...]:
    """What each page begins with; pages without words are passed over."""
    typed = type_script(script)
    lines = script.lines
    tops: dict[int, PageTop] = {}
    for line in typed.lines:
        if line.page in tops or line.role is not TypedRole.TEXT:
            continue
        tops[line.page] = PageTop(
            page=line.page,
            label=typed.labels[line.page - 1],
            scene=script.scenes[line.scene].number if line.scene >= 0 else OPENING,
            kind=line.kind,
            text=lines[line.line].text[line.start :],
            is_parted=line.start > 0,
        )
    return tuple(tops.values())
