"""Match the scenes of two drafts by what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondunit.film.screenplay.drafts.likeness import (
    Text,
    likeness,
    lines_only_in,
    scene_text,
    share_taken,
)
from secondunit.film.screenplay.drafts.renames import renamed_characters, renamed_sets
from secondunit.film.screenplay.model import Scene, Screenplay

LEAST_ALIKE = 45.0
"""Points from which two scenes are one scene rewritten: their ``likeness`` and the bonuses below.
Two unlike scenes reach about 25, so one that keeps its set and its number may say all else anew."""

SAME_SET = 10.0
SAME_NUMBER = 10.0
IN_ORDER = 5.0
"""Points for standing between the same two unchanged scenes in both drafts."""

FILLED = 30.0
"""Likeness of a scene that was only a heading to one with words under the same heading: with their
set it takes the same number or the same neighbours to make them one scene."""

MOST_OF_IT = 0.5
"""Share of a scene's lines that must come from another one for it to be split off or merged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneMatch:
    """A scene of the new draft and the one it comes from.

    Args:
        new: Index in the new draft.
        old: Index in the old draft, or None for a new scene.
        same: True when every printed word is the same.
        moved: True when it stands at another place among the matched scenes.
        split_from: For a new scene: index of the old one that most of its lines come from.
    """

    new: int
    old: int | None
    same: bool = False
    moved: bool = False
    split_from: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Two drafts, matched.

    Args:
        old: The draft before.
        new: The draft after.
        matches: One for each scene of the new draft.
        removed: Indices of old scenes that nothing comes from.
        merged: Of these, the ones most of whose lines stand in another scene now: index of the
            old scene and of the new one.
        renamed: Characters by their old and new names.
        sets: Sets by their old and new names.
    """

    old: Screenplay
    new: Screenplay
    matches: tuple[SceneMatch, ...]
    removed: tuple[int, ...]
    merged: tuple[tuple[int, int], ...]
    renamed: tuple[tuple[str, str], ...]
    sets: tuple[tuple[str, str], ...] = ()


def match_scenes(old: Screenplay, new: Screenplay) -> Revision:
    """Match scenes by content: first those that are word for word the same, then the rest by how
    alike they are, the best pairs first. A scene that moved is moved, not deleted and added."""
    before = [scene_text(scene) for scene in old.scenes]
    after = [scene_text(scene) for scene in new.scenes]
    pairs = _same_scenes(old, new, before, after)
    pairs |= _alike_scenes(old, new, pairs)
    moved = pairs.keys() - _longest_run(pairs, [len(text) for text in after])
    changed = {n: o for n, o in pairs.items() if before[o] != after[n]}
    lost = {o: lines_only_in(before[o], after[n]) for n, o in changed.items()}
    gained = {n: lines_only_in(after[n], before[o]) for n, o in changed.items()}
    held = set(pairs.values())
    removed = tuple(index for index in range(len(before)) if index not in held)
    return Revision(
        old=old,
        new=new,
        matches=tuple(
            SceneMatch(
                new=index,
                old=pairs.get(index),
                same=index in pairs and index not in changed,
                moved=index in moved,
                split_from=None if index in pairs else _giver(after[index], lost),
            )
            for index in range(len(after))
        ),
        removed=removed,
        merged=tuple(
            (index, into)
            for index in removed
            if (into := _giver(before[index], gained)) is not None
        ),
        renamed=renamed_characters(
            (old.scenes[o], new.scenes[n]) for n, o in sorted(changed.items())
        ),
        sets=renamed_sets(old, new, pairs),
    )


def _same_scenes(
    old: Screenplay, new: Screenplay, before: Sequence[Text], after: Sequence[Text]
) -> dict[int, int]:
    """Pairs of word-for-word equal scenes, new index to old. Of several that read the same, those
    of the same number go together, then those between the same others, then the nearest."""
    waiting: dict[Text, list[int]] = {}
    for index, text in enumerate(before):
        waiting.setdefault(text, []).append(index)
    often = Counter(after)
    pairs = {
        index: waiting[text].pop()
        for index, text in enumerate(after)
        if often[text] == 1 and len(waiting.get(text, ())) == 1
    }
    around = _neighbours(pairs, len(after), len(before))
    for same_number in (True, False):
        for index, text in enumerate(after):
            here = [] if index in pairs else waiting.get(text, [])
            if same_number:
                number = new.scenes[index].number
                here = [other for other in here if old.scenes[other].number == number]
            if here:
                pairs[index] = _nearest(here, index, around[index])
                waiting[text].remove(pairs[index])
    return pairs


def _nearest(here: Sequence[int], index: int, between: tuple[int, int]) -> int:
    """Of several places the one between two others if there is one, else the nearest."""
    low, high = between
    return min(here, key=lambda place: (not low < place < high, abs(place - index), place))


def _alike_scenes(old: Screenplay, new: Screenplay, pairs: Mapping[int, int]) -> dict[int, int]:
    """Pairs of scenes that differ, best first, each scene in one pair at most."""
    held = set(pairs.values())
    left = [index for index in range(len(old.scenes)) if index not in held]
    fresh = [index for index in range(len(new.scenes)) if index not in pairs]
    texts = [scene_text(old.scenes[index]) for index in left]
    newer = [scene_text(new.scenes[index]) for index in fresh]
    alike = likeness(texts, newer)
    around = _neighbours(pairs, len(new.scenes), len(old.scenes))
    scored = []
    for row, before in enumerate(left):
        for column, after in enumerate(fresh):
            one, other = old.scenes[before], new.scenes[after]
            is_filled = len(texts[row]) == 1 != len(newer[column])
            points = _points(one, other, float(alike[row, column]), is_filled=is_filled)
            low, high = around[after]
            points += IN_ORDER if points and low < before < high else 0.0
            if points >= LEAST_ALIKE:
                scored.append((-points, abs(after - before), after, before))
    found: dict[int, int] = {}
    for _, _, after, before in sorted(scored):
        if after not in found and before not in held:
            found[after] = before
            held.add(before)
    return found


def _points(before: Scene, after: Scene, alike: float, *, is_filled: bool) -> float:
    is_same_number = before.number == after.number
    if before.omitted or after.omitted:
        return 100.0 if is_same_number else 0.0
    is_same_set = bool(after.heading.set) and before.heading.set == after.heading.set
    if is_filled and before.heading.raw.upper() == after.heading.raw.upper():
        alike = max(alike, FILLED)
    return alike + SAME_SET * is_same_set + SAME_NUMBER * is_same_number


def _neighbours(pairs: Mapping[int, int], new: int, old: int) -> list[tuple[int, int]]:
    """For each new scene, the old places of the unmoved equal scenes before and after it."""
    still = _longest_run(pairs, [1] * new)
    lows, highs = [], []
    low, high = -1, old
    for index in range(new):
        low = pairs[index] if index in still else low
        lows.append(low)
    for index in reversed(range(new)):
        high = pairs[index] if index in still else high
        highs.append(high)
    return list(zip(lows, reversed(highs), strict=True))


def _longest_run(pairs: Mapping[int, int], weights: Sequence[int]) -> set[int]:
    """The most scenes that stand in the same order in both drafts; of several such sets the one
    with most lines, so that of two that changed places the shorter has moved."""
    order = sorted(pairs)
    best: list[tuple[int, int, int]] = []  # scenes, lines, and place of the one before in order
    for at, index in enumerate(order):
        scenes, lines, last = max(
            ((*best[i][:2], i) for i in range(at) if pairs[order[i]] < pairs[index]),
            default=(0, 0, -1),
        )
        best.append((scenes + 1, lines + weights[index], last))
    at = max(range(len(best)), key=lambda i: best[i][:2], default=-1)
    kept = set()
    while at >= 0:
        kept.add(order[at])
        at = best[at][2]
    return kept


def _giver(part: Text, lines: Mapping[int, Text]) -> int | None:
    """The scene that most of a text comes from (or went into), if one clearly does."""
    shares = {index: share_taken(part, text) for index, text in lines.items()}
    index = max(shares, key=lambda each: (shares[each], -each), default=None)
    return index if index is not None and shares[index] >= MOST_OF_IT else None
