"""Boards: panels a minute, the first panel, the encoder, memory.

Run it with ``python -m benchmarks.boards``.

Every panel of the worked production is drawn at 960x540 in a process of its own, so that the
first panel pays for its imports and the memory is that of drawing alone. Processor seconds are
printed because they repeat on a busy machine.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from secondunit.core.ids import digest_bytes
from secondunit.core.timecode import Rate
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.read import read_scenes
from secondunit.film.shots.board import set_of_shot
from secondunit.film.shots.model import PanelRequest
from secondunit.film.shots.panel import panel_request
from secondunit.film.shots.sets.library import read_set_library
from secondunit.film.shots.shot_list import STAGE, ShotListInputs
from secondunit.film.shots.stage_plan import plan_stage
from secondunit.film.shots.tables import read_shot_tables

ROOT = Path(__file__).parents[1]
DATA = ROOT / "src" / "secondunit" / "data"
WORKED = ROOT / "examples" / "right-ear-home.fountain"


def requests(script: Path = WORKED, width: int = 960, height: int = 540) -> list[PanelRequest]:
    """The panels of a script, as its proposed shot list wants them."""
    text = script.read_text(encoding="utf-8")
    raw, _ = read_fountain(text, name=script.name, digest=digest_bytes(text.encode()))
    inputs = ShotListInputs(
        screenplay=read_scenes(raw)[0],
        elements=(),
        rate=Rate(numerator=24),
        aspect="1.85",
        tables=read_shot_tables((DATA / "shots.toml").read_text(encoding="utf-8")),
        library=read_set_library((DATA / "sets.toml").read_text(encoding="utf-8")),
    )
    stage = plan_stage(inputs.screenplay, (), inputs.tables, inputs.library)
    shots = [item.fact for item in STAGE.propose(inputs, ()).items]
    return [
        panel_request(
            shot, set_of_shot(shot, stage.sets, stage.set_of), stage.figures, width, height
        )
        for shot in shots
    ]


def draw_all() -> None:
    """Draw in this process, and print what it took as JSON."""
    asked = requests()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    from secondunit.adapters.media.h264 import H264Encoder
    from secondunit.adapters.render.panel import PanelRenderer

    renderer = PanelRenderer()
    picture = renderer.draw_panel(asked[0])
    first = time.perf_counter() - began
    spent = time.process_time()
    for each in asked:
        picture = renderer.draw_panel(each)
    spent = time.process_time() - spent
    encoder = H264Encoder()
    coded = time.process_time()
    encoder.encode([(picture, 480)], Rate(numerator=24000, denominator=1001))
    coded = time.process_time() - coded
    print(
        json.dumps(
            {
                "panels": len(asked),
                "first_seconds": first,
                "seconds_a_panel": spent / len(asked),
                "held_frames_a_second": 480 / coded,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "before_mb": before / 1024,
            }
        )
    )


def measure_boards() -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    command = [sys.executable, "-m", "benchmarks.boards", "--draw"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    found = json.loads(done.stdout)
    each = found["seconds_a_panel"]
    return [
        (f"panels a minute per core, {found['panels']} at 960x540", f"{60 / each:.0f}", ">= 100"),
        ("  processor seconds a panel", f"{each:.3f}", "<= 0.6"),
        ("  first panel, imports included", f"{found['first_seconds']:.2f} s", "<= 2 s"),
        ("  peak memory", f"{found['peak_mb']:.0f} MB", "<= 400 MB"),
        (
            "animatic, held frames encoded a second",
            f"{found['held_frames_a_second']:.0f}",
            ">= 300",
        ),
    ]


if __name__ == "__main__":
    if "--draw" in sys.argv:
        draw_all()
    else:
        for what, measured, bar in measure_boards():
            print(f"{what:<58} {measured:>28}   {bar}")
