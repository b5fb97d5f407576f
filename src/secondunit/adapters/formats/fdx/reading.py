"""From the bytes of a Final Draft file to the script it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from secondunit.adapters.formats.fdx.asides import (
    place_asides,
    place_marks,
    positions_of,
)
from secondunit.adapters.formats.fdx.sections import read_script_data
from secondunit.adapters.formats.fdx.walk import (
    BrokenError,
    Walk,
    walk,
)
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.cover import read_cover
from secondunit.film.screenplay.final_draft.paragraphs import read_paragraphs
from secondunit.film.screenplay.final_draft.setting import (
    Style,
    read_paper,
    read_style,
    shows_outline,
)
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.production_data import ScriptData
from secondunit.film.screenplay.read import RawScript, read_scenes
from secondunit.film.screenplay.remarks import merge_findings

_LEFT_OUT = {"Images": "pictures"}

_INVALID_TOKEN, _WRONG_DECLARATION = 4, 19  # expat's numbers


def assemble(found: Walk, data: bytes, name: str) -> tuple[Screenplay, tuple[Finding, ...]]:
    """The script that a walked file holds, and what is odd about it."""
    about = read_script_data(found)
    letters = {each.name: dict(each.font) for each in about.types}
    positions = positions_of(found)
    asides = place_asides(found, positions)
    place_marks(found, positions)
    raw = RawScript(
        name=name,
        title_page=read_cover(words for _, words in about.cover),
        lines=tuple(
            read_paragraphs(
                found.paragraphs,
                asides,
                read_elements(about),
                letters,
                shows_outline=_shows_outline(found),
            )
        ),
        source_format="fdx",
        source_digest=digest_bytes(data),
        paper=read_paper(dict(about.page)),
        data=about,
    )
    screenplay, odd = read_scenes(raw)
    return screenplay, merge_findings(_remarks(found), odd)


def _remarks(found: Walk) -> Iterator[Finding]:
    """What stays in the file unread, and an encoding that is not the one it names."""
    if found.encoding is not None:
        yield Finding(
            severity=Severity.WARNING,
            rule="screenplay.wrong-encoding",
            where="the script",
            message=f"the file is not in the encoding it names; it was read as {found.encoding}",
            remedy="Look at letters with accents, or save it again as FDX.",
        )
    for section in found.sections:
        if section.name in _LEFT_OUT and section.has_children:
            yield Finding(
                severity=Severity.NOTE,
                rule="screenplay.not-read",
                where="the script",
                message=f"{_LEFT_OUT[section.name]}: not read",
                remedy="They stay in the file; nothing is asked of you.",
            )


def _shows_outline(found: Walk) -> bool:
    return any(node.name == "Outlines" and shows_outline(node.attributes) for node in found.nodes)


def read_elements(about: ScriptData) -> Mapping[str, Style]:
    """How each type of paragraph is set."""
    return {
        each.name: read_style(
            dict(each.setting),
            font=dict(each.font),
            paginates_as=dict(each.behavior).get("PaginateAs", ""),
        )
        for each in about.types
    }


def read_walk(data: bytes) -> Walk:
    """Walk a file, in the encoding it says or else in the one it is in.

    Raises:
        ForbiddenError: As ``walk`` says.
        BrokenError: The same.
        UnknownEncodingError: The same.
    """
    try:
        return walk(data)
    except BrokenError as error:
        if error.code not in {_INVALID_TOKEN, _WRONG_DECLARATION}:
            raise
        true = _true_encoding(data)
        if true is None or (true == "utf-8" and error.code == _INVALID_TOKEN):
            raise
        try:
            return walk(data, true)
        except BrokenError:
            raise error from None


def _true_encoding(data: bytes) -> str | None:
    """What a file is written in that says something else of itself."""
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    for encoding in ("utf-8", "windows-1252"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return None
