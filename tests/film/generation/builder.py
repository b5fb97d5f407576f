"""Shots, requests and orders for tests of generation."""

from __future__ import annotations

from secondunit.core.ids import LineId, SceneId, ShotId, digest, digest_bytes
from secondunit.core.money import FREE
from secondunit.core.stage import Answer, MediaRef
from secondunit.core.timecode import Frames, Rate
from secondunit.film.generation.model import Capabilities, Control, Order
from secondunit.film.shots.model import (
    Angle,
    Camera,
    Framing,
    Lens,
    Move,
    Panel,
    PanelRequest,
    SetPlan,
    ShotSpec,
    Size,
)

RATE = Rate(numerator=24)
CAMERA = Camera(eye=(0.0, 1.5, 4.0), target=(0.0, 1.4, 0.0), roll=0.0, focal_mm=35.0)


def make_shot(number: str, *, frames: int = 48) -> ShotSpec:
    return ShotSpec(
        id=ShotId(f"shot-{number}"),
        scene=SceneId("scene-1"),
        number=number,
        framing=Framing.SINGLE,
        size=Size.MEDIUM,
        angle=Angle.EYE,
        lens=Lens(focal_mm=35.0),
        move=Move.STATIC,
        subjects=("MINA",),
        marks=(),
        camera=(CAMERA,),
        covers=(LineId("line-1"),),
        spans=(),
        duration=Frames(frames),
        rate=RATE,
        action="Mina waits.",
    )


def make_request(shot: ShotSpec) -> PanelRequest:
    return PanelRequest(
        shot=shot.id,
        set=SetPlan(name="KITCHEN", kind="room", pieces=(), width=4.0, depth=4.0, interior=True),
        figures=(),
        marks=(),
        camera=shot.camera,
        lens=shot.lens,
        aspect="1.85",
        light="day",
        width=640,
        height=360,
        move=shot.move,
    )


def make_board(shot: ShotSpec) -> Panel:
    media = MediaRef(
        digest=digest_bytes(shot.number.encode()),
        media_type="image/png",
        byte_count=2,
        name="panel.png",
    )
    return Panel(
        shot=shot.id,
        number=shot.number,
        media=media,
        width=640,
        height=360,
        request=digest(shot.number),
    )


def make_provider(
    *,
    controls: tuple[Control, ...] = tuple(Control),
    outside: bool = False,
    price_per_frame: int = 0,
) -> Capabilities:
    return Capabilities(
        key="studio",
        version="1",
        media_type="video/mp4",
        controls=controls,
        max_frames=240,
        deterministic=True,
        leaves_the_machine=outside,
        trains_on_inputs=False,
        price_per_frame=price_per_frame,
    )


def make_answer(ask: str, *, frames: int) -> Answer:
    media = MediaRef(digest=ask, media_type="video/mp4", byte_count=9, name="take.mp4")  # type: ignore[arg-type]  # any text stands for a digest here
    return Answer(
        ask=ask,  # type: ignore[arg-type]  # any text stands for a digest here
        body=f'{{"frames": {frames}}}',
        media=(media,),
        provider="studio",
        version="1",
        cost=FREE,
        milliseconds=12,
    )


def make_order(number: str = "1A", *, provider: str = "studio", frames: int = 48) -> Order:
    shot = make_shot(number, frames=frames)
    return Order(
        shot=shot.id,
        number=number,
        provider=provider,
        seed=1,
        duration=shot.duration,
        rate=RATE,
        controls=(),
        spec=make_request(shot),
    )
