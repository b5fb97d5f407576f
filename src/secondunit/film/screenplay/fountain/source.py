"""The bytes of a text file: its rows, what stands in them, and changing some of them.

Every byte belongs to exactly one node; a change touches the bytes it names and no others.

Source: Unicode 15, UAX 14 for the characters that end a line; UAX 15 for NFC.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add

from secondunit.film.screenplay.hidden import remove_hidden
from secondunit.film.screenplay.remarks import Remarks

_SEPARATORS = "\x1c\x1d\x1e"  # they end lines for str.splitlines alone
_HIDDEN = "\x1f"
_LONE = re.compile("[\ud800-\udfff]")
_CLUSTER = re.compile(r"[ -~\t][^ -~\t]*|[^ -~\t]+")
_MARK = "\ufeff"
_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Bytes ``start`` to ``end`` of a file.

    Args:
        kind: A ``LineKind``, or ``mark`` (byte order), ``title-page`` or ``blank``.
        start: First byte.
        end: One past the last byte.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Bytes ``start`` to ``end`` become ``data``; where both are the same it is put in between."""

    start: int
    end: int
    data: bytes


def patch(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Change some bytes of a file and no others.

    Args:
        data: The file.
        edits: In order; each begins where the one before ended, or later.

    >>> patch(b"one two", [Edit(start=4, end=7, data=b"three")])
    b'one three'
    """
    parts, end = [], 0
    for edit in edits:
        parts += [data[end : edit.start], edit.data]
        end = edit.end
    return b"".join([*parts, data[end:]])


def partition(size: int, spans: Sequence[Node]) -> tuple[Node, ...]:
    """Nodes one after another from the first byte to the last.

    Args:
        size: Bytes in the file.
        spans: Where things stand, by start; one may lie inside another, and its bytes are its own.

    Returns:
        The spans cut where others lie inside them, with ``blank`` between them.
    """
    nodes: list[Node] = []
    open_: list[Node] = []
    at = 0

    def reach(place: int) -> None:
        nonlocal at
        while at < place:
            while open_ and open_[-1].end <= at:
                open_.pop()
            end = min(open_[-1].end, place) if open_ else place
            nodes.append(Node(kind=open_[-1].kind if open_ else "blank", start=at, end=end))
            at = end

    for span in spans:
        reach(span.start)
        open_.append(span)
    reach(size)
    return tuple(nodes)


def byte_length(text: str, encoding: str) -> int:
    """Bytes that a decoded text stood in, damaged characters included."""
    return len(text.encode(encoding, _on_damage(encoding)))


def decode(data: bytes, encoding: str) -> str:
    """Text of a file, one character for each unit that cannot be decoded.

    Args:
        data: The file, byte order mark and all.
        encoding: ``utf-8``, ``utf-16-le``, ``utf-16-be``, ``utf-32-le``, ``utf-32-be``, ``cp1252``.
    """
    unit = 4 if "32" in encoding else 2 if "16" in encoding else 1
    whole = data[: len(data) - len(data) % unit]
    return whole.decode(encoding, "replace" if unit == 4 else _on_damage(encoding))


def _on_damage(encoding: str) -> str:
    if encoding == "utf-8":
        return "surrogateescape"
    return "replace" if encoding == "cp1252" else "surrogatepass"


class Rows:
    """The rows of a text file without their line ends, and the bytes they stand in.

    Args:
        raw: Each row as it stands in the file, its line end included.
        bare: Each row without it.
        texts: The same without line ends, without invisible characters, in NFC.
        encoding: How characters become bytes.
        mark: Bytes of the byte order mark before the first row.

    Attributes:
        starts: First byte of each row, and last the end of the file.
        ends: One past the last byte of each row, its line end left aside.
    """

    def __init__(
        self, raw: list[str], bare: list[str], texts: list[str], encoding: str, mark: int
    ) -> None:
        self.texts = texts
        self._bare = bare
        self._encoding = encoding
        self.starts = list(accumulate(self._sizes(raw), initial=mark))
        self.ends = list(map(add, self.starts, self._sizes(bare)))
        self._columns: tuple[int, Sequence[int]] = (-1, ())

    def _sizes(self, rows: list[str]) -> list[int]:
        encoding = self._encoding
        if encoding == "cp1252":
            return list(map(len, rows))
        if encoding == "utf-8":
            return [len(row) if row.isascii() else byte_length(row, encoding) for row in rows]
        return [byte_length(row, encoding) for row in rows]

    def byte(self, index: int, column: int) -> int:
        """The byte at which a character of a row's text stands in the file."""
        if self._columns[0] != index:
            self._columns = index, self._measure(self._bare[index], self.texts[index])
        return self.starts[index] + self._columns[1][column]

    def _measure(self, raw: str, text: str) -> Sequence[int]:
        """Bytes before each character of a row's text, and before its end."""
        is_plain = raw.startswith(text)
        if is_plain and self._encoding == "utf-8" and raw.isascii():
            return range(len(text) + 1)
        if is_plain:
            sizes = [byte_length(character, self._encoding) for character in text]
            return list(accumulate(sizes, initial=0))
        unheard = Remarks("")
        clusters = _CLUSTER.findall(raw)
        after = list(accumulate(len(_clean(cluster, unheard)) for cluster in clusters))
        sizes = [byte_length(cluster, self._encoding) for cluster in clusters]
        before = list(accumulate(sizes, initial=0))
        return [before[bisect_left(after, at + 1)] for at in range(len(text) + 1)]


def read_rows(text: str, remarks: Remarks, encoding: str = "utf-8") -> Rows:
    """Part a text into rows, whatever ends them.

    Args:
        text: As decoded, with its byte order mark if it has one.
        remarks: Told of invisible characters.
        encoding: How it was decoded (see ``decode``).
    """
    body = text.removeprefix(_MARK)
    mark = byte_length(_MARK, encoding) if len(body) < len(text) else 0
    for separator in _SEPARATORS:
        body = body.replace(separator, _HIDDEN)
    raw = body.splitlines(keepends=True)
    if not raw or raw[-1][-1] in _ENDS:
        raw.append("")
    bare = [row.rstrip(_ENDS) for row in raw]
    return Rows(raw, bare, _clean("\n".join(bare), remarks).split("\n"), encoding, mark)


def _clean(text: str, remarks: Remarks) -> str:
    if text.isascii():
        return remove_hidden(text, 1, remarks, counts_rows=True)
    shown = remove_hidden(_LONE.sub("\ufffd", text), 1, remarks, counts_rows=True)
    return unicodedata.normalize("NFC", shown)
