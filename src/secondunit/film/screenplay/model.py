"""The nouns of the screenplay."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from secondunit.core.ids import Digest, LineId, SceneId
from secondunit.core.pages import Eighths
from secondunit.core.quick import quick
from secondunit.film.screenplay.line_data import LineData
from secondunit.film.screenplay.production_data import ScriptData


class LineKind(StrEnum):
    """What a scripted line is. One line is one paragraph of the script."""

    HEADING = "heading"
    ACTION = "action"
    CUE = "cue"
    PARENTHETICAL = "parenthetical"
    DIALOGUE = "dialogue"
    LYRIC = "lyric"
    TRANSITION = "transition"
    SHOT = "shot"
    CENTERED = "centered"
    PAGE_BREAK = "page-break"
    SECTION = "section"
    SYNOPSIS = "synopsis"
    NOTE = "note"
    BONEYARD = "boneyard"
    ACT = "act"
    GENERAL = "general"


PRINTED = frozenset(LineKind) - {
    LineKind.PAGE_BREAK,
    LineKind.SECTION,
    LineKind.SYNOPSIS,
    LineKind.NOTE,
    LineKind.BONEYARD,
}
"""Kinds that stand on the printed page."""

SPOKEN = frozenset({LineKind.DIALOGUE, LineKind.LYRIC})
"""Kinds that a performer says or sings."""


class Side(StrEnum):
    """Which column of a dual dialogue a line stands in."""

    LEFT = "left"
    RIGHT = "right"


class IntExt(StrEnum):
    """Where the camera is."""

    INT = "INT"
    EXT = "EXT"
    BOTH = "INT/EXT"


class TimeOfDay(StrEnum):
    """The light of a scene, as strips are coloured."""

    DAY = "DAY"
    NIGHT = "NIGHT"
    DAWN = "DAWN"
    DUSK = "DUSK"


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    """A styled stretch of a line's text, ``text[start:end]``.

    Style is bold, italic, underline, strikeout or capitals (where it prints in them whatever was
    typed). In a cue a stretch may reach into the extension (see ``line_data``).
    """

    start: int
    end: int
    style: str


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a line stands in its source.

    Args:
        start: Its first byte in the file; -1 where the format has no such place.
        end: One past its last byte.
        page: Printed page, from 1; 0 where there are none.
        box: Left, top, right and bottom on that page, points from its upper left corner.
    """

    start: int = -1
    end: int = -1
    page: int = 0
    box: tuple[float, float, float, float] | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph of the script.

    Args:
        id: Stable through revisions as long as the words are the same in the same scene.
        kind: What it is.
        text: The words without markup; line breaks inside the paragraph are kept as ``\\n``.
        row: Line number in the source file, from 1 (Fountain), paragraph number (FDX), or
            1,000 times the page plus the row on the page (PDF).
        side: Column of a dual dialogue, or None.
        emphasis: Styled stretches of ``text``.
        depth: Level of a section.
        extension: What follows the name in a cue, without brackets (``V.O.``, ``CONT'D``; several
            are joined by ``, ``); ``text`` of a cue is the name alone. A parenthetical keeps its
            brackets in ``text``.
        space_before: Blank lines before it where the writer set them, or None for the usual.
        width: Characters a typed line holds where the source says so, or None for the usual.
        spacing: Typed lines from one line to the next (2 in a double-spaced speech).
        anchor: For a note or boneyard cut out of a printed line: the character of the nearest
            printed line above it at which it stood; None when it stood alone.
        spot: Where it stands in the source, or None where that is not known.
        rule: What made it this kind (``fountain.cue``), or "" where the source says it itself.
        confidence: 0 to 1, how sure that is.
        data: What a production has written on it (revisions, tags, locks), or None.
        number: Scene number as written at a heading, or "" where none is written.
        otherwise: What it would be by the other reading where syntax and custom differ: custom's
            where the syntax decided, the syntax's where custom did (``rule`` begins ``house.``).
        left: Left edge of its first typed line in inches from the edge of the paper, or None for
            the usual; centred lines and transitions have none.
        shown: True where the source prints a section or synopsis that is usually not.
        closes: True where its scene is over as far as length goes: an end of act, an outline.
    """

    id: LineId
    kind: LineKind
    text: str
    row: int
    side: Side | None = None
    emphasis: tuple[Emphasis, ...] = ()
    depth: int = 0
    extension: str = ""
    space_before: float | None = None
    width: int | None = None
    spacing: float = 1.0
    anchor: int | None = None
    spot: Spot | None = None
    rule: str = ""
    confidence: float = 1.0
    data: LineData | None = None
    number: str = ""
    otherwise: LineKind | None = None
    left: float | None = None
    shown: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A scene heading taken apart.

    Args:
        raw: As written, without the scene number.
        int_ext: None when the heading names neither.
        set: The set as written, upper-cased (``LIGHTHOUSE - LAMP ROOM``).
        place: The set's first part (``LIGHTHOUSE``): what a location is found for.
        time: The time as written (``CONTINUOUS``, ``LATER``), upper-cased, may be empty.
        time_of_day: The light, carried on from the scene before for CONTINUOUS and LATER.
        modifiers: Other trailing parts (``FLASHBACK``).
    """

    raw: str
    int_ext: IntExt | None
    set: str
    place: str
    time: str
    time_of_day: TimeOfDay
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One scene.

    Args:
        id: Stable through revisions (see ``revise``).
        number: As people will call it: the written number, or the position counted from 1.
        heading: The heading taken apart.
        lines: All lines, the heading line first, cues and dialogue in reading order.
        eighths: Page length by the ``fd`` policy; 0 only when omitted.
        page: Page on which it starts, from 1.
        omitted: True for a scene kept only for its number.
    """

    id: SceneId
    number: str
    heading: Heading
    lines: tuple[Line, ...]
    eighths: Eighths
    page: int
    omitted: bool = False

    @property
    def speakers(self) -> tuple[str, ...]:
        """Names in its cues, in order of first appearance."""
        return tuple(dict.fromkeys(x.text for x in self.lines if x.kind is LineKind.CUE))


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleField:
    """One field of the title page (``Draft date``), lines joined by ``\\n``."""

    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The paper a script is typed on, US Letter unless the source says otherwise.

    Args:
        width: Inches.
        height: Inches.
        top: Margin above the first typed line, inches.
        rows: Typed lines on a page: 54 on US Letter, 58 on A4.
        body: Inches between the margins, of which an eighth of a page is an eighth.
    """

    width: float = 8.5
    height: float = 11.0
    top: float = 1.0
    rows: int = 54
    body: float = 9.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Screenplay:
    """A script as read.

    Args:
        title: From the title page, or the file's name.
        title_page: Its fields in order.
        opening: Lines before the first scene heading (FADE IN:).
        scenes: In order.
        pages: Length of the whole in pages, rounded up.
        source_format: ``fountain``, ``fdx`` or ``pdf``.
        source_digest: SHA-256 of the file's bytes.
        data: What a production has written on it as a whole (revision sets, tags), or None.
        paper: What it is typed on.
        formerly: Characters and sets that had another name in an earlier draft: the name they
            have and one they had, the latest first.
    """

    title: str
    title_page: tuple[TitleField, ...]
    opening: tuple[Line, ...]
    scenes: tuple[Scene, ...]
    pages: int
    source_format: str
    source_digest: Digest
    data: ScriptData | None = None
    paper: Paper = Paper()
    formerly: tuple[tuple[str, str], ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line in order, those before the first scene included."""
        return (*self.opening, *(line for scene in self.scenes for line in scene.lines))

    @property
    def shot_scenes(self) -> tuple[Scene, ...]:
        """The scenes to be shot: all but the omitted."""
        return tuple(scene for scene in self.scenes if not scene.omitted)

    def scene(self, scene_id: SceneId) -> Scene | None:
        """The scene of that id, or None."""
        return next((scene for scene in self.scenes if scene.id == scene_id), None)
