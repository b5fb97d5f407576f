"""Reads our annotated scenes: screenplays in which a person marked what a breakdown must find.

A file is four lines of ``key: value`` (genre, split, language, source), then scenes in Fountain.
Marks stand in the text, ``{P|lantern}``, and are taken out before the text is read:

- a letter is a category (see ``LETTERS``); ``P/D``: either will do;
- ``?`` after the letters: a person might list it or not, so it counts neither way;
- ``!``: must not be missed (a minor for people, a weapon for things);
- ``~`` for letters: an idiom, whose words must not become elements.

The first mention in a scene is marked. A paragraph that begins with ``+`` names what has no place
of its own in the text, one with ``?`` what else may be listed: ``props: crate; sound: honk``. One
with ``=`` names what the scene needs by the rules of the trade, each by its name in the rules'
file, those with ``?`` behind them counting neither way: ``armourer; safety diver?``. Scenes
without one are not counted for implied needs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

LETTERS = {
    "C": "cast",
    "B": "background",
    "S": "stunts",
    "V": "vehicles",
    "P": "props",
    "F": "special-effects",
    "W": "wardrobe",
    "M": "makeup-hair",
    "A": "animals",
    "N": "sound",
    "U": "music",
    "D": "set-dressing",
    "G": "greenery",
    "Q": "special-equipment",
    "X": "visual-effects",
}

_MARK = re.compile(r"\{([A-Z/~]+)([?!]*)\|([^{}]*)\}")
_HEADING = re.compile(r"^(?=(?:INT|EXT)[./ ])", re.MULTILINE)
PEOPLE = {"cast", "background"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation.

    Args:
        categories: Any of them is right; the first is the one it is counted under.
        quote: The marked words.
        start: First character in the scene's text; -1 where it has no place.
        end: One past the last.
        optional: Counts neither way.
        must: ``minor``, ``weapon`` or "".
    """

    categories: tuple[str, ...]
    quote: str
    start: int
    end: int
    optional: bool
    must: str


@dataclass(frozen=True, slots=True)
class MarkedScene:
    """One scene without its marks, and the marks.

    Args:
        text: Fountain, without marks.
        marks: In order.
        idioms: Places of idioms in ``text``.
        needs: Implied needs, with whether each is optional; None where nobody marked them.
    """

    text: str
    marks: tuple[Mark, ...]
    idioms: tuple[tuple[int, int], ...]
    needs: tuple[tuple[str, bool], ...] | None = None


@dataclass(frozen=True, slots=True)
class MarkedFile:
    """One annotated file."""

    name: str
    genre: str
    split: str
    language: str
    scenes: tuple[MarkedScene, ...]

    @property
    def text(self) -> str:
        """The whole as a Fountain file."""
        return "\n\n".join(scene.text for scene in self.scenes) + "\n"


def read_marked(path: Path) -> MarkedFile:
    """Read one file.

    Raises:
        ValueError: A mark has a letter that is no category, or a key is missing.
    """
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    keys = dict(line.split(": ", 1) for line in head.splitlines())
    missing = {"genre", "split", "language", "source"} - keys.keys()
    if missing:
        raise ValueError(f"{path.name}: no {', '.join(sorted(missing))}")
    scenes = tuple(_scene(part.strip()) for part in _HEADING.split(body) if part.strip())
    return MarkedFile(path.stem, keys["genre"], keys["split"], keys["language"], scenes)


def _scene(source: str) -> MarkedScene:
    paragraphs = source.split("\n\n")
    kept = "\n\n".join(p for p in paragraphs if not p.startswith(("+ ", "? ", "= ")))
    marks: list[Mark] = []
    idioms: list[tuple[int, int]] = []
    text, at = "", 0
    for found in _MARK.finditer(kept):
        text += kept[at : found.start()]
        at, start = found.end(), len(text)
        letters, signs, quote = found.groups()
        text += quote
        if letters == "~":
            idioms.append((start, len(text)))
            continue
        categories = _categories(letters)
        marks.append(
            Mark(categories, quote, start, len(text), "?" in signs, _must(categories, signs))
        )
    text += kept[at:]
    for paragraph in paragraphs:
        if paragraph.startswith(("+ ", "? ")):
            marks += _placeless(paragraph[2:], optional=paragraph.startswith("?"))
    needs = [_needs(p[2:]) for p in paragraphs if p.startswith("= ")]
    return MarkedScene(text, tuple(marks), tuple(idioms), needs[0] if needs else None)


def _needs(text: str) -> tuple[tuple[str, bool], ...]:
    names = (part.strip() for part in text.split(";"))
    return tuple((name.removesuffix("?"), name.endswith("?")) for name in names)


def _categories(letters: str) -> tuple[str, ...]:
    try:
        return tuple(LETTERS[letter] for letter in letters.split("/"))
    except KeyError as error:
        raise ValueError(f"no category has the letter {error}") from error


def _must(categories: tuple[str, ...], signs: str) -> str:
    if "!" not in signs:
        return ""
    return "minor" if categories[0] in PEOPLE else "weapon"


def _placeless(text: str, *, optional: bool) -> list[Mark]:
    marks = []
    for part in text.split(";"):
        category, _, quote = part.strip().partition(": ")
        quote, _, must = quote.partition(" !")
        marks.append(Mark((category,), quote, -1, -1, optional, must))
    return marks
