"""A script as a new Final Draft file, complete and with nothing taken from another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from secondunit.adapters.formats.fdx.compose import write_note, write_paragraph
from secondunit.adapters.formats.fdx.content import Content, compose_content
from secondunit.adapters.formats.fdx.cover import cover_rows
from secondunit.adapters.formats.fdx.defaults import PLAIN_FONT, default_types
from secondunit.adapters.formats.fdx.markup import element, leaf
from secondunit.adapters.formats.fdx.new_sections import (
    write_revisions,
    write_running,
    write_tag_data,
)
from secondunit.film.screenplay.cover import read_cover
from secondunit.film.screenplay.final_draft.paragraph_types import type_of
from secondunit.film.screenplay.final_draft.setting import Style, read_style
from secondunit.film.screenplay.model import Line, LineKind, Paper, Screenplay
from secondunit.film.screenplay.production_data import ParagraphType, ScriptData

VERSION = "5"
"""Of the format: Final Draft 12."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>\n'
_SIZE = ("Height", "Width")
_LAYOUT = {
    "BreakDialogueAndActionAtSentences": "Yes",
    "DocumentLeading": "Normal",
    "FooterMargin": "36",
    "HeaderMargin": "36",
    "UsesSmartQuotes": "Yes",
}
_NUMBERING = (
    ("LeftLocation", "0.75"),
    ("NumberScheme", "1A"),
    ("RightLocation", "7.38"),
    ("ShowNumbersOnLeft", "Yes"),
    ("ShowNumbersOnRight", "Yes"),
)
_MORE = (
    ("AutomaticCharacterContinueds", "Yes"),
    ("BottomOfPage", "Yes"),
    ("DialogueBottom", "(MORE)"),
    ("DialogueTop", "(CONT'D)"),
    ("TopOfNext", "Yes"),
)
_CONTINUED = (
    ("ContinuedNumber", "No"),
    ("SceneBottom", "(CONTINUED)"),
    ("SceneBottomOfPage", "No"),
    ("SceneTop", "CONTINUED:"),
    ("SceneTopOfNext", "No"),
)


def write_fresh(script: Screenplay) -> tuple[str, Content]:
    """The file, and its body as laid out."""
    about = script.data or ScriptData()
    types = settle_types(script, about)
    elements = style_types(types)
    content = compose_content(script, elements)
    root = element(
        "FinalDraft",
        [("DocumentType", "Script"), ("Template", "No"), ("Version", VERSION)],
        element("Content", (), *map(write_paragraph, content.paragraphs)),
        *_sections(script, about, types, content),
    )
    return _HEAD + root + "\n", content


def settle_types(script: Screenplay, about: ScriptData) -> tuple[ParagraphType, ...]:
    """The types of paragraph a script needs: its own, and Final Draft's where it has none.

    A type that prints in capitals does so only where all its words are in them already, so that
    no letter changes.
    """
    own = {each.name for each in about.types}
    types = (*about.types, *(each for each in default_types() if each.name not in own))
    small = {
        (line.data.type_name if line.data else "") or type_of(line.kind, line.depth)
        for line in _lines(script)
        if line.kind is not LineKind.NOTE
        and line.text + line.extension != (line.text + line.extension).upper()
    }
    return tuple(_without_capitals(each) if each.name in small else each for each in types)


def _lines(script: Screenplay) -> list[Line]:
    return [*script.opening, *(line for scene in script.scenes for line in scene.lines)]


def _without_capitals(each: ParagraphType) -> ParagraphType:
    font = dict(each.font)
    styles = [style for style in font.get("Style", "").split("+") if style != "AllCaps"]
    return replace(each, font=tuple({**font, "Style": "+".join(styles)}.items()))


def style_types(types: tuple[ParagraphType, ...]) -> Mapping[str, Style]:
    """How each type of paragraph is set."""
    return {
        each.name: read_style(
            dict(each.setting),
            font=dict(each.font),
            paginates_as=dict(each.behavior).get("PaginateAs", ""),
        )
        for each in types
    }


def write_type(each: ParagraphType) -> str:
    """The settings of a type of paragraph."""
    return element(
        "ElementSettings",
        [("Type", each.name)],
        element("FontSpec", each.font),
        element("ParagraphSpec", each.setting),
        element("Behavior", each.behavior),
    )


def write_cover(script: Screenplay, about: ScriptData) -> str:
    """The title page: as it was set where it still says the same, else set anew."""
    rows = about.cover
    if read_cover(words for _, words in rows) != script.title_page:
        rows = cover_rows(script.title_page)
    paragraphs = (
        element(
            "Paragraph",
            [("Alignment", alignment)] if alignment else [],
            leaf("Text", (), words),
        )
        for alignment, words in rows
    )
    return element("TitlePage", (), element("Content", (), *paragraphs))


def _sections(
    script: Screenplay, about: ScriptData, types: tuple[ParagraphType, ...], content: Content
) -> Iterator[str]:
    if about.header or about.footer or script.data is None:
        yield write_running(about)
    page = dict(about.page) if script.data else _page(script.paper)
    if page:
        size = [(key, page.pop(key)) for key in _SIZE if key in page]
        yield element("PageLayout", page.items(), element("PageSize", size) if size else "")
    yield from map(write_type, types)
    yield write_cover(script, about)
    if content.loose:
        yield element("UnanchoredScriptNotes", (), *map(write_note, content.loose))
    yield element(
        "MoresAndContinueds",
        (),
        element("FontSpec", PLAIN_FONT),
        element("DialogueBreaks", _MORE),
        element("SceneBreaks", _CONTINUED),
    )
    yield write_locks(content)
    yield write_revisions(about)
    if deleted := content.deleted():
        yield element(
            "DeletedText",
            (),
            *(
                element(
                    "DeletedTextLocation",
                    [("Offset", str(at)), ("RevisionID", str(place.revision))],
                )
                for at, place in deleted
            ),
        )
    if about.voices:
        members = (
            element("Member", [("Actor", voice.actor), ("Character", voice.character)])
            for voice in about.voices
        )
        yield element("Cast", (), *members)
    if numbering := about.numbering if script.data else _NUMBERING:
        yield element("SceneNumberOptions", numbering)
    if any(line.shown for line in _lines(script)):
        yield element("Outlines", [("Hidden", "No")])
    yield write_alternates(about) if about.alternates else ""
    yield write_beats(about) if about.beats else ""
    yield write_tag_data(about)
    notes = (write_note(note, span) for span, note in content.spans())
    yield element("ScriptNotes", (), *notes)


def _page(paper: Paper) -> dict[str, str]:
    """Size and margins of the paper, the last in points."""
    foot = paper.height - paper.top - paper.body
    return {
        "Height": f"{paper.height:.2f}",
        "Width": f"{paper.width:.2f}",
        "BottomMargin": f"{max(foot, 0) * 72:g}",
        "TopMargin": f"{paper.top * 72:g}",
        **_LAYOUT,
    }


def write_locks(content: Content) -> str:
    """The locked pages."""
    return element(
        "LockedPages",
        (),
        *(
            element(
                "LockedPage",
                [
                    *((("LevelIndex", lock.level),) if lock.level else ()),
                    *((("LockLevel", lock.lock),) if lock.lock else ()),
                    ("PageNumber", lock.number),
                    ("Position", str(at)),
                ],
            )
            for at, lock in content.locks()
        ),
    )


def write_alternates(about: ScriptData) -> str:
    """Other wordings."""
    return element(
        "AltCollection",
        (),
        *(element("Alt", [("Id", each.key)], *_rows(each.text)) for each in about.alternates),
    )


def write_beats(about: ScriptData) -> str:
    """Cards of the outline."""
    return element(
        "ListItems",
        (),
        *(
            element(
                "ListItem",
                [
                    ("Color", each.color),
                    ("Id", each.key),
                    ("Title", each.title),
                    ("Type", each.type),
                ],
                element("Content", (), *_rows(each.text)),
            )
            for each in about.beats
        ),
    )


def _rows(text: str) -> Iterator[str]:
    for row in text.split("\n"):
        yield element("Paragraph", (), leaf("Text", (), row))
