"""Finished frames by Blender: the moment as glTF, a job beside it, a PNG back."""

from __future__ import annotations

import io
import json
import shutil
import tempfile
from pathlib import Path

from PIL import Image

from secondunit.adapters.blender.lighting import burning, light_of
from secondunit.adapters.blender.program import command_line, find_program, run_apart
from secondunit.adapters.gltf.moment import write_moment
from secondunit.adapters.gltf.scene import yfov
from secondunit.adapters.render.passes.moment import Stand, stand_at
from secondunit.adapters.render.staged.designed import Designs
from secondunit.adapters.render.staged.shot import Staged
from secondunit.core.errors import AnswerUnreadable, StoreError
from secondunit.film.shots.hq import HqRequest
from secondunit.ports.hq import HqFrame

DRIVER = Path(__file__).with_name("driver.py")
VERSION = "hq-1"


class BlenderFrames:
    """Renders frames with a Blender that runs as a program of its own.

    Args:
        named: A Blender, or a Python that has bpy; "" for ``blender`` on the path.
        patience: Seconds a frame may take.
        designs: Where designers' models come from; without it a set's own pieces are shown.
    """

    def __init__(self, named: str, patience: int, designs: Designs | None = None) -> None:
        self._named = named
        self._patience = patience
        self._designs = designs

    def render_frame(self, request: HqRequest) -> HqFrame:
        """The frame, of the open window of the delivery aspect.

        Raises:
            InputError: The lens or the aspect is impossible.
            NotConfigured: There is no Blender.
            Unavailable: It took longer than it may.
            AnswerUnreadable: It failed, or what it wrote is no picture of that size.
            StoreError: No file can be written for it.
        """
        program = find_program(self._named)
        panel = request.shot.panel
        stand = stand_at(Staged(panel, self._designs), request.shot, request.shot.first)
        model = write_moment(stand.scene, stand.view, burning(panel))
        try:
            with tempfile.TemporaryDirectory(prefix="secondunit-hq-") as made:
                return self._render(request, stand, model, program, Path(made))
        except OSError as error:
            raise StoreError(
                f"{error.filename or 'a file for Blender'}: {error.strerror}",
                remedy="Free some space for temporary files, or set TMPDIR to a folder with room.",
            ) from error

    def _render(
        self, request: HqRequest, stand: Stand, model: bytes, program: Path, folder: Path
    ) -> HqFrame:
        window = stand.view.window
        files = {
            "model": str(folder / "moment.glb"),
            "picture": str(folder / "picture.png"),
            "said": str(folder / "said.json"),
        }
        (folder / "moment.glb").write_bytes(model)
        order = {
            **files,
            **light_of(request.shot.panel),
            "engine": request.engine.value,
            "samples": request.samples,
            "width": window.width,
            "height": window.height,
            "angle": yfov(stand.view),
        }
        job = folder / "job.json"
        job.write_text(json.dumps(order), encoding="utf-8")
        script = folder / "driver.py"
        shutil.copyfile(DRIVER, script)
        run_apart(command_line(program, script, job), folder, self._patience)
        return HqFrame(
            data=_picture(Path(files["picture"]), (window.width, window.height)),
            maker=f"{VERSION}+blender-{_blender(Path(files['said']))}",
        )


def _picture(file: Path, size: tuple[int, int]) -> bytes:
    """The pixels alone, as a PNG of our own making.

    Raises:
        AnswerUnreadable: There is no picture, or it has another size.
    """
    try:
        with Image.open(file, formats=("PNG",)) as found:
            picture = found.convert("RGB")
    except (OSError, ValueError) as error:
        raise AnswerUnreadable(
            "Blender ended well and wrote no picture that can be read",
            remedy="Run again; if it stays so, try another version of Blender.",
        ) from error
    if picture.size != size:
        raise AnswerUnreadable(
            f"Blender wrote {picture.width}x{picture.height}, not {size[0]}x{size[1]}",
            remedy="Name an unchanged Blender in SECONDUNIT_BLENDER.",
        )
    bare = Image.frombytes("RGB", picture.size, picture.tobytes())
    held = io.BytesIO()
    bare.save(held, "PNG", optimize=True)
    return held.getvalue()


def _blender(said: Path) -> str:
    """Its version, or ``unknown``."""
    try:
        found = json.loads(said.read_text(encoding="utf-8"))
        return str(found["blender"])
    except (OSError, ValueError, KeyError, TypeError):
        return "unknown"
