"""A paragraph's runs of text: their words joined, and what is said of which stretch.

Source: FDX files of Final Draft 8 to 13: a run is a stretch of text with one set of attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TypeVar

from secondunit.core.quick import quick
from secondunit.film.screenplay.line_data import LetteredSpan, LineData, RevisedSpan, TaggedSpan
from secondunit.film.screenplay.model import Emphasis

Run = tuple[str, Mapping[str, str]]
"""Words and their attributes."""

Saying = tuple[str, str, int]
"""What attributes say beyond what their type says of every run: key, value, and the value's number.

The key of a style is "".
"""

Known = dict[tuple[str, ...], tuple[Saying, ...]]
"""What sets of attributes say, by their names and values."""

STYLES = {
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "WordUnderline": "underline",
    "Strikeout": "strikeout",
    "AllCaps": "capitals",
}
"""Styles as Final Draft names them, and as we do."""

PLAIN = {
    "Color": "#000000000000",
    "Background": "#FFFFFFFFFFFF",
    "AdornmentStyle": "0",
}
"""Letters that nobody has changed."""

_NOTHING = LineData()
_start = attrgetter("start")

Span = TypeVar("Span", Emphasis, RevisedSpan, TaggedSpan, LetteredSpan)


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Lettered:
    """The words of a paragraph.

    Args:
        text: All of them, capitals where they print as such, line separators as line breaks.
        emphasis: Styled stretches.
        data: Revised, tagged and otherwise lettered stretches, or None where there are none.
    """

    text: str
    emphasis: tuple[Emphasis, ...] = ()
    data: LineData | None = None

    def moved(self, text: str, move: Callable[[int], int]) -> Lettered:
        """The same with other words; ``move`` says where each character then stands."""
        if not self.emphasis and self.data is None:
            return Lettered(text=text)
        spans = (replace(e, start=move(e.start), end=move(e.end)) for e in self.emphasis)
        data = self.data.moved(move) if self.data else None
        return Lettered(
            text=text,
            emphasis=tuple(e for e in spans if e.start < e.end),
            data=None if data == _NOTHING else data,
        )


def read_runs(
    runs: Sequence[Run], element: Mapping[str, str], known: Known | None = None
) -> Lettered:
    """Join runs.

    Args:
        runs: In order.
        element: What the paragraph's type says of its letters.
        known: What sets of attributes have been found to say under this type; filled on the way.
    """
    is_capital = "AllCaps" in element.get("Style", "")
    if len(runs) == 1 and not runs[0][1]:
        return Lettered(text=typed(runs[0][0], is_capital=is_capital))
    printed: list[str] = []
    at = 0
    spans: dict[Saying, list[list[int]]] = {}
    for run, attributes in runs:
        words = run
        if is_capital or "\u2028" in run or "AllCaps" in attributes.get("Style", ""):
            words = typed(run, is_capital=is_capital or "AllCaps" in attributes.get("Style", ""))
        printed.append(words)
        end = at + len(words)
        for saying in _recall(attributes, element, known) if attributes and end > at else ():
            if (stretches := spans.get(saying)) is None:
                spans[saying] = [[at, end]]
            elif stretches[-1][1] == at:
                stretches[-1][1] = end
            else:
                stretches.append([at, end])
        at = end
    return _lettered("".join(printed), spans)


def typed(words: str, *, is_capital: bool) -> str:
    """Words of a run as they print."""
    words = words.replace("\u2028", "\n") if "\u2028" in words else words
    return words.upper() if is_capital else words


def place_in_runs(runs: Sequence[Run], element: Mapping[str, str], character: int) -> int:
    """Where a character of the runs as written stands in their words as printed."""
    everything = "AllCaps" in element.get("Style", "")
    at = 0
    for words, attributes in runs:
        is_capital = everything or "AllCaps" in attributes.get("Style", "")
        at += len(typed(words[: max(character, 0)], is_capital=is_capital))
        character -= len(words)
        if character < 0:
            break
    return at


def _recall(
    attributes: Mapping[str, str], element: Mapping[str, str], known: Known | None
) -> tuple[Saying, ...]:
    if known is None:
        return _sayings(attributes, element)
    key = (*attributes, *attributes.values())
    if (found := known.get(key)) is None:
        found = known[key] = _sayings(attributes, element)
    return found


def _sayings(attributes: Mapping[str, str], element: Mapping[str, str]) -> tuple[Saying, ...]:
    """What a run's attributes say beyond what its type says of every run."""
    said = [("", STYLES[s], 0) for s in attributes.get("Style", "").split("+") if s in STYLES]
    revision = attributes.get("RevisionID", "")
    if number := read_whole(revision):
        said.append(("RevisionID", revision, number))
    tag = attributes.get("TagNumber", "")
    if (number := read_whole(tag)) is not None:
        said.append(("TagNumber", tag, number))
    for key in ("Font", "Size"):
        value = attributes.get(key, "")
        if value and element.get(key, "") not in {"", value}:
            said.append((key, value, 0))
    for key, plain in PLAIN.items():
        value = attributes.get(key, "")
        if value and value != element.get(key, plain):
            said.append((key, value, 0))
    return tuple(said)


def _lettered(text: str, spans: Mapping[Saying, list[list[int]]]) -> Lettered:
    emphasis: list[Emphasis] = []
    revised: list[RevisedSpan] = []
    tagged: list[TaggedSpan] = []
    lettered: list[LetteredSpan] = []
    for (key, value, number), stretches in spans.items():
        for start, end in stretches:
            if not key:
                emphasis.append(Emphasis(start=start, end=end, style=value))
            elif key == "RevisionID":
                revised.append(RevisedSpan(start=start, end=end, revision=number))
            elif key == "TagNumber":
                tagged.append(TaggedSpan(start=start, end=end, tag=number))
            else:
                lettered.append(LetteredSpan(start=start, end=end, key=key, value=value))
    data = None
    if revised or tagged or lettered:
        data = LineData(
            revised=_by_start(revised), tagged=_by_start(tagged), lettered=_by_start(lettered)
        )
    return Lettered(text=text, emphasis=_by_start(emphasis), data=data)


def _by_start(spans: list[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=_start) if len(spans) > 1 else spans)


def read_whole(text: str) -> int | None:
    """A whole number of at most nine digits; None for anything else a file may say."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def align(text: str, printed: str) -> list[int]:
    """Where each character of a cue as typed stands in the cue as taken apart and put together.

    The letters and figures of both are the same and in the same order; brackets and spaces are
    not.

    Returns:
        One position for every character of ``text`` and one for its end.
    """
    letters = iter([index for index, letter in enumerate(printed) if letter.isalnum()])
    places, at = [], 0
    for letter in text:
        if letter.isalnum():
            at = next(letters, at)
            places.append(at)
            at = min(at + 1, len(printed))
        else:
            places.append(at)
    return [*places, len(printed)]
