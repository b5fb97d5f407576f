"""``secondunit shots passes``: depth, normals, ids, pose, flow and the rest of a shot, as files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.breakdown import Folder, Json

if TYPE_CHECKING:
    from secondunit.film.shots.passes import ControlPass

EXAMPLES = """
**Examples**

`secondunit shots passes 12A`  (every pass of its first frame)

`secondunit shots passes 12A --frames 0-23 --kinds depth,pose,cryptomatte --to control`

`secondunit shots passes 12A --frames all --kinds camera --json`

Depth is metres in EXR and near-is-white in PNG; normals are right, up, towards the camera; flow is
pixels right and down to the next frame. Pictures call characters figure-01, figure-02 unless
`names_in_pictures` is true in production.toml.
"""


def passes(
    shot: Annotated[str, typer.Argument(help="Number of the shot (12A), or its id.")],
    frames: Annotated[str, typer.Option(help="12, 0-23 or all; the first by default.")] = "",
    kinds: Annotated[
        str,
        typer.Option(
            help="all, or some of board, beauty, ink, depth, normals, ids, cryptomatte, pose,"
            " edges, flow, camera."
        ),
    ] = "all",
    to: Annotated[
        Path | None, typer.Option(help="Folder for the files; PRODUCTION/passes/SHOT by default.")
    ] = None,
    size: Annotated[str, typer.Option(help="Frame in pixels, matte included.")] = "960x540",
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Write control passes of a shot, one cast of rays a frame, and print each file with its hash.

    Raises:
        InputError: A kind, the frames or the size cannot be.
        NotFound: There is no production, or no such shot.
        StoreError: A file cannot be written.
    """
    from secondunit.bootstrap import passes as making
    from secondunit.bootstrap import productions
    from secondunit.film.shots.passes import read_kinds
    from secondunit.pipeline.passes import Wanted, pass_job, write_passes

    width, height = read_size(size)
    wanted = Wanted(shot=shot, frames=frames, kinds=read_kinds(kinds), width=width, height=height)
    studio = productions.open_studio(productions.find_folder(out))
    job = pass_job(studio.view, wanted)
    folder, outbox = making.pass_folder(to, studio.folder, job.stem)
    written: list[ControlPass] = []
    for each in write_passes(job, making.pass_maker(studio.view.office.media), outbox):
        written.append(each)
        if not json:
            console.OUT.print(f"{each.digest[:12]}  {folder / each.name}", markup=False)
    if json:
        console.print_json({"folder": str(folder), "passes": written})
    return 0


def read_size(text: str) -> tuple[int, int]:
    """Pixels across and down.

    Raises:
        InputError: It is no size, or no picture of that size can be made.
    """
    found = re.fullmatch(r"\s*(\d{1,5})\s*[xX×]\s*(\d{1,5})\s*", text)
    if found is None:
        raise InputError(f"“{text}” is no size", remedy="Use pixels such as 960x540.")
    width, height = int(found[1]), int(found[2])
    if not (32 <= width <= 8192 and 32 <= height <= 8192):
        raise InputError(
            f"a frame of {width}x{height} cannot be made", remedy="Use 32 to 8192 pixels each way."
        )
    return width, height
