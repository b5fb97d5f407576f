"""Who plays in the script, as far as previs must know: names, builds, ages, kinds of animal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondunit.film.breakdown.model import Category, Element
from secondunit.film.screenplay.model import LineKind, Scene, Screenplay
from secondunit.film.shots.model import Build
from secondunit.film.shots.tables import ShotTables

VOICE_ONLY = re.compile(
    r"\b(?:V\.?\s?O|O\.?\s?S|O\.?\s?C|VOICE|FILTERED|ON (?:THE )?PHONE)\b", re.I
)
"""Extensions of a cue that say the speaker is not seen."""

OWN_PRONOUN = re.compile(r"\b(?:she|herself|he|himself|his)\b|\bher\b(?= [a-z])", re.I)
"""Pronouns of who a sentence is about: not “walks to her.”, which is somebody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A character or an animal of the script.

    Args:
        name: As cues and cast list have it.
        build: What kind of figure stands in.
        age: In years, 0 when the script does not say.
        animal: Kind of animal (``terrier``), or "".
        called: Other names it goes by in the action (``Crumb`` for a dog).
        pronoun: ``she``, ``he`` or ``it``, as guessed.
    """

    name: str
    build: Build
    age: int = 0
    animal: str = ""
    called: tuple[str, ...] = ()
    pronoun: str = "it"


def read_roles(
    script: Screenplay, elements: tuple[Element, ...], tables: ShotTables
) -> tuple[Role, ...]:
    """Every character who speaks or is in the cast, and every animal, most scenes first.

    One figure plays a character at every age.

    Builds are guessed: minors by the breakdown or an age in the script, women and men by a title
    in the name, else by the pronouns near the name, else in turn.
    """
    cast = [element for element in elements if element.category is Category.CAST]
    minors = {e.called for e in cast} - {e.called for e in cast if not e.minor}
    text = "\n".join(_action(script))
    people = []
    turn = 0
    for name in _names(script, elements):
        age = _age(name, text)
        build = _build(name, text, tables)
        if name in minors or 0 < age < tables.builds.grown_at:
            build = Build.CHILD
        elif build is None:
            build = (Build.MAN, Build.WOMAN)[turn % 2]
            turn += 1
        elif build is Build.CHILD and age >= tables.builds.grown_at:
            build = _by_pronoun(name, text) or Build.MAN
        sex = _titled(name, tables) or _by_pronoun(name, text) or build
        people.append(
            Role(name=name, build=build, age=age, pronoun="she" if sex is Build.WOMAN else "he")
        )
    return (*people, *_animals(elements, text, {role.name for role in people}, tables))


def is_seen(extension: str) -> bool:
    """True when a cue's extension does not put the speaker out of sight."""
    return VOICE_ONLY.search(extension) is None


def name_pattern(name: str) -> str:
    """A pattern for a name in action text: as in a cue, or with capitals only at word starts."""
    words = [re.escape(word) for word in name.split()]
    written = [re.escape(word.capitalize()) for word in name.split()]
    return r"(?<![\w])(?:" + r"\s+".join(words) + "|" + r"\s+".join(written) + r")(?![\w])"


def _names(script: Screenplay, elements: tuple[Element, ...]) -> list[str]:
    scenes: dict[str, set[str]] = {}
    for scene in script.shot_scenes:
        for line in scene.lines:
            if line.kind is LineKind.CUE and line.text.strip():
                scenes.setdefault(line.text.strip(), set()).add(scene.id)
    for element in elements:
        if element.category is Category.CAST:
            scenes.setdefault(element.called, set()).add(element.scene)
    first = {name: place for place, name in enumerate(scenes)}
    return sorted(scenes, key=lambda name: (-len(scenes[name]), first[name]))


def _action(script: Screenplay) -> Iterator[str]:
    for scene in script.shot_scenes:
        yield from action_texts(scene)


def action_texts(scene: Scene) -> Iterator[str]:
    """The action paragraphs of a scene."""
    for line in scene.lines:
        if line.kind in {LineKind.ACTION, LineKind.GENERAL, LineKind.SHOT}:
            yield line.text


def _age(name: str, text: str) -> int:
    found = re.search(name_pattern(name) + r"[^.\n(]{0,30}[(,]\s*(?:age[d]?\s+)?(\d{1,2})\b", text)
    return int(found.group(1)) if found else 0


def _build(name: str, text: str, tables: ShotTables) -> Build | None:
    words = set(re.findall(r"[A-Z]+", name.upper()))
    if words & set(tables.titles["child"]):
        return Build.CHILD
    return _titled(name, tables) or _by_pronoun(name, text)


def _titled(name: str, tables: ShotTables) -> Build | None:
    words = set(re.findall(r"[A-Z]+", name.upper()))
    if words & set(tables.titles["woman"]):
        return Build.WOMAN
    if words & set(tables.titles["man"]):
        return Build.MAN
    return None


def _by_pronoun(name: str, text: str) -> Build | None:
    """Woman or man by the pronouns that can only mean this character.

    Those in the sentence that introduces it (its name in capitals) and those that open the
    sentence after its name. Only where there are none: those later in its sentences, which may
    be about somebody else.
    """
    sure = loose = 0
    for found in re.finditer(name_pattern(name), text):
        after = text[found.end() : found.end() + 160].split("\n", maxsplit=1)[0]
        here, _, rest = after.partition(". ")
        own = OWN_PRONOUN.search(here)
        weight = 2 if found.group(0).isupper() else 1
        if own:
            woman = own.group(0).lower().startswith(("she", "her"))
            loose += 1 if woman else -1
            sure += (2 if woman else -2) if weight == 2 else 0
        opening = re.match(r"(She|He|Her|His)\b", rest)
        if opening:
            sure += weight if opening.group(0) in {"She", "Her"} else -weight
    verdict = sure or loose
    return None if verdict == 0 else Build.WOMAN if verdict > 0 else Build.MAN


def _animals(
    elements: tuple[Element, ...], text: str, taken: set[str], tables: ShotTables
) -> Iterator[Role]:
    seen: set[str] = set()
    for element in elements:
        name = element.name
        if element.category is not Category.ANIMALS or name in seen or name in taken:
            continue
        seen.add(name)
        kind = _kind(name, tables)
        called = _called(kind or name, text, taken)
        if not kind:
            found = re.search(name_pattern(name) + r",[^.\n]{0,60}", text, re.I)
            kind = _kind(found.group(0), tables) if found else ""
        if any(name.lower() == other.lower() for other in called) or (called and called[0] in seen):
            called = ()
        yield Role(name=name, build=Build.ANIMAL, animal=kind, called=called)


def _kind(words: str, tables: ShotTables) -> str:
    known = [word for word in re.findall(r"[a-z]+", words.lower()) if word in tables.animals]
    return known[-1] if known else ""


def _called(kind: str, text: str, taken: set[str]) -> tuple[str, ...]:
    """The name of an animal that is introduced by it: ``CRUMB, a three-legged terrier``."""
    found = re.search(rf"\b([A-Z][A-Za-z]+), an? [^.,\n]{{0,40}}\b{re.escape(kind)}\b", text)
    if found is None or found.group(1).upper() in taken:
        return ()
    return (found.group(1),)
