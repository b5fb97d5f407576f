"""Match two drafts scene by scene, so that what is the same keeps its ids and its decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from secondunit.core.ids import LineId, SceneId
from secondunit.film.screenplay.model import PRINTED, Line, Scene, Screenplay

LEAST_ALIKE = 45.0
"""Percent of words in common from which two scenes are one scene rewritten. Below it they share
little more than a set and a cast; real rewrites tried stayed above 60."""

SAME_PLACE = 15.0
"""Percent added when the set is the same, or the written number is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneMatch:
    """A scene of the new draft and the one it comes from.

    Args:
        new: Index in the new draft.
        old: Index in the old draft, or None for a new scene.
        same: True when every printed word is the same.
        moved: True when it stands at another place among the matched scenes.
    """

    new: int
    old: int | None
    same: bool = False
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Two drafts, matched.

    Args:
        old: The draft before.
        new: The draft after.
        matches: One for each scene of the new draft.
        removed: Indices of old scenes that nothing comes from.
        renamed: Characters by their old and new names.
    """

    old: Screenplay
    new: Screenplay
    matches: tuple[SceneMatch, ...]
    removed: tuple[int, ...]
    renamed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneChange:
    """What happened to one scene, in words (``12A`` - ``new, split from 12``)."""

    number: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """A revision in words: every scene that is not the same, and how many are."""

    changed: tuple[SceneChange, ...]
    unchanged: int


def match_scenes(old: Screenplay, new: Screenplay) -> Revision:
    """Match scenes by content: first those that are word for word the same, then the rest by
    how alike they are, best pairs first. A scene that moved is moved, not deleted and added."""
    pairs = _same_scenes(old, new)
    pairs |= _alike_scenes(old, new, pairs)
    moved = _moved(pairs)
    matches = tuple(
        SceneMatch(
            new=index,
            old=pairs.get(index),
            same=index in pairs and _text(old.scenes[pairs[index]]) == _text(scene),
            moved=index in moved,
        )
        for index, scene in enumerate(new.scenes)
    )
    removed = tuple(i for i in range(len(old.scenes)) if i not in set(pairs.values()))
    return Revision(old=old, new=new, matches=matches, removed=removed, renamed=_renamed(old, new))


def carry_ids(old: Screenplay, new: Screenplay) -> Screenplay:
    """The new draft with the old ids on every scene it shares and every line that is the same."""
    revision = match_scenes(old, new)
    taken = {old.scenes[match.old].id for match in revision.matches if match.old is not None}
    scenes = []
    for match in revision.matches:
        scene = new.scenes[match.new]
        if match.old is None:
            scenes.append(_fresh(scene, taken))
        else:
            scenes.append(_carried(old.scenes[match.old], scene))
        taken.add(scenes[-1].id)
    return replace(new, scenes=tuple(scenes))


def summarise(revision: Revision) -> Changes:
    """What happened to each scene, in the order of the new draft, removed ones last."""
    changed, unchanged = [], 0
    old = revision.old.scenes
    for match in revision.matches:
        scene = revision.new.scenes[match.new]
        words = []
        if match.old is None:
            words.append("omitted" if scene.omitted else _origin(revision, match.new))
        else:
            before = old[match.old]
            if scene.omitted and not before.omitted:
                words.append("omitted")
            elif not match.same:
                words.append("rewritten")
            if before.number != scene.number:
                words.append(f"was {before.number}")
            if match.moved:
                words.append("moved")
        if words:
            changed.append(SceneChange(number=scene.number, what=", ".join(words)))
        else:
            unchanged += 1
    numbers = {scene.number for scene in revision.new.scenes}
    for index in revision.removed:
        if old[index].number not in numbers:
            changed.append(SceneChange(number=old[index].number, what="removed"))
    for before_name, after_name in revision.renamed:
        changed.append(SceneChange(number="", what=f"{before_name} is now {after_name}"))
    return Changes(changed=tuple(changed), unchanged=unchanged)


def _text(scene: Scene) -> tuple[tuple[str, str], ...]:
    """What is printed of a scene, without its number."""
    return tuple(
        (line.kind.value, " ".join(line.text.split()))
        for line in scene.lines
        if line.kind in PRINTED
    )


def _same_scenes(old: Screenplay, new: Screenplay) -> dict[int, int]:
    waiting: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for index, scene in enumerate(old.scenes):
        waiting.setdefault(_text(scene), []).append(index)
    pairs = {}
    for index, scene in enumerate(new.scenes):
        if here := waiting.get(_text(scene)):
            nearest = min(here, key=lambda i: abs(i - index))
            here.remove(nearest)
            pairs[index] = nearest
    return pairs


def _alike_scenes(old: Screenplay, new: Screenplay, pairs: dict[int, int]) -> dict[int, int]:
    from rapidfuzz import fuzz

    left = [i for i in range(len(old.scenes)) if i not in set(pairs.values())]
    fresh = [i for i in range(len(new.scenes)) if i not in pairs]
    bags = {i: " ".join(text for _, text in _text(old.scenes[i])) for i in left}
    scored = []
    for index in fresh:
        scene = new.scenes[index]
        words = " ".join(text for _, text in _text(scene))
        for before in left:
            other = old.scenes[before]
            if scene.omitted or other.omitted:
                score = 100.0 if scene.number == other.number else 0.0
            else:
                score = fuzz.ratio(words, bags[before])
                score += SAME_PLACE * (scene.heading.set == other.heading.set) / 2
                score += SAME_PLACE * (scene.number == other.number) / 2
            if score >= LEAST_ALIKE:
                scored.append((-score, abs(index - before), index, before))
    found: dict[int, int] = {}
    for _, _, index, before in sorted(scored):
        if index not in found and before not in found.values():
            found[index] = before
    return found


def _moved(pairs: dict[int, int]) -> set[int]:
    """Scenes outside the longest run of pairs that rises in both drafts."""
    order = sorted(pairs)
    best: list[tuple[int, int]] = []
    for at, index in enumerate(order):
        before = [best[i] for i in range(at) if pairs[order[i]] < pairs[index]]
        length = max((length for length, _ in before), default=0) + 1
        last = next(
            (i for i in range(at) if pairs[order[i]] < pairs[index] and best[i][0] == length - 1),
            -1,
        )
        best.append((length, last))
    kept = set()
    at = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    while at >= 0:
        kept.add(order[at])
        at = best[at][1]
    return set(order) - kept


def _fresh(scene: Scene, taken: set[SceneId]) -> Scene:
    """A new scene under an id that no carried scene holds."""
    if scene.id not in taken:
        return scene
    new_id = SceneId(f"{scene.id}-2")
    while new_id in taken:
        new_id = SceneId(f"{new_id}2")
    lines = tuple(replace(line, id=LineId(f"{line.id}-2")) for line in scene.lines)
    return replace(scene, id=new_id, lines=lines)


def _carried(old: Scene, new: Scene) -> Scene:
    """The new scene with the old scene's id, and the old line's id on every line that is the
    same in the order of both."""
    before = [(line.kind, line.text) for line in old.lines]
    after = [(line.kind, line.text) for line in new.lines]
    lines = list(new.lines)
    held: set[LineId] = set()
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            kept = old.lines[block.a + step].id
            lines[block.b + step] = replace(lines[block.b + step], id=kept)
            held.add(kept)
    matched = {line.id for line in lines if line.id in held}
    return replace(
        new,
        id=old.id,
        lines=tuple(_unlike(line, index, new.lines, matched) for index, line in enumerate(lines)),
    )


def _unlike(line: Line, index: int, fresh: Sequence[Line], held: set[LineId]) -> Line:
    """A line that is new, under an id that no kept line holds."""
    if line is not fresh[index] or line.id not in held:
        return line
    return replace(line, id=LineId(f"{line.id}-{index}"))


def _origin(revision: Revision, index: int) -> str:
    """``new``, or which scene it was split from: the one whose lost lines it holds."""
    own = {text for _, text in _text(revision.new.scenes[index])[1:] if len(text) > 20}
    for match in revision.matches:
        if match.old is None or match.same or not own:
            continue
        lost = {text for _, text in _text(revision.old.scenes[match.old])} - {
            text for _, text in _text(revision.new.scenes[match.new])
        }
        if len(own & lost) * 2 >= len(own):
            return f"new, split from {revision.old.scenes[match.old].number}"
    return "new"


def _renamed(old: Screenplay, new: Screenplay) -> tuple[tuple[str, str], ...]:
    """A character whose cue vanished and whose speeches another, new cue now has."""
    before, after = _speeches(old), _speeches(new)
    renamed = []
    for gone in before.keys() - after.keys():
        for come in after.keys() - before.keys():
            shared = before[gone] & after[come]
            if shared and len(shared) * 2 >= len(before[gone]):
                renamed.append((gone, come))
    return tuple(sorted(renamed))


def _speeches(script: Screenplay) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for scene in script.scenes:
        speaker = ""
        for line in scene.lines:
            if line.kind.value == "cue":
                speaker = line.text
            elif line.kind.value == "dialogue" and speaker:
                found.setdefault(speaker, set()).add(line.text)
    return found
