"""Paragraphs that a program has named: what each name means, whatever program wrote it.

Source: the style names of Word and OpenDocument templates for screenplays, of Celtx, of the Open
Screenplay Format and of Trelby.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from secondunit.core.finding import Finding
from secondunit.core.ids import Digest
from secondunit.film.screenplay.cue import split_cue
from secondunit.film.screenplay.heading import read_number
from secondunit.film.screenplay.model import Emphasis, LineKind, Side
from secondunit.film.screenplay.plain.reader import read_plain_text
from secondunit.film.screenplay.read import RawLine, RawScript
from secondunit.film.screenplay.remarks import place

_LINE = re.compile(r"line (\d+)")

_NAMES = {
    LineKind.HEADING: "sceneheading scenehead sceneheader slugline slug scene heading "
    "intituledescene encabezadodeescena szenenkopf szenenüberschrift intestazionescena "
    "cabeçalhodecena",
    LineKind.ACTION: "action description direction stagedirection scenedescription acción "
    "handlung azione ação narrative",
    LineKind.CUE: "character charactername cue speaker name characterdual personnage personaje "
    "figur personaggio personagem unspokencharacter",
    LineKind.DIALOGUE: "dialogue dialog speech dialoguedual diálogo dialogo lines",
    LineKind.PARENTHETICAL: "parenthetical parentheticals parenthesis wryly wrylies parens "
    "expression didascalie acotación parentesi parênteses",
    LineKind.TRANSITION: "transition trans transición übergang transizione transição",
    LineKind.SHOT: "shot plan plano einstellung",
    LineKind.LYRIC: "lyric lyrics singing song",
    LineKind.CENTERED: "centered centred center centeredtext",
    LineKind.ACT: "act actbreak newact endofact actheading coldopening teaser",
    LineKind.GENERAL: "general text normaltext",
    LineKind.SYNOPSIS: "synopsis summary outlinebody",
    LineKind.NOTE: "note notes",
    LineKind.BONEYARD: "boneyard omitted",
    LineKind.SECTION: "section",
    LineKind.PAGE_BREAK: "pagebreak",
}
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split()}
_SURE = frozenset({LineKind.HEADING, LineKind.ACTION, LineKind.CUE, LineKind.DIALOGUE})
_ASIDES = frozenset({LineKind.NOTE, LineKind.BONEYARD})
_DEEPEST = 9
_PITCH, _BROAD = 10, 60  # characters to the inch, and to a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words in one style.

    Args:
        text: The words; a break inside the paragraph is ``\\n``.
        styles: ``bold``, ``italic``, ``underline``.
    """

    text: str
    styles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class StyledParagraph:
    """A paragraph with the name its program gave it.

    Args:
        style: The name of its style.
        runs: Its words.
        row: Its number in the file, from 1.
        number: Written scene number.
        side: Column of a dual dialogue.
        opens_page: It begins a new page.
        space_before: Blank lines before it where the paragraph itself says so.
        spacing: Typed lines from one line to the next.
        indent: Inches from the left margin.
        align: ``left``, ``center`` or ``right``.
        anchor: Of a note: the character of the line above at which it stands.
    """

    style: str
    runs: tuple[Run, ...]
    row: int
    number: str = ""
    side: Side | None = None
    opens_page: bool = False
    space_before: float | None = None
    spacing: float = 1.0
    indent: float = 0.0
    align: str = "left"
    anchor: int | None = None

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.runs)


def kind_of(style: str) -> LineKind | None:
    """What a style's name says its paragraphs are, or None when it says nothing.

    >>> kind_of("Scene Heading"), kind_of("Screenplay_Dialogue"), kind_of("Normal")
    (<LineKind.HEADING: 'heading'>, <LineKind.DIALOGUE: 'dialogue'>, None)
    """
    name = "".join(c for c in style.casefold() if c.isalpha())
    for prefix in ("screenplay", "script", "sp", "fd", "hd"):
        bare = name.removeprefix(prefix)
        if bare != name and bare in _KINDS:
            return _KINDS[bare]
    return _KINDS.get(name)


def says_enough(paragraphs: Iterable[StyledParagraph]) -> bool:
    """The styles tell the script: most paragraphs bear a name of the trade, some a scene's or a
    speaker's."""
    kinds = [kind_of(each.style) for each in paragraphs if each.text.strip()]
    named = sum(kind is not None for kind in kinds)
    leading = sum(kind in {LineKind.HEADING, LineKind.CUE} for kind in kinds)
    return named * 2 > len(kinds) and leading > 0 and any(kind in _SURE for kind in kinds)


CAPITALS = frozenset({LineKind.HEADING, LineKind.CUE, LineKind.TRANSITION, LineKind.SHOT})
"""Kinds that programs show in capitals however they were typed."""


def read_styled(
    paragraphs: Sequence[StyledParagraph],
    rule: str,
    capitals: Collection[LineKind] = (),
) -> tuple[RawLine, ...]:
    """The lines of a script whose paragraphs are named.

    Args:
        paragraphs: In order; empty ones become space before the next.
        rule: What lines say made them what they are, such as ``docx.style``.
        capitals: Kinds that the program shows in capitals.
    """
    lines: list[RawLine] = []
    for paragraph in paragraphs:
        if paragraph.opens_page:
            lines.append(RawLine(kind=LineKind.PAGE_BREAK, text="", row=paragraph.row, rule=rule))
        is_break = kind_of(paragraph.style) is LineKind.PAGE_BREAK
        if paragraph.text.strip() or paragraph.number or is_break:
            if kind_of(paragraph.style) in capitals:
                runs = (replace(run, text=run.text.upper()) for run in paragraph.runs)
                lines.append(_line(replace(paragraph, runs=tuple(runs)), rule))
            else:
                lines.append(_line(paragraph, rule))
    return tuple(lines)


def _line(paragraph: StyledParagraph, rule: str) -> RawLine:
    known = kind_of(paragraph.style)
    kind = known or LineKind.ACTION
    if kind is LineKind.ACTION and paragraph.align == "center":
        kind = LineKind.CENTERED
    text, emphasis = join_runs(paragraph.runs, keeps_start=kind in {LineKind.ACTION, *_ASIDES})
    extension, number = "", paragraph.number
    if kind is LineKind.CUE:
        cue = split_cue(text)
        text, extension, emphasis = cue.name, cue.extension, ()
    elif kind is LineKind.HEADING and not number:
        bare, number = read_number(text)
        emphasis = emphasis if text.startswith(bare) else ()
        text = bare
    return RawLine(
        kind=kind,
        text=text,
        row=paragraph.row,
        side=paragraph.side,
        emphasis=tuple(
            replace(e, end=min(e.end, len(text))) for e in emphasis if e.start < len(text)
        ),
        depth=_depth(paragraph.style) if kind is LineKind.SECTION else 0,
        extension=extension,
        number=number if kind is LineKind.HEADING else "",
        space_before=paragraph.space_before,
        spacing=paragraph.spacing,
        anchor=paragraph.anchor if kind in _ASIDES else None,
        rule=rule if known else f"{rule}-unknown",
        confidence=1.0 if known else 0.5,
    )


def _depth(style: str) -> int:
    digits = "".join(c for c in style if c.isascii() and c.isdigit())
    return min(int(digits[:2]), _DEEPEST) if digits else 1


def join_runs(
    runs: Iterable[Run], *, keeps_start: bool = False
) -> tuple[str, tuple[Emphasis, ...]]:
    """The words of all runs without white space at their ends, and the styles within.

    Args:
        runs: In order.
        keeps_start: White space at the beginning stays.
    """
    text = ""
    spans: list[Emphasis] = []
    last: dict[str, int] = {}
    for run in runs:
        start, end = len(text), len(text) + len(run.text)
        text += run.text
        for style in sorted(run.styles) if run.text else ():
            at = last.get(style, -1)
            if at >= 0 and spans[at].end == start:
                spans[at] = replace(spans[at], end=end)
            else:
                last[style] = len(spans)
                spans.append(Emphasis(start=start, end=end, style=style))
    bare = text.rstrip() if keeps_start else text.strip()
    cut = 0 if keeps_start else len(text) - len(text.lstrip())
    moved = (
        replace(e, start=max(e.start - cut, 0), end=min(e.end - cut, len(bare))) for e in spans
    )
    kept = sorted((e for e in moved if e.start < e.end), key=lambda e: (e.start, e.end, e.style))
    return bare, tuple(kept)


def read_unnamed(
    paragraphs: Sequence[StyledParagraph], rule: str, name: str, digest: Digest
) -> tuple[RawScript, tuple[Finding, ...]]:
    """The script of paragraphs that bear no names: by their indents and their neighbours.

    Args:
        paragraphs: In order, empty ones too.
        rule: What their place is called, such as ``docx``.
        name: The file's name.
        digest: SHA-256 of the file's bytes.
    """
    rows: list[str] = []
    sources: dict[int, StyledParagraph] = {}
    for paragraph in paragraphs:
        rows += [""] * int(paragraph.space_before or 0)
        for text in paragraph.text.split("\n"):
            rows.append(" " * _column(paragraph, text.strip()) + text.strip())
            sources[len(rows)] = paragraph
    raw, findings = read_plain_text("\n".join(rows), name=name, digest=digest)
    lines = (_sourced(line, sources[line.row]) for line in raw.lines)
    placed = (_replaced(each, sources, rule) for each in findings)
    return replace(raw, lines=tuple(lines), source_format=rule), tuple(dict.fromkeys(placed))


def _replaced(
    finding: Finding, sources: Mapping[int, StyledParagraph], source_format: str
) -> Finding:
    """A finding about a row of the words alone, said of the paragraph that the row is of."""
    match = _LINE.fullmatch(finding.where)
    paragraph = sources.get(int(match[1])) if match else None
    return replace(finding, where=place(paragraph.row, source_format)) if paragraph else finding


def _column(paragraph: StyledParagraph, text: str) -> int:
    indent = min(max(round(paragraph.indent * _PITCH), 0), _BROAD)
    spare = max(_BROAD - len(text), 0)
    return {"center": spare // 2, "right": spare}.get(paragraph.align, indent)


def _sourced(line: RawLine, paragraph: StyledParagraph) -> RawLine:
    text, emphasis = join_runs(paragraph.runs)
    is_same = text == line.text
    return replace(line, row=paragraph.row, spot=None, emphasis=emphasis if is_same else ())
