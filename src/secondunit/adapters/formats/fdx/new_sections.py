"""Sections of a Final Draft file written from what the script carries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondunit.adapters.formats.fdx.defaults import PLAIN_FONT
from secondunit.adapters.formats.fdx.markup import element, leaf
from secondunit.film.screenplay.production_data import RunningText, ScriptData

_LABEL = re.compile(r"\{([^{}]*)\}")
_PAGE_NUMBER = RunningText(text="{Page #}.")
_EDGES = (("Alignment", "Right"), ("LeftIndent", "1.25"), ("RightIndent", "-1.25"))


def write_running(about: ScriptData) -> str:
    """Head and foot of every page; a page number where the script says nothing."""
    header = about.header if about.header or about.footer else _PAGE_NUMBER
    header = header or RunningText(text="", is_visible=False)
    footer = about.footer or RunningText(text="", is_visible=False)
    return element(
        "HeaderAndFooter",
        [
            ("FooterFirstPage", _yes(footer.is_on_first_page)),
            ("FooterVisible", _yes(footer.is_visible)),
            ("HeaderFirstPage", _yes(header.is_on_first_page)),
            ("HeaderVisible", _yes(header.is_visible)),
            ("StartingPage", "1"),
        ],
        element("Header", (), *_running(header)),
        element("Footer", (), *_running(footer)),
    )


def _running(text: RunningText) -> Iterator[str]:
    for row in text.text.split("\n"):
        pieces = _LABEL.split(row)
        yield element(
            "Paragraph",
            _EDGES,
            *(
                element("DynamicLabel", [*PLAIN_FONT, ("Type", piece)])
                if index % 2
                else leaf("Text", PLAIN_FONT, piece)
                for index, piece in enumerate(pieces)
                if piece or not index
            ),
        )


def write_revisions(about: ScriptData) -> str:
    """The revision sets."""
    return element(
        "Revisions",
        [
            ("ActiveSet", str(about.active_revision)),
            ("Location", "7.75"),
            ("RevisionMode", _yes(about.is_revising)),
            ("RevisionsShown", "Active"),
            ("ShowPageColor", "No"),
        ],
        *(
            element(
                "Revision",
                [
                    ("Color", each.color),
                    ("FullRevision", _yes(each.is_full)),
                    ("ID", str(each.number)),
                    ("Mark", each.mark),
                    ("Name", each.name),
                    ("PageColor", each.page_color),
                    ("Style", each.style),
                ],
            )
            for each in about.revisions
        ),
    )


def write_tag_data(about: ScriptData) -> str:
    """Categories, definitions and tags, or "" where there are none."""
    if not (about.categories or about.definitions or about.tags):
        return ""
    categories = (
        element(
            "TagCategory",
            [
                ("Color", each.color),
                ("Id", each.key),
                ("Name", each.name),
                ("Number", each.number),
                ("Style", each.style),
            ],
        )
        for each in about.categories
    )
    definitions = (
        element(
            "TagDefinition",
            [
                ("CatId", each.category),
                ("Id", each.key),
                ("Label", each.label),
                ("Number", each.number),
            ],
        )
        for each in about.definitions
    )
    tags = (
        element(
            "Tag",
            [("Number", str(each.number))],
            *(leaf("DefId", (), key) for key in each.definitions),
        )
        for each in about.tags
    )
    return element(
        "TagData",
        (),
        element("TagCategories", (), *categories),
        element("TagDefinitions", (), *definitions),
        element("Tags", (), *tags),
    )


def _yes(answer: bool) -> str:  # noqa: FBT001  an answer is what it writes
    return "Yes" if answer else "No"
