"""Control passes, against computations that share nothing with them.

Run it with ``python -m benchmarks.passes``.

Masks, depth and flow are held against triangles that are projected and filled instead of cast (see
:mod:`benchmarks.rasteriser`); keypoints against the camera file's own matrix; what hides them
against every triangle of the scene in turn; EXR is read back by OpenImageIO.
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from benchmarks.boards import ROOT, requests
from benchmarks.rasteriser import Pinhole, pinhole, rasterise
from numpy.typing import NDArray

from secondunit.adapters.render.passes.maker import ShotPasses
from secondunit.adapters.render.passes.moment import Stand, stand_at
from secondunit.adapters.render.staged.shot import Staged
from secondunit.core.ids import digest_bytes
from secondunit.core.timecode import Frames, Rate
from secondunit.film.shots.model import PanelRequest
from secondunit.film.shots.panel import is_still
from secondunit.film.shots.passes import PassKind, PassRequest, figure_labels
from secondunit.ports.passes import MadePass

FIVE = (
    PassKind.BOARD, PassKind.DEPTH, PassKind.NORMALS, PassKind.IDS, PassKind.POSE, PassKind.EDGES,
)  # fmt: skip
"""The board and five passes."""
EXR = (PassKind.DEPTH, PassKind.NORMALS, PassKind.CRYPTOMATTE, PassKind.FLOW)
RANKS = (("00.R", "00.G"), ("00.B", "00.A"), ("01.R", "01.G"), ("01.B", "01.A"))
"""Channels of id and share, rank by rank."""
DURATION, FRAME = 48, 20
STILLS, MOVES = 9, 5
"""Shots that are measured."""
Floats = NDArray[np.float64]


@dataclass(slots=True)
class Found:
    """What was measured, shot by shot."""

    ious: list[float] = field(default_factory=list)
    set_ious: list[float] = field(default_factory=list)
    matte_ious: list[float] = field(default_factory=list)
    depth: list[Floats] = field(default_factory=list)
    joints: list[float] = field(default_factory=list)
    flags: list[bool] = field(default_factory=list)
    owners: list[bool] = field(default_factory=list)
    flow: list[Floats] = field(default_factory=list)


def asked(panel: PanelRequest, kinds: tuple[PassKind, ...], frame: int = FRAME) -> PassRequest:
    return PassRequest(
        panel=panel,
        duration=Frames(DURATION),
        rate=Rate(numerator=24),
        first=frame,
        last=frame,
        kinds=kinds,
        labels=figure_labels(panel.figures, panel.figures, names=False),
    )


def sample() -> list[PanelRequest]:
    """Shots of the worked production, spread over it, and some in which something moves."""
    every = requests()
    still = [panel for panel in every if is_still(panel) and panel.marks]
    moving = [panel for panel in every if not is_still(panel)]
    return still[:: max(len(still) // STILLS, 1)][:STILLS] + moving[:MOVES]


def triangles(stand: Stand) -> tuple[Floats, list[str]]:
    """``(m, 3, 3)`` triangles in the world and whose each is: figures from their bodies, placed
    here by a turn of their own; the set as it stands."""
    corners: list[Floats] = []
    owners: list[str] = []
    for player, body, lift in stand.bodies:
        turn = np.exp(1j * math.radians(player.mark.facing))
        for mesh in body.meshes:
            points = mesh.points.astype(np.float64)
            spun = (points[:, 2] + 1j * points[:, 0]) * turn
            world = np.stack([spun.imag, points[:, 1], spun.real], axis=1)
            world += (player.mark.at[0], lift, player.mark.at[2])
            corners.append(world[mesh.faces])
            owners += [player.figure.name] * len(mesh.faces)
    scene = stand.scene
    rest = ~scene.parts.figure[scene.part]
    corners.append(scene.points[scene.faces[rest]].astype(np.float64))
    owners += ["set"] * int(rest.sum())
    return np.concatenate(corners), owners


def overlap(first: Floats, second: Floats) -> float:
    """Intersection over union of soft masks."""
    return float(np.minimum(first, second).sum() / np.maximum(first, second).sum())


def look(panel: PanelRequest, found: Found) -> None:
    kinds = tuple(kind for kind in PassKind if kind not in {PassKind.BOARD, PassKind.BEAUTY})
    request = asked(panel, kinds)
    made = {(e.kind, e.part, e.suffix): e for e in ShotPasses().make_passes(request)}
    staged = Staged(panel)
    stand, after = (stand_at(staged, request, frame) for frame in (FRAME, FRAME + 1))
    corners, owners = triangles(stand)
    said = camera_said(made)
    names = dict(zip((figure.name for figure in panel.figures), request.labels, strict=True))
    label = np.array([names.get(owner, owner) for owner in owners] + [""])
    plain = pinhole(said)
    face, depth = rasterise(corners, plain)
    layers = read_exr(made[PassKind.DEPTH, "", ".exr"])
    hit = (face >= 0) & (layers["Z"] < 1e9)
    found.depth.append(np.abs(layers["Z"][hit] - depth[hit]))
    fine = label[rasterise(corners, pinhole(said, 2))[0]]
    measure_masks(made, fine, found)
    measure_pose(made, (stand, corners, owners), label[face], names, found)
    if not is_still(panel):
        later = camera_said({(e.kind, e.part, e.suffix): e for e in ShotPasses().make_passes(
            asked(panel, (PassKind.CAMERA,), FRAME + 1))})  # fmt: skip
        moved = triangles(after)[0]
        layers = read_exr(made[PassKind.FLOW, "", ".exr"])
        tracked(face, depth, (corners, moved), (plain, pinhole(later)), layers, found)


def camera_said(made: dict[tuple[PassKind, str, str], MadePass]) -> dict[str, object]:
    said: dict[str, object] = json.loads(made[PassKind.CAMERA, "", ".json"].data)["frames"][0]
    return said


def measure_masks(
    made: dict[tuple[PassKind, str, str], MadePass], fine: NDArray[np.str_], found: Found
) -> None:
    """Masks and Cryptomatte against the share of filled pixels of twice the size."""
    mattes = read_mattes(made[PassKind.CRYPTOMATTE, "", ".exr"])
    for (kind, part, _), each in made.items():
        if kind is not PassKind.IDS or not part:
            continue
        mask = read_png(each) / 255
        height, width = mask.shape
        mine = (fine == part).reshape(height, 2, width, 2).mean(axis=(1, 3))
        if mine.sum() < 200:
            continue
        (found.set_ious if part == "set" else found.ious).append(overlap(mask, mine))
        wanted = [matte for name, matte in mattes.items() if name.startswith(part)]
        found.matte_ious.append(overlap(np.sum(wanted, axis=0), mine))


def measure_pose(
    made: dict[tuple[PassKind, str, str], MadePass],
    scene: tuple[Stand, Floats, list[str]],
    owner: NDArray[np.str_],
    names: dict[str, str],
    found: Found,
) -> None:
    """Keypoints against the camera file's matrix; what hides them against every triangle."""
    stand, corners, owners = scene
    camera = pinhole(camera_said(made))
    said = json.loads(made[PassKind.POSE, "", ".json"].data)
    people = {each["label"]: each for each in said["people"]}
    whose = np.array(owners)
    for player, body, lift in stand.bodies:
        person = people.get(names[player.figure.name])
        if person is None:
            continue
        turn = np.exp(1j * math.radians(player.mark.facing))
        places = np.array(person["pose_keypoints_2d"]).reshape(-1, 3)
        for number, joint in enumerate(body.joints):
            spun = (joint.at[2] + 1j * joint.at[0]) * turn
            world = np.array([spun.imag, joint.at[1], spun.real])
            world += (player.mark.at[0], lift, player.mark.at[2])
            x, y, depth = camera.project(world[None])[0]
            inside = depth > 0 and 0 <= x < camera.width and 0 <= y < camera.height
            flag = person["occlusion"][number]
            if not inside:
                found.flags.append(flag == 3)
                continue
            found.joints.append(float(math.hypot(places[number, 0] - x, places[number, 1] - y)))
            before = first_hit(camera.matrix[:3, 3], world, corners)
            hidden = 0
            if before[1] > joint.deep:
                hidden = 1 if whose[before[0]] == player.figure.name else 2
            found.flags.append(flag == hidden)
            there = owner[int(y), int(x)]
            found.owners.append((there != person["label"]) == (flag == 2))


def first_hit(eye: Floats, end: Floats, corners: Floats) -> tuple[int, float]:
    """The triangle a segment meets first, and how far before its end, in metres."""
    way = end - eye
    first, second = corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]
    across = np.cross(way, second)
    det = np.einsum("ij,ij->i", first, across)
    with np.errstate(divide="ignore", invalid="ignore"):
        away = eye - corners[:, 0]
        u = np.einsum("ij,ij->i", away, across) / det
        turned = np.cross(away, first)
        v = turned @ way / det
        share = np.einsum("ij,ij->i", second, turned) / det
        good = (np.abs(det) > 1e-15) & (u >= 0) & (v >= 0) & (u + v <= 1)
        share = np.where(good & (share > 1e-6) & (share < 1), share, 1.0)
    nearest = int(np.argmin(share))
    return nearest, float((1 - share[nearest]) * np.linalg.norm(way))


def tracked(
    face: NDArray[np.int32],
    depth: Floats,
    corners: tuple[Floats, Floats],
    cameras: tuple[Pinhole, Pinhole],
    layers: dict[str, Floats],
    found: Found,
) -> None:
    """Flow against points of filled triangles, found again in the next frame."""
    rng = np.random.Generator(np.random.PCG64(5))
    row, column = pick(face, rng)
    which = face[row, column]
    x, y = column.astype(np.float64) + 0.5, row.astype(np.float64) + 0.5
    spot = cameras[0].spots(x, y, depth[row, column])
    before, after = corners[0][which], corners[1][which]
    first, second = before[:, 1] - before[:, 0], before[:, 2] - before[:, 0]
    away = spot - before[:, 0]
    d00, d01, d11 = (first**2).sum(axis=1), (first * second).sum(axis=1), (second**2).sum(axis=1)
    d20, d21 = (away * first).sum(axis=1), (away * second).sum(axis=1)
    det = d00 * d11 - d01 * d01
    b, c = (d11 * d20 - d01 * d21) / det, (d00 * d21 - d01 * d20) / det
    then = (
        after[:, 0]
        + (after[:, 1] - after[:, 0]) * b[:, None]
        + (after[:, 2] - after[:, 0]) * c[:, None]
    )
    placed = cameras[1].project(then)
    dx = layers["flow.x"][row, column] - (placed[:, 0] - x)
    dy = layers["flow.y"][row, column] - (placed[:, 1] - y)
    found.flow.append(np.hypot(dx, dy)[placed[:, 2] > 0.05])


def pick(
    face: NDArray[np.int32], rng: np.random.Generator
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pixels that hold something."""
    flat = np.flatnonzero(face.ravel() >= 0)
    chosen = rng.choice(flat, size=min(40000, len(flat)), replace=False)
    return chosen // face.shape[1], chosen % face.shape[1]


def read_png(made: MadePass) -> Floats:
    import io

    from PIL import Image

    with Image.open(io.BytesIO(made.data)) as opened:
        return np.asarray(opened, dtype=np.float64)


def read_exr(made: MadePass) -> dict[str, Floats]:
    """Channels, as OpenImageIO reads them."""
    return dict(zip(*opened(made)[:2], strict=True))


def opened(made: MadePass) -> tuple[list[str], list[Floats], dict[str, str]]:
    import OpenImageIO

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pass.exr"
        file.write_bytes(made.data)
        buffer = OpenImageIO.ImageBuf(str(file))
        spec = buffer.spec()
        pixels = np.asarray(buffer.get_pixels(OpenImageIO.FLOAT))
        words = {each.name: str(each.value) for each in spec.extra_attribs}
    names = list(spec.channelnames)
    return names, [pixels[..., place] for place in range(len(names))], words


def read_mattes(made: MadePass) -> dict[str, Floats]:
    """The matte of every name in the manifest, as a compositor makes it."""
    names, planes, words = opened(made)
    channel = dict(zip(names, planes, strict=True))
    manifest = json.loads(words["cryptomatte/3ae39a5/manifest"])
    mattes: dict[str, Floats] = {}
    for name, number in manifest.items():
        wanted = np.array([int(number, 16)], dtype=np.uint32).view(np.float32)[0]
        mattes[name] = np.sum(
            [
                np.where(channel[f"CryptoObject{who}"] == wanted, channel[f"CryptoObject{much}"], 0)
                for who, much in RANKS
            ],
            axis=0,
        )
    return mattes


def spend() -> None:
    """Make boards with five passes in this process, and print what it took as JSON."""
    asks = [asked(panel, FIVE, 0) for panel in requests()[::6]]
    maker = ShotPasses()
    for each in asks[:2]:
        list(maker.make_passes(each))
    spent = time.process_time()
    for each in asks:
        list(maker.make_passes(each))
    five = (time.process_time() - spent) / len(asks)
    peak = peak_mb()
    spent = time.process_time()
    for each in asks:
        list(maker.make_passes(asked(each.panel, EXR, 0)))
    exr = (time.process_time() - spent) / len(asks)
    print(json.dumps({"five": five, "peak": peak, "exr": exr, "shots": len(asks)}))


def peak_mb() -> float:
    """Most memory of this process alone: what Linux counts since it began, not of its parent."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def hashes() -> list[str]:
    """Of every pass of two shots, one of which moves."""
    panels = sample()
    chosen = [panels[2], panels[-1]]
    return [
        digest_bytes(each.data)
        for panel in chosen
        for each in ShotPasses().make_passes(asked(panel, tuple(PassKind)))
    ]


def elsewhere(option: str) -> str:
    """What this module prints in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.passes", option]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def rows() -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    found = Found()
    panels = sample()
    for panel in panels:
        look(panel, found)
    spent = json.loads(elsewhere("--spend"))
    first, second = elsewhere("--hashes"), elsewhere("--hashes")
    alike = sum(a == b for a, b in zip(first.split(), second.split(), strict=True))
    return [
        ("board with 5 passes, 960x540", f"{spent['five']:.3f} CPU-s", "<= 0.5"),
        ("  shots a minute per core", f"{60 / spent['five']:.0f}", ">= 120"),
        ("  peak memory", f"{spent['peak']:.0f} MB", "<= 400 MB"),
        *against_filled(found),
        ("Cryptomatte by OpenImageIO: masks", f"{min(found.matte_ious):.4f} least", ">= 0.99"),
        ("  a frame's four EXR, rays included", f"{spent['exr']:.3f} CPU-s", "<= 0.3"),
        ("passes of the same hash in two runs", f"{alike} of {len(first.split())}", "all"),
    ]


def against_filled(found: Found) -> list[tuple[str, str, str]]:
    """Rows of what was held against filled triangles."""
    depth, flow = np.concatenate(found.depth), np.concatenate(found.flow)
    least, middle = min(found.ious), np.median(found.ious)
    same = 100 * float((depth < 0.001).mean())
    flows = f"{np.median(flow):.4f} px median, {np.percentile(flow, 99):.4f} p99"
    flags, owners = 100 * np.mean(found.flags), 100 * np.mean(found.owners)
    figures = f"masks of {len(found.ious)} figures"
    return [
        (figures, f"{least:.4f} least, {middle:.4f} median", ">= 0.985"),
        ("  masks of sets", f"{min(found.set_ious):.4f} least", ">= 0.985"),
        ("  depth", f"{1000 * np.median(depth):.3f} mm median", "<= 1 mm"),
        ("  pixels within 1 mm", f"{same:.2f} %", "printed"),
        (f"pose: {len(found.joints)} joints", f"{max(found.joints):.4f} px most", "<= 0.5 px"),
        ("  occlusion flags, against every triangle", f"{flags:.2f} %", ">= 98 %"),
        ("  behind another, against whose the pixel is", f"{owners:.2f} %", "printed"),
        (f"flow of {len(flow):,} points", flows, "<= 0.2 px"),
    ]


if __name__ == "__main__":
    if "--spend" in sys.argv:
        spend()
    elif "--hashes" in sys.argv:
        print("\n".join(hashes()))
    else:
        for what, measured, bar in rows():
            print(f"{what:<58} {measured:>32}   {bar}")
