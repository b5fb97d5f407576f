"""``secondunit shots models``: scenes for Blender, Unreal and anything else that reads glTF."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from secondunit.entrypoints.cli import console

EXAMPLES = """
**Examples**

`secondunit shots models`  (one .glb a scene, in PRODUCTION/models)

`secondunit shots models --scene 12 --scene 14 --to previs`

Metres, y up. Each shot is a glTF scene named by its number, with its figures, its camera (the lens
after the crop to the aspect) and its moves.
"""


def models(
    scene: Annotated[list[str] | None, typer.Option(help="Number of a scene; all without.")] = None,
    to: Annotated[
        Path | None, typer.Option(help="Folder for the files; PRODUCTION/models by default.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="The production folder, where there are several.")
    ] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> int:
    """Write every scene as a .glb: its set, and each shot's figures, camera and moves."""
    from secondunit.bootstrap import productions
    from secondunit.bootstrap import scene_models as making
    from secondunit.pipeline.scene_models import write_models

    studio = productions.open_studio(productions.find_folder(out))
    folder, outbox = making.model_folder(to, studio.folder)
    written = []
    for each in write_models(
        studio.view, tuple(scene or ()), making.scene_model_writer(studio.view.office.media), outbox
    ):
        written.append(each)
        if not json:
            console.OUT.print(f"{folder / each.name}  {each.set}, {each.shots} shots", markup=False)
    if json:
        console.print_json({"folder": str(folder), "models": written})
    return 0
