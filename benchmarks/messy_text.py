"""Labels of messy plain text: F1 by row, per label and manner, on scripts whose labels are known.

Scripts of the material folder and of ``examples/`` are written down in thirty-four messy manners
(``messy_manners``) and read back. The measure of the design page (section 4) is one group of these
rows; others are harder. Of half the scripts neither the words nor single mistakes were looked at
while the reader was made; their figures were, about a dozen times, and what spoke for a heading in
their rows, twice: they steered the weights of headings, so they are held out in part only. What
speaks for a place alone was weighed on other scripts, which are not at hand here; a part of it that
did worse on these was taken back. The bars are judged on the held-out scripts. Rows typed as action
that by the script's own headings, or by the trade, are something else are left out and counted. The
annotated rows of the 39 films are measured too where they are at hand.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.messy_manners import (
    ANY,
    LABELS,
    MANNERS,
    NONE,
    Manner,
    Row,
    count_mistyped,
    write_down,
)

from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.plain.labels import label_rows
from secondunit.film.screenplay.plain.rows import read_rows, script_rows

ROOT = Path(__file__).parents[1]
MATERIAL = ROOT.parent / "shared" / "material" / "screenplay"
MICA = MATERIAL / "mica"
BARS = {
    "scene": 99.0,
    "action": 98.0,
    "cue": 99.0,
    "dialogue": 99.0,
    "parenthetical": 97.0,
    "transition": 95.0,
}
TUNED = ("big-fish/source.fdx", "gumshoe/source.fdx", "extranormal/source.fdx")
HELD = (
    "vikings/source.fdx",
    "mostly-genius/source.fdx",
    "fd12-sample/source.fdx",
)
_AS_WRITTEN = frozenset({"upper"})
_FAULTY = frozenset({"lower", "title", "bare"})
_PLACES = frozenset({"place", "mixed"})
GROUPS = {
    name: frozenset(m.name for m in MANNERS if m.headings in headings and m.is_parted == parted)
    for name, headings, parted in (
        ("as mica measures", _AS_WRITTEN, True),
        ("its list of faults in headings", _FAULTY, True),
        ("empty rows removed", _AS_WRITTEN, False),
        ("harder, places alone", _PLACES, True),
    )
}
"""Manners by what the measure of the design page says of them.

It counts the lines of real scripts as annotated: headings as their writers wrote them, whatever the
layout does. The list of faults published with it has headings in small letters and without INT and
EXT. Without empty rows it judges speech alone. Headings that are a place alone, without a time
either, are in neither: they are ours, and harder.
"""

GROUP_BARS = {"empty rows removed": "dialogue 90"}


class Tally:
    """Rows told right and wrong, by label."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.taken: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.mistakes: list[tuple[str, str, str]] = []

    def add(self, rows: Sequence[Row]) -> None:
        """Read rows back and count."""
        text = "\n".join(row for row, _ in rows)
        found = {
            each.row.row: each.label.name.lower().replace("heading", "scene")
            for each in label_rows(script_rows(read_rows(text)))
        }
        for number, (row, truth) in enumerate(rows, 1):
            label = found.get(number, NONE)
            if truth == ANY or not row.strip():
                continue
            if label == truth:
                self.right[truth] += 1
            else:
                self.missed[truth] += 1
                self.taken[label] += 1
                self.mistakes.append((truth, label, row))

    def f1(self, label: str) -> float | None:
        """F1 in percent, or None where the label never stands."""
        right = self.right[label]
        total = 2 * right + self.taken[label] + self.missed[label]
        return 200 * right / total if right + self.missed[label] else None


def scripts(names: Iterable[str]) -> Iterator[Screenplay]:
    """The scripts of the material that are at hand."""
    for name in names:
        path = MATERIAL / name
        if not path.is_file():
            continue
        reader = FDX if path.suffix == ".fdx" else FOUNTAIN
        script = reader.read(path.read_bytes(), path.parent.name).screenplay
        if script is not None:
            yield script


def examples() -> Iterator[Screenplay]:
    """Our own scripts."""
    for path in sorted((ROOT / "examples").glob("*.fountain")):
        script = FOUNTAIN.read(path.read_bytes(), path.name).screenplay
        if script is not None:
            yield script


def measure(films: Sequence[Screenplay], manners: Iterable[Manner]) -> dict[tuple[str, str], Tally]:
    """A tally for each manner and script, keyed by both names."""
    tallies = {}
    for manner in manners:
        for script in films:
            tally = tallies[manner.name, script.title] = Tally()
            tally.add(write_down(script, manner))
    return tallies


def rows() -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    bars = " / ".join(f"{bar:.0f}" for bar in BARS.values())
    table: list[tuple[str, str, str]] = []
    for what, names, held in (("tuned", TUNED, False), ("held-out", HELD, True)):
        films = [*scripts(names), *(() if held else examples())]
        if held and not films:
            table.append((f"messy text, {what} scripts", "material folder absent", bars))
            continue
        tallies = measure(films, [m for m in MANNERS if held or not m.held])
        manners = {
            manner: _sum(tally for (name, _), tally in tallies.items() if name == manner)
            for manner, _ in tallies
        }
        table += [(f"messy text, {what}: {name}", _line(t), bars) for name, t in manners.items()]
        table.append((f"messy text, {what}: worst of each label", _worst(manners.values()), bars))
        for group, names_of in GROUPS.items():
            total = _sum(tally for name, tally in manners.items() if name in names_of)
            table.append(
                (f"messy text, {what}: {group}", _line(total), GROUP_BARS.get(group, bars))
            )
        table.append((f"messy text, {what}: all rows", _line(_sum(tallies.values())), bars))
        for which, place in (("manner", 0), ("script", 1)):
            table.append((f"messy text, {what}: worst {which}", _least(tallies, place), "95"))
        table.append((f"messy text, {what}: worst script in any manner", _least(tallies), "95"))
        left_out = sum(count_mistyped(film) for film in films)
        table.append(
            (f"messy text, {what}: rows left out as typed wrongly", str(left_out), "shown")
        )
    table += _mica(bars)
    return table


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.right += tally.right
        total.taken += tally.taken
        total.missed += tally.missed
    return total


def _least(tallies: Mapping[tuple[str, str], Tally], place: int | None = None) -> str:
    """The least share of rows told right, in percent, of a manner, a script or both at once."""
    groups: dict[str, list[Tally]] = {}
    for names, tally in tallies.items():
        key = f"{names[1]}, {names[0]}" if place is None else names[place]
        groups.setdefault(key, []).append(tally)
    shares = {name: _share(_sum(group)) for name, group in groups.items()}
    worst = min(shares, key=lambda name: shares[name])
    return f"{shares[worst]:.1f} ({worst})"


def _share(tally: Tally) -> float:
    right, wrong = tally.right.total(), tally.missed.total()
    return 100 * right / max(right + wrong, 1)


def _line(tally: Tally) -> str:
    return " / ".join("-" if (f := tally.f1(x)) is None else f"{f:.1f}" for x in LABELS)


def _worst(tallies: Iterable[Tally]) -> str:
    every = list(tallies)
    worst = [min((f for t in every if (f := t.f1(x)) is not None), default=0.0) for x in LABELS]
    return " / ".join(f"{each:.1f}" for each in worst)


def _mica(bars: str) -> list[tuple[str, str, str]]:
    """The films of mica, as annotated and with all blank rows removed."""
    films = list(_annotated())
    if not films:
        return [("messy text, 39 annotated films", f"{MICA.name} folder absent", bars)]
    table = []
    for what, keeps in (("as annotated", True), ("blank rows removed", False)):
        total, worst = Tally(), 100.0
        for film in films:
            tally = Tally()
            tally.add([row for row in film if keeps or row[0].strip()])
            total = _sum([total, tally])
            worst = min(worst, _share(tally))
        table.append((f"messy text, 39 films, {what}", f"{_line(total)}; worst {worst:.1f}", bars))
    return table


def _annotated() -> Iterator[list[Row]]:
    """Rows of each film with the label most of its three annotators gave."""
    from openpyxl import load_workbook

    names = dict(zip("SNCDET", LABELS, strict=True))
    votes: dict[str, list[tuple[str, Counter[str]]]] = {}
    for path in sorted(MICA.glob("annotator-*.xlsx")):
        for sheet in load_workbook(path, read_only=True).worksheets[1:]:
            film = votes.setdefault(sheet.title, [])
            for index, cells in enumerate(sheet.iter_rows(min_row=3, max_col=9, values_only=True)):
                row = "" if cells[0] is None else str(cells[0])
                given = [
                    names.get(tag, ANY)
                    for tag, cell in zip("SNCDETM", cells[2:9], strict=False)
                    if cell is not None and str(cell).strip()
                ]
                if index == len(film):
                    film.append((row, Counter()))
                if index < len(film) and film[index][0].strip() == row.strip() and given:
                    film[index][1][given[0] if len(given) == 1 else ANY] += 1
    for film in votes.values():
        yield [(row, given.most_common(1)[0][0] if given else ANY) for row, given in film]


if __name__ == "__main__":
    if "--mistakes" in sys.argv:
        wanted = [m for m in MANNERS if m.name == sys.argv[-1]]
        for name, tally in measure([*scripts(TUNED), *examples()], wanted).items():
            for mistake in tally.mistakes:
                print(*name, *mistake)
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>42}   {bar}")
