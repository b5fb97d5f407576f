"""Prints the numbers of the README, measured here. Run it with ``make bench``.

Real scripts are read from the material folder beside the checkout; where it is absent the rows
that need it say so.
"""

from __future__ import annotations

import importlib
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from secondunit.bootstrap.productions import open_studio
from secondunit.film.schedule.check import check_board, price_board
from secondunit.film.schedule.model import Board
from secondunit.film.screenplay.model import LineKind, Screenplay
from secondunit.film.shots.coverage.lined import measure_coverage
from secondunit.pipeline.catalogue import schedule_problem
from secondunit.pipeline.queries import View

ROOT = Path(__file__).parents[1]
MATERIAL = ROOT.parent / "shared" / "material" / "screenplay" / "big-fish"
SHOTS = ("--through", "shots")
SCREENPLAY = (
    "fountain_conformance",
    "languages",
    "messy_text",
    "fdx_counters",
    "pdf_paragraphs",
    "page_length",
    "printed_lines",
    "revision",
    "talent",
    "board_bound",
)
"""Modules that measure scripts read, written, paged and revised, talent scheduling, and boards."""
PLAN = ("schedule_rules", "schedule_units", "call_sheet", "second_reader", "engine")
PREVIS = (
    "shot_list", "continuity", "animatic", "sets", "framing", "framing_poses", "same_pictures",
    "in_sight", "opengl",
)  # fmt: skip
"""Modules that measure the plan (schedule, call sheets, breakdown), and shots, sets and boards."""
TAKES = ("egress", "providers", "take_scores")
"""Modules that measure takes: what leaves, what is asked of providers, what is found in takes."""
WORKED = ROOT / "examples" / "right-ear-home.fountain"


def produce(script: Path, out: Path, *more: str) -> float:
    """Seconds of one run of the command, as a person would wait for it."""
    return waited("produce", str(script), "--out", str(out), *more)


def waited(*arguments: str) -> float:
    """Seconds that a command takes."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "secondunit", *arguments, "--json"]
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - began


def row(what: str, measured: str, bar: str) -> None:
    print(f"{what:<58} {measured:>28}   {bar}")


def measure_worked() -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "p"
        made = produce(WORKED, out)
        packed = waited("deliver", "--draft", "--out", str(out))
        row("make demo: produce and deliver", f"{made:.1f} + {packed:.1f} s", "<= 90 s")
        row("  produce with nothing changed", f"{produce(WORKED, out):.1f} s", "<= 5 s")


def measure_feature() -> None:
    for suffix in ("fountain", "fdx", "pdf"):
        script = MATERIAL / f"source.{suffix}"
        if not script.is_file():
            row(f"120 pages, {suffix}", "material folder absent", "<= 60 s")
            continue
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "p"
            row(
                f"120 pages, {suffix}, through budget and shots",
                f"{produce(script, out, *SHOTS):.1f} s",
                "<= 60 s",
            )
            row("  with nothing changed", f"{produce(script, out, *SHOTS):.1f} s", "<= 5 s")
            view = open_studio(out).view
            show_shots(view)
            for board in view.values("schedule.solve"):
                show_board(view, board)


def show_shots(view: View) -> None:
    share = measure_coverage(view.screenplay(), view.values("shots.shot_list")).share
    spent = sum(r.milliseconds for r in view.office.records.runs() if r.stage == "shots.shot_list")
    row("  shot list: lines covered", f"{float(100 * share):.2f} %", ">= 99.9 %")
    row("  shot list: time", f"{spent / 1000:.1f} s", "<= 20 s")


def show_board(view: View, board: Board) -> None:
    for base in board.baselines:
        saved = 100 - 100 * board.cost.minor / base.amount.minor
        row(f"  board under the {base.key} board", f"{saved:.1f} %", ">= 25 %")
    gap = 100 * (board.cost.minor - board.lower_bound.minor) / board.cost.minor
    row("  gap to the lower bound", f"{gap:.1f} %", "printed")
    problem = schedule_problem(view)
    again = sum(share.amount.minor for share in price_board(problem, board))
    row("  checker's price less the solver's, cents", f"{again - board.cost.minor}", "0")
    broken = len(check_board(problem, board))
    row("  rules broken", f"{broken}", "0")


def measure_counts() -> None:
    from secondunit.adapters.formats.fdx import FORMAT as FDX
    from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN

    for reader, suffix in ((FOUNTAIN, "fountain"), (FDX, "fdx")):
        script = MATERIAL / f"source.{suffix}"
        if not script.is_file():
            continue
        data = script.read_bytes()
        began = time.process_time()
        read = reader.read(data, script.name).screenplay
        spent = 1000 * (time.process_time() - began)
        if read is not None:
            row(f"read 120 pages of {suffix}", f"{spent:.0f} ms", "")
            row(
                "  scenes, cues, speakers, parentheticals",
                counts(read),
                "190, 768, 48, 97; FDX 192",
            )


def counts(script: Screenplay) -> str:
    lines = [*script.opening, *(line for scene in script.scenes for line in scene.lines)]
    kinds = Counter(line.kind for line in lines)
    speakers = {line.text for line in lines if line.kind is LineKind.CUE}
    found = (len(script.scenes), kinds[LineKind.CUE], len(speakers), kinds[LineKind.PARENTHETICAL])
    return ", ".join(map(str, found))


def main() -> None:
    measure_worked()
    measure_feature()
    measure_counts()
    for name in (*SCREENPLAY, *PLAN, *PREVIS, *TAKES):
        for what, measured, bar in importlib.import_module(f"benchmarks.{name}").rows():
            row(what, measured, bar)
    for name in ("breakdown_quality", "breakdown_needs"):
        for what, measured, bar in importlib.import_module(f"benchmarks.{name}").rows():
            row(what, measured, bar)
    from benchmarks import budget
    from benchmarks.boards import measure_boards

    for what, measured, bar in budget.rows():
        row(what, measured, bar)
    for what, measured, bar in measure_boards():
        row(what, measured, bar)
    for what, measured, bar in importlib.import_module("benchmarks.passes").rows():
        row(what, measured, bar)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    row("peak memory of any of these runs", f"{peak:.0f} MB", "<= 2,000 MB")


if __name__ == "__main__":
    main()
