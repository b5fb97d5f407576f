"""How alike scenes are: by their words in order, and by the lines one took from another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from secondunit.film.screenplay.model import PRINTED, LineKind, Scene

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Text = tuple[tuple[str, str, str], ...]
"""What a scene prints: kind, words and extension of each line."""

_TELLING = 12
"""Characters from which a line tells scenes apart; shorter ones (“Yes.”) stand in many."""

_FIRST_LETTER = 0xE000
_LETTERS = 1_000_000
"""Words are compared as single characters, counted from here: past the surrogates."""


def scene_text(scene: Scene) -> Text:
    """A scene's printed lines without its number, white space evened out.

    An omitted scene prints nothing but its number, so that is its text.
    """
    if scene.omitted:
        return (("omitted", scene.number, ""),)
    return tuple(
        (line.kind.value, " ".join(line.text.split()), line.extension)
        for line in scene.lines
        if line.kind in PRINTED
    )


def likeness(old: Sequence[Text], new: Sequence[Text]) -> NDArray[np.float32]:
    """Percentage of words in common and in the same order, headings aside.

    Returns:
        ``(old, new)`` float32; 100 for the same words, about 20 for any two scenes in English.
    """
    import numpy as np
    from rapidfuzz import fuzz, process

    if not old or not new:
        return np.zeros((len(old), len(new)), dtype=np.float32)
    letters: dict[str, str] = {}
    coded = [[_coded(text, letters) for text in side] for side in (old, new)]
    return np.asarray(process.cdist(coded[0], coded[1], scorer=fuzz.ratio), dtype=np.float32)


def _coded(text: Text, letters: dict[str, str]) -> str:
    """The words of a scene, each as one character that stands for it in every scene."""
    words = " ".join(words for kind, words, _ in text if kind != LineKind.HEADING).casefold()
    return "".join(
        letters.setdefault(word, chr(_FIRST_LETTER + len(letters) % _LETTERS))
        for word in words.split()
    )


def share_taken(part: Text, lost: Text) -> float:
    """How much of a scene's telling lines, by length, stood among the lines another lost.

    Args:
        part: The scene that may have come of a split, or gone into another.
        lost: The lines that the other scene has in one draft only.
    """
    there = {(kind, words) for kind, words, _ in lost}
    own = [(kind, words) for kind, words, _ in part if _tells(kind, words)]
    total = sum(len(words) for _, words in own)
    return sum(len(line[1]) for line in own if line in there) / total if total else 0.0


def _tells(kind: str, words: str) -> bool:
    return kind not in {LineKind.HEADING, LineKind.CUE} and len(words) >= _TELLING


def lines_only_in(one: Text, other: Text) -> Text:
    """The lines of one text that do not stand in the other."""
    there = {(kind, words) for kind, words, _ in other}
    return tuple(line for line in one if line[:2] not in there)
