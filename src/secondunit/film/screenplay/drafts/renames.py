"""Characters and sets that go by another name in the new draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from secondunit.film.screenplay.model import SPOKEN, LineKind, Scene, Screenplay

Names = tuple[tuple[str, str], ...]
"""Old and new names, in order."""

LIKE = 60.0
"""Per cent of letters in common and in order from which two speeches are one, rewritten."""


class Speech(NamedTuple):
    """Who says what."""

    name: str
    words: str


def renamed_characters(pairs: Iterable[tuple[Scene, Scene]]) -> Names:
    """Characters whose cue is gone while a cue that was not there has their speeches.

    Args:
        pairs: Scenes that differ, as they were and as they are.
    """
    spoken = [(speeches(before), speeches(after)) for before, after in pairs if not after.omitted]
    had = {speech.name for before, _ in spoken for speech in before}
    has = {speech.name for _, after in spoken for speech in after}
    votes: Counter[tuple[str, str]] = Counter()
    cues: Counter[str] = Counter()
    for before, after in spoken:
        fresh = [speech for speech in after if speech.name not in had]
        for speech in before:
            if speech.name not in has:
                cues[speech.name] += 1
                heir = _heir(speech, fresh)
                if heir is not None:
                    fresh.remove(heir)
                    votes[speech.name, heir.name] += 1
    return _elected({names: count for names, count in votes.items() if count * 2 >= cues[names[0]]})


def renamed_sets(old: Screenplay, new: Screenplay, pairs: Mapping[int, int]) -> Names:
    """Sets whose name is gone while a name that was not there stands over the same scenes.

    Args:
        old: The draft before.
        new: The draft after.
        pairs: Old scene of each new one, by index.
    """
    had = {scene.heading.set for scene in old.scenes}
    has = {scene.heading.set for scene in new.scenes}
    votes: Counter[tuple[str, str]] = Counter()
    for after, before in pairs.items():
        was, now = old.scenes[before], new.scenes[after]
        names = was.heading.set, now.heading.set
        is_shot = not (was.omitted or now.omitted)
        if is_shot and all(names) and names[0] not in has and names[1] not in had:
            votes[names] += 1
    return _elected(votes)


def speeches(scene: Scene) -> list[Speech]:
    """Who says what in a scene; a speech in several paragraphs is several."""
    found: list[Speech] = []
    speaker = ""
    for line in scene.lines:
        if line.kind is LineKind.CUE:
            speaker = line.text
        elif line.kind in SPOKEN and speaker:
            found.append(Speech(speaker, " ".join(line.text.split())))
    return found


def _heir(speech: Speech, fresh: list[Speech]) -> Speech | None:
    """The speech that a speech has become, or None."""
    from rapidfuzz import fuzz

    same = next((each for each in fresh if each.words == speech.words), None)
    if same is not None or not fresh:
        return same
    likest = max(fresh, key=lambda each: fuzz.ratio(each.words, speech.words))
    return likest if fuzz.ratio(likest.words, speech.words) >= LIKE else None


def _elected(votes: Mapping[tuple[str, str], int]) -> Names:
    """Pairs with most votes first, each name in one pair at most."""
    renamed: dict[str, str] = {}
    for (before, after), _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        if before not in renamed and after not in renamed.values():
            renamed[before] = after
    return tuple(sorted(renamed.items()))
