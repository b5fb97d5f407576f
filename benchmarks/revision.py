"""A revision of a 120-page script: how long the report takes, and what it keeps.

Run it with ``python -m benchmarks.revision``. The script is read from the material folder beside
the checkout. Twelve scenes are rewritten by a line, one is split, one moved, and one character
renamed everywhere; every open item of the breakdown is accepted before.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT.parent / "shared" / "material" / "screenplay" / "big-fish" / "source.fountain"
HEADING = re.compile(r"(?m)^(?=(?:INT|EXT)[. ])")
TOUCHED = range(10, 130, 10)
SPLIT, MOVED = 41, 77
ADDED = "A kettle boils over and somebody swears at it in the next room."


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The revised text, and the speaker who is called otherwise in it."""

    text: str
    renamed: str


def edit(text: str) -> Edited:
    """Rewrite, split, move and rename; nothing else is touched."""
    parts = HEADING.split(text)
    for index in TOUCHED:
        parts[index] = f"{parts[index].rstrip()}\n\n{ADDED}\n\n"
    long_one = next(
        index
        for index in range(SPLIT, len(parts))
        if index not in TOUCHED and index != MOVED and parts[index].count("\n\n") > 10
    )
    parts[long_one] = _split(parts[long_one])
    parts.insert(MOVED + 30, parts.pop(MOVED))
    whole = "".join(parts)
    cues = re.findall(r"(?m)^([A-Z][A-Z.' ]{3,18})(?: \([^)]*\))?$", whole)
    counted = sorted({name: cues.count(name) for name in cues}.items(), key=lambda c: -c[1])
    renamed = next(name for name, count in counted if 8 <= count <= 20 and " " not in name)
    return Edited(
        text=re.sub(rf"\b{renamed}\b", "QUENTIN", whole).replace(renamed.title(), "Quentin"),
        renamed=renamed,
    )


def _split(scene: str) -> str:
    """A scene in two: its second half under a heading of its own."""
    paragraphs = scene.rstrip().split("\n\n")
    half = len(paragraphs) // 2
    return "\n\n".join([*paragraphs[:half], "INT. ANOTHER ROOM - DAY", *paragraphs[half:]]) + "\n\n"


def command(*arguments: str) -> str:
    """Run the command line, as a person would."""
    done = subprocess.run(
        [sys.executable, "-m", "secondunit", *arguments],
        check=False,
        capture_output=True,
        text=True,
    )
    return done.stdout


def rows() -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    if not SCRIPT.is_file():
        return [("revision of 120 pages", "material folder absent", "<= 5 s")]
    with tempfile.TemporaryDirectory() as folder:
        first, second, out = Path(folder) / "a.fountain", Path(folder) / "b.fountain", folder + "/p"
        first.write_bytes(SCRIPT.read_bytes())
        edited = edit(SCRIPT.read_text(encoding="utf-8"))
        second.write_text(edited.text, encoding="utf-8")
        command("produce", str(first), "--out", out, "--through", "shots")
        signed = ("--as", "Ana Ruiz", "--role", "1st-ad")
        command("decide", "accept", "--stage", "breakdown", "--out", out, *signed)
        began = time.perf_counter()
        report = json.loads(command("revise", str(second), "--out", out, "--json"))
        spent = time.perf_counter() - began
    return [("revision of 120 pages: full report", f"{spent:.1f} s", "<= 5 s"), *_told(report)]


def _told(report: dict[str, list[dict[str, object]]]) -> list[tuple[str, str, str]]:
    said = [str(change["what"]) for change in report["scenes"]]
    fresh = [what for what in said if what.startswith("new")]
    carried = next(row for row in report["carried"] if row["stage"] == "breakdown.tag")
    return [
        ("  new scenes, split ones among them", f"{len(fresh)}: {', '.join(fresh)}", "1, split"),
        ("  moved", f"{sum('moved' in what for what in said)}", "1"),
        ("  renamed", "; ".join(what for what in said if " is now " in what), "1"),
        ("  scenes the same", f"{report['unchanged']}", "printed"),
        (
            "  breakdown kept, stale, new",
            f"{carried['kept']}, {carried['stale']}, {carried['new']}",
            "",
        ),
    ]


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>28}   {bar}")
