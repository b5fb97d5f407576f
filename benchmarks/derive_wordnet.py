"""Derive ``breakdown_wordnet.tsv`` from the noun files of WordNet 3.0.

    python benchmarks/derive_wordnet.py /usr/share/wordnet > breakdown_wordnet.tsv

Each noun gets the categories of its senses, weighed by how often a sense was tagged in the
concordance that ships with WordNet. The nearest listed ancestor of a sense names its category.
"""

from __future__ import annotations

import sys
from collections import deque
from pathlib import Path

ROOTS = {
    "vehicles": "04524313 03100490",
    "animals": "00015388",
    "wardrobe": "03051540 03381126 03380867 03597469",
    "weapon": "04565375",
    "set-dressing": "03405725 03405265 03365592 03636248 03876519",
    "food": "00021265 07555863 07881800",
    "greenery": "00017222",
    "props": "03094503 03563967 03183080 03964744 06470073 06410904 02870092 03740161 13384877 "
    "04461879 03294048",
    "instrument": "03800933",
    "person": "00007846",
    "sound": "07371293",
    "-": "04341686 05225602 03122748 05217688",
}
"""Category by root synset. ``-`` cuts off what a set is built of and what a body is made of."""

HEAD = """# source = "WordNet 3.0 nouns (Princeton University), see breakdown_wordnet.LICENSE.txt"
# version = "1"
# checked_on = "2026-11-25"
# Made by benchmarks/derive_wordnet.py. Columns: noun, category of its usual sense ("-": nothing
# a film must find), categories of its other senses that a governing verb may choose.
"""

Synset = tuple[list[str], list[str]]


def read_synsets(folder: Path) -> dict[str, Synset]:
    """Words and hypernyms of each noun synset, by offset."""
    synsets: dict[str, Synset] = {}
    for line in (folder / "data.noun").read_text("utf-8").splitlines():
        if line.startswith("  "):
            continue
        field = line.partition("|")[0].split()
        count = int(field[3], 16)
        words = [field[4 + 2 * i] for i in range(count)]
        at = 4 + 2 * count
        pointers = [field[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(field[at]))]
        above = [p[1] for p in pointers if p[0] in {"@", "@i"} and p[2] == "n"]
        synsets[field[0]] = (words, above)
    return synsets


def read_senses(folder: Path) -> dict[str, list[tuple[str, float]]]:
    """Offsets of each lemma's senses with their weights."""
    counts: dict[tuple[str, int], int] = {}
    for line in (folder / "cntlist.rev").read_text("utf-8").splitlines():
        key, sense, count = line.split()
        lemma, rest = key.split("%")
        if rest[0] == "1":
            counts[lemma, int(sense)] = int(count)
    senses: dict[str, list[tuple[str, float]]] = {}
    for line in (folder / "index.noun").read_text("utf-8").splitlines():
        if line.startswith("  "):
            continue
        field = line.split()
        offsets = field[-int(field[2]) :]
        senses[field[0]] = [
            (offset, counts.get((field[0], n), 0) + (1.0 if n == 1 else 0.3))
            for n, offset in enumerate(offsets, start=1)
        ]
    return senses


def category_of(offset: str, synsets: dict[str, Synset], roots: dict[str, str]) -> str:
    """The category of the nearest listed ancestor, or ``-``."""
    queue, seen = deque([offset]), {offset}
    while queue:
        current = queue.popleft()
        if current in roots:
            return roots[current]
        for above in synsets[current][1]:
            if above not in seen:
                seen.add(above)
                queue.append(above)
    return "-"


def categories(senses: list[tuple[str, float]], of: dict[str, str]) -> tuple[str, list[str]]:
    """The usual category and the other possible ones, most frequent first."""
    mass: dict[str, float] = {}
    for offset, weight in senses:
        mass[of[offset]] = mass.get(of[offset], 0.0) + weight
    total = sum(mass.values())
    ranked = sorted(mass, key=lambda name: (-mass[name], name))
    first = ranked[0]
    rest = [name for name in ranked if name not in {first, "-"} and mass[name] / total >= 0.04]
    return first, rest


def is_common(lemma: str, offset: str, synsets: dict[str, Synset]) -> bool:
    """True for a plain lower-case noun (names and Latin binomials are capitalised)."""
    written = next((w for w in synsets[offset][0] if w.lower() == lemma), "")
    return written == lemma and lemma.replace("_", "").replace("-", "").isalpha()


def main(folder: Path) -> None:
    """Print the table."""
    synsets = read_synsets(folder)
    roots = {offset: name for name, offsets in ROOTS.items() for offset in offsets.split()}
    of = {offset: category_of(offset, synsets, roots) for offset in synsets}
    table: dict[str, tuple[str, list[str]]] = {}
    for lemma, senses in read_senses(folder).items():
        if lemma.count("_") <= 1 and len(lemma) > 2 and is_common(lemma, senses[0][0], synsets):
            table[lemma] = categories(senses, of)
    sys.stdout.write(HEAD)
    for lemma in sorted(table):
        first, rest = table[lemma]
        head = table.get(lemma.rpartition("_")[2])
        if "_" in lemma and (not head or head[0] == first or first == "-"):
            continue
        if first == "-" and not rest and "_" not in lemma:
            continue
        sys.stdout.write(f"{lemma.replace('_', ' ')}\t{first}\t{','.join(rest)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
