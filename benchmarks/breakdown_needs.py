"""Prints precision and recall of implied needs on the annotated scenes, tune and test apart.

    python -m benchmarks.breakdown_needs [--misses]

The needs of a scene were marked by a person from its text and the rules' names, not from what the
program says. A need is right when the scene has it; one marked optional counts neither way.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field

from benchmarks.breakdown_quality import files, rates, read, shipped_lexicon, tag


@dataclass(slots=True)
class Needs:
    """What came of one split, by the name of the need."""

    scenes: int = 0
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def rates(self) -> tuple[float, float, float]:
        """Precision, recall, F1 over all needs."""
        return rates(self.right.total(), self.wrong.total(), self.missed.total())


def measure(split: str) -> Needs:
    """Score the marked scenes of a split.

    Raises:
        ValueError: A mark names a need that no rule has.
    """
    score = Needs()
    for file in files(split):
        lexicon, script = shipped_lexicon(file.language), read(file)
        known = {rule.name for rule in lexicon.implied}
        items = tag(script, lexicon).items
        for scene, marked in zip(script.scenes, file.scenes, strict=True):
            if marked.needs is None:
                continue
            unknown = {name for name, _ in marked.needs} - known
            if unknown:
                raise ValueError(f"{file.name} {scene.number}: no rule is called {unknown}")
            found = {i.fact.name for i in items if i.fact.scene == scene.id and i.fact.implied}
            _count(f"{file.name} {scene.number}", found, dict(marked.needs), score)
    return score


def _count(where: str, found: set[str], needs: dict[str, bool], score: Needs) -> None:
    """Add one scene: what was found, and what is needed with whether it is optional."""
    score.scenes += 1
    wanted = {name for name, optional in needs.items() if not optional}
    score.right.update(found & wanted)
    score.missed.update(wanted - found)
    score.wrong.update(found - needs.keys())
    score.notes += [f"{where}: missed {name}" for name in sorted(wanted - found)]
    score.notes += [f"{where}: wrong {name}" for name in sorted(found - needs.keys())]


def rows() -> list[tuple[str, str, str]]:
    """What, measured and bar, for ``make bench``."""
    found = []
    for split in ("tune", "test"):
        score = measure(split)
        precision, recall, _ = score.rates()
        what = f"implied needs, {split} split, {score.scenes} scenes: precision, recall"
        found.append((what, f"{precision:.2f}, {recall:.2f}", "printed"))
    return found


def main() -> None:
    for split in ("tune", "test"):
        score = measure(split)
        print(f"{split:<28} {'right':>6} {'wrong':>6} {'missed':>6} {'P':>6} {'R':>6} {'F1':>6}")
        for name in sorted({*score.right, *score.wrong, *score.missed}):
            counts = score.right[name], score.wrong[name], score.missed[name]
            print(f"  {name:<26}" + "".join(f" {count:>6}" for count in counts), end="")
            print("".join(f" {rate:>6.2f}" for rate in rates(*counts)))
        print(f"  {'ALL, ' + str(score.scenes) + ' scenes':<47}", end="")
        print("".join(f" {rate:>6.2f}" for rate in score.rates()))
        if "--misses" in sys.argv and split == "tune":
            print("\n".join(score.notes))


if __name__ == "__main__":
    main()
