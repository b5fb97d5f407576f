"""Writes ``film/shots/camera/outlines.py`` from the mannequins, so that the solver frames what
the renderer draws. Run it with ``python -m benchmarks.derive_outlines`` when a body changes.
"""

from __future__ import annotations

import json
import math
import textwrap
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.figures.head import make_head
from secondunit.adapters.render.figures.mannequin import Posture, make_body
from secondunit.adapters.render.figures.skeleton import proportions
from secondunit.film.shots.model import Build, Figure, Pose

TARGET = Path(__file__).parents[1] / "src/secondunit/film/shots/camera/outlines.py"
SILHOUETTES = (
    "bald", "bun", "cap", "hat", "hood", "long-hair", "short-hair", "skirt", "coat", "backpack",
)  # fmt: skip
PEOPLE = (Build.WOMAN, Build.MAN, Build.CHILD)
DOWN = (12.0, 40.0)
TIPS, TURNS = (24.0, 48.0), (0, 45, 90, 135, 180)
PHASES = 8
HEADER = '''"""Outlines of heads and feet, written by ``benchmarks.derive_outlines``.

Source: the renderer's own bodies. Lengths are shares: of the head's height for heads, of the
standing height for the rest. Axes: x to the figure's left, y up, z forward.
"""

from __future__ import annotations

# fmt: off
'''


def figure(build: Build, silhouette: str = "bald") -> Figure:
    """A person one metre tall."""
    return Figure(
        name="A", build=build, height=1.0, colour=(1, 1, 1), accent=(1, 1, 1), hair=(1, 1, 1),
        silhouette=silhouette,
    )  # fmt: skip


def top_of(points: NDArray[np.float64]) -> list[tuple[float, float, float]]:
    """Points farthest up, and up tipped to the front, the side and the back; left side only."""
    found = []
    for tip, turn in [(0.0, 0), *((tip, turn) for tip in TIPS for turn in TURNS)]:
        level = math.sin(math.radians(tip))
        way = np.array([
            level * math.sin(math.radians(turn)), math.cos(math.radians(tip)),
            level * math.cos(math.radians(turn)),
        ])  # fmt: skip
        x, y, z = points[int(np.argmax(points @ way))]
        found.append((round(abs(float(x)), 3), round(float(y), 3), round(float(z), 3)))
    return list(dict.fromkeys(found))


def ring_of(points: NDArray[np.float64]) -> list[tuple[float, float, float]]:
    """Points farthest down, tipped in eight directions."""
    found = []
    for tip in DOWN:
        for turn in range(0, 360, 45):
            level = math.sin(math.radians(tip))
            way = np.array([
                level * math.sin(math.radians(turn)), -math.cos(math.radians(tip)),
                level * math.cos(math.radians(turn)),
            ])  # fmt: skip
            x, y, z = points[int(np.argmax(points @ way))]
            found.append((round(float(x), 3), round(float(y), 3), round(float(z), 3)))
    return list(dict.fromkeys(found))


def cloud(build: Build, posture: Posture) -> NDArray[np.float64]:
    """All points of a body."""
    body = make_body(figure(build), posture)
    return np.concatenate([mesh.points for mesh in body.meshes]).astype(np.float64)


def head_row(build: Build, pose: Pose, phase: float) -> tuple[float, float, float]:
    """Aside, up and forward of the middle of a head."""
    x, y, z = make_body(figure(build), Posture(pose=pose, phase=phase)).head
    return round(x, 4), round(y, 4), round(z, 4)


def main() -> None:
    """Write the module."""
    rows = [HEADER, "HEADS: dict[tuple[str, bool], tuple[tuple[float, float, float], ...]] = {\n"]
    for silhouette in SILHOUETTES:
        for soft in (True, False):
            meshes = make_head(silhouette, (0.0, 0.0), soft=soft)
            points = np.concatenate([mesh.points for mesh in meshes]).astype(np.float64)
            rows.append(f'    ("{silhouette}", {soft}): {tuple(top_of(points))},\n')
    rows.append(
        '}\n"""Tops of heads about their middle, by silhouette and softness; left side."""\n\n'
    )
    rows.append("MIDDLES: dict[tuple[str, str], tuple[tuple[float, float, float], ...]] = {\n")
    rings = []
    for build in PEOPLE:
        for pose in Pose:
            moving = pose in {Pose.WALK, Pose.RUN}
            phases = [step / (2 * PHASES) for step in range(PHASES)] if moving else [0.12]
            found = tuple(head_row(build, pose, phase) for phase in phases)
            rows.append(f'    ("{build.value}", "{pose.value}"): {found},\n')
            if build is Build.MAN and pose is not Pose.LIE:
                postures = [Posture(pose=pose, phase=phase) for phase in phases]
                ring = tuple(tuple(ring_of(cloud(build, each))) for each in postures)
                rings.append(f'    "{pose.value}": {ring},\n')
    rows.append('}\n"""Middle of the head; of a step in eight phases of its first half."""\n\n')
    rows.append("RINGS: dict[str, tuple[tuple[tuple[float, float, float], ...], ...]] = {\n")
    rows += rings
    rows.append('}\n"""Lowest points by pose; of a step in eight phases of its first half."""\n\n')
    heads = {b.value: round(proportions(b).head, 4) for b in PEOPLE}
    rows.append(f"HEAD_SHARE = {json.dumps(heads)}\n")
    rows.append('"""Height of a head as a share of the standing height, by build."""\n')
    TARGET.write_text("".join(map(wrapped, rows)), encoding="utf-8")


def wrapped(row: str) -> str:
    """A row of a table in lines of the house's width."""
    if not row.startswith("    "):
        return row
    made = textwrap.wrap(row.strip(), 95, break_long_words=False, break_on_hyphens=False)
    return "".join(f"    {line}\n" for line in made)


if __name__ == "__main__":
    main()
