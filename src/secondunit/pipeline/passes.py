"""Control passes of a shot of the list that stands, written to files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondunit.core.errors import NotFound
from secondunit.core.ids import digest_bytes
from secondunit.film.shots.board import set_of_shot
from secondunit.film.shots.model import ShotSpec
from secondunit.film.shots.panel import panel_request
from secondunit.film.shots.passes import (
    ControlPass,
    PassKind,
    PassRequest,
    figure_labels,
    read_frames,
)
from secondunit.film.shots.shot_list import STAGE as SHOT_LIST
from secondunit.pipeline.catalogue import stage_plan
from secondunit.pipeline.pictures import file_stems
from secondunit.pipeline.queries import View
from secondunit.ports.outbox import Outbox
from secondunit.ports.passes import MadePass, PassMaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of a shot.

    Args:
        shot: Its number (``12A``), or its id where two scenes share a number.
        frames: A range as a person writes it: ``12``, ``0-23``, ``all``; "" for the first.
        kinds: The passes.
        width: Pixels of the frame, matte included; the passes are of its open window.
        height: Pixels of the frame.
    """

    shot: str
    frames: str
    kinds: tuple[PassKind, ...]
    width: int = 960
    height: int = 540


@dataclass(frozen=True, slots=True, kw_only=True)
class PassJob:
    """A request, and what its files are called.

    Args:
        request: What is asked of the maker.
        stem: What the names of files begin with.
    """

    request: PassRequest
    stem: str


def pass_job(view: View, wanted: Wanted) -> PassJob:
    """The request for a shot's passes. Figures are called ``figure-01`` in them unless the
    production's policy allows names.

    Raises:
        InputError: The frames or the size cannot be, or the shot plays in no set of the plan.
        NotFound: There is no such shot.
    """
    shot, stem = _find(view.values(SHOT_LIST.key), wanted.shot)
    first, last = read_frames(wanted.frames, shot.duration)
    plan = stage_plan(view)
    place = set_of_shot(shot, plan.sets, plan.set_of)
    panel = panel_request(shot, place, plan.figures, wanted.width, wanted.height)
    names = view.office.settings.policy.names_in_pictures
    request = PassRequest(
        panel=panel,
        duration=shot.duration,
        rate=shot.rate,
        first=first,
        last=last,
        kinds=wanted.kinds,
        labels=figure_labels(plan.figures, panel.figures, names=names),
    )
    return PassJob(request=request, stem=stem)


def write_passes(job: PassJob, maker: PassMaker, outbox: Outbox) -> Iterator[ControlPass]:
    """Make the passes and place each as it comes.

    Raises:
        InputError: The frame, the lens or the aspect is impossible.
        StoreError: A file cannot be written.
    """
    for made in maker.make_passes(job.request):
        name = _file_name(job.stem, made)
        outbox.place(name, made.data)
        yield ControlPass(
            shot=job.request.panel.shot,
            kind=made.kind,
            name=name,
            frame=made.frame,
            media_type=made.media_type,
            digest=digest_bytes(made.data),
            byte_count=len(made.data),
            maker=maker.version,
        )


def _file_name(stem: str, made: MadePass) -> str:
    """As sequences of pictures are named: ``12A.ids-figure-01.0007.png``."""
    part = f"-{made.part}" if made.part else ""
    number = "" if made.frame is None else f".{made.frame:04d}"
    return f"{stem}.{made.kind.value}{part}{number}{made.suffix}"


def _find(shots: tuple[ShotSpec, ...], name: str) -> tuple[ShotSpec, str]:
    """A shot by number or id, and its name as a file.

    Raises:
        NotFound: There is none, or several have that number.
    """
    stems = list(file_stems(shot.number for shot in shots))
    named = list(zip(shots, stems, strict=True))
    asked = name.strip().casefold()
    found = [each for each in named if asked in {each[0].id.casefold(), each[1].casefold()}]
    alike = [shot for shot, _ in named if shot.number.casefold() == asked]
    if len(alike) > 1:
        ids = ", ".join(shot.id for shot in alike)
        raise NotFound(f"{len(alike)} shots are numbered {name}: {ids}", remedy="Give its id.")
    if not found and alike:
        found = [each for each in named if each[0] is alike[0]]
    if not found:
        numbers = [shot.number for shot in shots]
        some = ", ".join(numbers[:8]) + (" ..." if len(numbers) > 8 else "")
        raise NotFound(
            f"there is no shot “{name}”",
            remedy=f"Shots: {some}" if numbers else "Run secondunit produce SCRIPT first.",
        )
    return found[0]
