"""Sets: how many headings of real scripts find a set of their own, and what falls to the default.

Run it with ``python -m benchmarks.sets``; ``--names`` lists what fell.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from secondunit.bootstrap.scripts import script_formats
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.shots.sets.build import find_kind
from secondunit.film.shots.sets.library import SetLibrary, read_set_library

ROOT = Path(__file__).parents[1]
MATERIAL = ROOT.parent / "shared" / "material" / "screenplay"
SCRIPTS = ("big-fish", "extranormal", "vikings", "gumshoe", "mostly-genius")
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


def rows() -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    parts = library()
    made = []
    fell = total = 0
    for name in SCRIPTS:
        path = MATERIAL / name / "source.fdx"
        if not path.is_file():
            made.append((f"headings that find no set, {name}", "material folder absent", ""))
            continue
        found = kinds_of(read_script(path), parts)
        bare = sum(count for (_, _, kind), count in found.items() if kind in DEFAULTS)
        fell, total = fell + bare, total + found.total()
        made.append((f"headings that find no set, {name}", f"{bare} of {found.total()}", "<= 10 %"))
    if total:
        made.append(("headings that find no set, all", f"{fell / total:.1%}", "<= 10 %"))
    return made


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>28}   {bar}")
    if "--names" in sys.argv:
        for name in SCRIPTS:
            for (side, place, kind), count in kinds_of(
                read_script(MATERIAL / name / "source.fdx"), library()
            ).items():
                if kind in DEFAULTS or "--all" in sys.argv:
                    print(f"{name:<14} {side:<8} {kind:<12} {count:>3}  {place}")
