"""Prints precision, recall and F1 of the breakdown on our annotated scenes, tune and test apart.

    python -m benchmarks.breakdown_quality [--misses]

The scenes are our own, in ``tests/film/breakdown/quality``; they were annotated before the rules
were written. ``expected`` holds ``category: head`` (``!minor`` and ``!weapon`` mark what must not
be missed), ``may`` what a person might list or not (counted neither way), ``traps`` idioms whose
words must not become elements. A proposal is right when category and scene are right and the
expected head is a word of its name. Sets, locations and implied needs are not counted here.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.adapters.tables import PackagedTables
from secondunit.adapters.tagger import answer_tokens
from secondunit.core.money import FREE
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer
from secondunit.film.breakdown.lexicon import NOUNS_FILE, WORDS_FILE, Lexicon, read_lexicon
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.breakdown.tag import STAGE, TagInputs
from secondunit.film.screenplay.model import Scene, Screenplay

ROOT = Path(__file__).parents[1]
QUALITY = ROOT / "tests" / "film" / "breakdown" / "quality"
UNCOUNTED = {Category.SET, Category.LOCATION}
MUST = ("minor", "weapon", "stunts", "animals", "vehicles")


@dataclass(slots=True)
class Score:
    """What came of one split."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    must: Counter[str] = field(default_factory=Counter)
    must_found: Counter[str] = field(default_factory=Counter)
    trapped: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Expected:
    """One annotated element."""

    category: str
    head: str
    mark: str

    def fits(self, element: Element) -> bool:
        name = element.name.casefold()
        words = name.replace("(", " ").replace(")", " ").replace("-", " ").split()
        fits = self.head == name or self.head in words
        minor = self.mark != "minor" or element.minor
        return element.category.value == self.category and fits and minor


def read_expected(text: str) -> Expected:
    """Read ``props: shotgun !weapon``."""
    category, _, rest = text.partition(": ")
    head, _, mark = rest.partition(" !")
    return Expected(category, head.casefold(), mark)


def shipped_lexicon() -> Lexicon:
    tables = PackagedTables()
    return read_lexicon(tables.fetch_table(WORDS_FILE), tables.fetch_table(NOUNS_FILE))


def tag(script: Screenplay, lexicon: Lexicon) -> Proposal[Element]:
    """Run the stage as the pipeline does."""
    inputs = TagInputs(screenplay=script, lexicon=lexicon)
    answers = [
        Answer(
            ask=each.digest,
            body=answer_tokens(each.body),
            media=(),
            provider="tagger",
            version="",
            cost=FREE,
            milliseconds=0,
        )
        for each in STAGE.plan(inputs)
    ]
    return STAGE.propose(inputs, answers)


def score_file(path: Path, lexicon: Lexicon, score: Score) -> None:
    """Add one annotated file to a score.

    Raises:
        ValueError: The file's scenes are not read as they were annotated.
    """
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    text = "\n\n".join(scene["text"].strip() for scene in table["scene"]) + "\n"
    script = FORMAT.read(text.encode(), path.name).screenplay
    if script is None or len(script.scenes) != len(table["scene"]):
        raise ValueError(f"{path.name} is not read as {len(table['scene'])} scenes")
    items = tag(script, lexicon).items
    for scene, annotated in zip(script.scenes, table["scene"], strict=True):
        own = [item for item in items if item.fact.scene == scene.id]
        score_scene(path.stem, own, annotated, score)
        score.trapped += trapped(scene, own, annotated["traps"])


def score_scene(
    name: str, items: list[Item[Element]], annotated: dict[str, list[str]], score: Score
) -> None:
    """Add one scene."""
    left = [i.fact for i in items if i.fact.category not in UNCOUNTED and not i.fact.implied]
    allowed = [read_expected(text) for text in annotated["may"]]
    for want in map(read_expected, annotated["expected"]):
        hits = [element for element in left if want.fits(element)]
        for key in {want.mark, want.category} & set(MUST):
            score.must[key] += 1
            score.must_found[key] += bool(hits)
        if hits:
            score.right[want.category] += 1
            left.remove(hits[0])
            allowed.append(want)
        else:
            score.missed[want.category] += 1
            score.notes.append(f"{name}: missed {want.category}: {want.head} {want.mark}")
    for element in left:
        if not any(each.fits(element) for each in allowed):
            score.wrong[element.category.value] += 1
            score.notes.append(f"{name}: wrong {element.category.value}: {element.name}")


def trapped(scene: Scene, items: list[Item[Element]], traps: list[str]) -> list[str]:
    """Idioms of the scene whose words were taken for an element (a name in them may stand)."""
    texts = {line.id: line.text for line in scene.lines}
    found = []
    for item in items:
        if item.fact.category is Category.CAST:
            continue
        for span in (e.span for e in item.evidence if e.span is not None):
            text = texts[span.line].casefold()
            for trap in traps:
                at = text.find(trap)
                if at >= 0 and at <= span.start < at + len(trap):
                    found.append(f"{trap}: {item.fact.name}")
    return found


def measure(split: str) -> Score:
    """Score all files of a split."""
    lexicon, score = shipped_lexicon(), Score()
    for path in sorted(QUALITY.glob(f"*_{split}.toml")):
        score_file(path, lexicon, score)
    return score


def rates(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def micro(score: Score) -> tuple[float, float, float]:
    """Precision, recall, F1 over all categories."""
    return rates(score.right.total(), score.wrong.total(), score.missed.total())


def print_score(split: str, score: Score) -> None:
    print(f"{split:<20} {'right':>6} {'wrong':>6} {'missed':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for category in sorted({*score.right, *score.wrong, *score.missed}):
        counts = score.right[category], score.wrong[category], score.missed[category]
        print(f"  {category:<18} {counts[0]:>6} {counts[1]:>6} {counts[2]:>6}", end="")
        print("".join(f" {rate:>6.2f}" for rate in rates(*counts)))
    total = score.right.total(), score.wrong.total(), score.missed.total()
    print(f"  {'ALL (micro)':<18} {total[0]:>6} {total[1]:>6} {total[2]:>6}", end="")
    print("".join(f" {rate:>6.2f}" for rate in rates(*total)))
    for key in MUST:
        print(f"  recall of {key}: {score.must_found[key]} of {score.must[key]}")
    print(f"  idioms taken at their word: {len(score.trapped)} {score.trapped or ''}\n")


def main() -> None:
    for split in ("tune", "test"):
        score = measure(split)
        print_score(split, score)
        if "--misses" in sys.argv:
            print("\n".join(score.notes), "\n")


if __name__ == "__main__":
    main()
