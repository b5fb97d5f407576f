"""One character, several performers: a cast line for each age that one person cannot play.

The performer with most scenes keeps the character's name. The others are called as the script
calls them (YOUNG TAM), or by the word for their age. All of it is proposed: people merge two
lines by ``secondunit breakdown merge``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from secondunit.core.evidence import Evidence
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId
from secondunit.film.breakdown.cast import CUE, VOICE, Part
from secondunit.film.breakdown.casting.nameless import is_anybody
from secondunit.film.breakdown.casting.said import forms_of
from secondunit.film.breakdown.casting.statements import (
    form_ages,
    read_statements,
    said_by_scene,
)
from secondunit.film.breakdown.casting.timeline import Aged, follow_ages
from secondunit.film.breakdown.lexicon import Band, Lexicon
from secondunit.film.screenplay.model import Screenplay

INFERRED = 0.75
"""How sure a performer is whose age in the scene follows from other scenes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """One performer in one scene.

    Args:
        part: The part, under the name of its cast line.
        plays: The character as the scene calls it, where the cast line has another name.
        minor: Under 18 in this scene.
    """

    part: Part
    plays: str = ""
    minor: bool = False


def cast_performers(
    script: Screenplay, parts: Sequence[Part], lexicon: Lexicon
) -> tuple[tuple[Played, ...], tuple[Finding, ...]]:
    """Who plays each part: a minor only in the scenes where the script makes one of the character.

    Args:
        script: The script.
        parts: Every character in every scene.
        lexicon: The words to go by.

    Returns:
        One or more performers for each part, and a note for each character of several.
    """
    casting = _Casting(script, parts, lexicon)
    played: dict[tuple[SceneId, str], Played] = {}
    for part in parts:
        for each in casting.performers(part):
            key = (each.part.scene, each.part.name)
            played[key] = _joined(played[key], each) if key in played else each
    return tuple(played.values()), tuple(_several(played.values(), casting, script))


class _Casting:
    """What is known of everybody's age."""

    def __init__(
        self,
        script: Screenplay,
        parts: Sequence[Part],
        lexicon: Lexicon,
    ) -> None:
        ages = lexicon.ages
        names = [n for n in dict.fromkeys(p.name for p in parts) if not is_anybody(n, lexicon)]
        self.forms = forms_of(names, ages)
        self._child = re.compile(
            rf"\b(?:{'|'.join(map(re.escape, lexicon.people.minor_words))})\b", re.IGNORECASE
        )
        by_scene: dict[str, dict[SceneId, Part]] = {}
        for part in parts:
            by_scene.setdefault(part.name, {})[part.scene] = part
        self._parts = by_scene
        stated = read_statements(script, names, lexicon)
        self.form_age = form_ages(self.forms, stated, ages)
        said = said_by_scene(stated, self.forms, self.form_age, by_scene, ages)
        playing = {
            name: frozenset(
                scene
                for each in (name, *(f for f, (base, _) in self.forms.items() if base == name))
                for scene in by_scene.get(each, {})
            )
            for name in names
        }
        self.aged = follow_ages(script.shot_scenes, said, playing, ages)
        self._homes = self._find_homes()
        self._ages = ages

    def performers(self, part: Part) -> Iterator[Played]:
        """Who plays a part: two where a grown narrator speaks over the child on screen."""
        if part.name in self.forms:
            yield self._form(part)
            return
        aged = self.aged.get((part.scene, part.name))
        home = self._homes.get(part.name)
        if aged is None or home is None:
            minor = home.is_minor if home else bool(self._child.search(part.name))
            yield Played(part=part, minor=minor)
            return
        main = self._ages.band_at(aged.main) or aged.band
        voices = tuple(e for e in part.evidence if e.rule == VOICE)
        seen = tuple(e for e in part.evidence if e.rule != VOICE)
        if voices and main != aged.band and (seen or self._form_plays(part, aged.band)):
            yield self._cast(replace(part, evidence=voices, confidence=0.6), main, home, None)
            if seen:
                yield self._cast(replace(part, evidence=seen), aged.band, home, aged)
        elif self._are_both_seen(part, aged.band):
            yield self._cast(part, main, home, None)
        else:
            yield self._cast(part, aged.band, home, aged)

    def _cast(self, part: Part, band: Band, home: Band, aged: Aged | None) -> Played:
        evidence, sure = part.evidence, part.confidence
        if aged is not None and (band != home or band.is_minor):
            evidence = (*evidence, aged.why)
            if aged.why.span is None:
                sure = min(sure, INFERRED)
        name = part.name if band == home else self._called(part.name, band)
        return Played(
            part=replace(part, name=name, evidence=evidence, confidence=sure),
            plays=part.name if name != part.name else "",
            minor=band.is_minor,
        )

    def _called(self, name: str, band: Band) -> str:
        for form, (base, _) in self.forms.items():
            if base == name and self._form_band(form) == band:
                return form
        return f"{band.word} {name}"

    def _form(self, part: Part) -> Played:
        """A name that says an age: its own line, or the character's where that is its age."""
        base, _ = self.forms[part.name]
        band = self._form_band(part.name)
        if band is not None and band == self._homes.get(base):
            return Played(part=replace(part, name=base), plays=part.name, minor=band.is_minor)
        return Played(part=part, minor=band.is_minor if band else False)

    def _form_band(self, form: str) -> Band | None:
        age = self.form_age.get(form)
        return None if age is None else self._ages.band_at(age)

    def _form_plays(self, part: Part, band: Band) -> bool:
        return any(
            base == part.name and self._form_band(form) == band and part.scene in self._of(form)
            for form, (base, _) in self.forms.items()
        )

    def _are_both_seen(self, part: Part, band: Band) -> bool:
        """True where the name and its aged form both speak on screen: two people in one scene."""
        if not any(e.rule == CUE for e in part.evidence):
            return False
        return any(
            base == part.name
            and self._form_band(form) == band
            and any(e.rule == CUE for e in self._evidence(form, part.scene))
            for form, (base, _) in self.forms.items()
        )

    def _of(self, name: str) -> Mapping[SceneId, Part]:
        return self._parts.get(name, {})

    def _evidence(self, name: str, scene: SceneId) -> tuple[Evidence, ...]:
        part = self._of(name).get(scene)
        return part.evidence if part else ()

    def _find_homes(self) -> dict[str, Band]:
        """The band of each character that plays in most scenes; the older of two with as many."""
        counts: dict[str, Counter[Band]] = {}
        for (scene, name), aged in self.aged.items():
            if scene in self._of(name):
                counts.setdefault(name, Counter())[aged.band] += 1
        return {
            name: max(count, key=lambda band: (count[band], band.low))
            for name, count in counts.items()
        }


def _joined(one: Played, other: Played) -> Played:
    evidence = tuple(dict.fromkeys((*one.part.evidence, *other.part.evidence)))
    sure = max(one.part.confidence, other.part.confidence)
    plays = one.plays or other.plays
    return Played(
        part=replace(one.part, evidence=evidence, confidence=sure),
        plays=plays,
        minor=one.minor or other.minor,
    )


def _several(played: Iterable[Played], casting: _Casting, script: Screenplay) -> Iterator[Finding]:
    """A note for each character of several performers, with their scenes."""
    numbers = {scene.id: scene.number for scene in script.shot_scenes}
    lines: dict[str, dict[str, list[str]]] = {}
    for each in played:
        name = each.part.name
        base = casting.forms[name][0] if name in casting.forms else each.plays or name
        base = casting.forms[base][0] if base in casting.forms else base
        lines.setdefault(base, {}).setdefault(name, []).append(numbers[each.part.scene])
    for base, performers in lines.items():
        if len(performers) > 1:
            told = "; ".join(
                f"{name} in scene{'s' if len(scenes) > 1 else ''} {', '.join(scenes)}"
                for name, scenes in performers.items()
                if name != base
            )
            yield Finding(
                severity=Severity.NOTE,
                rule="breakdown.several-performers",
                where=f"cast, {base}",
                message=f"{base} has {len(performers)} performers by age: {told}",
                remedy="Where one person plays both, merge them with secondunit breakdown merge.",
            )
