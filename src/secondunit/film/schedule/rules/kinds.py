"""Kinds of scenes that a unit beside the main one may take, and which scenes are of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

import msgspec

from secondunit.core.errors import InputError
from secondunit.core.ids import SceneId
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.screenplay.model import IntExt, LineKind, Scene

FILE = "unit_kinds.toml"
_REMEDY = "Compare it with the file that ships."

Count = Annotated[int, msgspec.Meta(ge=1, le=400)]


class _Kind(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    title: str
    speech: bool
    cast: Literal["none", "no-principals", "any"]
    outside: bool = False
    most_eighths: Count | None = None
    words: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()


class _File(msgspec.Struct, forbid_unknown_fields=True):
    source: str
    version: str
    checked_on: date
    verify: bool
    kinds: tuple[_Kind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of scene; a scene is of it when everything said here holds.

    Args:
        key: As a unit names it.
        title: For people to read.
        speech: Somebody may speak.
        cast: Who may play: ``none``, ``no-principals`` or ``any``.
        outside: Only exteriors.
        most_eighths: No longer; None for any length.
        words: One of these stands in the heading or an action line, in capitals; none for any.
        categories: The breakdown has one of these; none for any.
        source: Where the rule comes from.
    """

    key: str
    title: str
    speech: bool
    cast: str
    outside: bool = False
    most_eighths: int | None = None
    words: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    source: str = ""


def read_kinds(text: str) -> tuple[Kind, ...]:
    """Read ``unit_kinds.toml``.

    Raises:
        InputError: It is no TOML, a field is missing, unknown or not what it should be, or a key
            stands twice.
    """
    try:
        raw: Any = tomllib.loads(text)
        file = msgspec.convert(raw, type=_File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(f"{FILE}: {error}", remedy=_REMEDY) from error
    keys = [kind.key for kind in file.kinds]
    for key in keys:
        if keys.count(key) > 1:
            raise InputError(f"{FILE}: “{key}” stands twice", remedy="Keep one of the two.")
    mark = "; to be verified for this production" if file.verify else ""
    source = f"{file.source} (version {file.version}, checked {file.checked_on}{mark})"
    return tuple(
        Kind(
            key=kind.key,
            title=kind.title,
            speech=kind.speech,
            cast=kind.cast,
            outside=kind.outside,
            most_eighths=kind.most_eighths,
            words=tuple(word.upper() for word in kind.words),
            categories=kind.categories,
            source=source,
        )
        for kind in file.kinds
    )


def scenes_of_kinds(
    kinds: Sequence[Kind],
    scenes: Iterable[Scene],
    elements: Iterable[Element],
    principals: Collection[str],
) -> tuple[tuple[SceneId, str], ...]:
    """The scenes that are of one of these kinds, each with the title of the first it is of.

    Args:
        kinds: In the order a unit names them.
        scenes: In script order.
        elements: The breakdown.
        principals: Names of the leads, as the cast list has them.
    """
    wanted: dict[SceneId, list[Element]] = {}
    for element in elements:
        wanted.setdefault(element.scene, []).append(element)
    found = []
    for scene in scenes:
        own = wanted.get(scene.id, [])
        title = next((kind.title for kind in kinds if _is(kind, scene, own, principals)), "")
        if title:
            found.append((scene.id, title))
    return tuple(found)


def _is(kind: Kind, scene: Scene, own: Sequence[Element], principals: Collection[str]) -> bool:
    playing = [element.name for element in own if element.category is Category.CAST]
    if kind.cast == "none" and playing:
        return False
    if kind.cast == "no-principals" and not set(playing).isdisjoint(principals):
        return False
    if not kind.speech and any(line.kind is LineKind.CUE for line in scene.lines):
        return False
    if kind.outside and scene.heading.int_ext is IntExt.INT:
        return False
    if kind.most_eighths is not None and scene.eighths > kind.most_eighths:
        return False
    if kind.categories and {e.category for e in own}.isdisjoint(kind.categories):
        return False
    return not kind.words or _says(scene, kind.words)


def _says(scene: Scene, words: Sequence[str]) -> bool:
    """Whether one of the words stands in the heading or in action, in capitals."""
    texts = [scene.heading.raw.upper()]
    texts += [line.text for line in scene.lines if line.kind is LineKind.ACTION]
    found = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in words))
    return any(found.search(text) for text in texts)
