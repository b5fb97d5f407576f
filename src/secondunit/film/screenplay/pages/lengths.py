"""How long each scene is and on which page it starts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from secondunit.core.errors import InputError
from secondunit.core.pages import Eighths
from secondunit.film.screenplay.model import Line, Paper, Screenplay
from secondunit.film.screenplay.pages.paginate import LETTER, measure_lines
from secondunit.film.screenplay.pages.paginate import POLICIES as TYPED_POLICIES
from secondunit.film.screenplay.pages.printed_length import PrintedHeights, measure_printed

PRINTED_POLICY = "printed"
POLICIES = (*TYPED_POLICIES, PRINTED_POLICY)
"""``fd``, ``mms6``, ``mms7`` (see ``paginate``) and ``printed`` (see ``printed_length``)."""

_ROW = 12.0  # points of a typed line


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """Lengths of a script's scenes, in their order.

    Args:
        eighths: Page length of each scene, rounded up; at least 1.
        starts: Page on which each scene starts, from 1.
        pages: Length of the whole in pages.
        lines: Height of each scene in typed lines, rounded up.
        exact: Eighths of each scene before rounding.
    """

    eighths: tuple[Eighths, ...]
    starts: tuple[int, ...]
    pages: int
    lines: tuple[int, ...] = ()
    exact: tuple[Fraction, ...] = ()

    @property
    def rounded_total(self) -> Eighths:
        """Sum of the rounded lengths, as a board adds them."""
        return Eighths(sum(self.eighths))

    @property
    def exact_total(self) -> Eighths:
        """Sum of the lengths before rounding, itself rounded up."""
        return Eighths(-int(-sum(self.exact, Fraction()) // 1))


def scene_starts(script: Screenplay) -> list[int]:
    """Index of each scene's heading in ``script.lines``."""
    starts, at = [], len(script.opening)
    for scene in script.scenes:
        starts.append(at)
        at += len(scene.lines)
    return starts


def measure_script(script: Screenplay, policy: str = "fd") -> Lengths:
    """Measure every scene of a script that was read.

    Args:
        script: The script; its omitted scenes are measured like the others.
        policy: One of ``POLICIES``.

    Raises:
        InputError: There is no such policy, or the source was never printed.
    """
    return measure_scenes(script.lines, scene_starts(script), policy=policy, paper=script.paper)


def measure_scenes(
    lines: Sequence[Line], starts: Sequence[int], *, policy: str = "fd", paper: Paper = LETTER
) -> Lengths:
    """Measure every scene; where the source was printed, its pages are those it was printed on.

    Args:
        lines: All lines of the script.
        starts: Index of each scene's heading.
        policy: One of ``POLICIES``.
        paper: What the script is typed on.

    Raises:
        InputError: There is no such policy, or the source was never printed.
    """
    printed = measure_printed(lines, starts, paper)
    if policy == PRINTED_POLICY:
        return _printed_lengths(printed)
    if policy not in POLICIES:
        raise InputError(
            f"no page length policy {policy!r}", remedy=f"Use one of {', '.join(POLICIES)}."
        )
    layout = measure_lines(lines, line_scenes(len(lines), starts), policy, paper)
    scenes = layout.scenes[: len(starts)]
    is_known = printed is not None and all(printed.pages)
    return Lengths(
        eighths=tuple(scene.eighths for scene in scenes),
        starts=printed.pages if printed and is_known else tuple(scene.page for scene in scenes),
        pages=printed.count if printed and is_known else layout.pages,
        lines=tuple(scene.lines for scene in scenes),
        exact=tuple(scene.exact for scene in scenes),
    )


def _printed_lengths(printed: PrintedHeights | None) -> Lengths:
    if printed is None:
        raise InputError(
            "the script does not say where its lines were printed",
            remedy="Measure a PDF, or use one of " + ", ".join(TYPED_POLICIES) + ".",
        )
    eighth = Fraction(round(printed.body * 100), 800)
    exact = tuple(Fraction(round(height * 100), 100) / eighth for height in printed.scenes)
    return Lengths(
        eighths=tuple(Eighths(max(1, -int(-each // 1))) for each in exact),
        starts=printed.pages,
        pages=printed.count,
        lines=tuple(-int(-height // _ROW) for height in printed.scenes),
        exact=exact,
    )


def line_scenes(count: int, starts: Sequence[int]) -> list[int]:
    """Index of the scene of each of so many lines, -1 before the first heading.

    Args:
        count: Lines of the script.
        starts: Index of each scene's heading, ascending.

    >>> line_scenes(5, [1, 3])
    [-1, 0, 0, 1, 1]
    """
    ends = [*starts, count]
    scenes = [-1] * ends[0]
    for scene, (start, end) in enumerate(pairwise(ends)):
        scenes += [scene] * (end - start)
    return scenes
