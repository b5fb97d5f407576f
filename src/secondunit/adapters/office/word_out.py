"""A screenplay as WordprocessingML; equal scripts give equal bytes.

Source: ECMA-376 part 1.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from secondunit.adapters.office.word_look import (
    HEAD,
    SECTIONS,
    STYLES,
    TITLE,
    WORD,
    safe,
    style_id,
    write_styles,
)
from secondunit.film.screenplay.model import Emphasis, Line, LineKind, Screenplay, Side

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TAGS = {"bold": "<w:b/>", "italic": "<w:i/>", "underline": '<w:u w:val="single"/>'}

_DUAL = {LineKind.CUE: 1080, LineKind.PARENTHETICAL: 540}
_NUMBER_INDENT = '<w:ind w:left="0" w:hanging="720"/>'


def write_document(script: Screenplay) -> bytes:
    """The whole .docx file."""
    lines = [*script.opening, *(line for scene in script.scenes for line in scene.lines)]
    body = "".join([*_title_page(script), *_body(lines)])
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": (
            f'{HEAD}<w:document {WORD} xmlns:r="{_RELATIONS}"><w:body>{body}{_section(script)}'
            "</w:body></w:document>"
        ),
        "word/styles.xml": write_styles([field.key for field in script.title_page]),
        "word/header1.xml": _header(),
        "word/_rels/document.xml.rels": _relations(
            {"styles": "styles.xml", "header": "header1.xml"}
        ),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode())
    return out.getvalue()


def _title_page(script: Screenplay) -> Iterator[str]:
    for index, field in enumerate(script.title_page):
        style = style_id(f"{TITLE}{field.key}")
        space = '<w:spacing w:before="3600"/>' if not index else ""
        yield _paragraph(f'<w:pStyle w:val="{style}"/>{space}', _run(field.value))
    if script.title_page:
        section = f"<w:sectPr>{_page(script)}</w:sectPr>"
        yield _paragraph(f'<w:pStyle w:val="PageAfterTitle"/>{section}', "")


def _body(lines: Sequence[Line]) -> Iterator[str]:
    anchors = 0
    for is_dual, group in groupby(lines, key=lambda line: line.side is not None):
        if is_dual:
            yield from _tables(list(group))
            continue
        for line in group:
            anchors += line.anchor is not None
            yield _line(line, anchors)


def _tables(lines: Sequence[Line]) -> Iterator[str]:
    """A table for each pair of speeches side by side."""
    start = 0
    for end in range(1, len(lines) + 1):
        is_over = end == len(lines) or (
            lines[end].side is Side.LEFT and lines[end - 1].side is Side.RIGHT
        )
        if is_over:
            yield _table(lines[start:end])
            start = end


def _table(lines: Sequence[Line]) -> str:
    cells = ""
    for side in Side:
        said = "".join(_line(line, 0) for line in lines if line.side is side) or "<w:p/>"
        cells += f'<w:tc><w:tcPr><w:tcW w:w="4320" w:type="dxa"/></w:tcPr>{said}</w:tc>'
    grid = '<w:tblGrid><w:gridCol w:w="4320"/><w:gridCol w:w="4320"/></w:tblGrid>'
    width = '<w:tblPr><w:tblW w:w="8640" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{width}{grid}<w:tr>{cells}</w:tr></w:tbl>"


def _line(line: Line, anchors: int) -> str:
    name, _, _, _, _ = STYLES[line.kind]
    if line.kind is LineKind.SECTION:
        name = f"Section {min(max(line.depth, 1), SECTIONS)}"
    properties = f'<w:pStyle w:val="{style_id(name)}"/>'
    spacing = "".join(
        f' w:{key}="{round(240 * value)}"'
        for key, value in (
            ("before", line.space_before),
            ("line", None if line.spacing == 1.0 else line.spacing),
        )
        if value is not None
    )
    if spacing:
        rule = ' w:lineRule="auto"' if line.spacing != 1.0 else ""
        properties += f"<w:spacing{spacing}{rule}/>"
    if line.side is not None:
        properties += f'<w:ind w:left="{_DUAL.get(line.kind, 0)}" w:right="120"/>'
    if line.kind is LineKind.HEADING and line.number:
        properties += _NUMBER_INDENT
    mark = ""
    if line.anchor is not None:
        ref = f'w:id="{anchors}"'
        mark = (
            f'<w:bookmarkStart {ref} w:name="anchor_{line.anchor}_{anchors}"/>'
            f"<w:bookmarkEnd {ref}/>"
        )
    return _paragraph(properties, mark + _words(line))


def _words(line: Line) -> str:
    if line.kind is LineKind.CUE and line.extension:
        return _run(f"{line.text} ({line.extension})")
    if line.kind is LineKind.PAGE_BREAK:
        return _marked("LockedPage", line.text) if line.text else ""
    runs = "".join(_run(text, styles) for text, styles in _runs(line.text, line.emphasis))
    if line.kind is LineKind.HEADING and line.number:
        number = _marked("SceneNumber", line.number)
        tab = "<w:r><w:tab/></w:r>"
        return number + tab + runs + tab + number
    return runs


def _marked(style: str, text: str) -> str:
    """Words in a character style."""
    words = f'<w:t xml:space="preserve">{safe(text)}</w:t>'
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{words}</w:r>'


def _runs(text: str, emphasis: Sequence[Emphasis]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Stretches of a text in which the styles do not change."""
    edges = sorted({0, len(text), *(e.start for e in emphasis), *(e.end for e in emphasis)})
    for start, end in pairwise(edges):
        styles = {e.style for e in emphasis if e.start <= start and end <= e.end}
        yield text[start:end], tuple(style for style in _TAGS if style in styles)


def _run(text: str, styles: Sequence[str] = ()) -> str:
    properties = "".join(_TAGS[style] for style in styles)
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = []
    for piece in re.split(r"([\n\t])", text):
        if piece == "\n":
            pieces.append("<w:br/>")
        elif piece == "\t":
            pieces.append("<w:tab/>")
        elif piece:
            pieces.append(f'<w:t xml:space="preserve">{safe(piece)}</w:t>')
    return f"<w:r>{properties}{''.join(pieces)}</w:r>" if pieces else ""


def _paragraph(properties: str, content: str) -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def _header() -> str:
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{text}'
        for kind, text in (("begin", "<w:r><w:instrText>PAGE</w:instrText></w:r>"), ("end", ""))
    )
    return (
        f'{HEAD}<w:hdr {WORD}><w:p><w:pPr><w:jc w:val="right"/></w:pPr>{field}'
        "<w:r><w:t>.</w:t></w:r></w:p></w:hdr>"
    )


def _section(script: Screenplay) -> str:
    """The script's own section: its pages count from 1, and the first shows no number."""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="header"/>{_page(script)}'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _page(script: Screenplay) -> str:
    """Size and margins of the paper."""
    paper = script.paper
    width, height = round(paper.width * 1440), round(paper.height * 1440)
    right = width - 2160 - 8640
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="1440" w:right="{max(right, 720)}" w:bottom="1440" w:left="2160" '
        'w:header="720" w:footer="720" w:gutter="0"/>'
    )


def _relations(targets: dict[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="{kind}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _content_types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("header1", "header"),
        )
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )
