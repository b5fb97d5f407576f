"""Writes ``film/shots/camera/outlines.py`` from the mannequins, so that the solver frames what
the renderer draws. Run it with ``python -m benchmarks.derive_outlines`` when a body changes.
"""

from __future__ import annotations

import math
import textwrap
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.figures.head import make_head
from secondunit.adapters.render.figures.mannequin import Posture, make_body
from secondunit.adapters.render.figures.skeleton import proportions
from secondunit.film.shots.camera.body import OLD
from secondunit.film.shots.model import Build, Figure, Pose

TARGET = Path(__file__).parents[1] / "src/secondunit/film/shots/camera/outlines.py"
SILHOUETTES = (
    "bald", "bun", "cap", "hat", "hood", "long-hair", "short-hair", "skirt", "coat", "backpack",
)  # fmt: skip
PEOPLE = {
    "woman": (Build.WOMAN, 1.7, 0), "man": (Build.MAN, 1.7, 0), "child": (Build.CHILD, 1.3, 0),
    "toddler": (Build.CHILD, 0.9, 0), "old woman": (Build.WOMAN, 1.7, OLD),
    "old man": (Build.MAN, 1.7, OLD),
}  # fmt: skip
"""Bodies by the name that ``kind_of`` gives them: build, height in metres, age."""
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


def figure(kind: str) -> Figure:
    """A bare-headed person of a kind."""
    build, height, age = PEOPLE[kind]
    return Figure(
        name="A", build=build, height=height, colour=(1, 1, 1), accent=(1, 1, 1), hair=(1, 1, 1),
        silhouette="bald", age=age,
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


def cloud(kind: str, posture: Posture) -> NDArray[np.float64]:
    """All points of a body, in shares of its height."""
    person = figure(kind)
    points = [mesh.points for mesh in make_body(person, posture).meshes]
    return np.concatenate(points).astype(np.float64) / person.height


def head_row(kind: str, pose: Pose, phase: float) -> tuple[float, float, float]:
    """Aside, up and forward of the middle of a head, in shares of the height."""
    person = figure(kind)
    x, y, z = (at / person.height for at in make_body(person, Posture(pose=pose, phase=phase)).head)
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
    for kind in PEOPLE:
        for pose in Pose:
            moving = pose in {Pose.WALK, Pose.RUN}
            phases = [step / (2 * PHASES) for step in range(PHASES)] if moving else [0.12]
            found = tuple(head_row(kind, pose, phase) for phase in phases)
            rows.append(f'    ("{kind}", "{pose.value}"): {found},\n')
            if kind == "man" and pose is not Pose.LIE:
                postures = [Posture(pose=pose, phase=phase) for phase in phases]
                ring = tuple(tuple(ring_of(cloud(kind, each))) for each in postures)
                rings.append(f'    "{pose.value}": {ring},\n')
    rows.append('}\n"""Middle of the head; of a step in eight phases of its first half."""\n\n')
    rows.append("RINGS: dict[str, tuple[tuple[tuple[float, float, float], ...], ...]] = {\n")
    rows += rings
    rows.append('}\n"""Lowest points by pose; of a step in eight phases of its first half."""\n\n')
    heads = {k: round(proportions(b, tall).head, 4) for k, (b, tall, _) in PEOPLE.items()}
    rows.append("HEAD_SHARE = {\n")
    rows += [f'    "{kind}": {share},\n' for kind, share in heads.items()]
    rows.append("}\n")
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
