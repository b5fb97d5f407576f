"""A finished frame of a shot of the list that stands, written to a file."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.ids import Digest, ShotId, digest_bytes
from secondunit.film.shots.hq import HqEngine, HqRequest, check_samples
from secondunit.pipeline.passes import Wanted, pass_job
from secondunit.pipeline.queries import View
from secondunit.ports.hq import HqRenderer
from secondunit.ports.outbox import Outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class HqJob:
    """A request, and what its file is called.

    Args:
        request: What is asked of the renderer.
        stem: What the name of the file begins with.
    """

    request: HqRequest
    stem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFrame:
    """A finished frame that was written.

    Args:
        shot: The shot.
        name: Its file.
        frame: Which frame, from 0.
        engine: How it was made.
        samples: Samples a pixel.
        digest: SHA-256 of the file.
        maker: Program and version that made it.
    """

    shot: ShotId
    name: str
    frame: int
    engine: HqEngine
    samples: int
    digest: Digest
    maker: str


def hq_job(
    view: View, shot: str, frame: int, engine: HqEngine, samples: int, size: tuple[int, int]
) -> HqJob:
    """The request for a finished frame.

    Args:
        view: The production.
        shot: Its number (``12A``), or its id.
        frame: Which, from 0.
        engine: How.
        samples: Samples a pixel.
        size: Pixels of the frame, matte included; the picture is of its open window.

    Raises:
        InputError: The frame, the size or the samples cannot be.
        NotFound: There is no such shot.
    """
    check_samples(samples)
    width, height = size
    asked = Wanted(shot=shot, frames=str(frame), kinds=(), width=width, height=height)
    job = pass_job(view, asked)
    request = HqRequest(shot=job.request, engine=engine, samples=samples)
    return HqJob(request=request, stem=job.stem)


def write_hq(job: HqJob, renderer: HqRenderer, outbox: Outbox) -> WrittenFrame:
    """Render the frame and place it as ``12A.hq-cycles.0007.png``.

    Raises:
        InputError: The lens or the aspect is impossible.
        ProviderError: The program is not there, took too long, or failed.
        StoreError: The file cannot be written.
    """
    request = job.request
    made = renderer.render_frame(request)
    name = f"{job.stem}.hq-{request.engine.value}.{request.shot.first:04d}.png"
    outbox.place(name, made.data)
    return WrittenFrame(
        shot=request.shot.panel.shot,
        name=name,
        frame=request.shot.first,
        engine=request.engine,
        samples=request.samples,
        digest=digest_bytes(made.data),
        maker=made.maker,
    )
