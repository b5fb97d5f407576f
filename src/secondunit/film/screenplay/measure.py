"""A script's lengths and pages as tables: by scene, and by page."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.pages import Eighths
from secondunit.film.screenplay.lengths import page_lines
from secondunit.film.screenplay.model import LineKind, Screenplay
from secondunit.film.screenplay.paginate import Layout, measure

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
        scene: Number of the scene it begins in; "" before the first.
        kind: Of the paragraph.
        text: The paragraph from the first word on this page.
        is_parted: True when the paragraph began on the page before.
    """

    page: int
    scene: str
    kind: LineKind
    text: str
    is_parted: bool


def scene_lengths(script: Screenplay, policy: str = "fd") -> tuple[SceneLength, ...]:
    """The length of each scene.

    Args:
        script: The script.
        policy: What makes an eighth: ``fd``, ``mms6`` or ``mms7`` (see ``paginate.measure``).

    Raises:
        InputError: There is no such policy.
    """
    layout = _laid_out(script, policy)
    return tuple(
        SceneLength(
            scene=scene.number,
            heading=scene.heading.raw,
            eighths=Eighths(0) if scene.omitted else found.eighths,
            lines=found.lines,
            page=found.page,
        )
        for scene, found in zip(script.scenes, layout.scenes, strict=True)
    )


def page_tops(script: Screenplay) -> tuple[PageTop, ...]:
    """What each page begins with; one page at least, none for a script without lines."""
    lines = script.lines
    number = [OPENING] * len(script.opening)
    for scene in script.scenes:
        number += [scene.number] * len(scene.lines)
    if not lines:
        return ()
    return tuple(
        PageTop(
            page=page,
            scene=number[start.line],
            kind=lines[start.line].kind,
            text=lines[start.line].text[start.character :],
            is_parted=start.character > 0,
        )
        for page, start in enumerate(_laid_out(script, "fd").starts, 1)
    )


def _laid_out(script: Screenplay, policy: str) -> Layout:
    starts, at = [], len(script.opening)
    for scene in script.scenes:
        starts.append(at)
        at += len(scene.lines)
    return measure(page_lines(script.lines, starts), policy, script.paper)
