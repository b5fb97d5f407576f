"""A paragraph of a Final Draft file, and what hangs on one, before either is understood.

Source: FDX files of Final Draft 8 to 13 and of programs that write the format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from secondunit.film.screenplay.final_draft.lettering import Run
from secondunit.film.screenplay.final_draft.setting import Style
from secondunit.film.screenplay.line_data import Deletion, LineData, SceneCard, WrittenLock
from secondunit.film.screenplay.model import LineKind, Side, Spot


@dataclass(slots=True, kw_only=True)
class FdxParagraph:
    """A paragraph as it stands in the file.

    Args:
        kind: Its ``Type``.
        row: Its number among the paragraphs of the script, from 1.
        style: What the paragraph itself says of its setting.
        number: Written scene number.
        side: Column of a dual dialogue.
        runs: Stretches of text with their attributes.
        is_frame: It only holds a dual dialogue.
        attributes: Its own, as written.
        card: Of a heading: the scene's card.
        alternates: Ids of its other wordings.
        alternate: Which of them stands in the script, or None.
        locks: Locked pages that begin in it, at characters of its runs.
        deleted: Places where a revision took words out, the same way.
        start: Its first byte in the file, or -1.
        end: One past its last.
        texts: First byte of each run, empty ones too, and its words.
    """

    kind: str
    row: int
    style: Style
    number: str = ""
    side: Side | None = None
    runs: list[Run] = field(default_factory=list)
    is_frame: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)
    card: SceneCard | None = None
    alternates: list[str] = field(default_factory=list)
    alternate: int | None = None
    locks: list[WrittenLock] = field(default_factory=list)
    deleted: list[Deletion] = field(default_factory=list)
    start: int = -1
    end: int = -1
    texts: list[tuple[int, str]] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Characters it holds."""
        return sum(len(words) for words, _ in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class FdxAside:
    """A note, a summary or an omitted paragraph, which is kept and not printed.

    Args:
        kind: NOTE, SYNOPSIS or BONEYARD.
        text: Its words.
        after: Index of the paragraph it hangs on, or -1.
        anchor: Character of that paragraph, or None.
        data: Who wrote it, and what the file calls it.
        spot: Where it stands in the file.
    """

    kind: LineKind
    text: str
    after: int
    anchor: int | None = None
    data: LineData | None = None
    spot: Spot | None = None
