"""Claims made by hand for the tests of the assistant."""

from __future__ import annotations

from dataclasses import replace

from tests.film.shots.builder import list_shots, make_inputs, make_script, tables
from tests.film.shots.exchange.lists import stage

from secondunit.film.breakdown.assist.question import shown_lines
from secondunit.film.shots.assist.advise import Bench
from secondunit.film.shots.assist.question import ShotClaim
from secondunit.film.shots.model import ShotSpec


def bench() -> Bench:
    scene = make_script().scenes[0]
    return Bench(
        script=make_inputs().screenplay,
        scene=scene,
        shots=[shot for shot in list_shots() if shot.scene == scene.id],
        stage=stage(),
        tables=tables(),
    )


def shot_of(number: str) -> ShotSpec:
    return next(shot for shot in list_shots() if shot.number == number)


def claim_of(number: str, **fields: object) -> ShotClaim:
    """A shot that stands, claimed as it is but for the fields given."""
    shot = shot_of(number)
    lines = shown_lines(bench().scene)
    place = next(n for n, line in enumerate(lines, start=1) if line.id in shot.covers and n > 1)
    claim = ShotClaim(
        shot=number,
        line=place,
        quote=lines[place - 1].text[:12],
        framing=shot.framing,
        size=shot.size,
        angle=shot.angle,
        move=shot.move,
        lens=shot.lens.focal_mm,
        subjects=shot.subjects,
        why="",
    )
    return replace(claim, **fields)  # type: ignore[arg-type]  # because a test names what it wants
