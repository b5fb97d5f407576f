"""Fountain: the conformance folders, round trips, counts and speed.

Run it with ``python -m benchmarks.fountain_conformance``. Where the material folder is absent the
rows say so.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from benchmarks.fountain_dumps import CHOSEN, DUMPS, MATERIAL, differences

from secondunit.bootstrap.scripts import script_formats
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.fountain.blocks import all_lines
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.model import Line, LineKind, Screenplay
from secondunit.film.screenplay.pages import lengths
from secondunit.film.screenplay.read import read_scenes
from secondunit.ports.formats import ScriptFormat, ScriptWriter

EDGES = ("scenes, cues, speakers, parentheticals", "190, 768, 48, 97")


def _fountain() -> tuple[ScriptFormat, ScriptWriter]:
    reader = next(each for each in script_formats() if each.key == "fountain")
    return reader, reader  # type: ignore[return-value]


def _read(data: bytes, reader: ScriptFormat) -> Screenplay | None:
    return reader.read(data, "t").screenplay


def round_trips() -> tuple[int, int, int, int]:
    """Files, those the same without a change, scenes changed, those that left the rest alone."""
    reader, writer = _fountain()
    rng = random.Random(1)
    files = same = tried = kept = 0
    for path in sorted(MATERIAL.rglob("*.fountain")):
        data = path.read_bytes()
        script = _read(data, reader)
        if script is None:
            continue
        files += 1
        same += writer.write(script, data).data == data
        for index in rng.sample(range(len(script.scenes)), min(3, len(script.scenes))):
            tried += 1
            kept += _keeps_the_rest(script, index, data, writer)
    return files, same, tried, kept


def _keeps_the_rest(script: Screenplay, index: int, data: bytes, writer: ScriptWriter) -> bool:
    """One scene is changed: every byte before and after it stays."""
    scene = script.scenes[index]
    kinds = {LineKind.ACTION, LineKind.DIALOGUE}
    lines = tuple(
        replace(line, text="Something else.", emphasis=()) if line.kind in kinds else line
        for line in scene.lines
    )
    scenes = (*script.scenes[:index], replace(scene, lines=lines), *script.scenes[index + 1 :])
    written = writer.write(replace(script, scenes=scenes), data).data
    start = _start(scene.lines[0])
    after = script.scenes[index + 1 : index + 2]
    tail = data[_start(after[0].lines[0]) :] if after else b""
    return written[:start] == data[:start] and written.endswith(tail)


def _start(line: Line) -> int:
    return line.spot.start if line.spot is not None else 0


def anew() -> tuple[int, int]:
    """Files, and those that read back the same when they are written without their source."""
    reader, writer = _fountain()
    scripts = [_read(path.read_bytes(), reader) for path in sorted(MATERIAL.rglob("*.fountain"))]
    known = [script for script in scripts if script is not None]
    return len(known), sum(not writer.write(script).losses for script in known)


def counts(script: Screenplay) -> str:
    """Scenes, cues, speakers and parentheticals."""
    lines = all_lines(script)
    kinds = Counter(line.kind for line in lines)
    speakers = {line.text for line in lines if line.kind is LineKind.CUE}
    found = (len(script.scenes), kinds[LineKind.CUE], len(speakers), kinds[LineKind.PARENTHETICAL])
    return ", ".join(map(str, found))


def _least(work: Callable[[], object]) -> float:
    """Milliseconds of processor time, the least of several runs."""
    spent = []
    for _ in range(9):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return 1000 * min(spent)


def speed() -> tuple[float, float]:
    """Milliseconds to read 120 pages into scenes, and to lay them out on pages as well."""
    data = (MATERIAL / "big-fish" / "source.fountain").read_bytes()
    reader, _ = _fountain()
    script = _read(data, reader)
    if script is None:
        return 0.0, 0.0
    lines = all_lines(script)
    starts = [index for index, line in enumerate(lines) if line.kind is LineKind.HEADING]
    whole = _least(lambda: reader.read(data, "t"))
    layout = _least(lambda: lengths.measure_scenes(lines, starts))
    return whole - layout, whole


def rows() -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    if not MATERIAL.is_dir():
        return [("Fountain conformance", "material folder absent", "all")]
    as_chosen = sum(differences(stem) == CHOSEN.get(stem, []) for stem in DUMPS)
    alike = sum(not differences(stem) for stem in DUMPS)
    files, same, tried, kept = round_trips()
    written, read_back = anew()
    parsed, whole = speed()
    data = (MATERIAL / "big-fish" / "source.fountain").read_bytes()
    raw, _ = read_fountain(data.decode(), name="t", digest=digest_bytes(data))
    return [
        (
            "Fountain: dumps read alike, or as the syntax says",
            f"{alike} + {as_chosen - alike}",
            str(len(DUMPS)),
        ),
        ("  written into its own file: the same bytes", f"{same} of {files}", "all"),
        ("  one scene changed: the bytes outside it", f"{kept} of {tried} kept", "all"),
        ("  written anew: reads back the same", f"{read_back} of {written}", "all"),
        (f"  {EDGES[0]}", counts(read_scenes(raw)[0]), EDGES[1]),
        ("  120 pages read into scenes", f"{parsed:.0f} ms", "<= 40 ms"),
        ("  the same with page lengths", f"{whole:.0f} ms", "<= 40 ms"),
    ]


def main() -> None:
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>24}   {bar}")


if __name__ == "__main__":
    main()
