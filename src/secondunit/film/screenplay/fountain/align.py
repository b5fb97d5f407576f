"""Two sequences side by side: what is the same in both, and what stands in between."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """``one[a:b]`` beside ``other[c:d]``; the same things when ``is_same``."""

    is_same: bool
    a: int
    b: int
    c: int
    d: int


def align(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[Stretch]:
    """Part two sequences into stretches that are the same and stretches that are not, in turn.

    >>> [(each.a, each.b, each.c, each.d) for each in align("abcd", "abxd")]
    [(0, 2, 0, 2), (2, 3, 2, 3), (3, 4, 3, 4)]
    """
    a = c = 0
    for tag, start, end, from_, to in LCSseq.opcodes(one, other):
        if tag != "equal":
            continue
        if int(start) > a or int(from_) > c:
            yield Stretch(is_same=False, a=a, b=int(start), c=c, d=int(from_))
        a, c = int(end), int(to)
        yield Stretch(is_same=True, a=int(start), b=a, c=int(from_), d=c)
    if len(one) > a or len(other) > c:
        yield Stretch(is_same=False, a=a, b=len(one), c=c, d=len(other))
