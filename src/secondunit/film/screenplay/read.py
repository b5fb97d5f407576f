"""From the raw lines a format reader found to scenes with ids and lengths."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.finding import Finding
from secondunit.core.ids import Digest
from secondunit.film.screenplay.model import Emphasis, LineKind, Screenplay, Side, TitleField


@dataclass(frozen=True, slots=True, kw_only=True)
class RawLine:
    """One paragraph as a format reader found it, before it belongs to a scene.

    Args:
        kind: What it is.
        text: The words without markup; of a cue the name alone; of a heading without its number.
        row: Where it stands in the source (see ``Line.row``).
        side: Column of a dual dialogue, or None.
        emphasis: Styled stretches of ``text``.
        depth: Level of a section.
        extension: What follows the name in a cue, without brackets.
        number: Written scene number of a heading, or "".
        space_before: Blank lines before it where the source says so, or None for the default.
    """

    kind: LineKind
    text: str
    row: int
    side: Side | None = None
    emphasis: tuple[Emphasis, ...] = ()
    depth: int = 0
    extension: str = ""
    number: str = ""
    space_before: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawScript:
    """A whole script as a format reader found it.

    Args:
        name: File name; its stem is the title when the title page has none.
        title_page: Its fields.
        lines: Every paragraph in order.
        source_format: ``fountain``, ``fdx`` or ``pdf``.
        source_digest: SHA-256 of the file's bytes.
    """

    name: str
    title_page: tuple[TitleField, ...]
    lines: tuple[RawLine, ...]
    source_format: str
    source_digest: Digest


def read_scenes(raw: RawScript) -> tuple[Screenplay, tuple[Finding, ...]]:
    """Group raw lines into scenes, take headings apart, give ids, measure lengths.

    Returns:
        The script, and findings for everything odd.
    """
    raise NotImplementedError
