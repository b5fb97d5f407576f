"""XML and HTML from strangers: walked once, nothing outside fetched, nothing swelling.

A document type, an entity and endless nesting are refused, so there is nothing to expand.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol
from xml.parsers import expat

DEEPEST = 250
"""Nested elements: real files hold about thirty."""

_TAG = re.compile(
    r"<!--.*?-->|<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:]*)(?P<rest>[^<>]*)>|<[!?][^<>]*>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([a-zA-Z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")


class _ForbiddenError(Exception):
    """The file asks for what a script never needs."""


class Walker(Protocol):
    """Hears of a document's elements in order."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""

    def end(self, name: str) -> None:
        """An element closes."""

    def text(self, data: str) -> None:
        """Characters stand inside the element that is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag of a web page, or the words up to the next one.

    Args:
        name: In small letters; "" for words.
        closes: It closes its element.
        attributes: Names in small letters.
        text: The words, entities resolved.
    """

    name: str = ""
    closes: bool = False
    attributes: Mapping[str, str]
    text: str = ""


def walk_xml(data: bytes, walker: Walker) -> tuple[str, str]:
    """Walk an XML document.

    Returns:
        The rule it broke and why it was not read, in words that follow "it"; both "" when it was
        read to its end.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: Mapping[str, str]) -> None:
        """An element opens.

        Raises:
            _ForbiddenError: Elements are nested too deep.
        """
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _ForbiddenError(f"nests elements deeper than {DEEPEST}, which no script needs")
        walker.start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        walker.end(name)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = walker.text
    parser.StartDoctypeDeclHandler = _forbid
    parser.EntityDeclHandler = _forbid
    try:
        parser.Parse(data, True)  # noqa: FBT003  expat takes it by position only
    except _ForbiddenError as error:
        return "unsafe-xml", str(error)
    except expat.ExpatError as error:
        said = expat.ErrorString(error.code)
        return "broken-xml", f"breaks off at byte {parser.ErrorByteIndex}: {said}"
    except (LookupError, ValueError) as error:
        return "encoding", f"has an encoding that cannot be read ({error})"
    return "", ""


def walk_html(text: str) -> Iterator[Tag]:
    """The tags and words of a web page in order; any text is one. Entities are not expanded twice.

    >>> [tag.text or tag.name for tag in walk_html("<p>a &amp; b</p>")]
    ['p', 'a & b', 'p']
    """
    end = 0
    for match in _TAG.finditer(text):
        if words := text[end : match.start()]:
            yield Tag(attributes={}, text=html.unescape(words))
        end = match.end()
        if match["name"]:
            yield Tag(
                name=match["name"].lower(),
                closes=bool(match["close"]),
                attributes=_attributes(match["rest"]),
            )
    if words := text[end:]:
        yield Tag(attributes={}, text=html.unescape(words))


def _attributes(rest: str) -> dict[str, str]:
    return {
        found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "")
        for found in _ATTRIBUTE.finditer(rest[:4000])
    }


def _forbid(*_: object) -> None:
    raise _ForbiddenError("declares a document type or entities, which no script needs")
