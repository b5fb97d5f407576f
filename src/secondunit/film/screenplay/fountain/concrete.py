"""The concrete layer of a script in a text format: every byte of its file in exactly one node."""

from __future__ import annotations

from secondunit.film.screenplay.fountain.source import Node, partition
from secondunit.film.screenplay.read import RawScript

MARK = "mark"
TITLE_PAGE = "title-page"


def read_nodes(raw: RawScript, size: int, mark: int = 0) -> tuple[Node, ...]:
    """The nodes of a file from its first byte to its last.

    Args:
        raw: What was read from it, each line with its ``spot``.
        size: Bytes in the file.
        mark: Bytes of its byte order mark.

    Returns:
        Nodes one after another, of the kind of the line they belong to, ``mark``, ``title-page``,
        or ``blank`` for what stands between. A note inside a line is cut out of it.
    """
    spans = [Node(kind=MARK, start=0, end=mark)] if mark else []
    if raw.title_spot is not None:
        spans.append(Node(kind=TITLE_PAGE, start=raw.title_spot.start, end=raw.title_spot.end))
    spans += [
        Node(kind=line.kind.value, start=line.spot.start, end=line.spot.end)
        for line in raw.lines
        if line.spot is not None and line.spot.start >= 0
    ]
    return partition(size, sorted(spans, key=lambda node: (node.start, -node.end)))
