"""Sets: how many headings find a set of their own, and what falls to the default.

Run it with ``python -m benchmarks.sets``; ``--names`` lists what fell, ``--all`` everything.

Read are the scripts of the material whose words are words (of three the letters are scrambled, so
their headings mean nothing) and the headings of the marked scenes of the breakdown, written by
somebody else for another purpose, in English and French; the French words were added for them.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from secondunit.bootstrap.scripts import script_formats
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.read import read_scenes
from secondunit.film.shots.sets.build import find_kind
from secondunit.film.shots.sets.library import SetLibrary, read_set_library

ROOT = Path(__file__).parents[1]
MATERIAL = ROOT.parent / "shared" / "material" / "screenplay"
SCRIPTS = ("big-fish", "extranormal")
SCRAMBLED = ("vikings", "gumshoe", "mostly-genius")
MARKED = ROOT / "tests" / "film" / "breakdown" / "quality"
DEFAULTS = frozenset({"room", "open"})
"""Sets of headings whose words the library does not know."""


def library() -> SetLibrary:
    """The library that ships."""
    data = ROOT / "src" / "secondunit" / "data" / "sets.toml"
    return read_set_library(data.read_text(encoding="utf-8"))


def read_script(path: Path) -> Screenplay:
    """A script of the material, by its suffix.

    Raises:
        SystemExit: It cannot be read.
    """
    reader = next(each for each in script_formats() if path.suffix in each.suffixes)
    script = reader.read(path.read_bytes(), path.name).screenplay
    if script is None:
        raise SystemExit(f"{path} cannot be read")
    return script


def kinds_of(script: Screenplay, parts: SetLibrary) -> Counter[tuple[str, str, str]]:
    """Scenes by heading's side, set, and the kind that is found for it."""
    found: Counter[tuple[str, str, str]] = Counter()
    for scene in script.shot_scenes:
        side = scene.heading.int_ext
        kind = find_kind(scene.heading.set, side, parts)
        found[side.value if side else "", scene.heading.set, kind] += 1
    return found


def marked_headings() -> Screenplay:
    """The scenes of the marked set, as headings alone."""
    heads = [
        line
        for path in sorted(MARKED.glob("*.marked"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"(?:INT|EXT)[./]", line)
    ]
    text = "\n\n".join(heads)
    raw, _ = read_fountain(text, name="marked", digest=digest_bytes(text.encode()))
    return read_scenes(raw)[0]


def _scripts() -> list[tuple[str, Screenplay]]:
    paths = [(name, MATERIAL / name / "source.fdx") for name in SCRIPTS]
    found = [(name, read_script(path)) for name, path in paths if path.is_file()]
    return [*found, ("marked scenes", marked_headings())]


def rows() -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    parts = library()
    made = []
    fell = total = 0
    for name, script in _scripts():
        found = kinds_of(script, parts)
        bare = sum(count for (_, _, kind), count in found.items() if kind in DEFAULTS)
        fell, total = fell + bare, total + found.total()
        what = f"headings that find no set, {name}"
        made.append((what, f"{bare} of {found.total()}", "<= 10 %"))
    made.append(("headings that find no set, all", f"{fell / total:.1%}", "<= 10 %"))
    made += [
        (f"headings that find no set, {name}", "words are scrambled", "") for name in SCRAMBLED
    ]
    return made


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>28}   {bar}")
    if {"--names", "--all"} & set(sys.argv):
        for name, script in _scripts():
            for (side, place, kind), count in kinds_of(script, library()).items():
                if kind in DEFAULTS or "--all" in sys.argv:
                    print(f"{name:<14} {side:<8} {kind:<12} {count:>3}  {place}")
