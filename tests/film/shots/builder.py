"""Scripts, sets, figures and shots made by hand for the tests of the shot list."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from secondunit.core.ids import LineId, SceneId, ShotId, digest_bytes
from secondunit.core.timecode import Frames, Rate
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.read import read_scenes
from secondunit.film.shots.camera.setup import Rig, Setup
from secondunit.film.shots.camera.sight import SetSight
from secondunit.film.shots.cast.roles import read_roles
from secondunit.film.shots.model import (
    Angle,
    Build,
    Camera,
    Figure,
    Framing,
    Lens,
    Mark,
    Move,
    Pose,
    SetPlan,
    ShotSpec,
    Size,
    Vector,
)
from secondunit.film.shots.reading.beats import Beat, read_beats
from secondunit.film.shots.reading.presence import with_presence
from secondunit.film.shots.reading.vocabulary import Vocabulary
from secondunit.film.shots.sets.build import build_set
from secondunit.film.shots.sets.library import SetLibrary, read_set_library
from secondunit.film.shots.shot_list import STAGE, ShotListInputs
from secondunit.film.shots.tables import ShotTables, read_shot_tables

ROOT = Path(__file__).parents[3]
DATA = ROOT / "src" / "secondunit" / "data"
RATE = Rate(numerator=24)

FERRY = """Title: The Late Ferry

FADE IN:

EXT. PIER - DAY

A long wooden pier. ADA (30) waits by a crate. She holds a letter.

BRAM (34) enters from the far end and walks to her.

BRAM
You came back?

ADA
I never left.

BRAM
(quietly)
Then why the letter?

Ada looks at Bram. He takes the letter.

CUT TO:

INT. FERRY CABIN - NIGHT

Ada sits on the bench. Bram stands at the window. Rain. PIP (8) sleeps.

ADA
Is he asleep?

BRAM
He's pretending.

CLOSE ON the letter.

Ada leaves.
"""
"""A small script of our own with an entrance, a look, a prop, a written shot and an exit."""


@lru_cache(maxsize=1)
def tables() -> ShotTables:
    return read_shot_tables((DATA / "shots.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def library() -> SetLibrary:
    return read_set_library((DATA / "sets.toml").read_text(encoding="utf-8"))


def make_script(text: str = FERRY) -> Screenplay:
    raw, _ = read_fountain(text, name="ferry.fountain", digest=digest_bytes(text.encode()))
    return read_scenes(raw)[0]


def make_inputs(
    text: str = FERRY, props: tuple[str, ...] = ("letter",), rate: Rate = RATE, aspect: str = "1.85"
) -> ShotListInputs:
    script = make_script(text)
    elements = tuple(
        Element(scene=scene.id, category=Category.PROPS, name=prop)
        for scene in script.scenes
        for prop in props
    )
    return ShotListInputs(
        screenplay=script,
        elements=elements,
        rate=rate,
        aspect=aspect,
        tables=tables(),
        library=library(),
    )


def list_shots(text: str = FERRY, aspect: str = "1.85") -> tuple[ShotSpec, ...]:
    inputs = make_inputs(text, aspect=aspect)
    return tuple(item.fact for item in STAGE.propose(inputs, ()).items)


def scene_beats(text: str, props: tuple[str, ...] = ()) -> tuple[Beat, ...]:
    """Beats of the first scene of a script, with who is present."""
    script = make_script(text)
    roles = read_roles(script, (), tables())
    words = Vocabulary(roles, tables())
    beats = read_beats(script.scenes[0], props, words)
    return with_presence(beats, (), (), words.roles)


def make_figure(name: str, height: float = 1.75, build: Build = Build.MAN) -> Figure:
    return Figure(
        name=name,
        build=build,
        height=height,
        colour=(200, 40, 40),
        accent=(50, 50, 60),
        hair=(40, 30, 20),
        silhouette="cap",
    )


def make_mark(name: str, at: Vector, facing: float = 0.0, gaze: str = "") -> Mark:
    return Mark(figure=name, at=at, facing=facing, gaze=gaze, pose=Pose.STAND)


def make_plan(name: str = "FIELD") -> SetPlan:
    """Open ground with nothing on it."""
    plan = build_set(name, None, library())
    return SetPlan(
        name=name,
        kind="open",
        pieces=plan.pieces[:1],
        width=30.0,
        depth=30.0,
        interior=False,
        acting=(0.0, 0.0, 0.0),
    )


def make_rig(*figures: Figure, plan: SetPlan | None = None, aspect: str = "1.85") -> Rig:
    return Rig(
        sight=SetSight(plan or make_plan()),
        figures={figure.name: figure for figure in figures},
        lenses=tables().lenses,
        aspect=aspect,
    )


def make_setup(
    framing: Framing, size: Size, subjects: tuple[str, ...], marks: tuple[Mark, ...]
) -> Setup:
    return Setup(
        framing=framing,
        size=size,
        angle=Angle.EYE,
        move=Move.STATIC,
        subjects=subjects,
        marks=marks,
    )


TALKERS = (
    make_mark("ADA", (-0.75, 0.0, 0.0), 90.0, "BRAM"),
    make_mark("BRAM", (0.75, 0.0, 0.0), 270.0, "ADA"),
)
"""Two who stand a metre and a half apart and look at each other."""


def make_shot(
    number: str,
    eye: Vector,
    subjects: tuple[str, ...],
    *,
    framing: Framing = Framing.SINGLE,
    size: Size = Size.MEDIUM,
    marks: tuple[Mark, ...] = TALKERS,
) -> ShotSpec:
    """A shot whose camera looks from a place at its first subject."""
    first = next((mark.at for mark in marks if subjects and mark.figure == subjects[0]), (0, 0, 0))
    return ShotSpec(
        id=ShotId(f"shot-{number}"),
        scene=SceneId("scene-1"),
        number=number,
        framing=framing,
        size=size,
        angle=Angle.EYE,
        lens=Lens(focal_mm=50),
        move=Move.STATIC,
        subjects=subjects,
        marks=marks,
        camera=(Camera(eye=eye, target=(first[0], 1.5, first[2]), roll=0.0, focal_mm=50.0),),
        covers=(LineId("line-1"),),
        spans=(),
        duration=Frames(48),
        rate=RATE,
        action="They talk.",
    )
