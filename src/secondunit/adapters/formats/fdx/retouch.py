"""A paragraph of a file changed in place: runs, tags and revisions of untouched words stay."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from secondunit.adapters.formats.fdx.compose import Composed, printed_words, write_runs
from secondunit.adapters.formats.fdx.edits import Edits
from secondunit.adapters.formats.fdx.markup import escape, set_attribute
from secondunit.adapters.formats.fdx.spans import Source
from secondunit.film.screenplay.final_draft.paragraph import FdxParagraph
from secondunit.film.screenplay.line_data import LineData
from secondunit.film.screenplay.model import Line, LineKind

_TOKEN = re.compile(r"\w+|\W")
_NOTHING = LineData()
_MOST = 400_000  # pairs of words above which two texts are not compared word by word

Change = tuple[int, int, str]
"""Characters of the words as they stand in the file, and what stands there instead."""


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of the file, and where characters of its runs stand in its line."""

    paragraph: FdxParagraph
    move: Callable[[int], int]


def retouch(
    old: Composed,
    new: Composed,
    place: Place,
    source: Source,
    edits: Edits,
    *,
    is_alone: bool = False,
) -> list[Change]:
    """Ask for the changes that make one paragraph say another thing.

    Args:
        old: What it says.
        new: What it is to say.
        place: Where it stands.
        source: The file.
        edits: Where changes are asked for.
        is_alone: The empty paragraphs above it go: what they said of its place it says itself.

    Returns:
        What changed in its words.
    """
    paragraph = place.paragraph
    opening = source.start_tag(paragraph.start)
    before = edits.read(paragraph.start, opening)
    after = before
    for key in {**old.attributes, **new.attributes}:
        is_moved = is_alone and key in {"SpaceBefore", "StartsNewPage"}
        if is_moved or old.attributes.get(key) != new.attributes.get(key):
            after = set_attribute(after, key, new.attributes.get(key))
    if after != before:
        edits.put(paragraph.start, opening, after)
    if old.line is None or new.line is None:
        return []
    typed = "".join(words for _, words in paragraph.texts)
    is_taken_apart = old.line.kind is LineKind.CUE and typed != printed_words(old.line)
    is_said_anew = printed_words(old.line) != printed_words(new.line)
    if _spans(old.line) != _spans(new.line) or (is_said_anew and is_taken_apart):
        return _reset(old, new, place, source, edits)
    changes = find_changes(printed_words(old.line), printed_words(new.line))
    if not changes:
        return []
    return _reword(changes, place, source, edits)


def _spans(line: Line) -> object:
    data = line.data or _NOTHING
    return line.emphasis, data.revised, data.tagged, data.lettered


def find_changes(old: str, new: str) -> list[Change]:
    """What to put in place of which characters to make one text another, word by word.

    >>> find_changes("He runs home.", "He walks home.")
    [(3, 7, 'walks')]
    """
    if old == new:
        return []
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    starts = [0]
    for token in before:
        starts.append(starts[-1] + len(token))
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    middle = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(middle[0]) * len(middle[1]) > _MOST:
        span = starts[head], starts[len(before) - tail]
        return [(*span, "".join(middle[1]))]
    matcher = SequenceMatcher(None, *middle, autojunk=False)
    return [
        (starts[head + i], starts[head + j], "".join(middle[1][k:m]))
        for what, i, j, k, m in matcher.get_opcodes()
        if what != "equal"
    ]


def _reword(changes: Sequence[Change], place: Place, source: Source, edits: Edits) -> list[Change]:
    """Change words within their runs; a word put in takes the run it follows."""
    paragraph = place.paragraph
    texts = [words for _, words in paragraph.texts]
    if not texts:
        words = "".join(new for _, _, new in changes)
        _insert(paragraph, f"<Text>{escape(words)}</Text>", source, edits)
        return [(0, 0, words)]
    length = sum(map(len, texts))
    places = [place.move(at) for at in range(length + 1)]
    raw = [
        (_raw(places, start), max(bisect_left(places, end), _raw(places, start)), new)
        for start, end, new in changes
    ]
    for index, words in enumerate(reword_runs(texts, raw)):
        if words != texts[index]:
            _put_words(paragraph.texts[index][0], words, source, edits)
    return raw


def _raw(places: Sequence[int], at: int) -> int:
    return bisect_left(places, at) if at else bisect_right(places, 0) - 1


def reword_runs(texts: Sequence[str], changes: Sequence[Change]) -> list[str]:
    """The words of each run after changes to their joined words.

    >>> reword_runs(["He ", "runs", "."], [(3, 7, "walks")])
    ['He ', 'walks', '.']
    """
    starts = [0]
    for words in texts:
        starts.append(starts[-1] + len(words))
    result = list(texts)
    for start, end, new in sorted(changes, reverse=True):
        owner = max(bisect_left(starts, start if start == end else start + 1) - 1, 0)
        owner = min(owner, len(texts) - 1)
        for index in range(len(texts)):
            first, last = starts[index], starts[index + 1]
            low, high = max(start, first) - first, min(end, last) - first
            if index == owner:
                low = min(max(start - first, 0), last - first)
                result[index] = result[index][:low] + new + result[index][max(high, low) :]
            elif low < high:
                result[index] = result[index][:low] + result[index][high:]
    return result


def _put_words(start: int, words: str, source: Source, edits: Edits) -> None:
    opening, end = source.start_tag(start), source.end_of(start, "Text")
    tag = edits.read(start, opening)
    if tag.endswith("/>"):
        edits.put(start, opening, f"{tag[:-2].rstrip()}>{escape(words)}</Text>")
        return
    edits.put(opening, source.find("</Text", opening, end), escape(words))


def _reset(
    old: Composed, new: Composed, place: Place, source: Source, edits: Edits
) -> list[Change]:
    """Set all runs anew from the line, in place of those that stand in the file."""
    paragraph = place.paragraph
    markup = "".join(write_runs(new.line)) if new.line else ""
    if not paragraph.texts:
        _insert(paragraph, markup, source, edits)
    for index, (start, _) in enumerate(paragraph.texts):
        edits.put(start, source.end_of(start, "Text"), markup if not index else "")
    words = "".join(words for _, words in paragraph.texts)
    fresh = printed_words(new.line) if new.line else ""
    return find_changes(words, fresh) if old.line else []


def _insert(paragraph: FdxParagraph, markup: str, source: Source, edits: Edits) -> None:
    """Put runs into a paragraph that has none."""
    opening = source.start_tag(paragraph.start)
    tag = edits.read(paragraph.start, opening)
    if tag.endswith("/>"):
        edits.put(paragraph.start, opening, f"{tag[:-2].rstrip()}>{markup}</Paragraph>")
    else:
        edits.put(opening, opening, markup)


def follow(changes: Sequence[Change], character: int) -> int:
    """Where a character stands after changes before it.

    >>> follow([(3, 7, "walks")], 8)
    9
    """
    moved = character
    for start, end, new in changes:
        if end <= character:
            moved += len(new) - (end - start)
        elif start < character:
            moved = moved - (character - start) + min(character - start, len(new))
    return moved
