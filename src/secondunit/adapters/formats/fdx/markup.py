"""Writing and changing the XML of a Final Draft file."""

from __future__ import annotations

import re
from collections.abc import Iterable

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_START_TAG = re.compile(r"""<[^\s/>]+(?:[^"'>]|"[^"]*"|'[^']*')*?(/?)>""")


def escape(text: str) -> str:
    """Words of an element; a line break becomes the line separator that Final Draft uses.

    Characters that no XML may hold are left out.

    >>> escape("R&D <3")
    'R&amp;D &lt;3'
    """
    text = _FORBIDDEN.sub("", text.replace("\n", "\u2028"))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quote(value: str) -> str:
    """The value of an attribute in its quotation marks."""
    value = _FORBIDDEN.sub("", value).replace("&", "&amp;").replace("<", "&lt;")
    value = value.replace(">", "&gt;").replace('"', "&quot;")
    return f'"{value.replace(chr(10), "&#10;").replace(chr(9), "&#9;").replace(chr(13), "&#13;")}"'


def tag(name: str, attributes: Iterable[tuple[str, str]] = ()) -> str:
    """A start tag without its closing mark.

    >>> tag("Text", [("Style", "Bold")])
    '<Text Style="Bold"'
    """
    return "".join([f"<{name}", *(f" {key}={quote(value)}" for key, value in attributes)])


def element(name: str, attributes: Iterable[tuple[str, str]] = (), *children: str) -> str:
    """An element with others inside, each indented under it; without any it closes itself."""
    opening = tag(name, attributes)
    inside = "\n".join(child for child in children if child)
    if not inside:
        return f"{opening}/>"
    indented = "\n".join(f"  {row}" for row in inside.split("\n"))
    return f"{opening}>\n{indented}\n</{name}>"


def leaf(name: str, attributes: Iterable[tuple[str, str]], words: str) -> str:
    """An element with words inside."""
    return f"{tag(name, attributes)}>{escape(words)}</{name}>"


def set_attribute(markup: str, key: str, value: str | None) -> str:
    """Markup whose first start tag says something else; None takes the attribute away.

    >>> set_attribute('<P Type="a">x</P>', "Number", "3")
    '<P Type="a" Number="3">x</P>'
    """
    opening = _START_TAG.match(markup)
    if opening is None:
        return markup
    old = opening[0]
    pattern = re.compile(rf"""\s+{re.escape(key)}\s*=\s*(?:"[^"]*"|'[^']*')""")
    if value is None:
        new = pattern.sub("", old, count=1)
    elif pattern.search(old):
        new = pattern.sub(lambda _: f" {key}={quote(value)}", old, count=1)
    else:
        end = len(old) - (2 if opening[1] else 1)
        new = f"{old[:end].rstrip()} {key}={quote(value)}{old[end:]}"
    return new + markup[len(old) :]


def codec_of(data: bytes, true: str | None) -> str:
    """The codec in which pieces of a file are read and written.

    Args:
        data: The file.
        true: Its encoding where that is not the one it says.
    """
    if data[:2] == b"\xff\xfe" or (data[:1] == b"<" and data[1:2] == b"\0"):
        return "utf-16-le"
    if data[:2] == b"\xfe\xff" or data[:2] == b"\0<":
        return "utf-16-be"
    said = re.match(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.\-]+)""", data)
    return true or (said[1].decode() if said else "utf-8")


def encode(markup: str, codec: str) -> bytes:
    """Markup in a codec; letters it lacks are written as numbers."""
    return markup.encode(codec, "xmlcharrefreplace")
