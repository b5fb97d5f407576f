"""What Final Draft's paragraphs mean: its own types, styles, indents and notes, in our words.

Source: FDX files of Final Draft 8 to 13 and of programs that write the format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from secondunit.film.screenplay.cue import split_cue, write_cue
from secondunit.film.screenplay.lettering import Lettered, Run, align, place_in_runs, read_runs
from secondunit.film.screenplay.line_data import Deletion, LineData, LockedPage, SceneCard
from secondunit.film.screenplay.model import LineKind, Side, Spot
from secondunit.film.screenplay.paragraph_types import depth_of, kind_of, opens_page, type_of
from secondunit.film.screenplay.read import RawLine
from secondunit.film.screenplay.setting import Style, column_width, left_edge, line_spacing
from secondunit.film.screenplay.typed import usual_left, usual_space, usual_width

_SAID_ELSEWHERE = frozenset({"Type", "Number", "id", "SpaceBefore", "Spacing", "StartsNewPage"})
_UNEDGED = frozenset({LineKind.CENTERED, LineKind.TRANSITION})
_NEAR = 0.005  # inches within which an edge is where it usually is
_NOTHING = LineData()
_NO_LETTERS: Mapping[str, str] = {}
_SCENE = "Scene Heading"
_BODIES = frozenset({"Outline Body", "Summary"})  # what is said of an outline heading or scene
_HIDEABLE = "HiddenText"  # the letters of outline elements, which a file may show or hide
_ENDS = frozenset({"End of Act", "End Of Act"})


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
        is_frame: True when it only holds a dual dialogue.
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
    locks: list[LockedPage] = field(default_factory=list)
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


def read_paragraphs(
    paragraphs: Sequence[FdxParagraph],
    asides: Sequence[FdxAside],
    elements: Mapping[str, Style],
    letters: Mapping[str, Mapping[str, str]] | None = None,
    *,
    shows_outline: bool = False,
) -> Iterator[RawLine]:
    """The script's lines in order; empty paragraphs become space before the next.

    Args:
        paragraphs: Of the body.
        asides: Notes and the like, in any order.
        elements: The file's element settings, by type.
        letters: What it says of each type's letters.
        shows_outline: True when outline paragraphs are laid out on the pages.
    """
    hanging: dict[int, list[FdxAside]] = {}
    for aside in asides:
        hanging.setdefault(aside.after, []).append(aside)
    yield from _asides(hanging.get(-1, ()), row=0)
    blank = 0.0
    unplaced: LineData | None = None
    plain = Style()
    has_scenes = any(each.kind == _SCENE for each in paragraphs)
    for index, paragraph in enumerate(paragraphs):
        element = elements.get(paragraph.kind, plain)
        if opens_page(paragraph.kind, paragraph.style, element):
            yield _page_break(paragraph)
        font = (letters or {}).get(paragraph.kind, _NO_LETTERS)
        line, move = _line(paragraph, element, font, has_scenes=has_scenes)
        if shows_outline and _HIDEABLE in element.letters:
            line.shown, line.closes = True, paragraph.kind not in _BODIES
        is_printed = bool(line.text.strip() or line.number)
        if is_printed:
            if blank or unplaced:
                line, blank, unplaced = _after_blank(line, blank, unplaced), 0.0, None
            yield line
        elif not paragraph.is_frame:
            own = line.space_before
            blank += 1 + (usual_space(line.kind) if own is None else own)
            unplaced = line.data or unplaced
        yield from _asides(
            hanging.get(index, ()), row=paragraph.row, move=move if is_printed else None
        )


def _page_break(paragraph: FdxParagraph) -> RawLine:
    spot = Spot(start=paragraph.start, end=paragraph.start) if paragraph.start >= 0 else None
    return RawLine(
        kind=LineKind.PAGE_BREAK,
        text="",
        row=paragraph.row,
        spot=spot,
        rule="fdx.starts-new-page",
    )


def _after_blank(line: RawLine, blank: float, unplaced: LineData | None) -> RawLine:
    """A line under empty paragraphs: they are space before it, their page locks begin at it."""
    usual = usual_space(line.kind)
    before = (usual if line.space_before is None else line.space_before) + blank
    before = round(before * 12, 3) / 12  # whole points, however many were added up
    data = line.data
    if unplaced is not None and (unplaced.locks or unplaced.deleted):
        data = data or _NOTHING
        locks = (*(replace(lock, at=0) for lock in unplaced.locks), *data.locks)
        deleted = (*(replace(each, at=0) for each in unplaced.deleted), *data.deleted)
        data = replace(data, locks=locks, deleted=deleted)
    return replace(line, space_before=None if before == usual else before, data=data)


def _asides(
    asides: Sequence[FdxAside], *, row: int, move: Callable[[int], int] | None = None
) -> Iterator[RawLine]:
    for aside in asides:
        yield RawLine(
            kind=aside.kind,
            text=aside.text,
            row=max(row, 1),
            anchor=None if move is None or aside.anchor is None else move(aside.anchor),
            spot=aside.spot,
            data=aside.data,
        )


def _line(
    paragraph: FdxParagraph, element: Style, letters: Mapping[str, str], *, has_scenes: bool
) -> tuple[RawLine, Callable[[int], int]]:
    """The line that a paragraph is, and where characters of its runs then stand in it."""
    kind, rule = kind_of(paragraph.kind, element, has_scenes=has_scenes)
    if kind is LineKind.ACTION and paragraph.style.is_centered:
        kind, rule = LineKind.CENTERED, "fdx.alignment"
    read = read_runs(paragraph.runs, letters or {"Style": element.letters})
    lettered, extension, shift = _trim(read, kind)

    def move(character: int) -> int:
        return shift(place_in_runs(paragraph.runs, letters, character))

    own, width = paragraph.style, column_width(paragraph.style, element)
    left = None if kind in _UNEDGED else left_edge(own, element)
    before = element.space_before if own.space_before is None else own.space_before
    is_usual = before is None or before == usual_space(kind)
    line = RawLine(
        kind=kind,
        text=lettered.text,
        row=paragraph.row,
        side=paragraph.side,
        emphasis=lettered.emphasis,
        depth=depth_of(paragraph.kind) if kind is LineKind.SECTION else 0,
        extension=extension,
        number=paragraph.number if kind is LineKind.HEADING else "",
        space_before=None if is_usual else before,
        width=None if width == usual_width(kind) else width,
        spacing=line_spacing(own, element),
        spot=Spot(start=paragraph.start, end=paragraph.end) if paragraph.start >= 0 else None,
        rule=rule,
        confidence=0.5 if rule == "fdx.unknown-type" else 1.0,
        data=_data(paragraph, kind, lettered.data, move),
        left=None if left is None or abs(left - usual_left(kind)) < _NEAR else left,
        closes=paragraph.kind in _ENDS,
    )
    return line, move


def place_in_line(
    paragraph: FdxParagraph, element: Style, letters: Mapping[str, str], *, has_scenes: bool
) -> Callable[[int], int]:
    """Where a character of a paragraph's runs stands in its line.

    Args:
        paragraph: As it stands in the file.
        element: What the file says of its type.
        letters: What it says of that type's letters.
        has_scenes: The file has paragraphs of the type Scene Heading.
    """
    return _line(paragraph, element, letters, has_scenes=has_scenes)[1]


def _trim(read: Lettered, kind: LineKind) -> tuple[Lettered, str, Callable[[int], int]]:
    """Words without white space at their ends, a cue's extension, and where characters went."""
    text = read.text
    if kind is LineKind.CUE:
        cue = split_cue(text)
        printed = write_cue(cue.name, cue.extension)
        if printed == text:
            return replace(read, text=cue.name), cue.extension, lambda at: min(at, len(printed))
        places: list[int] = []

        def match(at: int) -> int:
            places.extend(() if places else align(text, printed))
            return places[min(max(at, 0), len(places) - 1)]

        return read.moved(cue.name, match), cue.extension, match
    bare = text.rstrip() if kind is LineKind.ACTION else text.strip()
    cut = 0 if kind is LineKind.ACTION else len(text) - len(text.lstrip())

    def clip(at: int) -> int:
        return min(max(at - cut, 0), len(bare))

    return (read if bare == text else read.moved(bare, clip)), "", clip


def _data(
    paragraph: FdxParagraph,
    kind: LineKind,
    spans: LineData | None,
    move: Callable[[int], int],
) -> LineData | None:
    """What else the paragraph carries, or None where that is nothing."""
    own = paragraph.attributes
    setting = tuple(
        (key, value)
        for key, value in (own.items() if len(own) > 1 else ())
        if key not in _SAID_ELSEWHERE and not (key == "Alignment" and kind is LineKind.CENTERED)
    )
    name = "" if type_of(kind, depth_of(paragraph.kind)) == paragraph.kind else paragraph.kind
    places = paragraph.locks or paragraph.deleted
    extras = setting or "id" in own or name or places or paragraph.card or paragraph.alternates
    if not extras:
        return spans
    return replace(
        spans or _NOTHING,
        type_name=name,
        key=own.get("id", ""),
        setting=setting,
        deleted=tuple(replace(each, at=move(each.at)) for each in paragraph.deleted),
        locks=tuple(replace(each, at=move(each.at)) for each in paragraph.locks),
        alternates=tuple(paragraph.alternates),
        alternate=paragraph.alternate,
        card=paragraph.card,
    )
