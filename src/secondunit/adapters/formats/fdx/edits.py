"""Changes to the bytes of a file: what is not named stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from secondunit.adapters.formats.fdx.markup import encode


@dataclass(slots=True)
class Edits:
    """Pieces of a file that are to be other markup.

    Args:
        data: The file.
        codec: In which markup is written.
        pieces: First byte, one past the last, and the markup that stands there instead; two at
            one place stand in the order they were asked for.
    """

    data: bytes
    codec: str
    pieces: list[tuple[int, int, bytes]] = field(default_factory=list)

    def put(self, start: int, end: int, markup: str) -> None:
        """Let other markup stand in place of some bytes; in place of none to add it."""
        self.pieces.append((start, end, encode(markup, self.codec)))

    def put_bytes(self, start: int, end: int, data: bytes) -> None:
        """The same with bytes of the file's own encoding."""
        self.pieces.append((start, end, data))

    def read(self, start: int, end: int) -> str:
        """The markup that stands in the file."""
        return self.data[start:end].decode(self.codec, "surrogatepass")

    def apply(self, start: int = 0, end: int | None = None) -> bytes:
        """A stretch of the file with all that was asked for within it done.

        A piece inside another that was asked for later or is larger is left out.
        """
        stop = len(self.data) if end is None else end
        done, at = [], start
        order = sorted(
            (piece for piece in self.pieces if start <= piece[0] and piece[1] <= stop),
            key=lambda piece: (piece[0], piece[1] > piece[0], -piece[1]),
        )
        for first, last, new in order:
            if first < at:
                continue
            done += [self.data[at:first], new]
            at = last
        return b"".join([*done, self.data[at:stop]])
