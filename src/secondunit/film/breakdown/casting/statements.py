"""What a script states of ages, by character and scene."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from secondunit.core.evidence import ScriptSpan
from secondunit.core.ids import SceneId
from secondunit.film.breakdown.cast import READ, VOICE, Part, mention_patterns
from secondunit.film.breakdown.casting.said import AgeReader, Stated
from secondunit.film.breakdown.casting.timeline import Said
from secondunit.film.breakdown.lexicon import OF_AGE, Ages, Band, Lexicon
from secondunit.film.screenplay.model import Scene, Screenplay

Statements = Mapping[SceneId, tuple[Stated, ScriptSpan]]
"""The age stated of one character in each scene, with the words."""


def read_statements(
    script: Screenplay, names: Sequence[str], lexicon: Lexicon
) -> Mapping[str, Statements]:
    """The first age stated of each character in each scene; a number outranks a word."""
    reader = AgeReader(mention_patterns(names, lexicon), lexicon)
    found: dict[str, dict[SceneId, tuple[Stated, ScriptSpan]]] = {}
    for scene in script.shot_scenes:
        for stated, span in _in_scene(scene, reader):
            own = found.setdefault(stated.name, {})
            if scene.id not in own or (own[scene.id][0].age is None and stated.age is not None):
                own[scene.id] = (stated, span)
    return found


def _in_scene(scene: Scene, reader: AgeReader) -> Iterator[tuple[Stated, ScriptSpan]]:
    for line in scene.lines:
        if line.kind in READ:
            for stated in reader.read(line.text):
                quote = line.text[stated.start : stated.end]
                yield (
                    stated,
                    ScriptSpan(
                        scene=scene.id,
                        line=line.id,
                        start=stated.start,
                        end=stated.end,
                        quote=quote,
                    ),
                )


def said_by_scene(
    stated: Mapping[str, Statements],
    forms: Mapping[str, tuple[str, Band]],
    form_age: Mapping[str, int],
    parts: Mapping[str, Mapping[SceneId, Part]],
    ages: Ages,
) -> dict[str, dict[SceneId, Said]]:
    """Ages by character and scene: stated, or by a name that says one and is seen there."""
    said: dict[str, dict[SceneId, Said]] = {}
    for form, age in form_age.items():
        for scene, part in parts.get(form, {}).items():
            spans = (e.span for e in part.evidence if e.span is not None and e.rule != VOICE)
            span = next(spans, None)
            if span is not None:
                said.setdefault(forms[form][0], {})[scene] = Said(
                    age=age, span=span, lasts=not forms[form][1].is_minor
                )
    for name, scenes in stated.items():
        base = forms[name][0] if name in forms else name
        own = [each.age for each, _ in scenes.values() if each.age is not None]
        for scene, (each, span) in scenes.items():
            known = each.age if each.age is not None else _age_of(each.band, own, ages)
            before = said.get(base, {}).get(scene)
            if known is not None and not (before and before.lasts and each.age is None):
                said.setdefault(base, {})[scene] = Said(
                    age=known, span=span, lasts=each.age is not None
                )
    return said


def form_ages(
    forms: Mapping[str, tuple[str, Band]],
    stated: Mapping[str, Statements],
    ages: Ages,
) -> dict[str, int]:
    """Years of each name that says an age: as stated of it or in its scenes, else by its word.

    ``young`` alone makes nobody a child: YOUNG DR. BENNETT is a young man. It does where a child's
    age of the same character is stated somewhere.
    """
    found = {}
    for form, (base, band) in forms.items():
        own = [each.age for each, _ in stated.get(form, {}).values() if each.age is not None]
        of_base = [each.age for each, _ in stated.get(base, {}).values() if each.age is not None]
        age = own[0] if own else _age_of(band, of_base, ages)
        if age is not None and ages.band_at(age) is not None:
            found[form] = age
    return found


def _age_of(band: Band | None, known: Sequence[int], ages: Ages) -> int | None:
    """Years that a word means: the nearest stated age it can mean, else the middle of its band;
    None for ``young`` where no child's age is stated."""
    if band is None:
        return None
    inside = [age for age in known if band.low <= age <= band.high]
    if inside:
        return inside[0]
    middle = (band.low + min(band.high, band.low + 20)) // 2
    if not band.is_minor or band.word.casefold() not in ages.loose:
        return middle
    children = [age for age in known if age < band.high + 6 and age < OF_AGE]
    return min(children, key=lambda age: abs(age - middle)) if children else None
