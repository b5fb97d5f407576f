"""What Final Draft's paragraphs mean: its own types, styles, indents and notes, in our words.

Source: FDX files of Final Draft 8 to 13 and of programs that write the format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from secondunit.film.screenplay.cue import split_cue, write_cue
from secondunit.film.screenplay.final_draft.lettering import (
    Known,
    align,
    place_in_runs,
    read_runs,
)
from secondunit.film.screenplay.final_draft.paragraph import FdxAside, FdxParagraph
from secondunit.film.screenplay.final_draft.paragraph_setting import ParagraphSetting, set_paragraph
from secondunit.film.screenplay.final_draft.setting import UNSAID, Style
from secondunit.film.screenplay.line_data import LineData
from secondunit.film.screenplay.model import LineKind, Spot
from secondunit.film.screenplay.pages.sizes import usual_space
from secondunit.film.screenplay.read import RawLine

_SAID_ELSEWHERE = frozenset({"Type", "Number", "id", "SpaceBefore", "Spacing", "StartsNewPage"})
_NOTHING = LineData()
_BODIES = frozenset({"Outline Body", "Summary"})
_HIDEABLE = "HiddenText"  # the letters of outline elements, which a file may show or hide


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
    has_scenes = any(each.kind == "Scene Heading" for each in paragraphs)
    known: dict[tuple[str, Style | None], ParagraphSetting] = {}
    fonts = _fonts(elements, letters or {})
    letterings: dict[str, Known] = {}
    for index, paragraph in enumerate(paragraphs):
        kind, style = paragraph.kind, paragraph.style
        said = (kind, None if style is UNSAID else style)
        if (setting := known.get(said)) is None:
            element = elements.get(kind, UNSAID)
            setting = known[said] = set_paragraph(kind, style, element, has_scenes=has_scenes)
        if setting.opens_page:
            yield _page_break(paragraph)
        font = fonts.get(kind, {})
        line = _line(paragraph, setting, font, letterings.setdefault(kind, {}))
        if shows_outline and _HIDEABLE in font.get("Style", ""):
            line.shown, line.closes = True, kind not in _BODIES
        is_printed = bool(line.text.strip() or line.number)
        if is_printed:
            if blank or unplaced:
                line, blank, unplaced = _after_blank(line, blank, unplaced), 0.0, None
            yield line
        elif not paragraph.is_frame and paragraph.side is None:
            own = line.space_before
            blank += 1 + (usual_space(line.kind) if own is None else own)
            unplaced = line.data or unplaced
        if index in hanging:
            move = _mover(paragraph, setting.kind, font) if is_printed else None
            yield from _asides(hanging[index], row=paragraph.row, move=move)


def _fonts(
    elements: Mapping[str, Style], letters: Mapping[str, Mapping[str, str]]
) -> Mapping[str, Mapping[str, str]]:
    """What is said of each type's letters."""
    styles = {name: {"Style": style.letters} for name, style in elements.items() if style.letters}
    return {**styles, **{name: font for name, font in letters.items() if font}}


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
    paragraph: FdxParagraph, setting: ParagraphSetting, letters: Mapping[str, str], known: Known
) -> RawLine:
    kind = setting.kind
    read = read_runs(paragraph.runs, letters, known)
    text, extension = read.text, ""
    if kind is LineKind.CUE:
        cue = split_cue(text)
        text, extension = cue.name, cue.extension
    else:
        text = text.rstrip() if kind is LineKind.ACTION else text.strip()
    if (read.emphasis or read.data) and write_cue(text, extension) != read.text:
        read = read.moved(text, _shift(read.text, kind))
    return RawLine(
        kind=kind,
        text=text,
        row=paragraph.row,
        side=paragraph.side,
        emphasis=read.emphasis,
        depth=setting.depth,
        extension=extension,
        number=paragraph.number if kind is LineKind.HEADING else "",
        space_before=setting.space_before,
        width=setting.width,
        spacing=setting.spacing,
        spot=Spot(start=paragraph.start, end=paragraph.end) if paragraph.start >= 0 else None,
        rule=setting.rule,
        confidence=setting.confidence,
        data=_data(paragraph, setting, letters, read.data),
        left=setting.left,
        closes=setting.closes,
    )


def _mover(
    paragraph: FdxParagraph, kind: LineKind, letters: Mapping[str, str]
) -> Callable[[int], int]:
    """Where characters of a paragraph's runs stand in its line."""
    shift = _shift(read_runs(paragraph.runs, letters).text, kind)
    return lambda character: shift(place_in_runs(paragraph.runs, letters, character))


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
    kind = set_paragraph(paragraph.kind, paragraph.style, element, has_scenes=has_scenes).kind
    return _mover(paragraph, kind, letters or {"Style": element.letters})


def _shift(text: str, kind: LineKind) -> Callable[[int], int]:
    """Where characters of the words of runs stand once white space and brackets are trimmed."""
    if kind is LineKind.CUE:
        cue = split_cue(text)
        printed = write_cue(cue.name, cue.extension)
        places = range(len(text) + 1) if printed == text else align(text, printed)
        return lambda at: places[min(max(at, 0), len(text))]
    end = len(text.rstrip() if kind is LineKind.ACTION else text.strip())
    cut = 0 if kind is LineKind.ACTION else len(text) - len(text.lstrip())
    return lambda at: min(max(at - cut, 0), end)


def _data(
    paragraph: FdxParagraph,
    setting: ParagraphSetting,
    letters: Mapping[str, str],
    spans: LineData | None,
) -> LineData | None:
    """What else the paragraph carries, or None where that is nothing."""
    own = paragraph.attributes
    said: tuple[tuple[str, str], ...] = ()
    if not _SAID_ELSEWHERE.issuperset(own):
        is_centered = setting.kind is LineKind.CENTERED
        said = tuple(
            (key, value)
            for key, value in own.items()
            if key not in _SAID_ELSEWHERE and not (key == "Alignment" and is_centered)
        )
    key = own.get("id", "")
    places = paragraph.locks or paragraph.deleted
    named = setting.type_name or key or said
    if not (named or places or paragraph.card or paragraph.alternates):
        return spans
    move = _mover(paragraph, setting.kind, letters) if places else int
    return replace(
        spans or _NOTHING,
        type_name=setting.type_name,
        key=key,
        setting=said,
        deleted=tuple(replace(each, at=move(each.at)) for each in paragraph.deleted),
        locks=tuple(replace(each, at=move(each.at)) for each in paragraph.locks),
        alternates=tuple(paragraph.alternates),
        alternate=paragraph.alternate,
        card=paragraph.card,
    )
