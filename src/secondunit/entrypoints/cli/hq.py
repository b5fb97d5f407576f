"""``secondunit shots hq``: one finished frame of a shot, rendered by Blender."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.breakdown import Folder, Json
from secondunit.entrypoints.cli.option_group import with_options
from secondunit.entrypoints.cli.passes import read_size

EXAMPLES = """
**Examples**

`secondunit shots hq 12A`  (its first frame, light followed by Cycles)

`secondunit shots hq 12A --frame 36 --engine freestyle --samples 4`

`secondunit shots hq 12A --samples 128 --size 1920x1080 --limit 3600 --to look`

Needs Blender 4.2 or later, which is found on the path or by SECONDUNIT_BLENDER; everything else
works without it. The frame fits the shot's control passes of the same size to the pixel.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class HqChoice:
    """How the frame is rendered.

    Args:
        engine: ``cycles`` or ``freestyle``.
        samples: Samples a pixel.
        size: Frame in pixels, matte included.
        limit: Seconds Blender may take.
    """

    engine: Annotated[str, typer.Option(help="cycles, or freestyle for outlines.")] = "cycles"
    samples: Annotated[int, typer.Option(help="Samples a pixel.")] = 16
    size: Annotated[str, typer.Option(help="Frame in pixels, matte included.")] = "960x540"
    limit: Annotated[int, typer.Option(help="Seconds Blender may take.")] = 600


@with_options(HqChoice)
def hq(
    shot: Annotated[str, typer.Argument(help="Number of the shot (12A), or its id.")],
    frame: Annotated[int, typer.Option(min=0, help="Which frame, from 0.")] = 0,
    to: Annotated[
        Path | None, typer.Option(help="Folder for the file; PRODUCTION/hq/SHOT by default.")
    ] = None,
    out: Folder = None,
    *,
    options: HqChoice,
    json: Json = False,
) -> int:
    """Render one frame of a shot with Blender, which runs as a program of its own.

    Raises:
        InputError: The engine, the frame, the samples, the size or the limit cannot be.
        NotFound: There is no production, or no such shot.
        ProviderError: There is no Blender, it took too long, or it failed.
        StoreError: The file cannot be written.
    """
    from secondunit.bootstrap import hq as making
    from secondunit.bootstrap import productions
    from secondunit.film.shots.hq import read_engine
    from secondunit.pipeline.hq import hq_job, write_hq

    if options.limit < 1:
        raise InputError(
            f"a limit of {options.limit} s cannot be", remedy="Give seconds, such as 600."
        )
    asked, pixels = read_engine(options.engine), read_size(options.size)
    studio = productions.open_studio(productions.find_folder(out))
    job = hq_job(studio.view, shot, frame, asked, options.samples, pixels)
    folder, outbox = making.hq_folder(to, studio.folder, job.stem)
    written = write_hq(job, making.hq_renderer(studio.view.office.media, options.limit), outbox)
    if json:
        console.print_json({"folder": str(folder), "frame": written})
    else:
        console.OUT.print(f"{written.digest[:12]}  {folder / written.name}", markup=False)
    return 0
