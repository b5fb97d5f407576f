"""Prints precision, recall and F1 of the breakdown on our annotated scenes, tune and test apart.

    python -m benchmarks.breakdown_quality [--misses] [--split tune]

The scenes are in ``tests/film/breakdown/quality`` (see ``breakdown_marks``); they were annotated
before the rules were written. A mark is found when an element of its scene and category stands on
the marked words or has their head for its name; an element that fits no mark is wrong. ``strict``
also asks that the quoted words and the marked ones share half of all their letters. Sets,
locations and implied needs are not counted here.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from benchmarks.breakdown_marks import Mark, MarkedFile, MarkedScene, read_marked

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.adapters.tables import PackagedTables
from secondunit.adapters.tagger import answer_tokens
from secondunit.core.money import FREE
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer
from secondunit.film.breakdown.language import language_of
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.breakdown.tag import STAGE, TagInputs
from secondunit.film.breakdown.word_files import read_lexicon
from secondunit.film.screenplay.model import Scene, Screenplay

ROOT = Path(__file__).parents[1]
QUALITY = ROOT / "tests" / "film" / "breakdown" / "quality"
UNCOUNTED = {Category.SET, Category.LOCATION}
MUST = ("minor", "weapon", "stunts", "animals", "vehicles")


@dataclass(slots=True)
class Score:
    """What came of one split."""

    scenes: int = 0
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    must: Counter[str] = field(default_factory=Counter)
    must_found: Counter[str] = field(default_factory=Counter)
    strict: int = 0
    placed: int = 0
    inexact: list[str] = field(default_factory=list)
    idioms: int = 0
    trapped: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """One proposed element with its places in the scene's text."""

    element: Element
    places: tuple[tuple[int, int], ...]

    @property
    def category(self) -> str:
        return self.element.category.value


@lru_cache(maxsize=2)
def shipped_lexicon(language: str = "en") -> Lexicon:
    return read_lexicon(language, PackagedTables().fetch_table)


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


def read(file: MarkedFile) -> Screenplay:
    """The screenplay of an annotated file.

    Raises:
        ValueError: Its scenes are not read as they were annotated.
    """
    script = FORMAT.read(file.text.encode(), f"{file.name}.fountain").screenplay
    if script is None or len(script.scenes) != len(file.scenes):
        raise ValueError(f"{file.name} is not read as {len(file.scenes)} scenes")
    return script


def score_file(file: MarkedFile, lexicon: Lexicon, score: Score) -> None:
    """Add one annotated file to a score."""
    script = read(file)
    items = tag(script, lexicon).items
    for scene, marked in zip(script.scenes, file.scenes, strict=True):
        own = [item for item in items if item.fact.scene == scene.id and not item.fact.implied]
        score.inexact += _inexact(scene, own)
        found = [_found(scene, marked, i) for i in own if i.fact.category not in UNCOUNTED]
        score_scene(f"{file.name} {scene.number}", found, marked, score)


def _inexact(scene: Scene, items: list[Item[Element]]) -> list[str]:
    """Quotes that are not the words at their place."""
    lines = {line.id: line.text for line in scene.lines}
    spans = [(i.fact.name, e.span) for i in items for e in i.evidence if e.span is not None]
    return [name for name, s in spans if lines[s.line][s.start : s.end] != s.quote]


def _found(scene: Scene, marked: MarkedScene, item: Item[Element]) -> Found:
    """Places of an item's quotes in the scene's own text."""
    starts, at = {}, 0
    for line in scene.lines:
        at = max(at, marked.text.find(line.text.split("\n")[0], at))
        starts[line.id] = at
        at += len(line.text)
    spans = [e.span for e in item.evidence if e.span is not None]
    return Found(
        item.fact, tuple((starts[s.line] + s.start, starts[s.line] + s.end) for s in spans)
    )


def score_scene(name: str, found: list[Found], marked: MarkedScene, score: Score) -> None:
    """Add one scene."""
    score.scenes += 1
    score.idioms += len(marked.idioms)
    good: set[int] = set()
    for mark in marked.marks:
        hits = [n for n, each in enumerate(found) if fits(mark, each)]
        good.update(hits)
        if not mark.optional:
            _count(name, mark, [found[n] for n in hits], score)
    for n, each in enumerate(found):
        inside = [i for i in marked.idioms if any(a < i[1] and i[0] < b for a, b in each.places)]
        if inside and each.element.category is not Category.CAST and n not in good:
            score.trapped.append(f"{marked.text[slice(*inside[0])]}: {each.element.name}")
        if n not in good:
            score.wrong[each.category] += 1
            words = " / ".join(dict.fromkeys(marked.text[a:b] for a, b in each.places))
            score.notes.append(f"{name}: wrong {each.category}: {each.element.name} ({words})")


def _count(name: str, mark: Mark, hits: list[Found], score: Score) -> None:
    category = hits[0].category if hits else mark.categories[0]
    minor = mark.must != "minor" or any(hit.element.minor for hit in hits)
    for key in {mark.must, mark.categories[0]} & set(MUST):
        score.must[key] += 1
        score.must_found[key] += bool(hits) and minor
    if not minor:
        score.notes.append(f"{name}: not a minor: {mark.quote}")
    if not hits:
        score.missed[category] += 1
        score.notes.append(f"{name}: missed {'/'.join(mark.categories)}: {mark.quote}")
        return
    score.right[category] += 1
    if mark.start >= 0:
        score.placed += 1
        places = [place for hit in hits for place in hit.places]
        score.strict += any(overlap(place, (mark.start, mark.end)) >= 0.5 for place in places)


def fits(mark: Mark, found: Found) -> bool:
    """True when the element is of the mark's category and stands on it or is called by its head."""
    if found.category not in mark.categories:
        return False
    on = any(a < mark.end and mark.start < b for a, b in found.places)
    words = found.element.name.replace("-", " ").replace("(", " ").replace(")", " ").split()
    return on or (bool(words) and head(mark.quote) in map(stem, words))


def head(quote: str) -> str:
    """The stem of the last word."""
    words = quote.replace("-", " ").split()
    return stem(words[-1]) if words else ""


def stem(word: str) -> str:
    """A word without its commonest endings.

    >>> stem("knives"), stem("boxes"), stem("slams")
    ('knif', 'box', 'slam')
    """
    word = word.casefold().strip(".,")
    for ending, instead in (("ies", "y"), ("ves", "f"), ("xes", "x"), ("ches", "ch"), ("fe", "f")):
        if word.endswith(ending):
            return word.removesuffix(ending) + instead
    return word.removesuffix("s") if not word.endswith("ss") else word


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Shared letters by all letters of two places."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def files(split: str, language: str = "") -> list[MarkedFile]:
    """The annotated files of a split, in one language or in all."""
    every = [read_marked(path) for path in sorted(QUALITY.glob("*.marked"))]
    return [f for f in every if f.split == split and language in ("", f.language)]


def measure(split: str, language: str = "") -> Score:
    """Score all files of a split, each by the words of the language it is found to be in."""
    score = Score()
    for file in files(split, language):
        script = read(file)
        score_file(file, shipped_lexicon(language_of(script)), score)
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
    print(f"  scenes {score.scenes}; quotes not exact: {len(score.inexact)}")
    print(f"  strict spans: {score.strict} of {score.placed} found")
    trapped = f"{len(score.trapped)} of {score.idioms} {score.trapped or ''}"
    print(f"  idioms taken at their word: {trapped}")
    print()


COLD = """
import sys
from pathlib import Path
from benchmarks.breakdown_quality import shipped_lexicon, tag
from secondunit.adapters.formats.fountain import FORMAT
from secondunit.film.breakdown.language import language_of
path = Path(sys.argv[1])
script = FORMAT.read(path.read_bytes(), path.name).screenplay
tag(script, shipped_lexicon(language_of(script)))
"""


def cold_seconds(script: Path) -> tuple[float, float]:
    """Seconds from an empty process to the breakdown of a script: by the clock, and of CPU."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", COLD, str(script)], check=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, spent


def rows() -> list[tuple[str, str, str]]:
    """What, measured and bar, for ``make bench``."""
    found = []
    for split, bar in (("tune", "printed"), ("test", ">= .75")):
        for language in ("en", "fr"):
            score = measure(split, language)
            what = f"breakdown, {split} split, {language}, {score.scenes} scenes: micro-F1"
            found.append((what, f"{micro(score)[2]:.3f}", bar))
            if split == "test":
                found += must_rows(score)
    script = ROOT.parent / "shared" / "material" / "screenplay" / "big-fish" / "source.fountain"
    seconds = "material folder absent"
    if script.is_file():
        clock, spent = cold_seconds(script)
        seconds = f"{clock:.1f} s, {spent:.1f} s of CPU"
    return [*found, ("120 pages, script to breakdown, cold, no model", seconds, "<= 10 s")]


def must_rows(score: Score) -> list[tuple[str, str, str]]:
    recall = [(k, score.must_found[k], score.must[k]) for k in MUST if score.must[k]]
    return [
        *((f"  recall of {k}", f"{found} of {of}", ">= .90") for k, found, of in recall),
        ("  quotes that are not the words at their place", f"{len(score.inexact)}", "0"),
        (
            "  found with half of the marked letters or more",
            f"{score.strict} of {score.placed}",
            "printed",
        ),
        ("  idioms taken at their word", f"{len(score.trapped)} of {score.idioms}", "0"),
    ]


def main() -> None:
    splits = ("tune", "test") if "--split" not in sys.argv else (sys.argv[-1],)
    for split in splits:
        for language in ("en", "fr"):
            score = measure(split, language)
            print_score(f"{split} {language}", score)
            if "--misses" in sys.argv:
                print("\n".join(score.notes), "\n")


if __name__ == "__main__":
    main()
