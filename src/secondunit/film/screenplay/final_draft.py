"""What Final Draft's paragraphs mean: its own types, styles, indents and notes, in our words.

Source: FDX files of Final Draft 8 to 13 and of programs that write the format.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from secondunit.film.screenplay.cue import split_cue
from secondunit.film.screenplay.model import Emphasis, LineKind, Side
from secondunit.film.screenplay.read import RawLine
from secondunit.film.screenplay.setting import Style, column_width, left_edge
from secondunit.film.screenplay.typed import usual_left, usual_space, usual_width

_KINDS = {
    "Scene Heading": LineKind.HEADING,
    "Action": LineKind.ACTION,
    "Character": LineKind.CUE,
    "Parenthetical": LineKind.PARENTHETICAL,
    "Dialogue": LineKind.DIALOGUE,
    "Transition": LineKind.TRANSITION,
    "Shot": LineKind.SHOT,
    "General": LineKind.GENERAL,
    "Cast List": LineKind.GENERAL,
    "New Act": LineKind.ACT,
    "End of Act": LineKind.ACT,
    "End Of Act": LineKind.ACT,
    "Cold Opening": LineKind.ACT,
    "Lyrics": LineKind.LYRIC,
    "Lyric": LineKind.LYRIC,
    "Singing": LineKind.LYRIC,
    "Outline 1": LineKind.SECTION,
    "Outline 2": LineKind.SECTION,
    "Outline 3": LineKind.SECTION,
    "Outline 4": LineKind.SECTION,
    "Outline Body": LineKind.SYNOPSIS,
    "Sequence": LineKind.SECTION,
    "Summary": LineKind.SYNOPSIS,
    "Note": LineKind.NOTE,
}
_STYLES = {"Bold": "bold", "Italic": "italic", "Underline": "underline"}
_OPENS_PAGE = frozenset({"New Act"})
_SCENE = "Scene Heading"
_OUTLINE = frozenset({"Outline 1", "Outline 2", "Outline 3", "Outline 4", "Outline Body"})
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
        runs: Stretches of text with their styles.
        is_frame: True when it only holds a dual dialogue.
    """

    kind: str
    row: int
    style: Style
    number: str = ""
    side: Side | None = None
    runs: list[tuple[str, str]] = field(default_factory=list)
    is_frame: bool = False

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
    """

    kind: LineKind
    text: str
    after: int
    anchor: int | None = None


def find_anchor(paragraphs: Sequence[FdxParagraph], position: int) -> tuple[int, int]:
    """The paragraph and the character in it that a position in the whole script falls on.

    Source: Final Draft counts the characters of all paragraphs and one for the end of each.
    """
    starts, start = [], 0
    for paragraph in paragraphs:
        starts.append(start)
        start += paragraph.length + 1
    index = max(bisect_right(starts, position) - 1, 0)
    if not starts:
        return -1, 0
    return index, min(max(position - starts[index], 0), paragraphs[index].length)


def read_paragraphs(
    paragraphs: Sequence[FdxParagraph],
    asides: Sequence[FdxAside],
    elements: Mapping[str, Style],
    *,
    shows_outline: bool = False,
) -> Iterator[RawLine]:
    """The script's lines in order; empty paragraphs become space before the next.

    Args:
        paragraphs: Of the body.
        asides: Notes and the like, in any order.
        elements: The file's element settings, by type.
        shows_outline: True when outline paragraphs are laid out on the pages.
    """
    hanging: dict[int, list[FdxAside]] = {}
    for aside in asides:
        hanging.setdefault(aside.after, []).append(aside)
    yield from _asides(hanging.get(-1, ()), row=0, is_printed=False)
    blank = 0.0
    scenes = {_SCENE} if any(each.kind == _SCENE for each in paragraphs) else {_SCENE, *elements}
    for index, paragraph in enumerate(paragraphs):
        element = elements.get(paragraph.kind, Style())
        if _opens_page(paragraph, element):
            yield RawLine(kind=LineKind.PAGE_BREAK, text="", row=paragraph.row)
        line = _line(paragraph, element, scenes, shows_outline=shows_outline)
        is_printed = bool(line.text.strip() or line.number)
        if is_printed:
            if blank:
                usual = usual_space(line.kind) if line.space_before is None else line.space_before
                line, blank = replace(line, space_before=usual + blank), 0.0
            yield line
        elif not paragraph.is_frame:
            own = line.space_before
            blank += 1 + (usual_space(line.kind) if own is None else own)
        yield from _asides(hanging.get(index, ()), row=paragraph.row, is_printed=is_printed)


def _asides(asides: Sequence[FdxAside], *, row: int, is_printed: bool) -> Iterator[RawLine]:
    for aside in asides:
        yield RawLine(
            kind=aside.kind,
            text=aside.text,
            row=max(row, 1),
            anchor=aside.anchor if is_printed else None,
        )


def _opens_page(paragraph: FdxParagraph, element: Style) -> bool:
    for style in (paragraph.style, element):
        if style.opens_page is not None:
            return style.opens_page
    return paragraph.kind in _OPENS_PAGE


def _line(
    paragraph: FdxParagraph, element: Style, scenes: Set[str], *, shows_outline: bool
) -> RawLine:
    kind = _kind(paragraph.kind, element)
    if kind is LineKind.HEADING and paragraph.kind not in scenes:
        kind = LineKind.SHOT
    is_outline = paragraph.kind in _OUTLINE
    text, emphasis = _styled(paragraph.runs, element.letters)
    if kind is LineKind.ACTION and paragraph.style.is_centered:
        kind = LineKind.CENTERED
    extension = ""
    if kind is LineKind.CUE:
        cue = split_cue(text)
        text, extension, emphasis = cue.name, cue.extension, ()
    else:
        text, emphasis = _strip(text, emphasis, keeps_start=kind is LineKind.ACTION)
    own, width = paragraph.style, column_width(paragraph.style, element)
    left = left_edge(own, element)
    before = element.space_before if own.space_before is None else own.space_before
    spacing = element.spacing if own.spacing is None else own.spacing
    is_usual = before is None or before == usual_space(kind)
    return RawLine(
        kind=kind,
        text=text,
        row=paragraph.row,
        side=paragraph.side,
        emphasis=emphasis,
        depth=_depth(paragraph.kind) if kind is LineKind.SECTION else 0,
        extension=extension,
        number=paragraph.number if kind is LineKind.HEADING else "",
        space_before=None if is_usual else before,
        width=None if width == usual_width(kind) else width,
        spacing=spacing or 1.0,
        left=None if left is None or abs(left - usual_left(kind)) < 0.005 else left,
        shown=is_outline and shows_outline,
        closes=paragraph.kind in _ENDS or (is_outline and shows_outline),
    )


def _kind(name: str, element: Style) -> LineKind:
    """Of a type nobody has heard of, what the file says it paginates as; never dropped."""
    known = _KINDS.get(name) or _KINDS.get(element.paginates_as)
    return known or LineKind.GENERAL


def _depth(name: str) -> int:
    return int(name[-1]) if name[-1:] in {"1", "2", "3", "4"} else 1


def _styled(runs: Sequence[tuple[str, str]], element: str) -> tuple[str, tuple[Emphasis, ...]]:
    """The words of all runs, capitals where they print as such, and the styles within."""
    text = ""
    emphasis: list[Emphasis] = []
    is_capital = "AllCaps" in element
    for run, styles in runs:
        words = run.replace("\u2028", "\n")
        words = words.upper() if is_capital or "AllCaps" in styles else words
        for style in styles.split("+"):
            name = _STYLES.get(style)
            if not words or name is None:
                continue
            start = len(text)
            joined = [e for e in emphasis if e.end == start and e.style == name]
            if joined:
                emphasis.remove(joined[0])
                start = joined[0].start
            emphasis.append(Emphasis(start=start, end=len(text) + len(words), style=name))
        text += words
    return text, tuple(emphasis)


def _strip(
    text: str, emphasis: tuple[Emphasis, ...], *, keeps_start: bool
) -> tuple[str, tuple[Emphasis, ...]]:
    """Text without white space at its ends, and the styles where they then stand."""
    bare = text.rstrip() if keeps_start else text.strip()
    cut = 0 if keeps_start else len(text) - len(text.lstrip())
    moved = (
        replace(e, start=max(e.start - cut, 0), end=min(e.end - cut, len(bare))) for e in emphasis
    )
    return bare, tuple(e for e in moved if e.start < e.end)
