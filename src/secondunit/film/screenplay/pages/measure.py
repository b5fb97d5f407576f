"""A script's lengths and pages as tables: by scene, and by page."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.pages import Eighths
from secondunit.film.screenplay.model import LineKind, Screenplay
from secondunit.film.screenplay.pages.layout import TypedRole, TypedScript, lay_out_script
from secondunit.film.screenplay.pages.lengths import measure_script
from secondunit.film.screenplay.pages.locked_pages import lay_out_locked, written_locks

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
        policy: What makes an eighth (see ``lengths.POLICIES``).

    Raises:
        InputError: There is no such policy, or the script was never printed.
    """
    found = measure_script(script, policy)
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
