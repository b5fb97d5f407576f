"""Words for a provider, from the shot's spec and the character bible; never from the script.

Every word comes from a table of terms (``prompts.toml``) or is what the bible says of a person.
Action, dialogue, names of sets and of things are never read.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from secondunit.film.generation.phrases import Phrases, colour_word
from secondunit.film.shots.model import (
    Build,
    Figure,
    Garment,
    Mark,
    PanelRequest,
    ShotSpec,
    Vector,
)

NORMAL_DEGREES = (35.0, 55.0)
"""A lens that sees less across is long, one that sees more is wide."""

SHOULDER_METRES = 0.25
"""Half a body's width: who stands this far outside the frame is still seen in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What the character bible says of somebody, for providers.

    Args:
        figure: Whom, as the figure is named.
        words: How they look, or "" to leave it to the figure's costume and hair.
        handles: What a provider that was trained on them calls them, by its key.
    """

    figure: str
    words: str = ""
    handles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """Words for one shot.

    Args:
        words: The text.
        left_out: Phrases there was no room for, the most important first.
    """

    words: str
    left_out: tuple[str, ...] = ()


def write_prompt(
    shot: ShotSpec,
    request: PanelRequest,
    phrases: Phrases,
    *,
    people: Sequence[Described] = (),
    provider: str = "",
    longest: int = 0,
) -> Prompt:
    """Words for a shot, the most important phrases first.

    Args:
        shot: What is asked of the frame.
        request: Who stands where, in what.
        phrases: Words by term.
        people: What the bible says of those in it.
        provider: Key of the provider, for handles.
        longest: Most characters; 0 for no limit. Phrases are left out whole, from the end.
    """
    said = [
        *_frame(shot, phrases),
        *_people(request, phrases, {each.figure: each for each in people}, provider),
        _move(shot, phrases),
        _place(request, phrases),
        _light(request, phrases),
        _glass(shot, request, phrases),
    ]
    kept: list[str] = []
    left: list[str] = []
    for phrase in filter(None, said):
        fits = not longest or len(". ".join([*kept, phrase])) + 1 <= longest
        (kept if fits and not left else left).append(phrase)
    return Prompt(words=". ".join(kept) + ("." if kept else ""), left_out=tuple(left))


def _frame(shot: ShotSpec, phrases: Phrases) -> list[str]:
    height = phrases.height[shot.height] if shot.height is not None else ""
    said = [phrases.size[shot.size], phrases.framing[shot.framing], phrases.angle[shot.angle]]
    return [_capital(each) for each in (*said, height)]


def _move(shot: ShotSpec, phrases: Phrases) -> str:
    return _capital(phrases.move[shot.move])


def _place(request: PanelRequest, phrases: Phrases) -> str:
    inside = phrases.place["interior" if request.set.interior else "exterior"]
    return _joined([inside, phrases.light.get(request.light, "")])


def _light(request: PanelRequest, phrases: Phrases) -> str:
    return _capital(phrases.mood[request.lighting.mood])


def _glass(shot: ShotSpec, request: PanelRequest, phrases: Phrases) -> str:
    lens = shot.lens
    focal = request.camera[0].focal_mm if request.camera else lens.focal_mm
    across = 2 * math.degrees(
        math.atan(lens.sensor_width_mm * lens.crop * lens.squeeze / (2 * focal))
    )
    kind = "long" if across < NORMAL_DEGREES[0] else "normal"
    return _capital(phrases.lens["wide" if across > NORMAL_DEGREES[1] else kind])


def _people(
    request: PanelRequest, phrases: Phrases, people: Mapping[str, Described], provider: str
) -> list[str]:
    """Those in frame, from left to right as the camera sees them."""
    figures = {figure.name: figure for figure in request.figures}
    seen = _from_left(request) if request.camera else request.marks
    said = [
        _person(figures[mark.figure], mark, phrases, people.get(mark.figure), provider)
        for mark in seen
        if mark.figure in figures
    ]
    if len(said) < 2:
        return [_capital(each) for each in said]
    return [_capital(f"from left to right: {'; '.join(said)}")]


def _person(
    figure: Figure, mark: Mark, phrases: Phrases, known: Described | None, provider: str
) -> str:
    handle = known.handles.get(provider, "") if known is not None else ""
    words = known.words if known is not None else ""
    looks = words or _looks(figure, phrases)
    return ", ".join(filter(None, [handle, looks, phrases.pose[mark.pose]]))


def _looks(figure: Figure, phrases: Phrases) -> str:
    who = phrases.build[figure.build]
    if figure.build in {Build.ANIMAL, Build.VEHICLE}:
        return f"{who}, {colour_word(figure.colour, phrases)}"
    age = f" of about {figure.age}" if figure.age else ""
    look = figure.looks[0] if figure.looks else None
    hair = colour_word(look.hair if look and look.hair else figure.hair, phrases)
    outline = phrases.silhouette.get(figure.silhouette, "")
    cut = outline.replace("{hair}", hair) if "{hair}" in outline else f"{hair} hair, {outline}"
    worn = [_garment(each, phrases) for each in look.garments] if look else []
    if not worn:
        top, legs = phrases.region["torso"], phrases.region["legs"]
        worn = [
            f"{colour_word(figure.colour, phrases)} {top}",
            f"{colour_word(figure.accent, phrases)} {legs}",
        ]
    hurt = [phrases.injury[region] for region in look.injuries] if look else []
    described = [f"{who}{age}", cut.strip(" ,"), f"in {' and '.join(worn)}"]
    return ", ".join(filter(None, [*described, f"with {' and '.join(hurt)}" if hurt else ""]))


def _garment(garment: Garment, phrases: Phrases) -> str:
    pattern = phrases.texture[garment.texture]
    parts = [pattern, colour_word(garment.colour, phrases), phrases.region[garment.region]]
    return " ".join(filter(None, parts))


def _from_left(request: PanelRequest) -> list[Mark]:
    """Those in frame as the shot opens, by where they fall across it."""
    camera, lens = request.camera[0], request.lens
    ahead = _minus(camera.target, camera.eye)
    right = (-ahead[2], 0.0, ahead[0])
    edge = lens.sensor_width_mm * lens.crop * lens.squeeze / (2 * camera.focal_mm)
    placed = []
    for mark in request.marks:
        offset = _minus(mark.at, camera.eye)
        depth = offset[0] * ahead[0] + offset[2] * ahead[2]
        across = offset[0] * right[0] + offset[2] * right[2]
        if depth > 0 and abs(across / depth) <= edge + SHOULDER_METRES / math.hypot(*offset):
            placed.append((across / depth, mark.figure, mark))
    return [mark for _, _, mark in sorted(placed, key=lambda each: each[:2])]


def _minus(a: Vector, b: Vector) -> Vector:
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def _joined(parts: Sequence[str]) -> str:
    return _capital(", ".join(filter(None, parts)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
