"""Headings and cues found in each language, on probes of twenty lines that we wrote.

Run it with ``python -m benchmarks.languages``.
"""

from __future__ import annotations

from pathlib import Path

from secondunit.core.ids import Digest
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.heading import read_heading

PROBES = Path(__file__).parents[1] / "tests" / "film" / "screenplay" / "languages"
ASKED = ("heading", "cue")
GLUED = ("dialogue", "parenthetical")


def languages() -> list[str]:
    """Codes of the languages that have a probe."""
    return sorted(path.stem for path in PROBES.glob("*.txt"))


def probe(language: str) -> list[tuple[str, str]]:
    """Kind and words of each line of a probe."""
    text = (PROBES / f"{language}.txt").read_text(encoding="utf-8")
    pairs = [line.partition("|") for line in text.splitlines()]
    return [(kind, words) for kind, _, words in pairs]


def as_fountain(lines: list[tuple[str, str]]) -> str:
    """The probe as a script."""
    rows = [words if kind in GLUED else f"\n{words}" for kind, words in lines]
    return "\n".join(rows).lstrip() + "\n"


def missed(language: str) -> list[str]:
    """Words of the headings and cues that were read as something else."""
    lines = probe(language)
    raw, _ = read_fountain(as_fountain(lines), name=language, digest=Digest(""))
    by_row = {line.row: line.kind.value for line in raw.lines}
    row, wrong = 0, []
    for kind, words in lines:
        row += 1 if kind in GLUED or not row else 2
        if kind in ASKED and by_row.get(row) != kind:
            wrong.append(words)
    return wrong


def unplaced(language: str) -> list[str]:
    """Headings of which indoors or outdoors, the set or the time was not understood."""
    raw, _ = read_fountain(as_fountain(probe(language)), name=language, digest=Digest(""))
    headings = [read_heading(line.text) for line in raw.lines if line.kind.value == "heading"]
    return [each.raw for each in headings if not (each.int_ext and each.set and each.time)]


def rows() -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    found = []
    for language in languages():
        asked = sum(kind in ASKED for kind, _ in probe(language))
        share = 100 * (asked - len(missed(language))) / asked
        found.append((f"headings and cues found, {language}", f"{share:.1f} %", ">= 99 %"))
    return found


def main() -> None:
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>20}   {bar}")
    for language in languages():
        for words in (*missed(language), *unplaced(language)):
            print(f"  {language}: {words}")


if __name__ == "__main__":
    main()
