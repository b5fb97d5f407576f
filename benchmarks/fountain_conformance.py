"""Fountain: the conformance folders, round trips, counts and speed.

Run it with ``python -m benchmarks.fountain_conformance``. The files are other people's and stay
in the material folder beside the checkout; where it is absent the rows say so.
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from secondunit.bootstrap import script_formats
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay import lengths
from secondunit.film.screenplay.blocks import all_lines
from secondunit.film.screenplay.fountain import read_fountain
from secondunit.film.screenplay.model import Line, LineKind, Screenplay
from secondunit.film.screenplay.read import read_scenes
from secondunit.ports.formats import ScriptFormat, ScriptWriter

MATERIAL = Path(__file__).parents[2] / "shared" / "material" / "screenplay"
KINDS = {
    "TITLEENTRY": "title",
    "CHARACTER": "cue",
    "PAGEBREAK": "page-break",
    "HEADING": "heading",
    "ACTION": "action",
    "DIALOGUE": "dialogue",
    "PARENTHETICAL": "parenthetical",
    "TRANSITION": "transition",
    "SECTION": "section",
    "SYNOPSIS": "synopsis",
    "LYRIC": "lyric",
    "NOTE": "note",
    "BONEYARD": "boneyard",
}
ASIDES = {"note", "boneyard"}
_ENTRY = re.compile(r"^(?:\S*\]\]|/\*\d+\*/)?(" + "|".join(KINDS) + r'):"', re.MULTILINE)
_PLACE = re.compile(r"\s*(?:\[\[\d+\]\]|/\*\d+\*/)")
_TAGS = re.compile(r"\s#[^\s#]+(?=\s|$)")
DUMPS = {
    **{stem: f"{stem}-Merged" for stem in ("Action", "Dialogue")},
    **{
        stem: stem
        for stem in (
            *("Boneyards", "Character", "LineBreaks", "Lyrics", "Notes", "PageBreak"),
            *("Parenthetical", "SceneHeading", "Scratch", "Sections", "Tags", "TitlePage"),
            *("Transition", "UTF8"),
        )
    },
}
"""Scripts of conformance-a and the dumps that say how they are to be read."""

CHOSEN = {
    # A boneyard on lines of its own parts what it stands between, so CUT TO: is a transition.
    "Boneyards": [("action", "transition")],
    # The syntax asks for one letter in a name, so one that begins with a digit is a cue.
    "Character": [("action", "cue dialogue")],
    # A note broken by an empty line is no note: its text stays, and a finding says so. What
    # follows an empty line after dialogue is action.
    "Notes": [("dialogue", "dialogue action action action"), ("note", "")],
    # Any bracketed line in a speech is a parenthetical, also right after another.
    "Parenthetical": [("dialogue", "parenthetical dialogue")],
    # CUT TO: in the first line is no title page; a heading wants an empty line after it.
    "Sections": [("title", "transition"), ("heading action", "action")],
    # A hash and a word is a tag in that program alone: for us it is text, compared without it. A
    # name or a transition in capitals is none with small letters behind it, nor a number a number.
    "Tags": [
        ("cue dialogue transition", "action action"),
        ("cue dialogue", "action"),
        ("heading heading", "heading heading"),
    ],
}
"""Where we read otherwise than the dump, as the syntax says; kinds there and here."""

EDGES = ("scenes, cues, speakers, parentheticals", "190, 768, 48, 97")


def _squash(text: str) -> str:
    return " ".join(_PLACE.sub("", text).replace("*", "").replace("_", "").split())


def expected(dump: str) -> list[tuple[str, str]]:
    """The entries of a dump, action cut into paragraphs as we cut it, parentheticals in brackets.

    Notes and boneyards come last, as the dump has them.
    """
    entries = list(_ENTRY.finditer(dump))
    ends = [match.start() for match in entries[1:]] + [len(dump)]
    found = []
    for match, end in zip(entries, ends, strict=True):
        kind = KINDS[match[1]]
        said, _, rest = dump[match.end() : end].rpartition('"')
        if kind == "title":
            said = said.replace('":"', " ")
        elif kind in {"cue", "heading", "section"}:
            said = said.split('"', 1)[0]
        parts = re.split(r"\n\s*\n", said) if kind == "action" else [said]
        if "centered" in rest:
            kind = "centered"
        texts = [f"({_squash(p)})" if kind == "parenthetical" else _squash(p) for p in parts]
        found += [(kind, text) for text in texts if text or kind == "page-break"]
    return found


def ours(text: str, *, tags: bool = False) -> list[tuple[str, str]]:
    """The same of our reading.

    Args:
        text: The script.
        tags: Leave out a hash and a word behind a line.
    """
    script, _ = read_fountain(text, name="t", digest=digest_bytes(b""))
    lines = [(line.kind.value, _squash(line.text)) for line in script.lines]
    if tags:
        lines = [(kind, _TAGS.sub("", said).strip()) for kind, said in lines]
    printed = [line for line in lines if line[0] not in ASIDES]
    title = [("title", _squash(f"{field.key} {field.value}")) for field in script.title_page]
    return title + printed + [line for line in lines if line[0] in ASIDES]


def differences(stem: str) -> list[tuple[str, str]]:
    """Kinds in the dump and in our reading wherever the two differ."""
    folder = MATERIAL / "conformance-a"
    theirs = expected((folder / f"{DUMPS[stem]}.txt").read_text("utf-8"))
    found = ours((folder / f"{stem}.fountain").read_text("utf-8"), tags=stem == "Tags")
    matcher = SequenceMatcher(None, theirs, found, autojunk=False)
    return [
        (" ".join(kind for kind, _ in theirs[a:b]), " ".join(kind for kind, _ in found[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]


def _fountain() -> tuple[ScriptFormat, ScriptWriter]:
    reader = next(each for each in script_formats() if each.key == "fountain")
    return reader, reader  # type: ignore[return-value]


def _read(data: bytes, reader: ScriptFormat) -> Screenplay | None:
    return reader.read(data, "t").screenplay


def round_trips() -> tuple[int, int, int, int]:
    """Files, those the same without a change, scenes changed, those that left the rest alone."""
    reader, writer = _fountain()
    rng = random.Random(1)
    files = same = tried = kept = 0
    for path in sorted(MATERIAL.rglob("*.fountain")):
        data = path.read_bytes()
        script = _read(data, reader)
        if script is None:
            continue
        files += 1
        same += writer.write(script, data).data == data
        for index in rng.sample(range(len(script.scenes)), min(3, len(script.scenes))):
            tried += 1
            kept += _keeps_the_rest(script, index, data, writer)
    return files, same, tried, kept


def _keeps_the_rest(script: Screenplay, index: int, data: bytes, writer: ScriptWriter) -> bool:
    """One scene is changed: every byte before and after it stays."""
    scene = script.scenes[index]
    kinds = {LineKind.ACTION, LineKind.DIALOGUE}
    lines = tuple(
        replace(line, text="Something else.", emphasis=()) if line.kind in kinds else line
        for line in scene.lines
    )
    scenes = (*script.scenes[:index], replace(scene, lines=lines), *script.scenes[index + 1 :])
    written = writer.write(replace(script, scenes=scenes), data).data
    start = _start(scene.lines[0])
    after = script.scenes[index + 1 : index + 2]
    tail = data[_start(after[0].lines[0]) :] if after else b""
    return written[:start] == data[:start] and written.endswith(tail)


def _start(line: Line) -> int:
    return line.spot.start if line.spot is not None else 0


def anew() -> tuple[int, int]:
    """Files, and those that read back the same when they are written without their source."""
    reader, writer = _fountain()
    scripts = [_read(path.read_bytes(), reader) for path in sorted(MATERIAL.rglob("*.fountain"))]
    known = [script for script in scripts if script is not None]
    return len(known), sum(not writer.write(script).losses for script in known)


def counts(script: Screenplay) -> str:
    """Scenes, cues, speakers and parentheticals."""
    lines = all_lines(script)
    kinds = Counter(line.kind for line in lines)
    speakers = {line.text for line in lines if line.kind is LineKind.CUE}
    found = (len(script.scenes), kinds[LineKind.CUE], len(speakers), kinds[LineKind.PARENTHETICAL])
    return ", ".join(map(str, found))


def _least(work: Callable[[], object]) -> float:
    """Milliseconds of processor time, the least of several runs."""
    spent = []
    for _ in range(9):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return 1000 * min(spent)


def speed() -> tuple[float, float]:
    """Milliseconds to read 120 pages into scenes, and to lay them out on pages as well."""
    data = (MATERIAL / "big-fish" / "source.fountain").read_bytes()
    reader, _ = _fountain()
    script = _read(data, reader)
    if script is None:
        return 0.0, 0.0
    lines = all_lines(script)
    starts = [index for index, line in enumerate(lines) if line.kind is LineKind.HEADING]
    whole = _least(lambda: reader.read(data, "t"))
    layout = _least(lambda: lengths.measure_scenes(lines, starts))
    return whole - layout, whole


def rows() -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    if not MATERIAL.is_dir():
        return [("Fountain conformance", "material folder absent", "all")]
    as_chosen = sum(differences(stem) == CHOSEN.get(stem, []) for stem in DUMPS)
    alike = sum(not differences(stem) for stem in DUMPS)
    files, same, tried, kept = round_trips()
    written, read_back = anew()
    parsed, whole = speed()
    data = (MATERIAL / "big-fish" / "source.fountain").read_bytes()
    raw, _ = read_fountain(data.decode(), name="t", digest=digest_bytes(data))
    return [
        (
            "Fountain: dumps read alike, or as the syntax says",
            f"{alike} + {as_chosen - alike}",
            "16",
        ),
        ("  written into its own file: the same bytes", f"{same} of {files}", "all"),
        ("  one scene changed: the bytes outside it", f"{kept} of {tried} kept", "all"),
        ("  written anew: reads back the same", f"{read_back} of {written}", "all"),
        (f"  {EDGES[0]}", counts(read_scenes(raw)[0]), EDGES[1]),
        ("  120 pages read into scenes", f"{parsed:.0f} ms", "<= 40 ms"),
        ("  the same with page lengths", f"{whole:.0f} ms", "printed"),
    ]


def main() -> None:
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>24}   {bar}")


if __name__ == "__main__":
    main()
