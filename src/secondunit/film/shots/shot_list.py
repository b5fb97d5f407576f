"""Propose the shot list: what is shot of each scene, from where, on which lens, for how long."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondunit.core.finding import Finding
from secondunit.core.ids import ItemId, digest
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.core.timecode import Frames, Rate
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.screenplay.model import PRINTED, Scene, Screenplay
from secondunit.film.shots.camera.grammar import read_aspect
from secondunit.film.shots.camera.setup import Rig
from secondunit.film.shots.camera.sight import SetSight
from secondunit.film.shots.cast.look_table import LookTable
from secondunit.film.shots.cast.wearing import dressed_marks, moment_of
from secondunit.film.shots.continuity.check import check_continuity
from secondunit.film.shots.coverage.action import Scenery
from secondunit.film.shots.coverage.dialogue import Talk
from secondunit.film.shots.coverage.draft import Draft
from secondunit.film.shots.coverage.outline import draft_scene
from secondunit.film.shots.coverage.timing import time_shots
from secondunit.film.shots.exchange.kept import keep_locks, with_added
from secondunit.film.shots.exchange.reframe import Stand
from secondunit.film.shots.feasible import check_spec
from secondunit.film.shots.model import Build, SetPlan, ShotSpec
from secondunit.film.shots.reading.beats import Beat, read_beats
from secondunit.film.shots.reading.presence import with_presence
from secondunit.film.shots.reading.vocabulary import Vocabulary
from secondunit.film.shots.sets.library import SetLibrary
from secondunit.film.shots.spec import (
    Slate,
    as_setup,
    evidence_of,
    make_spec,
    shot_label,
    solve_draft,
)
from secondunit.film.shots.stage_plan import StagePlan, count_extras, plan_stage
from secondunit.film.shots.staging.blocking import place_cast, place_extras
from secondunit.film.shots.staging.marks import STROLL, Staging, audience_sides, stage_marks
from secondunit.film.shots.tables import ShotTables

LIVELY = frozenset({Category.STUNTS, Category.SPECIAL_EFFECTS, Category.MECHANICAL_EFFECTS})
"""Elements that ask for more and shorter shots."""

CAST = frozenset({Category.CAST, Category.ANIMALS})
PROPS = frozenset({Category.PROPS})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotListInputs:
    """The script, its breakdown, and how the picture is made.

    Args:
        screenplay: The script.
        elements: The breakdown, decided or proposed.
        rate: Frames per second of the picture.
        aspect: Trade name of its aspect (``1.85``).
        tables: Grammar, verbs, looks (``shots.toml``).
        library: Parts and sets (``sets.toml``).
        looks: Words of wardrobe and the production's own looks (``looks.toml``).
        added: Shots that people put there.
        locked: Shots of which people fixed fields, as they left them.
    """

    screenplay: Screenplay
    elements: tuple[Element, ...]
    rate: Rate
    aspect: str
    tables: ShotTables
    library: SetLibrary
    looks: LookTable | None = None
    added: tuple[Item[ShotSpec], ...] = ()
    locked: tuple[ShotSpec, ...] = ()


class ShotListStage:
    """Breaks scenes into shots by rule and solves their cameras."""

    key = "shots.shot_list"
    version = 4

    def plan(self, inputs: ShotListInputs) -> Sequence[Ask]:
        """Nothing is asked: rules and geometry are enough."""
        del inputs
        return ()

    def propose(self, inputs: ShotListInputs, answers: Sequence[Answer]) -> Proposal[ShotSpec]:
        """Every shot in script order, each quoting its words and the rule that wants it.

        Raises:
            InputError: The aspect is not known.
        """
        del answers
        read_aspect(inputs.aspect)
        stage = plan_stage(
            inputs.screenplay, inputs.elements, inputs.tables, inputs.library, inputs.looks
        )
        items: list[Item[ShotSpec]] = []
        findings: list[Finding] = []
        work = _Work(inputs, stage)
        for scene in inputs.screenplay.shot_scenes:
            made = work.kept(scene, work.scene(scene))
            items += made
            findings += work.check(made)
            findings += check_continuity(
                tuple(item.fact for item in made), work.plan_of(scene), stage.figures
            )
        if items and inputs.screenplay.opening:
            items[0] = _with_opening(items[0], inputs.screenplay)
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=tuple(items),
            findings=tuple(findings),
        )


STAGE = ShotListStage()


class _Work:
    """Scenes in order, remembering which places were seen and where people were."""

    def __init__(self, inputs: ShotListInputs, stage: StagePlan) -> None:
        self._inputs = inputs
        self._stage = stage
        self._words = Vocabulary(stage.roles, inputs.tables)
        self._figures = {figure.name: figure for figure in stage.figures}
        self._sights: dict[int, SetSight] = {}
        self._seen: dict[str, str] = {}
        self._whereabouts: dict[str, int] = {}
        self._cast: dict[str, list[Element]] = {}
        for element in inputs.elements:
            self._cast.setdefault(element.scene, []).append(element)

    def plan_of(self, scene: Scene) -> SetPlan:
        """The set a scene plays in."""
        return self._stage.sets[self._stage.set_of[scene.id]]

    def check(self, made: Sequence[Item[ShotSpec]]) -> Iterator[Finding]:
        """What of the shots of one scene cannot be made."""
        for item in made:
            shot = item.fact
            place = self._set_named(shot.place) if shot.place else self._stage.set_of[shot.scene]
            plan, sight = self._stage.sets[place], self._rig(place).sight
            yield from check_spec(shot, plan, self._stage.figures, self._inputs.tables, sight)

    def scene(self, scene: Scene) -> list[Item[ShotSpec]]:
        """All shots of one scene."""
        elements = self._cast.get(scene.id, [])
        plan = self.plan_of(scene)
        away = self._far_ends(scene)
        beats = with_presence(
            read_beats(scene, _names(elements, PROPS), self._words),
            _names(elements, CAST),
            away,
            self._figures,
        )
        talk = Talk(away={name: self._stage.sets[place].name for name, place in away.items()})
        scenery = Scenery(
            interior=plan.interior,
            vehicle=plan.kind == "car",
            lively=any(element.category in LIVELY for element in elements),
            rules=self._inputs.tables.coverage,
            beasts=frozenset(r.name for r in self._stage.roles if r.build is Build.ANIMAL),
            pieces=frozenset(piece.name for piece in plan.pieces),
            walks=not plan.interior and plan.kind != "car" and plan.depth > 2 * STROLL,
        )
        drafts = _complete(
            scene, draft_scene(scene, beats, scenery, talk, is_new=self._is_new(scene))
        )
        staging = self._staging(scene, beats, plan)
        frames = time_shots(drafts, self._inputs.rate, self._inputs.tables.timing)
        for name in staging.homes:
            self._whereabouts[name] = self._stage.set_of[scene.id]
        return list(self._items(scene, drafts, staging, frames))

    def kept(self, scene: Scene, items: list[Item[ShotSpec]]) -> list[Item[ShotSpec]]:
        """The shots of a scene with what people fixed and added."""
        locked = [shot for shot in self._inputs.locked if shot.scene == scene.id]
        added = [item for item in self._inputs.added if item.fact.scene == scene.id]
        made = keep_locks(items, locked, self._stand) if locked else items
        return with_added(made, added, {line.id for line in scene.lines}) if added else made

    def _stand(self, shot: ShotSpec) -> Stand:
        place = self._set_named(shot.place) if shot.place else self._stage.set_of[shot.scene]
        rig = self._rig(place)
        return Stand(
            plan=rig.sight.plan,
            figures=self._stage.figures,
            lenses=self._inputs.tables.lenses,
            sight=rig.sight,
        )

    def _is_new(self, scene: Scene) -> bool:
        time = scene.heading.time_of_day.value
        before = self._seen.get(scene.heading.set)
        self._seen[scene.heading.set] = time
        return before != time

    def _staging(self, scene: Scene, beats: Sequence[Beat], plan: SetPlan) -> Staging:
        names = dict.fromkeys(name for beat in beats for name in beat.present)
        homes = place_cast(beats, [self._figures[name] for name in names], plan)
        count = 0 if plan.kind == "car" else count_extras(scene.id, self._inputs.elements)
        extras = self._stage.figures[len(self._stage.roles) :][:count]
        return Staging(homes=homes, plan=plan, extras=place_extras(extras, homes, plan))

    def _rig(self, place: int) -> Rig:
        if place not in self._sights:
            self._sights[place] = SetSight(self._stage.sets[place])
        return Rig(
            sight=self._sights[place],
            figures=self._figures,
            lenses=self._inputs.tables.lenses,
            aspect=self._inputs.aspect,
        )

    def _items(
        self, scene: Scene, drafts: Sequence[Draft], staging: Staging, frames: Sequence[Frames]
    ) -> Iterator[Item[ShotSpec]]:
        rig = self._rig(self._stage.set_of[scene.id])
        rig.sides.update(audience_sides(staging))
        order = {line.id: place for place, line in enumerate(scene.lines)}
        twins: Counter[str] = Counter()
        for position, (draft, duration) in enumerate(zip(drafts, frames, strict=True)):
            stage, camera_rig = staging, rig
            if draft.place:
                camera_rig = self._rig(self._set_named(draft.place))
                stage = Staging(homes={}, plan=camera_rig.sight.plan)
            marks, looker = stage_marks(draft, stage)
            when = moment_of(scene, self._stage.days[scene.id], draft.lines)
            marks = dressed_marks(marks, self._figures, when)
            solved = solve_draft(draft, as_setup(draft, marks, looker), camera_rig)
            slate = Slate(
                scene=scene,
                position=position,
                covers=tuple(sorted(draft.lines, key=order.__getitem__)),
                duration=duration,
                rate=self._inputs.rate,
                aspect=self._inputs.aspect,
            )
            meaning = slate.meaning(draft)
            twins[meaning] += 1
            spec = replace(
                make_spec(draft, solved, marks, slate),
                id=slate.shot_id(draft, twins[meaning]),
                lens=self._inputs.tables.lenses.lens(solved.focal_mm),
            )
            yield Item(
                id=ItemId(spec.id), label=shot_label(spec), fact=spec, evidence=evidence_of(draft)
            )

    def _set_named(self, name: str) -> int:
        return next(place for place, plan in enumerate(self._stage.sets) if plan.name == name)

    def _far_ends(self, scene: Scene) -> dict[str, int]:
        """Who plays in another set of an intercut, and in which."""
        here = self._stage.set_of[scene.id]
        found: dict[str, int] = {}
        for line in scene.lines:
            for sentence in re.findall(r"(?:^|(?<=[.!?\s]))intercut[^.]*", line.text, re.I):
                for name in (said.name for said in self._words.names(sentence)):
                    place = self._whereabouts.get(name, here)
                    last = self._stage.sets[place].name.rsplit(" - ", 1)[-1].lower()
                    own = self._stage.sets[here].name.rsplit(" - ", 1)[-1].lower()
                    if place != here and (last in sentence.lower() or own not in sentence.lower()):
                        found[name] = place
        return found


def _names(elements: Sequence[Element], wanted: frozenset[Category]) -> list[str]:
    return list(dict.fromkeys(each.called for each in elements if each.category in wanted))


def _complete(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give printed lines that no rule took to the shot of the line before them."""
    owners = {line: place for place in reversed(range(len(drafts))) for line in drafts[place].lines}
    made = list(drafts)
    place = 0
    for line in scene.lines:
        if line.id in owners:
            place = owners[line.id]
        elif line.kind in PRINTED:
            made[place] = replace(made[place], covers=(*made[place].covers, line.id))
    return made


def _with_opening(item: Item[ShotSpec], script: Screenplay) -> Item[ShotSpec]:
    """Lines before the first scene (FADE IN:) belong to the first shot."""
    lines = tuple(line.id for line in script.opening if line.kind in PRINTED)
    return replace(item, fact=replace(item.fact, covers=(*lines, *item.fact.covers)))
