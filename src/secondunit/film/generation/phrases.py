"""Read ``prompts.toml``: words for the terms of the shot list."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.shots.terms import (
    Angle,
    Build,
    Framing,
    Height,
    Mood,
    Move,
    Pose,
    Region,
    Size,
    Texture,
)

FILE = "prompts.toml"

Colour = tuple[int, int, int]
"""sRGB, 0-255."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Words by term; an empty text says nothing.

    Args:
        size: By shot size.
        angle: By angle.
        height: By height of the camera.
        framing: By what the frame is built on.
        move: By camera move.
        light: By light of the scene (``day``).
        mood: By mood of the light.
        pose: By what a figure does.
        build: By kind of figure.
        silhouette: By outline.
        region: What covers a part of the body.
        texture: By pattern of cloth.
        injury: By part of the body that is hurt.
        place: For ``interior`` and ``exterior``.
        lens: For ``wide``, ``normal`` and ``long``.
        colours: sRGB by colour word.
    """

    size: Mapping[str, str]
    angle: Mapping[str, str]
    height: Mapping[str, str]
    framing: Mapping[str, str]
    move: Mapping[str, str]
    light: Mapping[str, str]
    mood: Mapping[str, str]
    pose: Mapping[str, str]
    build: Mapping[str, str]
    silhouette: Mapping[str, str]
    region: Mapping[str, str]
    texture: Mapping[str, str]
    injury: Mapping[str, str]
    place: Mapping[str, str]
    lens: Mapping[str, str]
    colours: Mapping[str, Colour]


_TERMS = {
    "size": Size,
    "angle": Angle,
    "height": Height,
    "framing": Framing,
    "move": Move,
    "mood": Mood,
    "pose": Pose,
    "build": Build,
    "region": Region,
    "texture": Texture,
    "injury": Region,
}
"""Tables that need a word for every term."""


def read_phrases(text: str) -> Phrases:
    """Read the table of words.

    Raises:
        InputError: It has not its shape, or has no word for a term.
    """
    try:
        table = tomllib.loads(text)
        phrases = msgspec.convert(table, type=Phrases)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"{FILE}: {error}", remedy="Compare it with the file that ships."
        ) from error
    for name, terms in _TERMS.items():
        missing = [term.value for term in terms if term.value not in table[name]]
        if missing:
            raise InputError(
                f"{FILE}: {name} has no words for “{missing[0]}”", remedy='Add them; "" for none.'
            )
    known = {field.name for field in fields(Phrases)} | {"source", "version", "checked_on"}
    if unknown := sorted(set(table) - known):
        raise InputError(f"{FILE}: there is no table “{unknown[0]}”", remedy="Take it out.")
    return phrases


def colour_word(colour: Colour, phrases: Phrases) -> str:
    """The nearest colour word, by a distance that weighs channels as the eye does.

    Source: the low-cost "redmean" approximation of CIE colour difference (T. Riemersma, 2012).
    """

    def distance(other: Colour) -> float:
        mean = (colour[0] + other[0]) / 2
        red, green, blue = (a - b for a, b in zip(colour, other, strict=True))
        weights = (2 + mean / 256, 4.0, 2 + (255 - mean) / 256)
        return weights[0] * red**2 + weights[1] * green**2 + weights[2] * blue**2

    return min(phrases.colours, key=lambda word: distance(phrases.colours[word]))
