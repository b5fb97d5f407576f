"""A paragraph's runs of text: their words joined, and what is said of which stretch.

Source: FDX files of Final Draft 8 to 13: a run is a stretch of text with one set of attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from operator import attrgetter

from secondunit.core.quick import quick
from secondunit.film.screenplay.line_data import LetteredSpan, LineData, RevisedSpan, TaggedSpan
from secondunit.film.screenplay.model import Emphasis

Run = tuple[str, Mapping[str, str]]
"""Words and their attributes."""

Said = list[tuple[str, str]]
"""What attributes say beyond what their type says of every run: key and value, "" for a style."""

Known = dict[tuple[tuple[str, str], ...], Said]
"""What sets of attributes say."""

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

_NUMBERS = frozenset({"RevisionID", "TagNumber"})
_NOTHING = LineData()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Lettered:
    """The words of a paragraph.

    Args:
        text: All of them, capitals where they print as such, line separators as line breaks.
        emphasis: Styled stretches.
        data: Revised, tagged and otherwise lettered stretches, or None where there are none.
        starts: Where in ``text`` each run begins.
    """

    text: str
    emphasis: tuple[Emphasis, ...] = ()
    data: LineData | None = None
    starts: tuple[int, ...] = ()

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
    if not any(attributes for _, attributes in runs):
        text = runs[0][0] if len(runs) == 1 else "".join(words for words, _ in runs)
        return Lettered(text=typed(text, is_capital=is_capital))
    printed = [
        typed(words, is_capital=is_capital or "AllCaps" in attributes.get("Style", ""))
        for words, attributes in runs
    ]
    starts = (0, *accumulate(len(words) for words in printed))
    spans: dict[tuple[str, str], list[list[int]]] = {}
    for index, (_, attributes) in enumerate(runs):
        if not attributes or starts[index] == starts[index + 1]:
            continue
        for said in _recall(attributes, element, known):
            stretches = spans.setdefault(said, [])
            if stretches and stretches[-1][1] == starts[index]:
                stretches[-1][1] = starts[index + 1]
            else:
                stretches.append([starts[index], starts[index + 1]])
    return _lettered("".join(printed), spans, starts)


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


def _recall(attributes: Mapping[str, str], element: Mapping[str, str], known: Known | None) -> Said:
    if known is None:
        return _said(attributes, element)
    key = (*attributes.items(),)
    if (said := known.get(key)) is None:
        said = known[key] = _said(attributes, element)
    return said


def _said(attributes: Mapping[str, str], element: Mapping[str, str]) -> Said:
    """What a run's attributes say beyond what its type says of every run."""
    said = [("", STYLES[s]) for s in attributes.get("Style", "").split("+") if s in STYLES]
    revision = attributes.get("RevisionID", "0")
    if revision != "0":
        said.append(("RevisionID", revision))
    if "TagNumber" in attributes:
        said.append(("TagNumber", attributes["TagNumber"]))
    for key in ("Font", "Size"):
        value = attributes.get(key, "")
        if value and element.get(key, "") not in {"", value}:
            said.append((key, value))
    for key, plain in PLAIN.items():
        value = attributes.get(key, "")
        if value and value != element.get(key, plain):
            said.append((key, value))
    return said


_start = attrgetter("start")


def _lettered(
    text: str, spans: Mapping[tuple[str, str], list[list[int]]], starts: tuple[int, ...]
) -> Lettered:
    emphasis: list[Emphasis] = []
    revised: list[RevisedSpan] = []
    tagged: list[TaggedSpan] = []
    lettered: list[LetteredSpan] = []
    for (key, value), stretches in spans.items():
        for start, end in stretches:
            if not key:
                emphasis.append(Emphasis(start=start, end=end, style=value))
            elif key not in _NUMBERS:
                lettered.append(LetteredSpan(start=start, end=end, key=key, value=value))
            elif (number := read_whole(value)) is None:
                continue
            elif key == "TagNumber":
                tagged.append(TaggedSpan(start=start, end=end, tag=number))
            elif number:
                revised.append(RevisedSpan(start=start, end=end, revision=number))
    data = None
    if revised or tagged or lettered:
        data = LineData(
            revised=tuple(sorted(revised, key=_start)),
            tagged=tuple(sorted(tagged, key=_start)),
            lettered=tuple(sorted(lettered, key=_start)),
        )
    return Lettered(
        text=text, emphasis=tuple(sorted(emphasis, key=_start)), data=data, starts=starts
    )


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
