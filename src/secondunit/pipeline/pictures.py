"""Documents with pictures: storyboard, panels, animatic, takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from secondunit import __version__
from secondunit.core.ids import Digest, ShotId, digest
from secondunit.core.stage import MediaRef
from secondunit.film.generation.model import Take
from secondunit.film.shots.model import Move, Panel, ShotSpec
from secondunit.film.shots.reports import view_words
from secondunit.pipeline.desk import Desk, Document, status_of
from secondunit.pipeline.queries import View
from secondunit.ports.documents import Storyboard, StoryboardFrame

_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp"}
"""Of takes that are pictures; the others are clips."""


def board_documents(desk: Desk) -> Iterator[Document]:
    """The storyboard on paper and each panel as a picture."""
    stage, view, written = "shots.board", desk.view, desk.press.storyboard
    drawn = drawn_shots(view)
    status = status_of(view, ["shots.shot_list"])
    draft = view.newest_draft()
    head = (desk.title, status, f"Draft {draft.number}, {draft.name}", desk.watermark)

    def make() -> bytes:
        scenes = {scene.id: scene for scene in view.screenplay().scenes}
        frames = tuple(
            frame
            for shot, panel, _ in drawn
            for frame in _frames(
                shot,
                f"{scenes[shot.scene].number}  {scenes[shot.scene].heading.raw}",
                [view.office.media.fetch_media(media.digest) for media in _pictures(panel)],
            )
        )
        title, said, drawn_from, mark = head
        return written.write(
            Storyboard(title=title, status=said, draft=drawn_from, frames=frames, watermark=mark)
        )

    yield Document(
        path=f"6-boards/storyboard{written.suffix}",
        stage=stage,
        media_type=written.media_type,
        key=digest([written.key, __version__, head, drawn]),
        make=make,
    )
    for _, panel, path in drawn:
        yield desk.media(stage, path, panel.media)
        if panel.end is not None:
            yield desk.media(stage, path.replace(".png", "-end.png"), panel.end)


def drawn_shots(view: View) -> list[tuple[ShotSpec, Panel, str]]:
    """The shots that have a panel, each with it and with where it lies in the package."""
    panels: dict[ShotId, Panel] = {panel.shot: panel for panel in view.values("shots.board")}
    shots: list[ShotSpec] = [s for s in view.values("shots.shot_list") if s.id in panels]
    stems = file_stems(shot.number for shot in shots)
    return [
        (shot, panels[shot.id], f"6-boards/panels/{stem}.png")
        for shot, stem in zip(shots, stems, strict=True)
    ]


def animatic_documents(desk: Desk) -> Iterator[Document]:
    """The boards in time."""
    stage = "cut.animatic"
    for animatic in desk.view.values(stage):
        yield desk.media(stage, "6-boards/animatic.mp4", animatic.media)


def take_documents(desk: Desk) -> Iterator[Document]:
    """Every take of the stage under its slate, then those of the bin that are picked."""
    stage, picked = "generation.take", "generation.pick"
    own: tuple[Take, ...] = desk.view.values(stage)
    paths = take_paths([*own, *desk.view.values(picked)])
    mine = {(take.shot, take.media.digest) for take in own}
    for take in own:
        yield desk.media(stage, paths[take.shot, take.media.digest], take.media)
    for take in desk.view.values(picked):
        if (take.shot, take.media.digest) not in mine:
            yield desk.media(picked, paths[take.shot, take.media.digest], take.media)


def take_paths(takes: Iterable[Take]) -> Mapping[tuple[ShotId, Digest], str]:
    """Where takes lie in the package, by shot and media."""
    slates = {(take.shot, take.media.digest): take for take in takes}
    stems = file_stems(take.number for take in slates.values())
    return {
        key: f"7-takes/{stem}{_SUFFIXES.get(slates[key].media.media_type, '.mp4')}"
        for key, stem in zip(slates, stems, strict=True)
    }


def file_stems(numbers: Iterable[str]) -> Iterator[str]:
    """Shot numbers as names of files: one each, also where two scenes share a number.

    >>> list(file_stems(["1A", "1B", "1A", "12/13A"]))
    ['1A', '1B', '1A_2', '12-13A']
    """
    taken: set[str] = set()
    for number in numbers:
        plain = stem = re.sub(r"[^\w.-]+", "-", number).lstrip(".-") or "shot"
        count = 1
        while stem.casefold() in taken:
            count += 1
            stem = f"{plain}_{count}"
        taken.add(stem.casefold())
        yield stem


def _pictures(panel: Panel) -> list[MediaRef]:
    return [panel.media] if panel.end is None else [panel.media, panel.end]


def _frames(shot: ShotSpec, scene: str, pictures: list[bytes]) -> Iterator[StoryboardFrame]:
    """The panel of a shot; of one that moves, panel A with its words and panel B at its end."""
    seconds, frames = divmod(shot.duration, shot.rate.nominal)
    first = StoryboardFrame(
        number=shot.number,
        scene=scene,
        picture=pictures[0],
        size=shot.size.value,
        lens=f"{shot.lens.focal_mm:g} mm",
        view=view_words(shot),
        move="" if shot.move is Move.STATIC else shot.move.value,
        duration=f"{seconds}:{frames:02d}",
        action=shot.action,
        dialogue=shot.dialogue,
        speaker=shot.speaker,
    )
    if len(pictures) == 1:
        yield first
        return
    yield replace(first, panel="A")
    yield replace(first, panel="B", picture=pictures[1], duration="", action="", dialogue="")
