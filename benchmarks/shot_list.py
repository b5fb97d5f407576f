"""The shot list of whole scripts: seconds, shots, lines covered, faults, and what an edit changes.

    python -m benchmarks.shot_list            # the rows
    python -m benchmarks.shot_list --faults   # every finding on a proposal

Scripts are read from the material folder beside the checkout; where it is absent its rows say so.
Processor seconds are printed because they repeat on a busy machine; the breakdown that the list
reads is made before the clock starts.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.breakdown_quality import shipped_lexicon, tag

from secondunit.adapters.formats import fdx, fountain
from secondunit.adapters.tables import PackagedTables
from secondunit.core.ids import LineId, ShotId, digest
from secondunit.core.proposal import Proposal
from secondunit.core.timecode import Rate
from secondunit.film.breakdown.language import language_of
from secondunit.film.screenplay.model import SPOKEN, Line, LineKind, Screenplay
from secondunit.film.shots.board import set_of_shot
from secondunit.film.shots.coverage.draft import Rule
from secondunit.film.shots.coverage.lined import measure_coverage
from secondunit.film.shots.model import ShotSpec
from secondunit.film.shots.panel import panel_request
from secondunit.film.shots.sets.library import read_set_library
from secondunit.film.shots.shot_list import STAGE, ShotListInputs
from secondunit.film.shots.stage_plan import plan_stage
from secondunit.film.shots.tables import read_shot_tables

ROOT = Path(__file__).parents[1]
MATERIAL = ROOT.parent / "shared" / "material" / "screenplay"
WORKED = ROOT / "examples" / "right-ear-home.fountain"
GEOMETRY = ("shots.line-crossed", "shots.eyeline", "shots.jump-cut", "shots.camera-blocked")
SPOKEN_WORDS = 6
"""Words of a speech from which changing one word leaves it a speech of the same weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One script and its shot list.

    Args:
        name: Of the script.
        inputs: What the stage read.
        proposal: What it proposed.
        seconds: Processor seconds it took.
    """

    name: str
    inputs: ShotListInputs
    proposal: Proposal[ShotSpec]
    seconds: float

    @property
    def shots(self) -> tuple[ShotSpec, ...]:
        """The shots, in order."""
        return tuple(item.fact for item in self.proposal.items)


def scripts() -> list[Path]:
    """Our own script and the whole ones of the material folder, one file of each."""
    found = [WORKED]
    for folder in sorted(MATERIAL.glob("*")):
        whole = [folder / f"source.{suffix}" for suffix in ("fountain", "fdx")]
        found += [path for path in whole if path.is_file()][:1]
    return found


def read_inputs(path: Path) -> ShotListInputs:
    """What the stage reads of a script: its breakdown by rule and the tables that ship.

    Raises:
        SystemExit: The script cannot be read.
    """
    reader = fdx.FORMAT if path.suffix == ".fdx" else fountain.FORMAT
    script = reader.read(path.read_bytes(), path.name).screenplay
    if script is None:
        raise SystemExit(f"{path} cannot be read")
    tables = PackagedTables()
    elements = tag(script, shipped_lexicon(language_of(script))).items
    return ShotListInputs(
        screenplay=script,
        elements=tuple(item.fact for item in elements),
        rate=Rate(numerator=24),
        aspect="1.85",
        tables=read_shot_tables(tables.fetch_table("shots.toml")),
        library=read_set_library(tables.fetch_table("sets.toml")),
    )


def measure(path: Path) -> Measured:
    """Propose the shot list of a script, by the clock."""
    inputs = read_inputs(path)
    began = time.process_time()
    proposal = STAGE.propose(inputs, ())
    spent = time.process_time() - began
    name = path.parent.name if path != WORKED else path.stem
    return Measured(name=name, inputs=inputs, proposal=proposal, seconds=spent)


def reworded(text: str) -> str:
    """The line with one word of it another one."""
    words = text.split(" ")
    words[len(words) // 2] = "otherwise"
    return " ".join(words)


EDITS: tuple[Callable[[str], str], ...] = (
    reworded,
    lambda text: f"{text} {text.rstrip('.!?')}?",
    lambda text: " ".join(text.split()[:3]) + "!",
)
"""What is done to a line: a word of it changed, said twice and as a question, cut to an outcry."""


def with_line_changed(script: Screenplay, target: LineId, edit: Callable[[str], str]) -> Screenplay:
    """The script with one line another one, under a new id, as a revision brings it."""

    def changed(line: Line) -> Line:
        text = edit(line.text)
        return replace(line, id=LineId(f"ln-{digest(text)[:16]}"), text=text)

    scenes = tuple(
        replace(
            scene,
            lines=tuple(changed(line) if line.id == target else line for line in scene.lines),
        )
        for scene in script.scenes
    )
    return replace(script, scenes=scenes)


def pictures(inputs: ShotListInputs, shots: tuple[ShotSpec, ...]) -> dict[ShotId, str]:
    """Digest of the picture of each shot, by the shot's id."""
    stage = plan_stage(inputs.screenplay, inputs.elements, inputs.tables, inputs.library)
    return {
        shot.id: digest(
            panel_request(
                shot, set_of_shot(shot, stage.sets, stage.set_of), stage.figures, 960, 540
            )
        )
        for shot in shots
    }


def measure_edits(
    measured: Measured, edits: Sequence[Callable[[str], str]], count: int
) -> tuple[int, int, int]:
    """Change one line of dialogue in each of the ways, each time from the first draft.

    Args:
        measured: The script.
        edits: The ways.
        count: Lines that are changed, spread over the script.

    Returns:
        Shots that cite a changed line, before or after; shots whose id, lines, spec or picture
        changed; of these, those whose lines no shot that cites the changed one covers.
    """
    spoken = [
        line.id
        for scene in measured.inputs.screenplay.shot_scenes
        for line in scene.lines
        if line.kind is LineKind.DIALOGUE and len(line.text.split()) >= SPOKEN_WORDS
    ]
    before = {shot.id: shot for shot in measured.shots}
    drawn = pictures(measured.inputs, measured.shots)
    citing, changed, beyond = 0, 0, 0
    for target in spoken[3 :: max(1, len(spoken) // count)][:count]:
        for edit in edits:
            script = with_line_changed(measured.inputs.screenplay, target, edit)
            inputs = replace(measured.inputs, screenplay=script)
            after = {item.fact.id: item.fact for item in STAGE.propose(inputs, ()).items}
            known = {line.id for scene in measured.inputs.screenplay.scenes for line in scene.lines}
            cited = {
                line for shot in after.values() if set(shot.covers) - known for line in shot.covers
            }
            cites = {
                key for key, s in before.items() if target in s.covers or set(s.covers) <= cited
            }
            other = _changed(before, drawn, after, pictures(inputs, tuple(after.values())))
            citing, changed = citing + len(cites), changed + len(other)
            beyond += len(other - cites)
    return citing, changed, beyond


def _changed(
    before: dict[ShotId, ShotSpec],
    drawn: dict[ShotId, str],
    after: dict[ShotId, ShotSpec],
    redrawn: dict[ShotId, str],
) -> set[ShotId]:
    """Shots of before that are gone, or whose spec or picture is another one; a number is not."""
    return {
        key
        for key, shot in before.items()
        if key not in after
        or replace(after[key], number=shot.number) != shot
        or redrawn[key] != drawn[key]
    }


def _edit_rows(measured: Measured, count: int) -> Iterator[tuple[str, str, str]]:
    for what, edits, bar in (
        ("a word of a line changed", EDITS[:1], "beyond 0"),
        ("a line rewritten", EDITS[1:], "printed"),
    ):
        times = count * len(edits)
        found = ", ".join(map(str, measure_edits(measured, edits, count)))
        yield f"  {what}, {times} times: shots citing, changed, beyond", found, bar


def _faults(measured: Measured) -> str:
    rules = Counter(f"{f.severity.value} {f.rule}" for f in measured.proposal.findings)
    return ", ".join(f"{count} {rule}" for rule, count in sorted(rules.items())) or "0"


def _densities(measured: Measured) -> str:
    """Shots a page in scenes mostly of talk, mostly of action, and with a chase or a fight."""
    quick = {
        item.fact.scene
        for item in measured.proposal.items
        if item.evidence[0].rule in {Rule.CHASE, Rule.FIGHT}
    }
    counts = Counter(shot.scene for shot in measured.shots)
    shots, eighths = Counter[str](), Counter[str]()
    for scene in measured.inputs.screenplay.shot_scenes:
        kinds = Counter(line.kind in SPOKEN for line in scene.lines if line.text)
        kind = "quick" if scene.id in quick else "talk" if kinds[True] >= 4 else "action"
        shots[kind] += counts[scene.id]
        eighths[kind] += scene.eighths
    return ", ".join(
        f"{8 * shots[kind] / eighths[kind]:.1f}" if eighths[kind] else "-"
        for kind in ("talk", "action", "quick")
    )


def _rows_of(measured: Measured) -> Iterator[tuple[str, str, str]]:
    pages = measured.inputs.screenplay.pages
    shots = measured.shots
    share = measure_coverage(measured.inputs.screenplay, shots).share
    minutes = float(sum(shot.rate.seconds_of(shot.duration) for shot in shots)) / 60
    bar = "<= 20 s" if pages > 100 else ""
    yield f"shot list of {measured.name}, {pages} pages", f"{measured.seconds:.1f} CPU-s", bar
    yield "  shots, a page, minutes", f"{len(shots)}, {len(shots) / pages:.1f}, {minutes:.0f}", ""
    yield (
        "  shots a page of talk, of action, of chase and fight",
        _densities(measured),
        "8-12, 15-25",
    )
    yield "  lines covered", f"{float(100 * share):.2f} %", "100 %"
    yield "  faults of axis, eyeline, 30 degrees, walls", _faults(measured), "0"


def rows() -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    found: list[tuple[str, str, str]] = []
    for path in scripts():
        measured = measure(path)
        found += _rows_of(measured)
        if path == WORKED or measured.name == "big-fish":
            found += _edit_rows(measured, 12 if path == WORKED else 4)
    if not MATERIAL.is_dir():
        found.append(("shot list of a 120-page script", "material folder absent", "<= 20 s"))
    return found


def main() -> None:
    if "--faults" in sys.argv:
        for path in scripts():
            for finding in measure(path).proposal.findings:
                print(f"{path.parent.name}: {finding.severity} {finding.where}: {finding.message}")
        return
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>28}   {bar}", flush=True)


if __name__ == "__main__":
    main()
