"""The same spec and version give the same pictures in any run.

Run it with ``python -m benchmarks.same_pictures``. Fifty panels of the worked production are
proposed and drawn in two processes with different hash seeds and thread counts, in opposite
orders, and their bytes compared.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

from benchmarks.boards import ROOT, requests

from secondunit.core.ids import digest, digest_bytes

PANELS = 50
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS", "MKL_NUM_THREADS")
RUNS = (("0", "1", "forward"), ("1234", "2", "backward"))
"""Hash seed, threads, order."""


def draw_some(order: str) -> dict[str, tuple[str, str]]:
    """Digests of the requests and of the pictures, by shot."""
    from secondunit.adapters.render.panel import PanelRenderer

    asked = requests(width=480, height=270)
    step = max(1, len(asked) // PANELS)
    chosen = asked[::step][:PANELS]
    renderer = PanelRenderer()
    return {
        each.shot: (digest(each), digest_bytes(renderer.draw_panel(each).tobytes()))
        for each in (chosen if order == "forward" else chosen[::-1])
    }


def rows() -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    found = []
    for seed, threads, order in RUNS:
        settings = {**os.environ, "PYTHONHASHSEED": seed, **dict.fromkeys(THREADS, threads)}
        command = [sys.executable, "-m", "benchmarks.same_pictures", "--draw", order]
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, cwd=ROOT, env=settings
        )
        found.append(json.loads(done.stdout))
    first, second = found
    same = sum(first[shot] == second.get(shot) for shot in first)
    return [
        (
            f"same spec, same picture: {len(first)} panels in two processes",
            f"{same / len(first):.0%}",
            "100 %",
        )
    ]


if __name__ == "__main__":
    if "--draw" in sys.argv:
        print(json.dumps(draw_some(sys.argv[-1])))
    else:
        for what, measured, bar in rows():
            print(f"{what:<58} {measured:>28}   {bar}")
