"""Pages that keep their numbers: what overflows page 12 goes on 12A, not on 13.

Source: practice of revised shooting scripts: once pages are locked only changed pages are handed
out, so each locked page must begin where it began.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondunit.core.ids import LineId
from secondunit.film.screenplay.model import PRINTED, Line, LineKind, Screenplay
from secondunit.film.screenplay.pages.block import LINE, Block
from secondunit.film.screenplay.pages.layout import TypedLine, TypedScript, set_script, type_pages
from secondunit.film.screenplay.pages.locked import label_pages, number_between
from secondunit.film.screenplay.pages.page import Page, PageStart, lay_out, part_block

UNLOCKED = ""
"""Label of the pages before the first that is locked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLock:
    """Where a locked page begins.

    Args:
        label: What it is called (``12``, ``12A``); ``UNLOCKED`` for what stands before the first.
        lines: Ids of the paragraphs on it, in order; it begins with the first.
        character: Character of the first one's text at which it begins.
    """

    label: str
    lines: tuple[LineId, ...]
    character: int


def lock_pages(script: Screenplay, laid_out: TypedScript) -> tuple[PageLock, ...]:
    """Lock the pages of a script as they are laid out."""
    lines, _ = set_script(script)
    locks = []
    for number, label in enumerate(laid_out.labels, 1):
        text = [line for line in laid_out.lines if line.page == number and line.role == "text"]
        ids = tuple(dict.fromkeys(lines[line.line].id for line in text))
        locks.append(PageLock(label=label, lines=ids, character=text[0].start if text else 0))
    return tuple(locks)


def written_locks(script: Screenplay) -> tuple[PageLock, ...]:
    """The page locks that the source itself carries, in order; none where it has none.

    In FDX a lock stands in a line; in Fountain a page break carries its number (``=== 12A``), and
    the page begins with what comes next. What stands before the first lock is not locked: its lock
    has no label.
    """
    lines = script.lines
    found = list(_written(lines))
    first = next((index for index, line in enumerate(lines) if line.kind in PRINTED), 0)
    if found and found[0][:2] > (first, 0):
        found.insert(0, (first, 0, UNLOCKED))
    ends = [index for index, _, _ in found[1:]] + [len(lines)]
    return tuple(
        PageLock(
            label=label,
            lines=tuple(line.id for line in lines[index : max(end, index + 1)]),
            character=character,
        )
        for (index, character, label), end in zip(found, ends, strict=False)
    )


def _written(lines: Sequence[Line]) -> Iterator[tuple[int, int, str]]:
    """Index of the paragraph, character in it and label of each lock that the source carries."""
    number = ""
    for index, line in enumerate(lines):
        if line.kind is LineKind.PAGE_BREAK:
            number = line.text or number
        elif number and line.kind in PRINTED:
            yield index, 0, number
            number = ""
        yield from (
            (index, lock.at, lock.number) for lock in (line.data.locks if line.data else ())
        )


def lay_out_locked(
    script: Screenplay, locks: Sequence[PageLock], *, marks_continued: bool = False
) -> TypedScript:
    """Lay a new draft out on locked pages.

    A page begins with the first of its paragraphs that is left; what does not fit goes on lettered
    pages; a page of which nothing is left is carried by the one before (``12-13``).

    Args:
        script: The new draft, its ids carried over from the locked one.
        locks: Of the locked draft, in order.
        marks_continued: See ``lay_out_script``.
    """
    lines, blocks = set_script(script, marks_continued=marks_continued)
    starts = _find_starts(lines, locks)
    places = [start for start in starts if start is not None]
    size = script.paper.rows * LINE
    pages: list[Page] = []
    counts = []
    for part, goes_on in _split(blocks, places[1:]):
        laid = lay_out(part, size)
        if goes_on and laid[-1].placed:
            laid[-1].placed[-1] = replace(laid[-1].placed[-1], goes_on=True)
        pages += laid
        counts.append(len(laid))
    filled = iter(counts)
    kept = [next(filled, 0) if start is not None else 0 for start in starts]
    labels = _label([lock.label for lock in locks], kept) if places else ()
    if len(labels) != len(pages):
        labels = tuple(str(number) for number in range(1, len(pages) + 1))
    return type_pages(pages, lines, script.paper, labels)


def _label(locked: Sequence[str], counts: Sequence[int]) -> tuple[str, ...]:
    """As ``label_pages``, after pages that come before the first lock and count from 1."""
    if locked[0] != UNLOCKED:
        return label_pages(locked, counts)
    following = next(iter(locked[1:]), None)
    room = int("".join(filter(str.isdecimal, following or "")) or counts[0] + 1) - 1
    labels = [str(number) for number in range(1, min(counts[0], room) + 1)]
    while len(labels) < counts[0]:
        labels.append(number_between(labels[-1] if labels else None, following))
    return (*labels, *label_pages(locked[1:], counts[1:]))


def changed_pages(old: TypedScript, new: TypedScript) -> tuple[str, ...]:
    """Labels of the pages of a new draft whose text is not that of the page of the same label."""
    before = _texts(old)
    return tuple(label for label, text in _texts(new).items() if before.get(label) != text)


def _texts(script: TypedScript) -> dict[str, list[tuple[float, float, str]]]:
    """What stands on each page, by its label."""
    texts: dict[str, list[tuple[float, float, str]]] = {label: [] for label in script.labels}
    for line in script.lines:
        texts[script.labels[line.page - 1]].append(_place(line))
    return texts


def _place(line: TypedLine) -> tuple[float, float, str]:
    return line.row, line.column, line.text


def _find_starts(lines: Sequence[Line], locks: Sequence[PageLock]) -> list[PageStart | None]:
    """Where each locked page begins now; None where nothing of it is left, or it has moved up."""
    where = {line.id: index for index, line in enumerate(lines)}
    starts: list[PageStart | None] = []
    last = PageStart(line=-1, character=0)
    for lock in locks:
        left = next((each for each in lock.lines if each in where), None)
        start = None
        if left is not None:
            character = lock.character if left == lock.lines[0] else 0
            start = PageStart(line=where[left], character=character)
        if start is not None and start > last:
            last = start
            starts.append(start)
        else:
            starts.append(None)
    return starts


def _split(blocks: Sequence[Block], starts: Sequence[PageStart]) -> list[tuple[list[Block], bool]]:
    """Blocks parted where pages must begin, and whether the last of each part goes on."""
    parts: list[tuple[list[Block], bool]] = []
    open_part: list[Block] = []
    left = list(starts)
    for block in blocks:
        rest = block
        while left and left[0].line <= _last_line(rest):
            index = _index_in(rest, left[0])
            if index is None:
                break
            start = left.pop(0)
            if index == 0 and start.character == 0:
                parts.append((open_part, False))
            else:
                kept, rest = part_block(rest, index, start.character)
                parts.append(([*open_part, kept], True))
            open_part = []
        open_part.append(rest)
    return [*parts, (open_part, False)]


def _index_in(block: Block, start: PageStart) -> int | None:
    """Which paragraph of a block a page begins with; None where a later block holds it."""
    if len(block.columns) != 1:
        return 0 if start.character == 0 else None
    for index, part in enumerate(block.columns[0]):
        if part.line == start.line and start.character < part.offset + max(len(part.text), 1):
            return index
    return None


def _last_line(block: Block) -> int:
    return max((column[-1].line for column in block.columns), default=-1)
