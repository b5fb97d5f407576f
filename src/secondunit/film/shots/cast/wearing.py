"""What somebody wears through the story days: from the scene, or the line, that changes it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from secondunit.core.evidence import ScriptSpan
from secondunit.core.ids import LineId, SceneId
from secondunit.film.screenplay.model import Scene
from secondunit.film.shots.model import Figure, Garment, Look, Mark, Region
from secondunit.film.shots.tables import Colour

SHOE: Colour = (74, 66, 62)
"""Of shoes nobody speaks of, sRGB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worn:
    """What the script says somebody wears or takes off, or where they are hurt.

    Args:
        figure: Who.
        day: Story day.
        span: The words.
        garments: One for each region it covers; empty for an injury.
        injury: Where it hurts, or None.
        word: What the garment is called (``coat``).
        off: It is taken off.
        during: It is put on or taken off by the line; else it is worn in the whole scene.
    """

    figure: str
    day: int
    span: ScriptSpan
    garments: tuple[Garment, ...] = ()
    injury: Region | None = None
    word: str = ""
    off: bool = False
    during: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When in the story a shot is.

    Args:
        day: Story day.
        scene: The scene; "" for one nobody knows: its day begins.
        done: Lines of the scene that are over when the shot begins.
    """

    day: int
    scene: SceneId | str = ""
    done: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A part of a day in which nothing changes: from a scene, or from a line of it."""

    scene: SceneId
    since: LineId | str
    clothes: tuple[Worn, ...]
    hurt: tuple[Region, ...]
    laid: tuple[Worn, ...] = ()

    @property
    def garments(self) -> tuple[Garment, ...]:
        return tuple(garment for worn in self.clothes for garment in worn.garments)


def moment_of(scene: Scene, day: int, lines: Collection[str]) -> Moment:
    """When a shot of some lines of a scene begins."""
    told = [line.id for line in scene.lines]
    first = min((told.index(line) for line in told if line in lines), default=0)
    return Moment(day=day, scene=scene.id, done=frozenset(told[:first]))


def look_on(figure: Figure, when: Moment) -> str:
    """Name of the look a figure wears at a moment; "" for its own."""
    fitting = [look for look in figure.looks if is_worn(look, when)]
    if fitting:
        return fitting[-1 if when.scene else 0].name
    return next((look.name for look in figure.looks if not look.days), "")


def is_worn(look: Look, when: Moment) -> bool:
    """True when a look is of a moment's day and, where it changes within the day, of its scene."""
    if when.day not in look.days:
        return False
    if not look.scenes or not when.scene:
        return True
    begun = not look.since or when.scene != look.scenes[0] or look.since in when.done
    return when.scene in look.scenes and begun


def dressed_marks(
    marks: Sequence[Mark], figures: Mapping[str, Figure], when: Moment
) -> tuple[Mark, ...]:
    """The marks with the look of a moment, where none was chosen.

    Args:
        marks: Where everybody is.
        figures: By name.
        when: The day, the scene, and what of it is over.
    """
    return tuple(
        replace(mark, look=look_on(figures[mark.figure], when))
        if not mark.look and mark.figure in figures
        else mark
        for mark in marks
    )


def daily_looks(
    figure: Figure, worn: Sequence[Worn], taken: Collection[int], days: Mapping[SceneId, int]
) -> Iterator[Look]:
    """Looks of a figure, day by day: clothes for the day, injuries until somebody says otherwise.

    A look keeps the figure's own colours where the script says nothing, so that it stays told
    apart. It begins with the scene that names it: what is worn before that is the figure's own.

    Args:
        figure: The figure.
        worn: What the script says of it, in script order.
        taken: Story days that the production has dressed itself.
        days: Story day of each scene, in script order.
    """
    dressed = sorted({each.day for each in worn})
    hurt: tuple[Region, ...] = ()
    for place, day in enumerate(dressed):
        today = [scene for scene, on in days.items() if on == day]
        stretches = list(_stretches([w for w in worn if w.day == day], today, hurt if day else ()))
        hurt = stretches[-1].hurt if day else hurt
        later = dressed[place + 1] if place + 1 < len(dressed) else day + 1
        after = [each for each in range(day + 1, later) if hurt and day and each not in taken]
        names = 0
        for stretch, scenes in zip(stretches, _scenes(stretches, today), strict=True):
            if day in taken or not (stretch.garments or stretch.hurt or names):
                continue
            names += 1
            clothed = (*own_clothes(figure), *stretch.garments) if stretch.garments else ()
            yield Look(
                name=f"day {day}" if names == 1 else f"day {day}, change {names}",
                days=(day,),
                garments=clothed,
                injuries=stretch.hurt,
                scenes=scenes if len(stretches) > 1 else (),
                since=stretch.since,
            )
        if after:
            yield Look(name=f"after day {day}", days=tuple(after), injuries=hurt)


def own_clothes(figure: Figure) -> tuple[Garment, ...]:
    """What a figure wears when the script says nothing, as garments."""
    own = (
        (Region.TORSO, figure.colour),
        (Region.ARMS, figure.colour),
        (Region.LEGS, figure.accent),
        (Region.FEET, SHOE),
    )
    return tuple(Garment(region=region, colour=colour) for region, colour in own)


def _stretches(
    worn: Sequence[Worn], today: Sequence[SceneId], hurt: tuple[Region, ...]
) -> Iterator[_Stretch]:
    """The stretches of a day, in order; the first begins with its first scene."""
    now = _Stretch(scene=today[0], since="", clothes=(), hurt=hurt)
    for scene in today:
        of_scene = [each for each in worn if each.span.scene == scene]
        on_before = [each for each in of_scene if not each.during or _is_new(each, now)]
        steps: list[tuple[str, list[Worn]]] = [("", [replace(w, off=False) for w in on_before])]
        for each in of_scene:
            if each.during and (each.off or each not in on_before):
                steps.append((each.span.line, [each]))
        for since, changes in steps:
            then = _changed(now, changes)
            if (then.clothes, then.hurt) == (now.clothes, now.hurt):
                continue
            if (scene, since) != (now.scene, now.since):
                yield now
            now = replace(then, scene=scene, since=since)
    yield now


def _is_new(worn: Worn, now: _Stretch) -> bool:
    """True for what is taken off though nobody has said that it was on: it was."""
    return worn.off and bool(worn.garments) and all(w.word != worn.word for w in now.clothes)


def _changed(now: _Stretch, changes: Sequence[Worn]) -> _Stretch:
    clothes, hurt, laid = list(now.clothes), list(now.hurt), list(now.laid)
    for each in changes:
        if each.injury is not None:
            hurt += [each.injury] if each.injury not in hurt else []
        elif each.off:
            laid += [worn for worn in clothes if worn.word == each.word]
            clothes = [worn for worn in clothes if worn.word != each.word]
        elif not each.garments:
            clothes += [worn for worn in laid if worn.word == each.word][-1:]
            laid = [worn for worn in laid if worn.word != each.word]
        elif all(worn.garments != each.garments for worn in clothes):
            clothes.append(each)
    return replace(now, clothes=tuple(clothes), hurt=tuple(hurt), laid=tuple(laid))


def _scenes(
    stretches: Sequence[_Stretch], today: Sequence[SceneId]
) -> Iterator[tuple[SceneId, ...]]:
    """Scenes of each stretch; one that ends within a scene has it in common with the next."""
    for now, then in pairwise(stretches):
        end = today.index(then.scene) + bool(then.since)
        yield tuple(today[today.index(now.scene) : end])
    yield tuple(today[today.index(stretches[-1].scene) :])
