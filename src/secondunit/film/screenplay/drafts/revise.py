"""What a new draft does to the one before: ids carried over, and every change in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from secondunit.core.ids import LineId, SceneId, stable_id
from secondunit.film.screenplay.drafts.match import Revision, SceneMatch, match_scenes
from secondunit.film.screenplay.identify import identify_lines, line_id
from secondunit.film.screenplay.model import Line, Scene, Screenplay

__all__ = [
    "Changes",
    "Revision",
    "SceneChange",
    "SceneMatch",
    "carry_ids",
    "match_scenes",
    "summarise",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneChange:
    """What happened to one scene, in words (``12A`` - ``new, split from 12``)."""

    number: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """A revision in words.

    Args:
        changed: Every scene that is not the same, in the order of the new draft; removed scenes,
            renamed characters and sets last.
        unchanged: How many scenes are the same, in the same place, under the same number.
        rewritten: How many have other words.
        new: How many are new.
        moved: How many stand at another place.
        removed: How many are gone or omitted.
    """

    changed: tuple[SceneChange, ...]
    unchanged: int
    rewritten: int = 0
    new: int = 0
    moved: int = 0
    removed: int = 0


def carry_ids(old: Screenplay, new: Screenplay) -> Screenplay:
    """The new draft with the old ids on every scene it shares and every line that is the same.

    It also knows by which names its characters and sets went before. Lines that say the same thing
    more than once in a scene are paired in order. A line that comes back after a draft without it
    gets the id it had.
    """
    revision = match_scenes(old, new)
    matches = revision.matches
    taken = {old.scenes[match.old].id for match in matches if match.old is not None}
    scenes = []
    for match in matches:
        scene = new.scenes[match.new]
        if match.old is None:
            scene = _fresh(scene, taken)
            taken.add(scene.id)
        else:
            before = old.scenes[match.old]
            lines = _carry_lines(before.id, before.lines, scene.lines)
            scene = replace(scene, id=before.id, lines=lines)
        scenes.append(scene)
    opening = _carry_lines("opening", old.opening, new.opening)
    return replace(new, scenes=tuple(scenes), opening=opening, formerly=_formerly(old, revision))


def summarise(revision: Revision) -> Changes:
    """What happened to each scene, in words."""
    words = [list(_what_happened(revision, match)) for match in revision.matches]
    numbered = zip(revision.new.scenes, words, strict=True)
    changed = [
        SceneChange(number=scene.number, what=", ".join(said)) for scene, said in numbered if said
    ]
    into = dict(revision.merged)
    for index in revision.removed:
        where = f", now part of {revision.new.scenes[into[index]].number}" if index in into else ""
        number = revision.old.scenes[index].number
        changed.append(SceneChange(number=number, what=f"removed{where}"))
    changed += [
        SceneChange(number="", what=f"{gone} is now {come}")
        for gone, come in (*revision.renamed, *revision.sets)
    ]
    said = Counter(word for each in words for word in each)
    return Changes(
        changed=tuple(changed),
        unchanged=words.count([]),
        rewritten=said["rewritten"],
        new=sum(match.old is None for match in revision.matches),
        moved=said["moved"],
        removed=said["omitted"] + len(revision.removed),
    )


def _what_happened(revision: Revision, match: SceneMatch) -> Iterator[str]:
    scene = revision.new.scenes[match.new]
    if match.old is None:
        came = match.split_from
        if scene.omitted:
            yield "omitted"
        elif came is None:
            yield "new"
        else:
            yield f"new, split from {revision.old.scenes[came].number}"
        return
    before = revision.old.scenes[match.old]
    if scene.omitted != before.omitted:
        yield "omitted" if scene.omitted else "restored"
    elif not match.same:
        yield "rewritten"
    if scene.number != before.number and not _count_alone(revision):
        yield f"was {before.number}"
    if match.moved:
        yield "moved"


def _count_alone(revision: Revision) -> bool:
    """Scenes of both drafts are numbered by where they stand, so a new number says nothing."""
    return all(
        scene.number == str(position)
        for script in (revision.old, revision.new)
        for position, scene in enumerate(script.scenes, 1)
    )


def _formerly(old: Screenplay, revision: Revision) -> tuple[tuple[str, str], ...]:
    """Present and former names, those of earlier drafts included."""
    now = dict((*revision.renamed, *revision.sets))
    latest = [(after, before) for before, after in now.items()]
    earlier = [(now.get(name, name), former) for name, former in old.formerly]
    return tuple(dict.fromkeys(pair for pair in (*latest, *earlier) if pair[0] != pair[1]))


def _fresh(scene: Scene, taken: set[SceneId]) -> Scene:
    """A new scene under an id that no carried scene holds."""
    tries = 0
    new_id = scene.id
    while new_id in taken:
        tries += 1
        new_id = SceneId(stable_id("sc", scene.id, tries))
    return (
        scene if not tries else replace(scene, id=new_id, lines=identify_lines(new_id, scene.lines))
    )


def _carry_lines(scene: str, old: Iterable[Line], new: Iterable[Line]) -> tuple[Line, ...]:
    """New lines with the ids of the old ones that say the same, the nth of a kind for the nth."""
    held = {key: line.id for key, line in _by_words(old)}
    keyed = list(_by_words(new))
    taken = {held[key] for key, _ in keyed if key in held}
    lines = []
    for key, line in keyed:
        own = held.get(key)
        if own is None:
            own = _free_id(scene, line, key[2], taken)
            taken.add(own)
        lines.append(line if line.id == own else replace(line, id=own))
    return tuple(lines)


def _free_id(scene: str, line: Line, occurrence: int, taken: set[LineId]) -> LineId:
    """The id of a line that is new in its scene; the next free one where another line holds it."""
    while (own := line_id(scene, (line.kind.value, line.text), occurrence)) in taken:
        occurrence += 1
    return own


def _by_words(lines: Iterable[Line]) -> Iterator[tuple[tuple[str, str, int], Line]]:
    """Each line with its kind, its words and how often they stood in the scene before."""
    seen: Counter[tuple[str, str]] = Counter()
    for line in lines:
        key = (line.kind.value, " ".join(line.text.split()))
        yield (*key, seen[key]), line
        seen[key] += 1
