"""Claims planted among true ones: what the guard of the second reader lets through.

    python -m benchmarks.second_reader

A stand-in for a model claims, in every annotated scene of the test split, all that the
annotation holds, and beside each true claim five false ones: a quote that is not there, one with
a letter changed, a name the quote does not hold, an unknown category, and the claim again. What is
measured is the guard and the merge, not a model.
"""

from __future__ import annotations

from collections import Counter

from benchmarks.breakdown_marks import Mark, read_marked
from benchmarks.breakdown_quality import QUALITY, read, shipped_lexicon

from secondunit.adapters.tables import PackagedTables
from secondunit.film.breakdown.assist.judge import Bench, judge
from secondunit.film.breakdown.assist.question import shown_lines
from secondunit.film.breakdown.assist.reply import Claim, ReadReply
from secondunit.film.breakdown.assist.table import FILE, read_assist
from secondunit.film.breakdown.cast import character_names
from secondunit.film.breakdown.memory import EMPTY
from secondunit.film.screenplay.model import Scene


def _claims(scene: Scene, marks: tuple[Mark, ...]) -> list[Claim]:
    """The annotation of a scene as claims, each where its words stand once in one line."""
    claims: dict[tuple[str, str], Claim] = {}
    for mark in marks:
        category = mark.categories[0]
        if mark.start < 0 or mark.optional or category == "cast":
            continue
        for number, line in enumerate(shown_lines(scene), start=1):
            if line.kind.value == "action" and line.text.count(mark.quote) == 1:
                at = line.text.index(mark.quote)
                claim = Claim(
                    element=mark.quote.casefold(),
                    category=category,
                    line=number,
                    start=at,
                    end=at + len(mark.quote),
                    quote=mark.quote,
                    explicit=True,
                    quantity=1,
                    confidence=0.9,
                    why="",
                )
                claims.setdefault((mark.quote.casefold(), category), claim)
                break
    return list(claims.values())


def _false(claim: Claim) -> list[tuple[str, Claim]]:
    def other(**fields: object) -> Claim:
        values = {name: getattr(claim, name) for name in Claim.__dataclass_fields__}
        return Claim(**{**values, **fields})

    quote = claim.quote
    return [
        ("quote not there", other(quote="zeppelin", element="zeppelin")),
        ("letter changed", other(quote=quote[:-1] + "§", element=quote[:-1] + "§")),
        ("name not quoted", other(element="zeppelin")),
        ("unknown category", other(category="spaceships")),
        ("said twice", claim),
    ]


def measure() -> tuple[Counter[str], Counter[str]]:
    """Claims made and claims taken, by kind; ``true`` for the true ones, ``invented`` for spans
    that are not in the script."""
    made: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    table = read_assist(PackagedTables().fetch_table(FILE))
    for path in sorted(QUALITY.glob("*_test.marked")):
        file = read_marked(path)
        script = read(file)
        lexicon = shipped_lexicon(file.language)
        bench = Bench(
            table=table,
            lexicon=lexicon,
            characters=frozenset(character_names(script, lexicon)),
            memory=EMPTY,
        )
        for scene, marked in zip(script.scenes, file.scenes, strict=True):
            texts = {line.id: line.text for line in scene.lines}
            for claim in _claims(scene, marked.marks):
                found = judge(scene, ReadReply(claims=(claim,)), bench).found
                made["true"] += 1
                taken["true"] += len(found)
                for kind, wrong in _false(claim):
                    both = (claim, wrong) if wrong is claim else (wrong,)
                    got = judge(scene, ReadReply(claims=both), bench).found
                    made[kind] += 1
                    taken[kind] += len(got) - (len(found) if wrong is claim else 0)
                    found_spans = [each.span for each in got]
                    taken["invented"] += sum(
                        texts[span.line][span.start : span.end] != span.quote
                        for span in found_spans
                    )
    return made, taken


def rows() -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    made, taken = measure()
    false = [kind for kind in made if kind != "true"]
    return [
        (
            "second reader: true claims of the test split taken",
            f"{taken['true']} of {made['true']}",
            ">= 95 %",
        ),
        (
            "second reader: false claims taken",
            f"{sum(taken[kind] for kind in false)} of {sum(made[kind] for kind in false)}",
            "0",
        ),
        ("second reader: hallucinated spans", str(taken["invented"]), "0"),
    ]


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>28}   {bar}")
