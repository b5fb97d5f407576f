"""How old each character is in each scene: by what the scene states, else by what comes before.

A script states an age once and means it until it states another. A younger age after an older one
is a look back: it holds for the scenes that follow without a break, then the story is where it
was. A year in a heading counts from the year in which an age was stated; TEN YEARS LATER makes
everybody older.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondunit.core.evidence import Evidence, ScriptSpan, from_rule, from_script
from secondunit.core.ids import SceneId
from secondunit.film.breakdown.casting.said import years_passed
from secondunit.film.breakdown.lexicon import Ages, Band, phrase_pattern
from secondunit.film.screenplay.model import LineKind, Scene

NEAR, SAME_SET = 4, 2
"""Scenes after a look back within which its characters are still in it, and within which the same
set is at the same time."""

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_CAPTIONS = frozenset({LineKind.ACTION, LineKind.SHOT, LineKind.GENERAL, LineKind.TRANSITION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An age stated of a character in a scene.

    Args:
        age: In years.
        span: The words that state it.
        lasts: True for a number, which holds for the scenes that follow; a word (``young Tam``)
            tells of its own scene.
    """

    age: int
    span: ScriptSpan
    lasts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Aged:
    """A character's age in a scene.

    Args:
        age: In years.
        band: Who can play it.
        main: Age at that point of the story that the scene looks back from; the same elsewhere.
        why: The words, or the rule.
    """

    age: int
    band: Band
    main: int
    why: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What a scene says of its own time.

    Args:
        year: By its heading, or None.
        passed: Years since the scene before, or 0.
        breaks: True where a look back ends.
        looks_back: True where the heading says that it looks back.
    """

    year: int | None
    passed: int
    breaks: bool
    looks_back: bool


@dataclass(frozen=True, slots=True)
class _Story:
    """What every character goes through."""

    scenes: Sequence[Scene]
    time: Sequence[Moment]
    ages: Ages


@dataclass(slots=True)
class _Course:
    """One character's age on the way through the script."""

    main: int | None = None
    back: int | None = None
    last: int = -9
    source: str = ""
    born: int | None = None


def moments(scenes: Sequence[Scene], ages: Ages) -> list[Moment]:
    """What each scene says of its time."""
    ends, back = phrase_pattern(ages.breaks), phrase_pattern(ages.looks_back)
    found = []
    ended = looked_back = False
    for scene in scenes:
        raw = scene.heading.raw
        year = _YEAR.search(raw)
        captions = [raw, *(line.text for line in scene.lines[1:] if line.kind in _CAPTIONS)]
        found.append(
            Moment(
                year=int(year.group()) if year else None,
                passed=next((many for text in captions if (many := years_passed(text, ages))), 0),
                breaks=ended or bool(ends.search(raw)) or (looked_back and not back.search(raw)),
                looks_back=bool(back.search(raw)),
            )
        )
        looked_back = found[-1].looks_back
        last = scene.lines[-1]
        ended = last.kind is LineKind.TRANSITION and bool(ends.search(last.text))
    return found


def follow_ages(
    scenes: Sequence[Scene],
    said: Mapping[str, Mapping[SceneId, Said]],
    playing: Mapping[str, frozenset[SceneId]],
    ages: Ages,
) -> dict[tuple[SceneId, str], Aged]:
    """The age of every character whose age is stated anywhere, in each scene it plays in.

    Args:
        scenes: To be shot, in script order.
        said: Ages stated, by character and scene.
        playing: Scenes of each character.
        ages: Bands and words.

    Returns:
        By scene and character; scenes before the first stated age are left out.
    """
    time = moments(scenes, ages)
    found = {}
    for name, stated in said.items():
        own = playing.get(name, frozenset())
        for index, aged in _follow(name, stated, own, _Story(scenes, time, ages)):
            band = ages.band_at(aged[0])
            if band is not None:
                found[scenes[index].id, name] = Aged(
                    age=aged[0], band=band, main=aged[1], why=aged[2]
                )
    return found


def _follow(
    name: str,
    stated: Mapping[SceneId, Said],
    playing: frozenset[SceneId],
    story: _Story,
) -> Iterator[tuple[int, tuple[int, int, Evidence]]]:
    """Index of each scene, with age, age in the main story, and why."""
    scenes, time, ages = story.scenes, story.time, story.ages
    course = _Course()
    seen: dict[str, tuple[int, int, str]] = {}
    for index, scene in enumerate(scenes):
        moment = time[index]
        _let_time_pass(course, moment)
        here = stated.get(scene.id)
        if here is None and scene.id not in playing:
            continue
        if here is not None:
            _take(course, here, (index, scene.number), ages)
            course.born = moment.year - here.age if moment.year else course.born
            age = here.age
            why = from_script(here.span, "cast.age-stated")
        else:
            before = _unstated(course, moment, index, seen.get(scene.heading.set))
            if before is None:
                continue
            age, words = before
            why = from_rule(f"cast.age-carried: {name} is {age}, {words}", scene.number)
        seen[scene.heading.set] = (index, age, scene.number)
        main = age if course.main is None else course.main
        yield index, (age, main, why)


def _let_time_pass(course: _Course, moment: Moment) -> None:
    if moment.passed and course.main is not None:
        if moment.passed > 0 and course.back is None:
            course.main += moment.passed
            course.source = f"{moment.passed} years on from {course.source}"
        elif moment.passed > 0 and course.back is not None:
            course.back = min(course.back + moment.passed, course.main)
        else:
            course.back = max(course.main + moment.passed, 0)
    if moment.breaks:
        course.back = None


def _take(course: _Course, said: Said, where: tuple[int, str], ages: Ages) -> None:
    """Take a stated age: an older one moves the story on, a younger one looks back."""
    age = said.age
    if course.main is not None and ages.band_at(age) == ages.band_at(course.main):
        course.main, course.back = (max(age, course.main) if said.lasts else course.main), None
    if course.main is not None and not said.lasts:
        return
    course.last = where[0]
    course.source = f"as scene {where[1]} says"
    if course.main is None or age >= course.main:
        course.main, course.back = age, None
    elif ages.band_at(age) != ages.band_at(course.main):
        course.back = age


def _unstated(
    course: _Course, moment: Moment, index: int, same_set: tuple[int, int, str] | None
) -> tuple[int, str] | None:
    """The age in a scene that states none, and in words why; None before any is stated."""
    if course.main is None:
        return None
    if moment.year and course.born is not None:
        age = max(moment.year - course.born, 0)
        course.last = index
        course.source = f"born {course.born} by an earlier heading"
        course.back = age if age < course.main else None
        course.main = max(age, course.main)
        return age, f"{course.source} and this is {moment.year}"
    if same_set is not None and index - same_set[0] <= SAME_SET and not moment.breaks:
        if course.back is not None:
            course.last = index
        return same_set[1], f"as on the same set in scene {same_set[2]}"
    if course.back is not None and index - course.last <= NEAR:
        course.last = index
        return course.back, f"{course.source}, with no break since"
    course.back = None
    return course.main, "as last stated in the main story"
