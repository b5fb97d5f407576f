"""Styles and comments out of WordprocessingML.

Source: ECMA-376 part 1, 17.7 (styles) and 17.13.4 (comments).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Any

from secondunit.adapters.markup import walk_xml

TWIPS = 1440.0
"""Twentieths of a point in an inch."""

ROW = 240.0
"""Twips of a typed line."""

_MOST_BASES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class WordStyle:
    """What a style says of its paragraphs; None where it says nothing.

    Args:
        name: As people see it.
        base: Id of the style it is based on.
        indent: Inches.
        align: ``left``, ``center``, ``right``.
        caps: Shown in capitals.
        hidden: Not shown.
        opens_page: Begins a page.
        before: Blank lines before.
    """

    name: str = ""
    base: str = ""
    indent: float | None = None
    align: str | None = None
    caps: bool | None = None
    hidden: bool | None = None
    opens_page: bool | None = None
    before: float | None = None


@dataclass(slots=True)
class _StyleWalker:
    """Collects styles."""

    found: dict[str, WordStyle] = field(default_factory=dict)
    _id: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = local(name)
        if tag == "style":
            self._id = value(attributes, "styleId")
            self.found[self._id] = WordStyle(name=self._id)
            return
        if self._id not in self.found:
            return
        changed = _style_change(tag, attributes)
        if changed:
            self.found[self._id] = replace(self.found[self._id], **changed)

    def end(self, name: str) -> None:
        if local(name) == "style":
            self._id = ""

    def text(self, data: str) -> None:
        """Styles hold no words."""


def _style_change(tag: str, attributes: Mapping[str, str]) -> dict[str, Any]:
    said = value(attributes, "val")
    if tag == "name":
        return {"name": said}
    if tag == "basedOn":
        return {"base": said}
    if tag == "ind":
        return {"indent": indent(attributes)}
    if tag == "jc":
        return {"align": align(said)}
    if tag in {"caps", "vanish", "pageBreakBefore"}:
        key = {"caps": "caps", "vanish": "hidden", "pageBreakBefore": "opens_page"}[tag]
        return {key: is_on(attributes)}
    if tag == "spacing" and (before := value(attributes, "before")):
        return {"before": number(before) / ROW}
    return {}


def read_styles(data: bytes) -> tuple[dict[str, WordStyle], tuple[str, str]]:
    """The styles by id with what they inherit, and the rule and words of what is wrong."""
    walker = _StyleWalker()
    problem = walk_xml(data, walker) if data else ("", "")
    return {key: _inherit(style, walker.found) for key, style in walker.found.items()}, problem


def _inherit(style: WordStyle, styles: Mapping[str, WordStyle]) -> WordStyle:
    base = style.base
    for _ in range(_MOST_BASES):
        if base not in styles:
            break
        above = styles[base]
        style = replace(
            style,
            indent=above.indent if style.indent is None else style.indent,
            align=above.align if style.align is None else style.align,
            caps=above.caps if style.caps is None else style.caps,
            hidden=above.hidden if style.hidden is None else style.hidden,
            before=above.before if style.before is None else style.before,
        )
        base = above.base
    return style


@dataclass(slots=True)
class _CommentWalker:
    """Collects comments."""

    found: dict[str, str] = field(default_factory=dict)
    _id: str = ""
    _depth: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = local(name)
        if tag == "comment":
            self._id = value(attributes, "id")
            self.found[self._id] = ""
        elif tag == "t":
            self._depth += 1
        elif tag == "p" and self.found.get(self._id):
            self.found[self._id] += "\n"

    def end(self, name: str) -> None:
        self._depth -= local(name) == "t"

    def text(self, data: str) -> None:
        if self._depth > 0 and self._id in self.found:
            self.found[self._id] += data


def read_comments(data: bytes) -> tuple[dict[str, str], tuple[str, str]]:
    """The comments by id, and the rule and words of what is wrong."""
    walker = _CommentWalker()
    problem = walk_xml(data, walker) if data else ("", "")
    return walker.found, problem


def local(name: str) -> str:
    """A name without its prefix.

    >>> local("w:p")
    'p'
    """
    return name.rpartition(":")[2]


def value(attributes: Mapping[str, str], key: str) -> str:
    """An attribute by its name without prefix, or ""."""
    return attributes.get(f"w:{key}") or next(
        (held for name, held in attributes.items() if local(name) == key), ""
    )


def is_on(attributes: Mapping[str, str]) -> bool:
    """A switch such as ``<w:b/>`` is on unless it says no."""
    return value(attributes, "val") not in {"0", "false", "off", "none"}


def number(text: str) -> float:
    """A measure, 0 where it is none; no page is larger than a hundred inches."""
    try:
        found = float(text)
    except ValueError:
        return 0.0
    return min(max(found, -144_000.0), 144_000.0) if isfinite(found) else 0.0


def indent(attributes: Mapping[str, str]) -> float | None:
    """Inches from the margin to the first line, or None where only other sides are set."""
    said = value(attributes, "left") or value(attributes, "start")
    first = value(attributes, "firstLine")
    if not said and not first:
        return None
    return (number(said) + number(first)) / TWIPS


def align(said: str) -> str:
    """Left, center or right."""
    return {"center": "center", "right": "right", "end": "right"}.get(said, "left")
