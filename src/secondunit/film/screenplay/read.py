"""From the raw lines a format reader found to scenes with ids and lengths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from secondunit.core.finding import Finding
from secondunit.core.ids import Digest, LineId
from secondunit.core.pages import Eighths
from secondunit.film.screenplay.check import check_heading, check_lines, check_numbers
from secondunit.film.screenplay.heading import is_omitted, read_heading
from secondunit.film.screenplay.hidden import remove_hidden
from secondunit.film.screenplay.identify import identify_scenes, identify_words
from secondunit.film.screenplay.line_data import LineData
from secondunit.film.screenplay.model import (
    Emphasis,
    Line,
    LineKind,
    Paper,
    Scene,
    Screenplay,
    Side,
    Spot,
    TimeOfDay,
    TitleField,
)
from secondunit.film.screenplay.pages.lengths import measure_scenes
from secondunit.film.screenplay.production_data import ScriptData
from secondunit.film.screenplay.remarks import Remarks


@dataclass(slots=True, kw_only=True)
class RawLine:
    """One paragraph as a format reader found it, before it belongs to a scene.

    It is not frozen: a reader makes thousands, and a scene's lines are made from them.

    Args:
        kind: What it is.
        text: The words without markup; of a cue the name alone; of a heading without its number;
            of a parenthetical with its brackets.
        row: Where it stands in the source (see ``Line.row``).
        side: Column of a dual dialogue, or None.
        emphasis: Styled stretches of ``text``.
        depth: Level of a section.
        extension: What follows the name in a cue, without brackets.
        number: Written scene number of a heading, or "".
        space_before: Blank lines before it where the source says so, or None for the default.
        width: Characters a typed line holds where the source says so, or None for the usual.
        spacing: Typed lines from one line to the next (2 in a double-spaced speech).
        anchor: Of a note or boneyard cut out of a printed line (see ``Line.anchor``).
        spot: Where it stands in the source.
        rule: What made it this kind.
        confidence: 0 to 1, how sure that is.
        data: What a production has written on it.
        otherwise: What it would be by the other reading (see ``Line.otherwise``).
        left: Left edge of its first typed line (see ``Line.left``).
        shown: True where the source prints what is usually not (see ``Line.shown``).
        closes: True where its scene is over as far as length goes (see ``Line.closes``).
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
    width: int | None = None
    spacing: float = 1.0
    anchor: int | None = None
    spot: Spot | None = None
    rule: str = ""
    confidence: float = 1.0
    data: LineData | None = None
    otherwise: LineKind | None = None
    left: float | None = None
    shown: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawScript:
    """A whole script as a format reader found it.

    Args:
        name: File name; its stem is the title when the title page has none.
        title_page: Its fields.
        lines: Every paragraph in order.
        source_format: ``fountain``, ``fdx`` or ``pdf``.
        source_digest: SHA-256 of the file's bytes.
        rows_a_page: Typed lines on a page: 54 on US Letter, 58 on A4.
        data: What a production has written on the script as a whole.
        title_spot: Where the title page stands in the source.
        paper: What it is typed on, or None where the source does not say.
    """

    name: str
    title_page: tuple[TitleField, ...]
    lines: tuple[RawLine, ...]
    source_format: str
    source_digest: Digest
    rows_a_page: int = 54
    data: ScriptData | None = None
    title_spot: Spot | None = None
    paper: Paper | None = None


def read_scenes(raw: RawScript) -> tuple[Screenplay, tuple[Finding, ...]]:
    """Group raw lines into scenes, take headings apart, give ids, measure lengths.

    Returns:
        The script, and findings for everything odd.
    """
    remarks = Remarks(raw.source_format)
    found = [line if line.text.isprintable() else _visible(line, remarks) for line in raw.lines]
    starts = [index for index, line in enumerate(found) if line.kind is LineKind.HEADING]
    bounds = [*starts, len(found)]
    opening = _lines("opening", found[: bounds[0]])
    spans = [found[start:end] for start, end in pairwise(bounds)]
    ids = identify_scenes(spans)
    groups = [_lines(scene, span) for scene, span in zip(ids, spans, strict=True)]
    lines = [*opening, *chain.from_iterable(groups)]
    check_lines(lines, remarks)
    paper = raw.paper or Paper(rows=raw.rows_a_page, body=raw.rows_a_page / 6)
    lengths = measure_scenes(lines, starts, paper=paper)
    numbers = _number_scenes([found[start] for start in starts], remarks)
    scenes = []
    light: TimeOfDay | None = None
    for index, (group, scene_id) in enumerate(zip(groups, ids, strict=True)):
        heading = read_heading(group[0].text, light)
        is_gone = is_omitted(heading.raw)
        if not is_gone:
            check_heading(group[0], heading, remarks)
            light = heading.time_of_day
        scenes.append(
            Scene(
                id=scene_id,
                number=numbers[index],
                heading=heading,
                lines=group,
                eighths=Eighths(0) if is_gone else lengths.eighths[index],
                page=lengths.starts[index],
                omitted=is_gone,
            )
        )
    script = Screenplay(
        title=_title(raw),
        title_page=raw.title_page,
        opening=opening,
        scenes=tuple(scenes),
        pages=lengths.pages,
        source_format=raw.source_format,
        source_digest=raw.source_digest,
        data=raw.data,
        paper=paper,
    )
    return script, remarks.findings()


def _visible(raw: RawLine, remarks: Remarks) -> RawLine:
    """The line without characters that nobody can see."""
    text = remove_hidden(raw.text, raw.row, remarks)
    if text == raw.text:
        return raw
    unheard = Remarks("")
    end = len(raw.text)

    def move(at: int) -> int:
        return len(remove_hidden(raw.text[:at], 0, unheard)) + max(at - end, 0)

    moved = (replace(e, start=move(e.start), end=move(e.end)) for e in raw.emphasis)
    emphasis = tuple(e for e in moved if e.start < e.end)
    return replace(
        raw, text=text, emphasis=emphasis, data=raw.data.moved(move) if raw.data else None
    )


def _lines(scene: str, raw: Sequence[RawLine]) -> tuple[Line, ...]:
    ids = identify_words(scene, raw)
    return tuple(_line(line, own) for line, own in zip(raw, ids, strict=True))


def _line(raw: RawLine, own: LineId) -> Line:
    return Line(
        id=own,
        kind=raw.kind,
        text=raw.text,
        row=raw.row,
        side=raw.side,
        emphasis=raw.emphasis,
        depth=raw.depth,
        extension=raw.extension,
        space_before=raw.space_before,
        width=raw.width,
        spacing=raw.spacing,
        anchor=raw.anchor,
        spot=raw.spot,
        rule=raw.rule,
        confidence=raw.confidence,
        data=raw.data,
        number=raw.number,
        otherwise=raw.otherwise,
        left=raw.left,
        shown=raw.shown,
        closes=raw.closes,
    )


def _number_scenes(headings: Sequence[RawLine], remarks: Remarks) -> list[str]:
    """The written numbers; where none is written the position, or a letter after it if taken."""
    check_numbers([(heading.row, heading.number) for heading in headings], remarks)
    taken = {heading.number for heading in headings}
    numbers = []
    for position, heading in enumerate(headings, 1):
        number = heading.number or str(position)
        letter = 0
        while not heading.number and number in taken:
            number = f"{position}{_letters(letter)}"
            letter += 1
        taken.add(number)
        numbers.append(number)
    return numbers


def _letters(index: int) -> str:
    """A, B, ... Z, AA, AB, ... as new scene numbers are lettered."""
    tens, ones = divmod(index, 26)
    return (_letters(tens - 1) if tens else "") + chr(ord("A") + ones)


def _title(raw: RawScript) -> str:
    written = next((f.value for f in raw.title_page if f.key.casefold() == "title"), "")
    stem, dot, _ = raw.name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    return " ".join(written.split()) or (stem if dot and stem else raw.name)
