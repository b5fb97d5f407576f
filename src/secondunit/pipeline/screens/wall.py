"""The wall: panels of a scene as they would hang on one."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.errors import NotFound
from secondunit.core.ids import Digest
from secondunit.core.timecode import timecode
from secondunit.film.shots.model import Panel, ShotSpec
from secondunit.pipeline.queries import View

SHOTS, BOARDS, ANIMATIC = "shots.shot_list", "shots.board", "cut.animatic"


@dataclass(frozen=True, slots=True, kw_only=True)
class WallPanel:
    """One panel.

    Args:
        shot: Shot id.
        number: As people call it.
        facts: Size, angle, lens and move, in words.
        action: What is seen, in the words of the list.
        length: As timecode.
        picture: Digest of its PNG, or None where none is drawn.
        clip: Digest of its move, or None.
        state: Where the shot stands.
    """

    shot: str
    number: str
    facts: str
    action: str
    length: str
    picture: Digest | None
    clip: Digest | None
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WallScene:
    """One scene of the wall."""

    number: str
    heading: str
    panels: tuple[WallPanel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """One scene at a time, with the list of all.

    Args:
        scenes: Number, heading and count of panels of every scene.
        scene: The scene shown.
        animatic: Digest of the whole animatic, or None.
    """

    scenes: tuple[tuple[str, str, int], ...]
    scene: WallScene
    animatic: Digest | None


def wall(view: View, number: str = "") -> Wall:
    """The panels of one scene; of the first that has any where none is named.

    Raises:
        NotFound: No scene of that number has shots.
    """
    shots: dict[str, list[ShotSpec]] = {}
    for shot in view.values(SHOTS):
        shots.setdefault(shot.scene, []).append(shot)
    scenes = [scene for scene in view.screenplay().shot_scenes if scene.id in shots]
    chosen = next((scene for scene in scenes if number in {"", scene.number}), None)
    if chosen is None:
        raise NotFound(
            f"scene {number} has no shots" if number else "there are no shots yet",
            remedy="Run the shots of this title first.",
        )
    panels: dict[str, Panel] = {panel.shot: panel for panel in view.values(BOARDS)}
    states = {row.value.id: row.state.value for row in view.standing(SHOTS) if row.value}
    animatic = view.values(ANIMATIC)
    return Wall(
        scenes=tuple((s.number, s.heading.raw, len(shots[s.id])) for s in scenes),
        scene=WallScene(
            number=chosen.number,
            heading=chosen.heading.raw,
            panels=tuple(
                _panel(shot, panels.get(shot.id), states.get(shot.id, ""))
                for shot in shots[chosen.id]
            ),
        ),
        animatic=animatic[0].media.digest if animatic else None,
    )


def _panel(shot: ShotSpec, panel: Panel | None, state: str) -> WallPanel:
    lens = f"{shot.lens.focal_mm:g} mm"
    facts = [shot.size.value.upper(), shot.angle.value, lens, shot.move.value]
    return WallPanel(
        shot=shot.id,
        number=shot.number,
        facts=" · ".join(fact.replace("-", " ") for fact in facts if fact),
        action=shot.action,
        length=timecode(shot.duration, shot.rate),
        picture=None if panel is None else panel.media.digest,
        clip=None if panel is None or panel.clip is None else panel.clip.digest,
        state=state,
    )
