"""A program that stands in for Blender: it keeps its arguments and writes a picture."""

from __future__ import annotations

import sys
from pathlib import Path

WRITES = """
picture = Image.new("RGB", (job["width"], job["height"]), (200, 120, 40))
about = PngImagePlugin.PngInfo()
about.add_text("File", "/home/somebody/secret.blend")
picture.save(job["picture"], pnginfo=about)
Path(job["said"]).write_text(json.dumps({"blender": "9.9.9"}))
"""


def stand_in(folder: Path, does: str = WRITES) -> Path:
    """The program, which keeps what it was started with in ``folder/kept``.

    Args:
        folder: Where it is written.
        does: Python that it runs; ``job`` is the job.
    """
    kept = folder / "kept"
    kept.mkdir(parents=True, exist_ok=True)
    program = folder / "blender"
    program.write_text(
        f"""#!{sys.executable}
import json, os, shutil, sys, time
from pathlib import Path
from PIL import Image, PngImagePlugin
kept = Path({str(kept)!r})
where = sys.argv[sys.argv.index("--") + 1]
job = json.loads(Path(where).read_text())
(kept / "arguments.json").write_text(json.dumps(sys.argv[1:]))
(kept / "environment.json").write_text(json.dumps(dict(os.environ)))
(kept / "job.json").write_text(json.dumps(job))
shutil.copyfile(job["model"], kept / "moment.glb")
{does}
""",
        encoding="utf-8",
    )
    program.chmod(0o755)
    return program
